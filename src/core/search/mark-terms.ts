import type { Annotation } from '#contract/vocabulary.ts';
import type { InTown, Term } from './asks.ts';
import { annotationNamed } from './labels.ts';
import { markPhrase } from './mark-phrase.ts';
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
} from './planes.ts';
import { isAnyOf } from './postings.ts';
import { PHONE_TAIL_DIGITS } from './projection.ts';
import { PHRASE_MARK, type Segment } from './segment.ts';
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
