import { APART, NAME_FIELD, PRIMARY_FIELD, type Projection, wordsOfField } from './projection.ts';
import type { Ask, Reading, Term } from './reading.ts';

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

/** Matches everybody against a reading; null = does not meet it. */
export function matchSlowly(
  people: readonly SlowPerson[],
  reading: Reading,
): readonly (SlowMatch | null)[] {
  const mistyped = new Set(
    reading.asks
      .flatMap((ask) => ask.terms)
      .filter(
        (term) =>
          term.is === 'words' &&
          term.mayBeMistyped &&
          !people.some((person) => wordHits(person, term.words, term.isPrefix).length > 0),
      ),
  );
  return people.map((person) => {
    if (reading.not.some((term) => hitsOf(person, term, false).length > 0)) return null;
    const asks = reading.asks.map((ask) => askMatch(person, ask, mistyped));
    if (asks.includes(null)) return null;
    const met = asks.filter((each) => each !== null);
    if (met.length === 0) return NOTHING_ASKED;
    return {
      isWholeNameOrNumber: met.every((each) => each.isWholeNameOrNumber),
      weakest: Math.min(...met.map((each) => each.weakest)),
      isMainArea: met.some((each) => each.isMainArea),
    };
  });
}

function askMatch(person: SlowPerson, ask: Ask, mistyped: ReadonlySet<Term>): SlowMatch | null {
  const hits = ask.terms.flatMap((term) => hitsOf(person, term, mistyped.has(term)));
  if (hits.length === 0) return null;
  return {
    isWholeNameOrNumber: hits.some((hit) => hit.strength === 4 && hit.field === NAME_FIELD),
    weakest: Math.max(...hits.map((hit) => hit.strength)),
    isMainArea: hits.some((hit) => hit.field === PRIMARY_FIELD),
  };
}

function hitsOf(person: SlowPerson, term: Term, isMistyped: boolean): readonly Hit[] {
  if (term.is === 'ref') {
    if (!person.ref.startsWith(term.ref)) return [];
    const isWhole = person.ref === term.ref;
    return [{ strength: isWhole ? 4 : 3, field: isWhole ? NAME_FIELD : null }];
  }
  if (term.is === 'number') return numberHits(person, term);
  if (isMistyped) return closeHits(person, term.words[0] ?? '');
  const also = term.meaning?.also ?? [];
  return [
    ...wordHits(person, term.words, term.isPrefix),
    ...also.flatMap(({ words }) =>
      wordHits(person, words, false).map((hit) => ({ ...hit, strength: 1 as const })),
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
  return term.text ? [...hits, ...wordHits(person, [term.digits], false)] : hits;
}

/** Every run of the words in one field; the last may be the beginning of a longer word. */
function wordHits(person: SlowPerson, words: readonly string[], isPrefix: boolean): Hit[] {
  const last = words.length - 1;
  return person.fields.flatMap((field, index) =>
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

function closeHits(person: SlowPerson, word: string): Hit[] {
  return person.fields.flatMap((field, index) =>
    field
      .filter((held) => /^[^\d]+$/.test(held) && held !== APART && isClose(word, held))
      .map(() => ({ strength: 2 as const, field: index })),
  );
}

/** Whether some beginning of the term is at most one edit from the word. Rule Q6. */
export function isClose(word: string, term: string): boolean {
  for (let length = 0; length <= term.length; length += 1) {
    if (edits(word, term.slice(0, length)) <= 1) return true;
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
