import { countBits, placesOf } from './kernels.ts';
import { finish, isStop, type Steps } from './steps.ts';

/**
 * Who has each of some terms: a list of places, or a bit set where that is shorter.
 *
 * A list takes two bytes a person who has the term, a set one bit a person of the segment.
 */
export interface Postings {
  /** List of term t: `places[starts[t]]` up to `places[starts[t + 1]]`; empty where it has a set. */
  readonly starts: Uint32Array;
  /** Ascending within a term. */
  readonly places: Uint16Array;
  /** The terms that have sets, ascending. */
  readonly frequent: Uint32Array;
  /** Their sets, side by side. */
  readonly sets: Uint32Array;
}

/** Terms `[from, to)`. */
export interface TermRange {
  readonly from: number;
  readonly to: number;
}

/** A segment has no more people than a place of two bytes can tell apart. */
export const MOST_PLACES = 0x1_0000;
/** A term that this share of all have takes less as a set. */
const FREQUENT = 1 / 16;

/**
 * Packs who of so many people has which of so many terms.
 *
 * `gather` writes everybody who has a term once, in any order, and says how many they are.
 */
export function packPostings(
  size: { readonly people: number; readonly terms: number },
  gather: (term: number, into: Uint16Array) => number,
): Postings {
  return finish(packPostingsInSteps(size, gather));
}

/** The same, stopping now and then. */
export function* packPostingsInSteps(
  { people, terms }: { readonly people: number; readonly terms: number },
  gather: (term: number, into: Uint16Array) => number,
): Steps<Postings> {
  const words = (people + 31) >>> 5;
  const having = new Uint16Array(people);
  const starts = new Uint32Array(terms + 1);
  const frequent: number[] = [];
  let places = new Uint16Array(people);
  let sets = new Uint32Array(0);
  for (let term = 0; term < terms; term += 1) {
    if (isStop(term)) yield;
    const start = starts[term] as number;
    const count = gather(term, having);
    const isFrequent = count > people * FREQUENT;
    const end = isFrequent ? start : start + count;
    starts[term + 1] = end;
    if (isFrequent) {
      const offset = frequent.length * words;
      frequent.push(term);
      if (offset + words > sets.length) sets = longer(sets, offset + words);
      for (let i = 0; i < count; i += 1) setBit(sets, offset, having[i] as number);
    } else {
      if (end > places.length) places = longer(places, end);
      const list = having.subarray(0, count);
      places.set(isAscending(list) ? list : list.sort(), start);
    }
  }
  return {
    starts,
    places: places.slice(0, starts[terms]),
    frequent: Uint32Array.from(frequent),
    sets: sets.slice(0, frequent.length * words),
  };
}

function longer<List extends Uint16Array | Uint32Array>(list: List, least: number): List {
  const Numbers = list.constructor as new (length: number) => List;
  const grown = new Numbers(Math.max(least, list.length * 2));
  grown.set(list);
  return grown;
}

function isAscending(list: Uint16Array): boolean {
  for (let i = 1; i < list.length; i += 1) {
    if ((list[i] as number) < (list[i - 1] as number)) return false;
  }
  return true;
}

/** Adds to a bit set, `offset` words from the start of `bits`, who has any of these terms. */
export function uniteTerms(
  bits: Uint32Array,
  offset: number,
  { starts, places, frequent, sets }: Postings,
  { from, to }: TermRange,
): void {
  const end = starts[to] as number;
  for (let i = starts[from] as number; i < end; i += 1) {
    setBit(bits, offset, places[i] as number);
  }
  const words = sets.length / frequent.length;
  for (let i = firstFrequent(frequent, from); (frequent[i] ?? to) < to; i += 1) {
    const set = i * words;
    for (let word = 0; word < words; word += 1) {
      bits[offset + word] = (bits[offset + word] as number) | (sets[set + word] as number);
    }
  }
}

/** What `uniteTerms` takes: a place of a list counts 1, a word of a set about as much. */
export function postingsCost(
  { starts, frequent, sets }: Postings,
  { from, to }: TermRange,
): number {
  const inSets = firstFrequent(frequent, to) - firstFrequent(frequent, from);
  const listed = (starts[to] as number) - (starts[from] as number);
  return listed + (inSets === 0 ? 0 : (inSets * sets.length) / frequent.length);
}

/** Whether any of `alive` has one of these terms. */
export function isAnyOf(alive: Uint32Array, postings: Postings, { from, to }: TermRange): boolean {
  const { starts, places, frequent } = postings;
  const end = starts[to] as number;
  for (let i = starts[from] as number; i < end; i += 1) {
    const place = places[i] as number;
    if (((alive[place >>> 5] as number) >>> (place & 31)) & 1) return true;
  }
  for (let i = firstFrequent(frequent, from); (frequent[i] ?? to) < to; i += 1) {
    if (setAt(postings, i).some((word, at) => (word & (alive[at] as number)) !== 0)) return true;
  }
  return false;
}

/** How many have a term. */
export function countHaving(postings: Postings, term: number): number {
  const { starts, frequent } = postings;
  const i = firstFrequent(frequent, term);
  if (frequent[i] === term) return countBits(setAt(postings, i));
  return (starts[term + 1] as number) - (starts[term] as number);
}

/** Everybody who has a term, in ascending order. */
export function placesHaving(postings: Postings, term: number): Uint16Array | Uint32Array {
  const { starts, places, frequent } = postings;
  const i = firstFrequent(frequent, term);
  if (frequent[i] === term) return placesOf(setAt(postings, i), countHaving(postings, term));
  return places.subarray(starts[term], starts[term + 1]);
}

/** Bytes that they take. */
export function postingsBytes({ starts, places, frequent, sets }: Postings): number {
  return starts.byteLength + places.byteLength + frequent.byteLength + sets.byteLength;
}

/** The set of the i-th frequent term. */
function setAt({ frequent, sets }: Postings, i: number): Uint32Array {
  const words = sets.length / frequent.length;
  return sets.subarray(i * words, (i + 1) * words);
}

/** The first of the frequent terms that is not below a term. */
function firstFrequent(frequent: Uint32Array, term: number): number {
  let low = 0;
  let high = frequent.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((frequent[middle] as number) < term) low = middle + 1;
    else high = middle;
  }
  return low;
}

function setBit(bits: Uint32Array, offset: number, place: number): void {
  const word = offset + (place >>> 5);
  bits[word] = (bits[word] as number) | (1 << (place & 31));
}
