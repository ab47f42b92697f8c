import type { FacetId } from '#contract/find-query.ts';
import type { Ask, Choice, Group, Term } from './asks.ts';
import { annotationNamed } from './labels.ts';
import { APART, NAME_FIELD, PRIMARY_FIELD, type Projection, wordsOfField } from './projection.ts';
import { type Reading, termsAsked } from './reading.ts';
import { wordsOf } from './words.ts';

/** How a person meets the text. */
export interface SlowMatch {
  readonly isWholeNameOrNumber: boolean;
  /** The weakest way among all asks: 4 word, 3 beginning, 2 close spelling, 1 synonym. */
  readonly weakest: number;
  readonly isMainArea: boolean;
}

/** A person with all their words split. */
export interface SlowPerson extends Omit<Projection, 'fields'> {
  readonly fields: readonly (readonly string[])[];
}

/** Splits all words of a person. */
export function splitWords(person: Projection): SlowPerson {
  return { ...person, fields: person.fields.map(wordsOfField) };
}

/** One place where a term stands in a person. */
interface Hit {
  readonly strength: 4 | 3 | 2 | 1;
  readonly field: number | null;
}

const NOTHING_ASKED: SlowMatch = { isWholeNameOrNumber: false, weakest: 0, isMainArea: false };

/** A person as the oracle looks at them: their words, and the facet values they hold. */
export interface Looked {
  readonly person: SlowPerson;
  readonly values: ReadonlyMap<FacetId, ReadonlySet<string>>;
}

/** Matches everybody against a reading; null = does not meet it. */
export function matchSlowly(
  people: readonly Looked[],
  reading: Reading,
): readonly (SlowMatch | null)[] {
  const slips = new Map<Term, number>();
  for (const term of termsAsked(reading.asks)) {
    if (term.is !== 'words' || !term.mayBeMistyped) continue;
    const has = (hits: (person: SlowPerson) => readonly Hit[]) =>
      people.some(({ person }) => hits(person).length > 0);
    if (has((person) => wordHits(person, term))) continue;
    const word = term.words[0] ?? '';
    const isLong = word.length >= 8;
    slips.set(term, isLong && !has((person) => closeHits(person, term, 1)) ? 2 : 1);
  }
  return people.map((person) => {
    const match = groupMatch(person, reading, slips);
    return match && reading.asks.length === 0 ? NOTHING_ASKED : match;
  });
}

function groupMatch(
  looked: Looked,
  { asks, not }: Pick<Group, 'asks' | 'not'>,
  slips: ReadonlyMap<Term, number>,
): SlowMatch | null {
  if (not.some((choice) => choiceMatch(looked, choice, slips) !== null)) return null;
  const met = asks.map((ask) => askMatch(looked, ask, slips)).filter((each) => each !== null);
  if (met.length < asks.length) return null;
  if (met.length === 0) return WHOLE_WORD;
  return {
    isWholeNameOrNumber: met.every((each) => each.isWholeNameOrNumber),
    weakest: Math.min(...met.map((each) => each.weakest)),
    isMainArea: met.some((each) => each.isMainArea),
  };
}

const WHOLE_WORD: SlowMatch = { isWholeNameOrNumber: false, weakest: 4, isMainArea: false };

function askMatch(looked: Looked, ask: Ask, slips: ReadonlyMap<Term, number>): SlowMatch | null {
  const met = ask.choices
    .map((choice) => choiceMatch(looked, choice, slips))
    .filter((each) => each !== null);
  return met.length === 0 ? null : bestOf(met);
}

const bestOf = (met: readonly SlowMatch[]): SlowMatch => ({
  isWholeNameOrNumber: met.some((each) => each.isWholeNameOrNumber),
  weakest: Math.max(...met.map((each) => each.weakest)),
  isMainArea: met.some((each) => each.isMainArea),
});

function choiceMatch(
  looked: Looked,
  choice: Choice,
  slips: ReadonlyMap<Term, number>,
): SlowMatch | null {
  if (choice.is === 'group') return groupMatch(looked, choice, slips);
  if (choice.is === 'held') {
    const held = looked.values.get(choice.facet);
    return choice.values.some((value) => held?.has(value)) ? WHOLE_WORD : null;
  }
  if (choice.is === 'town') {
    const [held, wanted] = [wordsOf(looked.person.town), choice.words];
    const isIt = (word: string, i: number) =>
      choice.isPrefix && i === wanted.length - 1 ? held[i]?.startsWith(word) : held[i] === word;
    return wanted.every(isIt) ? WHOLE_WORD : null;
  }
  const hits = hitsOf(looked, choice, slips.get(choice));
  if (hits.length === 0) return null;
  return bestOf(
    hits.map(({ strength, field }) => ({
      isWholeNameOrNumber: strength === 4 && field === NAME_FIELD,
      weakest: strength,
      isMainArea: field === PRIMARY_FIELD,
    })),
  );
}

function hitsOf({ person, values }: Looked, term: Term, slips: number | undefined): readonly Hit[] {
  if (term.is === 'ref') {
    if (!person.ref.startsWith(term.ref)) return [];
    const isWhole = person.ref === term.ref;
    return [{ strength: isWhole ? 4 : 3, field: isWhole ? NAME_FIELD : null }];
  }
  if (term.is === 'number') return numberHits(person, term);
  if (slips !== undefined) return closeHits(person, term, slips);
  const also = term.meaning?.also ?? [];
  const fact = term.isPrefix || term.inName ? null : annotationNamed(term.words);
  const isOnlyWritten = fact !== null && !values.get('annotation')?.has(fact);
  return [
    ...wordHits(person, term).map((hit) =>
      isOnlyWritten && hit.field !== NAME_FIELD ? { ...hit, strength: 3 as const } : hit,
    ),
    ...also.flatMap(({ words }) =>
      wordHits(person, { words }).map((hit) => ({ ...hit, strength: 1 as const })),
    ),
  ];
}

function numberHits(person: SlowPerson, term: Extract<Term, { is: 'number' }>): readonly Hit[] {
  const hits: Hit[] = [];
  const registration = String(person.registration);
  const wanted = String(term.registration);
  if (term.registration > 0 && registration === wanted) {
    hits.push({ strength: 4, field: NAME_FIELD });
  } else if (term.registration > 0 && registration.startsWith(wanted)) {
    hits.push({ strength: 3, field: null });
  }
  const phone = String(person.phoneTail).padStart(Math.min(person.phoneDigits, 9), '0');
  if (term.phone && person.phoneDigits > 0 && phone.endsWith(term.digits.slice(-9))) {
    hits.push({ strength: 4, field: term.digits.length >= 10 ? NAME_FIELD : null });
  }
  if (term.phoneBegins && person.phoneDigits >= 11 && phone.startsWith(term.digits.slice(2))) {
    hits.push({ strength: 3, field: null });
  }
  return term.text ? [...hits, ...wordHits(person, { words: [term.digits] })] : hits;
}

/** Every run of the words in one field; the last may be the beginning of a longer word. */
function wordHits(
  person: SlowPerson,
  { words, isPrefix = false, inName = false }: Partial<WordsTerm> & Pick<WordsTerm, 'words'>,
): Hit[] {
  const last = words.length - 1;
  const fields = inName ? person.fields.slice(NAME_FIELD, NAME_FIELD + 1) : person.fields;
  return fields.flatMap((field, index) =>
    field.flatMap((_, at): Hit[] => {
      const run = field.slice(at, at + words.length);
      if (run.length < words.length || run.includes(APART)) return [];
      if (!words.every((word, i) => i === last || run[i] === word)) return [];
      if (run[last] === words[last]) return [{ strength: 4, field: index }];
      const begins = isPrefix && run[last]?.startsWith(words[last] ?? '');
      return begins ? [{ strength: 3, field: index }] : [];
    }),
  );
}

type WordsTerm = Extract<Term, { is: 'words' }>;

function closeHits(person: SlowPerson, { words, inName }: WordsTerm, most: number): Hit[] {
  const fields = inName ? person.fields.slice(NAME_FIELD, NAME_FIELD + 1) : person.fields;
  return fields.flatMap((field, index) =>
    field
      .filter((held) => /^[^\d]+$/.test(held) && held !== APART)
      .filter((held) => isClose(words[0] ?? '', held, most))
      .map(() => ({ strength: 2 as const, field: index })),
  );
}

/** Whether some beginning of the term is at most so many edits from the word. Rule Q6. */
export function isClose(word: string, term: string, most = 1): boolean {
  for (let length = 0; length <= term.length; length += 1) {
    if (edits(word, term.slice(0, length)) <= most) return true;
  }
  return false;
}

/** Edits between two words by the full table: insert, delete, replace, swap neighbours. */
function edits(a: string, b: string): number {
  const table: number[][] = [];
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= a.length; i += 1) {
    const row: number[] = [];
    table.push(row);
    for (let j = 0; j <= b.length; j += 1) {
      if (i === 0 || j === 0) {
        row.push(i + j);
        continue;
      }
      const replace = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? at(i - 2, j - 2) + 1
          : Number.POSITIVE_INFINITY;
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, replace, swap));
    }
  }
  return at(a.length, b.length);
}
