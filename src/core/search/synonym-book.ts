import { HOURS_LABELS, ROLE_LABELS } from '#contract/vocabulary-labels.ts';
import { SPECIALISMS } from '#core/data/specialisms.ts';
import { SYNONYMS } from '#core/data/synonyms.ts';
import { wordsOf } from './words.ts';

/** What the trade means by one term, e.g. "CP". */
export interface Meaning {
  /** The term as the trade writes it; null = as it was typed. */
  readonly term: string | null;
  /** What is searched beside the term, as written and as words. Empty when ambiguous. */
  readonly also: readonly { readonly label: string; readonly words: readonly string[] }[];
  /** Other meanings, never searched silently; a screen may offer them. */
  readonly couldMean: readonly string[];
}

function buildBook(): ReadonlyMap<string, Meaning> {
  const byTerm = Map.groupBy(SYNONYMS, (entry) => wordsOf(entry.term).join(' '));
  const book = new Map<string, Meaning>();
  for (const [key, entries] of byTerm) {
    const [entry, second] = entries;
    if (!entry || !key) continue;
    if (second) {
      const couldMean = entries.map((each) => each.expansion);
      book.set(key, { term: entry.term, also: [], couldMean });
      continue;
    }
    const labels = [entry.expansion.replace(/\s*\([^)]*\)/g, ''), ...entry.equivalents];
    const seen = new Set([key]);
    const also = labels
      .map((label) => ({ label, words: wordsOf(label) }))
      .filter(({ words }) => {
        const own = words.join(' ');
        return own !== '' && !seen.has(own) && seen.add(own);
      });
    book.set(key, {
      term: entry.term,
      also,
      couldMean: entry.ambiguousWith ? [entry.ambiguousWith] : [],
    });
  }
  for (const entry of SYNONYMS) {
    const isOneMeaning = byTerm.get(wordsOf(entry.term).join(' '))?.length === 1;
    const letters = isOneMeaning && !entry.ambiguousWith ? [entry.term] : [];
    for (const written of writtenOut(entry.expansion)) {
      const words = wordsOf(written);
      const key = words.join(' ');
      if (words.length < 2 || book.has(key)) continue;
      const also = [...letters, ...entry.equivalents]
        .map((label) => ({ label, words: wordsOf(label) }))
        .filter((each) => each.words.length > 0 && each.words.join(' ') !== key);
      book.set(key, { term: null, also, couldMean: [] });
    }
  }
  return book;
}

/** "Looked After Child(ren)" is written in two ways; what else is in brackets explains. */
function writtenOut(expansion: string): readonly string[] {
  const ways = expansion.includes('(ren)')
    ? [expansion.replace('(ren)', 'ren'), expansion.replace('(ren)', '')]
    : [expansion];
  return ways.map((way) => way.replace(/\s*\([^)]*\)/g, ''));
}

const BOOK = buildBook();

/** Words of the longest term of the book. */
export const LONGEST_TERM = Math.max(...[...BOOK.keys()].map((key) => key.split(' ').length));

/** Looks a term, or a term written out, up by its folded words joined by spaces. Rule Q7. */
export function meaningOf(words: string): Meaning | null {
  return BOOK.get(words) ?? null;
}

/** Phrases recruiters type that are neither terms nor labels, and that most people hold. */
const COMMON_PHRASES = ['social work', 'social worker', 'social workers'];

/**
 * Groups of two or more words that the index keeps as one term of its own.
 *
 * A synonym is mostly a phrase, and verifying a common phrase word by word costs
 * milliseconds; as a term it costs one posting list (performance.md section 2).
 */
export const KNOWN_PHRASES: readonly (readonly string[])[] = [
  ...new Map(
    [
      ...[...BOOK].flatMap(([key, { also }]) => [
        key.split(' '),
        ...also.map(({ words }) => words),
      ]),
      ...COMMON_PHRASES.map(wordsOf),
      ...Object.values(HOURS_LABELS).map(wordsOf),
      ...Object.values(ROLE_LABELS).map(wordsOf),
      ...SPECIALISMS.flatMap((area) => area.synonyms.map(wordsOf)),
    ]
      .filter((words) => words.length > 1)
      .map((words) => [words.join(' '), words] as const),
  ).values(),
];

const LABELS = new Set(
  [...Object.values(HOURS_LABELS), ...Object.values(ROLE_LABELS)]
    .map(wordsOf)
    .filter((words) => words.length > 1)
    .map((words) => words.join(' ')),
);

/** Whether these words, joined by spaces, are hours or a role as a person chooses them. */
export function isLabel(words: string): boolean {
  return LABELS.has(words);
}

const KNOWN = new Set(KNOWN_PHRASES.map((words) => words.join(' ')));

/** Whether the index keeps these words as one term. */
export function isKnownPhrase(words: readonly string[]): boolean {
  return KNOWN.has(words.join(' '));
}
