import { GrowingList } from './growing-list.ts';
import { BY_PREFIX, BY_WORD, markPlace, NAME_BIT, type Planes, PRIMARY_BIT } from './planes.ts';
import { countHaving, placesHaving } from './postings.ts';
import { NAME_FIELD, PRIMARY_FIELD } from './projection.ts';
import { pairFinder } from './running-text.ts';
import { FIELD_END, FIRST_TERM, type Segment } from './segment.ts';
import { indexOfString, prefixRange } from './string-column.ts';

/** Says that a phrase stands there; true = no other place of this person is of interest. */
type Visit = (place: number, field: number, last: number) => boolean;

/** The words of a phrase, and of which range the last one is: `[low, high)`. */
interface Phrase {
  readonly begun: readonly number[];
  readonly low: number;
  readonly high: number;
  /** What all of it have, the rarest of its words. */
  readonly rarest: number;
}

/** All but the last word of a phrase, wherever they stand. */
interface Beginning {
  readonly begun: string;
  /** Each time the place of a person and, in the lowest two bits, the field. */
  readonly where: GrowingList;
  /** Each time the word that follows. */
  readonly last: GrowingList;
}

/**
 * The beginning that was looked for last in a segment.
 *
 * Whoever types a phrase types its last word letter by letter: all that is written need not be
 * read again for each of them.
 */
const beginnings = new WeakMap<Segment, Beginning>();
const FIELD_BITS = 2;

/** Where the rarest word of a phrase is had by this share, all text is read by the kernels. */
const COMMON = 1 / 8;

/** Marks in `met` who writes these words side by side, the last of them perhaps only begun. */
export function markPhrase(
  segment: Segment,
  met: Planes,
  words: readonly string[],
  { isPrefix, inName }: { readonly isPrefix: boolean; readonly inName: boolean },
): void {
  const codes = words.map((word) => indexOfString(segment.terms, word) + FIRST_TERM);
  const whole = isPrefix ? codes.slice(0, -1) : codes;
  if (whole.some((code) => code < FIRST_TERM)) return;
  const begun = codes.slice(0, -1);
  const exact = codes.at(-1) ?? 0;
  const [low = 0, high = 0] = isPrefix
    ? prefixRange(segment.terms, words.at(-1) ?? '').map((at) => at + FIRST_TERM)
    : [exact, exact + 1];
  if (low === high) return;

  const mark: Visit = (place, field, last) => {
    if (last < low || last >= high || (inName && field !== NAME_FIELD)) return false;
    const isWhole = last === exact;
    let ways = isWhole ? BY_WORD : BY_PREFIX;
    if (field === PRIMARY_FIELD) ways |= PRIMARY_BIT;
    if (field === NAME_FIELD && isWhole) ways |= NAME_BIT;
    markPlace(met, place, ways);
    // A better match could only be a whole word: the name and the main area are past.
    return field >= PRIMARY_FIELD && (isWhole || exact < FIRST_TERM);
  };
  const known = isPrefix ? beginningOf(segment, begun) : knownBeginning(segment, begun);
  if (known) eachFollowing(known, mark);
  else eachTime(segment, { begun, low, high, rarest: rarestOf(segment, whole) }, mark);
}

/** Bytes of what is remembered beside a segment. */
export function beginningBytes(segment: Segment): number {
  const { where, last } = beginnings.get(segment) ?? {};
  return (where?.all().byteLength ?? 0) + (last?.all().byteLength ?? 0);
}

function knownBeginning(segment: Segment, begun: readonly number[]): Beginning | null {
  const known = beginnings.get(segment);
  return known?.begun === begun.join() ? known : null;
}

function beginningOf(segment: Segment, begun: readonly number[]): Beginning {
  const known = knownBeginning(segment, begun);
  if (known) return known;
  const fresh = { begun: begun.join(), where: new GrowingList(0), last: new GrowingList(0) };
  const anyWord = { low: FIRST_TERM, high: FIRST_TERM + segment.terms.starts.length - 1 };
  eachTime(
    segment,
    { begun, ...anyWord, rarest: rarestOf(segment, begun) },
    (place, field, last) => {
      fresh.where.push((place << FIELD_BITS) | field);
      fresh.last.push(last);
      return false;
    },
  );
  beginnings.set(segment, fresh);
  return fresh;
}

function eachFollowing(beginning: Beginning, visit: Visit): void {
  const where = beginning.where.all();
  const last = beginning.last.all();
  for (let i = 0; i < where.length; i += 1) {
    const at = where[i] as number;
    visit(at >>> FIELD_BITS, at & ((1 << FIELD_BITS) - 1), last[i] as number);
  }
}

function rarestOf(segment: Segment, codes: readonly number[]): number {
  const counted = codes.map((code) => {
    const term = code - FIRST_TERM;
    return { term, count: countHaving(segment.anywhere, term) };
  });
  return counted.reduce((a, b) => (b.count < a.count ? b : a)).term;
}

/** Reads the running text of everybody who has the rarest word, person by person. */
function eachTime(segment: Segment, phrase: Phrase, visit: Visit): void {
  const { forward, forwardStarts } = segment;
  const { begun, low, high, rarest } = phrase;
  const gap = begun.length;
  const first = begun[0] as number;
  const fieldAt = fieldFinder(segment);
  const isBegun = (at: number) => {
    let i = 1;
    while (i < gap && forward[at + i] === begun[i]) i += 1;
    return i === gap;
  };
  const isCommon = countHaving(segment.anywhere, rarest) > segment.count * COMMON;
  const find = isCommon ? pairFinder(forward) : null;
  if (find) {
    let place = 0;
    find({ first, gap, low, high }, (at) => {
      while ((forwardStarts[place + 1] as number) <= at) place += 1;
      const next = forwardStarts[place + 1] as number;
      const isTheirs = at + gap < next && isBegun(at);
      const isEnough = isTheirs && visit(place, fieldAt(place, at), forward[at + gap] as number);
      return isEnough ? next : at + 1;
    });
    return;
  }
  const having = placesHaving(segment.anywhere, rarest);
  for (let i = 0; i < having.length; i += 1) {
    const place = having[i] as number;
    const end = (forwardStarts[place + 1] as number) - gap;
    for (let at = forwardStarts[place] as number; at < end; at += 1) {
      // The search for its first word is the whole cost, so nothing is called until it is found.
      if (forward[at] !== first || !isBegun(at)) continue;
      const last = forward[at + gap] as number;
      if (last < low || last >= high) continue;
      if (visit(place, fieldAt(place, at), last)) break;
    }
  }
}

/**
 * Says in which field a place of the running text lies; later ones need no telling apart.
 *
 * Asked from the start of a person's text to its end, it goes through it once.
 */
function fieldFinder({ forward, forwardStarts }: Segment) {
  let whose = -1;
  let from = 0;
  let field = NAME_FIELD;
  return (place: number, at: number): number => {
    if (place !== whose) {
      whose = place;
      from = forwardStarts[place] as number;
      field = NAME_FIELD;
    }
    for (; from < at && field <= PRIMARY_FIELD; from += 1) {
      if (forward[from] === FIELD_END) field += 1;
    }
    return field;
  };
}
