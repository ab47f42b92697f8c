import type { Annotation } from '#contract/vocabulary.ts';
import type { InTown, Term } from './asks.ts';
import { annotationNamed } from './labels.ts';
import { eachRegistration, phoneBegins, placesOfPhone } from './number-order.ts';
import {
  BY_PREFIX,
  BY_SYNONYM,
  BY_TYPO,
  BY_WORD,
  markBits,
  markNameTerms,
  markPlace,
  markPlaces,
  markSets,
  markTerms,
  NAME_BIT,
  type Planes,
  PRIMARY_BIT,
} from './planes.ts';
import { countHaving, isAnyOf, placesHaving } from './postings.ts';
import { NAME_FIELD, PHONE_TAIL_DIGITS, PRIMARY_FIELD } from './projection.ts';
import { pairFinder } from './running-text.ts';
import { FIELD_END, FIRST_TERM, PHRASE_MARK, type Segment } from './segment.ts';
import { shortcutsOf } from './shortcuts.ts';
import { beginsWithAt, indexOfString, lengthAt, prefixRange } from './string-column.ts';
import { isKnownPhrase } from './synonym-book.ts';
import { wordsOf } from './words.ts';

type WordsTerm = Extract<Term, { is: 'words' }>;
type NumberTerm = Extract<Term, { is: 'number' }>;

/** A telephone number typed with so many digits is a whole one. */
const WHOLE_PHONE_DIGITS = 10;

/** Marks in `met` who of a segment meets the term as typed or by a synonym. Rules Q4 to Q8. */
export function markTerm(segment: Segment, met: Planes, term: Term): void {
  if (term.is === 'number') markNumber(segment, met, term);
  else if (term.is === 'ref') markRef(segment, met, term.ref);
  else {
    const fact = factNamed(term);
    if (fact) markFact(segment, met, term.words, fact);
    else markWords(segment, met, term);
    for (const { words } of term.meaning?.also ?? []) {
      const at = termIndex(segment, words);
      if (at >= 0) markTerms(met, segment, { from: at, to: at + 1 }, BY_SYNONYM);
    }
  }
}

/** The annotation of the register a term asks for by its whole name, or null. */
export function factNamed({ words, isPrefix, inName }: Omit<WordsTerm, 'is'>): Annotation | null {
  return isPrefix || inName ? null : annotationNamed(words);
}

/** Marks who holds an annotation; to write of it counts as a beginning does. Rule Q22. */
function markFact(segment: Segment, met: Planes, words: readonly string[], fact: Annotation): void {
  const at = termIndex(segment, words);
  if (at < 0) return;
  markTerms(met, segment, { from: at, to: at + 1 }, BY_PREFIX);
  markNameTerms(met, segment, { from: at, to: at + 1 }, BY_WORD);
  const held = segment.facets.get('annotation')?.get(fact);
  if (held) markBits(met, held);
}

/** Whether anybody alive has the single word of a term, or a word it begins. */
export function isWordHeld(segment: Segment, term: WordsTerm): boolean {
  const [from, to] = prefixRange(segment.terms, term.words[0] ?? '');
  return isAnyOf(segment.alive, term.inName ? segment.inName : segment.anywhere, { from, to });
}

/** Marks who has one of these terms, which are close spellings of one word. */
export function markCloseTerms(
  segment: Segment,
  met: Planes,
  { terms, inName }: { readonly terms: readonly number[]; readonly inName: boolean },
): void {
  const mark = inName ? markNameTerms : markTerms;
  for (const term of terms) mark(met, segment, { from: term, to: term + 1 }, BY_TYPO);
}

/** Whether anybody alive has one of these terms. */
export function isTermHeld(
  segment: Segment,
  { terms, inName }: { readonly terms: readonly number[]; readonly inName: boolean },
): boolean {
  const postings = inName ? segment.inName : segment.anywhere;
  return terms.some((term) => isAnyOf(segment.alive, postings, { from: term, to: term + 1 }));
}

/** Place of a word, or of a known phrase, among the terms; -1 when nobody has it. */
export function termIndex(segment: Segment, words: readonly string[]): number {
  const [only = ''] = words;
  return indexOfString(segment.terms, words.length === 1 ? only : PHRASE_MARK + words.join(' '));
}

function markWords(
  segment: Segment,
  met: Planes,
  { words, isPrefix, inName }: Pick<WordsTerm, 'words' | 'isPrefix' | 'inName'>,
): void {
  if (words.length > 1 && (isPrefix || inName || !isKnownPhrase(words))) {
    markPhrase(segment, met, words, { isPrefix, inName });
    return;
  }
  const at = termIndex(segment, words);
  const [from, to] = isPrefix ? prefixRange(segment.terms, words[0] ?? '') : [at, at];
  const longer = { from: at === from ? from + 1 : from, to };
  if (inName) {
    if (at >= 0) markNameTerms(met, segment, { from: at, to: at + 1 }, BY_WORD);
    if (isPrefix) markNameTerms(met, segment, longer, BY_PREFIX);
    return;
  }
  if (at >= 0) markTerms(met, segment, { from: at, to: at + 1 }, BY_WORD);
  if (!isPrefix) return;
  // The word itself is among those that begin with it; it counts as the better of both.
  const beginning = shortcutsOf(segment).beginnings.get(words[0] ?? '');
  if (beginning) markSets(met, beginning, BY_PREFIX);
  else markTerms(met, segment, longer, BY_PREFIX);
}

/** Where the rarest word of a phrase is had by this share, all text is read by the kernels. */
const COMMON = 1 / 8;

/** Looks the phrase up in the running text of everybody who has its rarest word. */
function markPhrase(
  segment: Segment,
  met: Planes,
  words: readonly string[],
  { isPrefix, inName }: { readonly isPrefix: boolean; readonly inName: boolean },
): void {
  const codes = words.map((word) => indexOfString(segment.terms, word) + FIRST_TERM);
  const whole = isPrefix ? codes.slice(0, -1) : codes;
  if (whole.some((code) => code < FIRST_TERM)) return;
  const [low, high] = isPrefix
    ? prefixRange(segment.terms, words.at(-1) ?? '').map((at) => at + FIRST_TERM)
    : [codes.at(-1), (codes.at(-1) ?? 0) + 1];
  const counted = whole.map((code) => {
    const term = code - FIRST_TERM;
    return { term, count: countHaving(segment.anywhere, term) };
  });
  const rarest = counted.reduce((a, b) => (b.count < a.count ? b : a));
  const ending = { low: low ?? 0, high: high ?? 0, exact: codes.at(-1) ?? 0, inName };
  if (ending.low === ending.high) return;
  const { forward, forwardStarts } = segment;
  const first = codes[0] as number;
  const last = codes.length - 1;
  const find = rarest.count > segment.count * COMMON ? pairFinder(forward) : null;
  if (find) {
    let place = 0;
    find({ ...ending, first, gap: last }, (at) => {
      while ((forwardStarts[place + 1] as number) <= at) place += 1;
      const start = forwardStarts[place] as number;
      const next = forwardStarts[place + 1] as number;
      const bits = phraseBits(segment, { start, at, end: next - last }, codes, ending);
      markPlace(met, place, bits);
      return next;
    });
    return;
  }
  const having = placesHaving(segment.anywhere, rarest.term);
  for (let i = 0; i < having.length; i += 1) {
    const place = having[i] as number;
    const start = forwardStarts[place] as number;
    const end = (forwardStarts[place + 1] as number) - last;
    // The search for its first word is the whole cost, so nothing is called until it is found.
    let at = start;
    while (at < end && forward[at] !== first) at += 1;
    if (at < end || last === 0)
      markPlace(met, place, phraseBits(segment, { start, at, end }, codes, ending));
  }
}

function phraseBits(
  { forward }: Segment,
  text: { readonly start: number; readonly at: number; readonly end: number },
  codes: readonly number[],
  ending: {
    readonly low: number;
    readonly high: number;
    readonly exact: number;
    readonly inName: boolean;
  },
): number {
  const { start, end } = text;
  const [first] = codes;
  const last = codes.length - 1;
  let bits = 0;
  for (let at = last > 0 ? text.at : start; at < end; at += 1) {
    if (last > 0 && forward[at] !== first) continue;
    let i = 1;
    while (i < last && forward[at + i] === codes[i]) i += 1;
    const final = forward[at + last] as number;
    if (i < last || final < ending.low || final >= ending.high) continue;
    const field = fieldAt(forward, start, at);
    if (ending.inName && field !== NAME_FIELD) return bits;
    const isWhole = final === ending.exact;
    bits |= isWhole ? BY_WORD : BY_PREFIX;
    if (field === PRIMARY_FIELD) bits |= PRIMARY_BIT;
    if (field === NAME_FIELD && isWhole) bits |= NAME_BIT;
    // From here on a better match could only be a whole word: the name and the main area are past.
    if (field >= PRIMARY_FIELD && (isWhole || ending.exact < FIRST_TERM)) return bits;
  }
  return bits;
}

/** Which field a place in the running text belongs to; later ones need no telling apart. */
function fieldAt(forward: Segment['forward'], start: number, at: number): number {
  let field = 0;
  for (let i = start; i < at && field <= PRIMARY_FIELD; i += 1) {
    if (forward[i] === FIELD_END) field += 1;
  }
  return field;
}

/** Marks who lives in a town of this name. Rule Q34. */
export function markTown({ columns, towns, count }: Segment, met: Planes, asked: InTown): void {
  const isIt = towns.map((town) => isInTown(town, asked));
  for (let place = 0; place < count; place += 1) {
    if (isIt[columns.town[place] as number]) markPlace(met, place, BY_WORD);
  }
}

/** Whether a town has this name, or one that begins with it. */
export function isInTown(town: string, { words, isPrefix }: InTown): boolean {
  const last = words.length - 1;
  const held = wordsOf(town);
  return words.every((word, i) => {
    const mayBeLonger = i === last && isPrefix;
    return mayBeLonger ? (held[i]?.startsWith(word) ?? false) : held[i] === word;
  });
}

function markNumber(segment: Segment, met: Planes, term: NumberTerm): void {
  if (term.registration > 0) {
    eachRegistration(segment, term.registration, (places, isWhole) => {
      markPlaces(met, places, isWhole ? BY_WORD | NAME_BIT | BY_PREFIX : BY_PREFIX);
    });
  }
  if (term.phone) {
    const how = BY_WORD | (term.digits.length >= WHOLE_PHONE_DIGITS ? NAME_BIT : 0);
    markPlaces(met, placesOfPhone(segment, term.digits.slice(-PHONE_TAIL_DIGITS)), how);
  }
  if (term.phoneBegins) {
    for (let place = 0; place < segment.count; place += 1) {
      if (phoneBegins(segment, place, term.digits)) markPlace(met, place, BY_PREFIX);
    }
  }
  if (term.text) markWords(segment, met, { words: [term.digits], isPrefix: false, inName: false });
}

function markRef(segment: Segment, met: Planes, ref: string): void {
  for (let place = 0; place < segment.count; place += 1) {
    if (!beginsWithAt(segment.refs, place, ref)) continue;
    const isWhole = lengthAt(segment.refs, place) === ref.length;
    markPlace(met, place, isWhole ? BY_WORD | NAME_BIT : BY_PREFIX);
  }
}
