import type { FindQuery } from '#contract/find-query.ts';
import type { NamedPoint, Places } from './places.ts';
import { readDistance } from './reading-distance.ts';
import { itemsOf, type TextItem } from './reading-items.ts';
import { isKnownPhrase, LONGEST_TERM, type Meaning, meaningOf } from './synonym-book.ts';

/** One thing asked for; a person meets an ask by meeting any of its terms. */
export interface Ask {
  readonly terms: readonly Term[];
}

/** The smallest thing that can be met. */
export type Term =
  | {
      readonly is: 'words';
      /** As typed, for a sentence. */
      readonly typed: string;
      /** One word, or several that must stand side by side. */
      readonly words: readonly string[];
      /** Whether the last word may be the beginning of a longer one. */
      readonly isPrefix: boolean;
      /** Whether a close spelling may stand in when nobody has it. */
      readonly mayBeMistyped: boolean;
      readonly meaning: Meaning | null;
    }
  | {
      readonly is: 'number';
      readonly typed: string;
      readonly digits: string;
      /** Registration numbers that begin with this; 0 = do not look there. */
      readonly registration: number;
      /** Whether telephone numbers that end in `digits` are met. */
      readonly phone: boolean;
      /** Whether the digits may also stand in the text, e.g. "2020". */
      readonly text: boolean;
    }
  | { readonly is: 'ref'; readonly typed: string; readonly ref: string };

/** How the box was read. */
export interface Reading {
  readonly asks: readonly Ask[];
  readonly not: readonly Term[];
  /** A distance typed in the box, with its place if one was named. */
  readonly distance: { readonly miles: number; readonly from: NamedPoint | null } | null;
}

/** What a distance is measured from, and how far. */
export type Near = NonNullable<FindQuery['near']>;

/**
 * Reads the one box; total: every text has a reading and none throws. Rules Q3 to Q10.
 */
export function readText(text: string, places: Places): Reading {
  const items = itemsOf(text);
  const { distance, rest } = readDistance(items, places);
  const asks: { terms: Term[] }[] = [];
  const not: Term[] = [];
  for (let i = 0; i < rest.length; ) {
    const item = rest[i] as TextItem;
    const { term, used } = termAt(rest, i, places);
    i += used;
    if (!term) continue;
    const last = asks.at(-1);
    if (item.isNot) not.push(term.is === 'words' ? { ...term, isPrefix: false } : term);
    else if (item.joinsByOr && last) last.terms.push(term);
    else asks.push({ terms: [term] });
  }
  return { asks, not, distance };
}

/** The base and radius that count: a place typed in the box wins over the chosen base. */
export function nearOf(query: FindQuery, reading: Reading): Near | null {
  const { distance } = reading;
  const chosen = query.near ?? null;
  if (!distance) return chosen;
  if (distance.from) {
    return {
      ...distance.from,
      radiusMiles: distance.miles,
      withinTheirLimit: chosen?.withinTheirLimit ?? true,
    };
  }
  return chosen && { ...chosen, radiusMiles: distance.miles };
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
    },
    used: 1,
  };
}

/** A term of the trade, the longest that begins here: "form f" before "form". Rule Q7. */
function longestTerm(items: readonly TextItem[], at: number) {
  const first = items[at] as TextItem;
  if (first.isQuoted) return null;
  for (let length = LONGEST_TERM; length > 0; length -= 1) {
    const run = items.slice(at, at + length);
    if (run.length < length) continue;
    const joined = run.every(
      (item, i) =>
        !item.isQuoted && (i === 0 || !(item.isNot || item.joinsByOr || item.standsAlone)),
    );
    const words = run.flatMap((item) => item.words);
    const meaning = joined ? meaningOf(words.join(' ')) : null;
    if (!meaning) continue;
    const term: Term = {
      is: 'words',
      typed: run.map((item) => item.typed).join(' '),
      words,
      isPrefix: false,
      mayBeMistyped: false,
      meaning: first.isNot ? null : meaning,
    };
    return { term, used: length };
  }
  return null;
}

const MAX_REGISTRATION_DIGITS = 7;

/** A registration number with or without SW and zeros, or the end of a telephone number. */
function numberTerm(item: TextItem, word: string, places: Places): Term | null {
  const match = /^(swe?)?(\d{1,15})$/.exec(word);
  if (!match) return null;
  const digits = match[2] ?? '';
  const isPadded = digits.startsWith('0') && digits.length >= MAX_REGISTRATION_DIGITS;
  const bare = isPadded ? digits.replace(/^0+/, '') : digits;
  const canBeRegistration =
    bare !== '' && !bare.startsWith('0') && bare.length <= MAX_REGISTRATION_DIGITS;
  if (match[1]) {
    const stripped = digits.replace(/^0+/, '');
    if (stripped === '' || stripped.length > MAX_REGISTRATION_DIGITS) return null;
    if (places.isOutcode(word)) return null;
    return {
      is: 'number',
      typed: item.typed,
      digits,
      registration: Number(stripped),
      phone: false,
      text: false,
    };
  }
  return {
    is: 'number',
    typed: item.typed,
    digits: national(digits),
    registration: canBeRegistration && bare.length >= 3 ? Number(bare) : 0,
    phone: digits.length >= 4,
    text: digits.length <= 4,
  };
}

/** Digits of a telephone number without the country's code. */
const national = (digits: string) => digits.replace(/^(0044|44)(?=\d{9})/, '0');
