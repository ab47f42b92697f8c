import { GrowingList } from './growing-list.ts';
import { APART, type Field, NAME_FIELD, PRIMARY_FIELD } from './projection.ts';
import {
  APART_HERE,
  FIELD_END,
  FIRST_TERM,
  FLAG_BITS,
  forwardList,
  IN_NAME,
  IN_PRIMARY,
  PHRASE_MARK,
  postingsList,
  type Segment,
} from './segment.ts';
import { packStrings } from './string-column.ts';
import { KNOWN_PHRASES } from './synonym-book.ts';
import { createTermNumbers } from './term-numbers.ts';

/** A list of words that many people share: its running text, and its distinct terms. */
interface Block {
  readonly codes: Uint32Array;
  readonly terms: readonly number[];
}

const NO_PHRASES: readonly (readonly string[])[] = [];
const PHRASES_BY_FIRST = Map.groupBy(KNOWN_PHRASES, (words) => words[0] ?? '');

/**
 * Writes people's words, then gives them as sorted terms with postings. Rule Q30.
 *
 * One pass numbers the words as they come and writes postings as pairs; a counting sort
 * then turns them into lists by sorted term. Lists of words that people share, such as an
 * area's, are numbered once.
 */
export function createTextWriter() {
  const numbers = createTermNumbers();
  /** Known phrases by the number of their first word; the rest are `undefined`. */
  const phrasesOf: (readonly (readonly string[])[] | undefined)[] = [];
  const blocks = new Map<readonly string[], Block>();
  const forward = new GrowingList();
  const starts = new GrowingList();
  /** One entry a distinct term and person: the term, and the posting beside it. */
  const pairTerms = new GrowingList();
  const pairPostings = new GrowingList();
  const lastPair: number[] = [];
  const lastPlace: number[] = [];

  /** Makes room for what has been numbered since. */
  function meetNewTerms(): void {
    for (let term = lastPlace.length; term < numbers.words.length; term += 1) {
      phrasesOf.push(PHRASES_BY_FIRST.get(numbers.words[term] as string));
      lastPair.push(-1);
      lastPlace.push(-1);
    }
  }

  function post(term: number, place: number, flags: number): void {
    if (lastPlace[term] === place) {
      if (flags !== 0) pairPostings.markAt(lastPair[term] as number, flags);
      return;
    }
    lastPlace[term] = place;
    lastPair[term] = pairTerms.length;
    pairTerms.push(term);
    pairPostings.push(((place << FLAG_BITS) | flags) >>> 0);
  }

  /** The terms of the running text from `from` on, phrases too, some more than once. */
  function termsFrom(from: number): readonly number[] {
    meetNewTerms();
    const terms: number[] = [];
    for (let i = from; i < forward.length; i += 1) {
      const term = forward.at(i) - FIRST_TERM;
      if (term < 0) continue;
      terms.push(term);
      for (const phrase of phrasesOf[term] ?? NO_PHRASES) {
        if (isAt(i, phrase)) terms.push(numbers.of(PHRASE_MARK + phrase.join(' ')));
      }
    }
    meetNewTerms();
    return terms;
  }

  function isAt(from: number, phrase: readonly string[]): boolean {
    if (from + phrase.length > forward.length) return false;
    for (let i = 1; i < phrase.length; i += 1) {
      const code = forward.at(from + i);
      if (numbers.words[code - FIRST_TERM] !== phrase[i]) return false;
    }
    return true;
  }

  function writeWords(field: readonly string[]): Block {
    const from = forward.length;
    for (const word of field) {
      forward.push(word === APART ? APART_HERE : numbers.of(word) + FIRST_TERM);
    }
    return { codes: forward.all().slice(from), terms: [...new Set(termsFrom(from))] };
  }

  function writeField(field: Field): readonly number[] {
    if (typeof field === 'string') {
      const from = forward.length;
      for (const number of numbers.split(field)) forward.push(number + FIRST_TERM);
      return termsFrom(from);
    }
    const known = blocks.get(field);
    if (known === undefined) {
      const block = writeWords(field);
      blocks.set(field, block);
      return block.terms;
    }
    forward.pushAll(known.codes);
    return known.terms;
  }

  return {
    /** Writes the next person. */
    write(place: number, fields: readonly Field[]): void {
      starts.push(forward.length);
      for (let index = 0; index < fields.length; index += 1) {
        const flags = index === NAME_FIELD ? IN_NAME : index === PRIMARY_FIELD ? IN_PRIMARY : 0;
        const terms = writeField(fields[index] as Field);
        for (let i = 0; i < terms.length; i += 1) post(terms[i] as number, place, flags);
        forward.push(FIELD_END);
      }
    },
    /** Everybody's text, once all are written. */
    finish(count: number): SegmentText {
      starts.push(forward.length);
      return {
        ...sortedTerms(count, numbers.words, forward.all(), {
          terms: pairTerms.all(),
          postings: pairPostings.all(),
        }),
        forwardStarts: starts.all().slice(),
      };
    },
  };
}

/** The part of a segment that is text. */
export type SegmentText = Pick<
  Segment,
  'terms' | 'postingStarts' | 'postings' | 'forward' | 'forwardStarts'
>;

/** Renumbers terms by their sorted order and gathers each term's postings. */
function sortedTerms(
  count: number,
  words: readonly string[],
  forward: Uint32Array,
  pairs: { readonly terms: Uint32Array; readonly postings: Uint32Array },
): Omit<SegmentText, 'forwardStarts'> {
  const order = words.map((_, i) => i).sort((a, b) => compare(words[a] ?? '', words[b] ?? ''));
  const ranks = new Uint32Array(words.length);
  order.forEach((old, rank) => {
    ranks[old] = rank;
  });
  const postingStarts = new Uint32Array(words.length + 1);
  for (let i = 0; i < pairs.terms.length; i += 1) {
    const next = (ranks[pairs.terms[i] as number] as number) + 1;
    postingStarts[next] = (postingStarts[next] as number) + 1;
  }
  for (let t = 1; t <= words.length; t += 1) {
    postingStarts[t] = (postingStarts[t] as number) + (postingStarts[t - 1] as number);
  }
  const cursor = postingStarts.slice();
  const postings = postingsList(count, pairs.terms.length);
  for (let i = 0; i < pairs.terms.length; i += 1) {
    const rank = ranks[pairs.terms[i] as number] as number;
    const at = cursor[rank] as number;
    postings[at] = pairs.postings[i] as number;
    cursor[rank] = at + 1;
  }
  const codes = forwardList(words.length, forward.length);
  for (let i = 0; i < forward.length; i += 1) {
    const code = forward[i] as number;
    codes[i] = code < FIRST_TERM ? code : (ranks[code - FIRST_TERM] as number) + FIRST_TERM;
  }
  return {
    terms: packStrings(order.map((old) => words[old] ?? '')),
    postingStarts,
    postings,
    forward: codes,
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
