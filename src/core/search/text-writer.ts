import { GrowingList } from './growing-list.ts';
import { packPostingsInSteps } from './postings.ts';
import { APART, type Field, NAME_FIELD, PRIMARY_FIELD } from './projection.ts';
import { forwardList } from './running-text.ts';
import { APART_HERE, FIELD_END, FIRST_TERM, PHRASE_MARK, type Segment } from './segment.ts';
import type { Steps } from './steps.ts';
import { packStringsInSteps } from './string-column.ts';
import { KNOWN_PHRASES } from './synonym-book.ts';
import { createTermNumbers } from './term-numbers.ts';

/** A list of words that many people share: their numbers, and its distinct terms. */
interface Block {
  readonly numbers: readonly number[];
  readonly terms: readonly number[];
}

/** A known phrase; its term is numbered when somebody first has it. */
interface Phrase {
  readonly words: readonly string[];
  term: number | null;
}

/** Flags of a person's word: it stands in the main area, in the name. */
const IN_PRIMARY = 1;
const IN_NAME = 2;
/** Bits that the flags take below the person's place. */
const FLAG_BITS = 2;

/** What the sample's people have, rounded up. */
const WORDS_EACH = 160;
const TERMS_EACH = 100;
/** So that it is written as `APART_HERE`. */
const APART_NUMBER = APART_HERE - FIRST_TERM;
const PHRASES_BY_FIRST = Map.groupBy(KNOWN_PHRASES, (words) => words[0] ?? '');

/**
 * Writes people's words, then gives them as sorted terms with postings. Rule Q30.
 *
 * One pass numbers the words as they come and writes pairs of word and person; a counting
 * sort then turns them into postings by sorted term. Lists of words that people share, such as an
 * area's, are numbered once.
 */
export function createTextWriter(people: number) {
  const numbers = createTermNumbers();
  /** Known phrases by the number of their first word; the rest are `undefined`. */
  const phrasesOf: (readonly Phrase[] | undefined)[] = [];
  const blocks = new Map<readonly string[], Block>();
  const forward = new GrowingList(people * WORDS_EACH);
  const starts = new GrowingList(people + 1);
  /** One entry a distinct term and person: the term, and the place with its flags beside it. */
  const pairTerms = new GrowingList(people * TERMS_EACH);
  const pairPlaces = new GrowingList(people * TERMS_EACH);
  const lastPair: number[] = [];
  const lastPlace: number[] = [];

  /** Makes room for what has been numbered since. */
  function meetNewTerms(): void {
    for (let term = lastPlace.length; term < numbers.words.length; term += 1) {
      const known = PHRASES_BY_FIRST.get(numbers.words[term] as string);
      phrasesOf.push(known?.map((words) => ({ words, term: null })));
      lastPair.push(-1);
      lastPlace.push(-1);
    }
  }

  /** Who is being written, and what a posting of the field says beside that. */
  let place = 0;
  let flags = 0;

  function post(term: number): void {
    if (lastPlace[term] === place) {
      if (flags !== 0) pairPlaces.markAt(lastPair[term] as number, flags);
      return;
    }
    lastPlace[term] = place;
    lastPair[term] = pairTerms.length;
    pairTerms.push(term);
    pairPlaces.push(((place << FLAG_BITS) | flags) >>> 0);
  }

  /** Calls with the terms of a running text, phrases too, some more than once. */
  function eachTerm(text: readonly number[], found: (term: number) => void): void {
    meetNewTerms();
    for (let i = 0; i < text.length; i += 1) {
      const term = text[i] as number;
      if (term === APART_NUMBER) continue;
      found(term);
      const phrases = phrasesOf[term];
      if (phrases === undefined) continue;
      for (let p = 0; p < phrases.length; p += 1) {
        const phrase = phrases[p] as Phrase;
        if (isAt(text, i, phrase.words)) found(termOf(phrase));
      }
    }
  }

  function isAt(text: readonly number[], at: number, words: readonly string[]): boolean {
    if (at + words.length > text.length) return false;
    for (let i = 1; i < words.length; i += 1) {
      if (numbers.words[text[at + i] as number] !== words[i]) return false;
    }
    return true;
  }

  function termOf(phrase: Phrase): number {
    if (phrase.term !== null) return phrase.term;
    phrase.term = numbers.of(PHRASE_MARK + phrase.words.join(' '));
    meetNewTerms();
    return phrase.term;
  }

  function writeText(text: string): void {
    const found = numbers.split(text);
    for (let i = 0; i < found.length; i += 1) forward.push((found[i] as number) + FIRST_TERM);
    eachTerm(found, post);
  }

  function writeWords(words: readonly string[]): void {
    const block = blocks.get(words) ?? blockOf(words);
    for (let i = 0; i < block.numbers.length; i += 1) {
      forward.push((block.numbers[i] as number) + FIRST_TERM);
    }
    for (let i = 0; i < block.terms.length; i += 1) post(block.terms[i] as number);
  }

  function blockOf(words: readonly string[]): Block {
    const text = words.map((word) => (word === APART ? APART_NUMBER : numbers.of(word)));
    const terms = new Set<number>();
    eachTerm(text, (term) => terms.add(term));
    const block = { numbers: text, terms: [...terms] };
    blocks.set(words, block);
    return block;
  }

  return {
    /** Writes the next person. */
    write(next: number, fields: readonly Field[]): void {
      starts.push(forward.length);
      place = next;
      for (let index = 0; index < fields.length; index += 1) {
        const field = fields[index] as Field;
        flags = index === NAME_FIELD ? IN_NAME : index === PRIMARY_FIELD ? IN_PRIMARY : 0;
        if (typeof field === 'string') writeText(field);
        else writeWords(field);
        forward.push(FIELD_END);
      }
    },
    /** Everybody's text, once all are written. */
    *finish(count: number): Steps<SegmentText> {
      starts.push(forward.length);
      const pairs = { terms: pairTerms.all(), places: pairPlaces.all() };
      return {
        ...(yield* sortedTerms(count, numbers.words, forward.all(), pairs)),
        forwardStarts: starts.all().slice(),
      };
    },
  };
}

/** The part of a segment that is text. */
export type SegmentText = Pick<
  Segment,
  'terms' | 'anywhere' | 'inPrimary' | 'inName' | 'forward' | 'forwardStarts'
>;

/** Renumbers terms by their sorted order and gathers who has each. */
function* sortedTerms(
  count: number,
  words: readonly string[],
  forward: Uint32Array,
  pairs: { readonly terms: Uint32Array; readonly places: Uint32Array },
): Steps<Omit<SegmentText, 'forwardStarts'>> {
  const order = words.map((_, i) => i).sort((a, b) => compare(words[a] ?? '', words[b] ?? ''));
  const ranks = new Uint32Array(words.length);
  order.forEach((old, rank) => {
    ranks[old] = rank;
  });
  yield;
  const starts = new Uint32Array(words.length + 1);
  for (let i = 0; i < pairs.terms.length; i += 1) {
    const next = (ranks[pairs.terms[i] as number] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  yield;
  for (let t = 1; t <= words.length; t += 1) {
    starts[t] = (starts[t] as number) + (starts[t - 1] as number);
  }
  const cursor = starts.slice();
  const sorted = new Uint32Array(pairs.terms.length);
  for (let i = 0; i < pairs.terms.length; i += 1) {
    const rank = ranks[pairs.terms[i] as number] as number;
    const at = cursor[rank] as number;
    sorted[at] = pairs.places[i] as number;
    cursor[rank] = at + 1;
  }
  yield;
  const having = (flags: number) =>
    packPostingsInSteps({ people: count, terms: words.length }, (term, into) => {
      let length = 0;
      const end = starts[term + 1] as number;
      for (let i = starts[term] as number; i < end; i += 1) {
        const placed = sorted[i] as number;
        if ((placed & flags) === flags) into[length++] = placed >>> FLAG_BITS;
      }
      return length;
    });
  const codes = forwardList(words.length, forward.length);
  for (let i = 0; i < forward.length; i += 1) {
    const code = forward[i] as number;
    codes[i] = code < FIRST_TERM ? code : (ranks[code - FIRST_TERM] as number) + FIRST_TERM;
  }
  yield;
  return {
    terms: yield* packStringsInSteps(order.map((old) => words[old] ?? '')),
    anywhere: yield* having(0),
    inPrimary: yield* having(IN_PRIMARY),
    inName: yield* having(IN_NAME),
    forward: codes,
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
