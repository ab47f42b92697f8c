import type { FindQuery } from '#contract/find-query.ts';
import type { Ask, Choice, Group, Term } from './asks.ts';
import { unitVector } from './distance.ts';
import { heldValue, regionNamed, townNamed } from './named-value.ts';
import { numberTerm } from './number-term.ts';
import type { Home, NamedPoint, Places } from './places.ts';
import { readDistance, type TypedDistance } from './reading-distance.ts';
import { fieldMeaning, type Vacancies } from './reading-fields.ts';
import { itemsOf, type TextItem } from './reading-items.ts';
import { isKnownPhrase, isLabel, LONGEST_TERM, meaningOf } from './synonym-book.ts';
import { wordsOf } from './words.ts';

/** How the box was read. */
export interface Reading {
  readonly asks: readonly Ask[];
  readonly not: readonly Choice[];
  /** A distance typed in the box, with its place if one was named. */
  readonly distance: TypedDistance | null;
  /** The parts of the box that can be taken out one by one, in order. */
  readonly parts: readonly ReadPart[];
  /** What could not be read as it stands; the best reading was taken. Rule Q35. */
  readonly slips: readonly Slip[];
}

/** A part of the box, with the characters it takes. */
export interface ReadPart {
  readonly from: number;
  readonly to: number;
  readonly asks: Ask | null;
  readonly leavesOut: Choice | null;
}

/** A place in the box that could not be read as it stands. */
export interface Slip {
  /** Characters from the start of the box. */
  readonly at: number;
  readonly is:
    | 'bracket-not-closed'
    | 'bracket-not-opened'
    | 'quote-not-closed'
    | 'field-unknown'
    | 'field-value-unknown';
  readonly typed: string;
}

/** What a distance is measured from, and how far. */
export type Near = NonNullable<FindQuery['near']>;

/** Groups inside groups deeper than this are read as one. */
const DEEPEST = 12;

/**
 * Reads the one box; total: every text has a reading and none throws. Rules Q3 to Q10, Q34, Q35.
 */
export function readText(
  text: string,
  places: Places,
  { home = null, vacancies }: { readonly home?: Home; readonly vacancies: Vacancies },
): Reading {
  const items = itemsOf(text);
  const { distance, rest } = readDistance(items, (words) => places.resolve(words, home));
  const slips: Slip[] = items.flatMap(({ openQuoteAt: at }) =>
    at === null ? [] : [{ at, is: 'quote-not-closed', typed: '"' }],
  );
  const parts: ReadPart[] = [];
  const { group } = readGroup(rest, 0, { places, vacancies, slips, depth: 0, parts });
  return { asks: group.asks, not: group.not, distance, parts, slips };
}

interface Reader {
  readonly places: Places;
  readonly vacancies: Vacancies;
  readonly slips: Slip[];
  readonly depth: number;
  /** Filled by the outermost group only. */
  readonly parts: ReadPart[];
}

/** Reads up to the bracket that ends this group, or to the end. */
function readGroup(
  items: readonly TextItem[],
  from: number,
  reader: Reader,
): { readonly group: Group; readonly next: number } {
  const asks: { choices: Choice[] }[] = [];
  const not: Choice[] = [];
  let i = from;
  while (i < items.length) {
    const item = items[i] as TextItem;
    if (item.bracket === 'close') {
      i += 1;
      if (reader.depth > 0) return { group: { is: 'group', asks, not }, next: i };
      reader.slips.push({ at: item.at, is: 'bracket-not-opened', typed: ')' });
      continue;
    }
    const { choice, next } = choiceAt(items, i, reader);
    i = next;
    if (!choice) continue;
    const last = asks.at(-1);
    const span = { from: item.from, to: items[next - 1]?.to ?? item.to };
    if (item.isNot) {
      const leavesOut = exactly(choice);
      not.push(leavesOut);
      reader.parts.push({ ...span, asks: null, leavesOut });
    } else if (item.joinsByOr && last) {
      last.choices.push(choice);
      const part = reader.parts.findLastIndex(({ asks: ask }) => ask === last);
      const before = reader.parts[part];
      if (before) reader.parts[part] = { ...before, to: span.to };
    } else {
      const ask = { choices: [choice] };
      asks.push(ask);
      reader.parts.push({ ...span, asks: ask, leavesOut: null });
    }
  }
  return { group: { is: 'group', asks, not }, next: i };
}

function choiceAt(
  items: readonly TextItem[],
  at: number,
  reader: Reader,
): { readonly choice: Choice | null; readonly next: number } {
  const item = items[at] as TextItem;
  if (item.bracket === 'open') {
    if (reader.depth >= DEEPEST) return { choice: null, next: at + 1 };
    const inner = readGroup(items, at + 1, { ...reader, depth: reader.depth + 1, parts: [] });
    const isClosed = items[inner.next - 1]?.bracket === 'close' && inner.next > at + 1;
    if (!isClosed) reader.slips.push({ at: item.at, is: 'bracket-not-closed', typed: '(' });
    const isEmpty = inner.group.asks.length + inner.group.not.length === 0;
    return { choice: isEmpty ? null : inner.group, next: inner.next };
  }
  const field = item.field === null ? null : fieldMeaning(item.field);
  if (field?.is === 'facet') {
    const held = heldValue(items, at, { facet: field.facet, vacancies: reader.vacancies });
    if (held) return held;
    const isStillTyped = item.words.length === 0 && item.isUnfinished;
    const typed = `${item.field}:${item.typed}`;
    if (!isStillTyped) reader.slips.push({ at: item.at, is: 'field-value-unknown', typed });
  }
  if (field?.is === 'town') {
    const town = townNamed(items, at, reader.places);
    return town ?? { choice: null, next: at + 1 };
  }
  if (field?.is === 'place') {
    const { term } = termAt([{ ...item, field: null }], 0, reader.places);
    return { choice: term && inPlace(term, field.place), next: at + 1 };
  }
  const region = item.field === null && !item.isQuoted ? regionNamed(items, at) : null;
  if (region) return region;
  // A word before a colon that is no field of ours is a word like any other, and is marked.
  if (item.field !== null && field === null) {
    reader.slips.push({ at: item.at, is: 'field-unknown', typed: `${item.field}:` });
  }
  const read = item.field !== null && field === null ? withFieldAsWord(items, at) : items;
  const { term, used } = termAt(read, at, reader.places);
  return { choice: term, next: at + used };
}

function withFieldAsWord(items: readonly TextItem[], at: number): readonly TextItem[] {
  const item = items[at] as TextItem;
  const words = [...wordsOf(item.field ?? ''), ...item.words];
  const plain = { ...item, words, typed: `${item.field}:${item.typed}`, field: null };
  return items.with(at, plain);
}

function inPlace(term: Term, place: 'name' | 'registration' | 'phone'): Term {
  if (term.is === 'words') {
    return place === 'name' ? { ...term, inName: true, meaning: null } : term;
  }
  if (term.is !== 'number' || place === 'name') return term;
  return place === 'phone'
    ? { ...term, registration: 0, phone: true, text: false }
    : { ...term, registration: Number(term.digits), phone: false, phoneBegins: false, text: false };
}

/** What is left out is left out as written: no longer word, no synonym, no close spelling. */
function exactly(choice: Choice): Choice {
  if (choice.is === 'group') {
    const asks = choice.asks.map((ask) => ({ choices: ask.choices.map(exactly) }));
    return { ...choice, asks };
  }
  if (choice.is === 'town') return { ...choice, isPrefix: false };
  if (choice.is !== 'words') return choice;
  return { ...choice, isPrefix: false, mayBeMistyped: false, meaning: null };
}

/** Every term that is asked for, in brackets too; not what is left out. */
export function termsAsked(asks: readonly Ask[]): readonly Term[] {
  return asks.flatMap(({ choices }) =>
    choices.flatMap((choice): readonly Term[] => {
      if (choice.is === 'group') return termsAsked(choice.asks);
      return choice.is === 'held' || choice.is === 'town' ? [] : [choice];
    }),
  );
}

/** The points distances are measured from: the nearest of them counts. Rule Q41. */
export function basesOf({ lat, lon, others = [] }: Pick<Near, 'lat' | 'lon' | 'others'>) {
  return [{ lat, lon }, ...others].map((base) => unitVector(base.lat, base.lon));
}

/** "Kent", "Kent or Medway", "Kent, Medway or Bexley". */
export function basesWords({ label, others = [] }: Pick<Near, 'label' | 'others'>): string {
  const labels = [label, ...others.map((base) => base.label)];
  const last = labels.pop() ?? '';
  return labels.length === 0 ? last : `${labels.join(', ')} or ${last}`;
}

/**
 * The base and radius that count: a place typed in the box wins over the chosen base.
 *
 * Without either it is `home`, from where distances are measured and nobody is left out.
 */
export function nearOf(query: FindQuery, reading: Reading, home: NamedPoint | null): Near | null {
  const { distance } = reading;
  const chosen = query.near ?? null;
  if (!distance) return chosen ?? (home && { ...home, withinTheirLimit: false });
  const withinTheirLimit = chosen?.withinTheirLimit ?? true;
  const others = distance.others.length > 0 ? { others: [...distance.others] } : {};
  const from = (distance.from && { ...distance.from, ...others }) ?? chosen ?? home;
  if (!from) return null;
  return { ...from, radiusMiles: distance.miles, withinTheirLimit };
}

/** Words that ask for nothing once another follows. Rule Q4. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an and are at by for from i in is near of on or the to who with within'.split(' '),
);
/** From so many letters a word may be the beginning of a longer one wherever it stands. */
const PREFIX_LETTERS = 3;
/** From so many letters a word may be mistyped. */
const TYPO_LETTERS = 5;

function termAt(
  items: readonly TextItem[],
  at: number,
  places: Places,
): { readonly term: Term | null; readonly used: number } {
  const item = items[at] as TextItem;
  if (item.ref) return { term: { is: 'ref', typed: item.typed, ref: item.ref }, used: 1 };
  if (item.words.length === 0) return { term: null, used: 1 };
  const term = longestTerm(items, at);
  if (term) return term;
  const [word = ''] = item.words;
  const isSingle = item.words.length === 1 && !item.isQuoted;
  if (isSingle) {
    const number = numberTerm(item, word, places);
    if (number) return { term: number, used: 1 };
    if (SMALL_WORDS.has(word) && !item.isUnfinished) return { term: null, used: 1 };
  }
  const lastWord = item.words.at(-1) ?? '';
  // A known phrase ("part-time") is whole: it has its own list and needs no search in texts.
  const isPrefix = item.isQuoted
    ? item.isUnfinished
    : !isKnownPhrase(item.words) && (lastWord.length >= PREFIX_LETTERS || item.isUnfinished);
  return {
    term: {
      is: 'words',
      typed: item.typed,
      words: item.words,
      isPrefix,
      mayBeMistyped: isSingle && !item.isNot && word.length >= TYPO_LETTERS && !/\d/.test(word),
      meaning: null,
      inName: false,
    },
    used: 1,
  };
}

/** A term of the trade or a label, the longest that begins here: "form f" before "form". Q7. */
function longestTerm(items: readonly TextItem[], at: number) {
  const first = items[at] as TextItem;
  if (first.isQuoted || first.field !== null) return null;
  for (let length = LONGEST_TERM; length > 0; length -= 1) {
    const run = items.slice(at, at + length);
    if (run.length < length) continue;
    const joined = run.every(
      (item, i) =>
        !item.isQuoted &&
        item.bracket === null &&
        item.field === null &&
        (i === 0 || !(item.isNot || item.joinsByOr || item.standsAlone)),
    );
    const words = run.flatMap((item) => item.words);
    const meaning = joined ? meaningOf(words.join(' ')) : null;
    if (!meaning && !(joined && isLabel(words.join(' ')))) continue;
    const term: Term = {
      is: 'words',
      typed: run.map((item) => item.typed).join(' '),
      words,
      isPrefix: false,
      mayBeMistyped: false,
      meaning: first.isNot ? null : meaning,
      inName: false,
    };
    return { term, used: length };
  }
  return null;
}
