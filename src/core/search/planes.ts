import { type TermRange, uniteTerms } from './postings.ts';
import type { Segment } from './segment.ts';

/**
 * How people of a segment meet an ask, as bit sets that lie side by side.
 *
 * A byte a person took a pass over everybody for each ask; thirty-two people in one word
 * take a thirty-second of it. Nothing here knows people or words.
 */
export interface Planes {
  readonly bits: Uint32Array;
  /** Words of one plane. */
  readonly words: number;
}

/** How an ask was met, one bit each: the number of the bit is the number of its plane. */
export const BY_SYNONYM = 1;
export const BY_TYPO = 2;
export const BY_PREFIX = 4;
export const BY_WORD = 8;
/** The word stands in the main area. */
export const PRIMARY_BIT = 16;
/** A whole word of the name, or a whole number. */
export const NAME_BIT = 32;

/** Planes of each, the ways first, then these two. */
export const PLANES = 6;
export const WAYS = 4;
export const PRIMARY = 4;
export const NAME = 5;
const planeOf = (how: number) => 31 - Math.clz32(how);

/** Nobody meets anything yet. */
export function emptyPlanes(people: number): Planes {
  const words = (people + 31) >>> 5;
  return { bits: new Uint32Array(words * PLANES), words };
}

/** Planes nobody needs any more, the last few; of some tens of kilobytes each. */
const spare: Planes[] = [];
const MOST_SPARE = 4;

/** The same as `emptyPlanes`, for a while: what was given back is used again. */
export function borrowPlanes(people: number): Planes {
  const words = (people + 31) >>> 5;
  const at = spare.findIndex((each) => each.words === words);
  const [planes] = at < 0 ? [] : spare.splice(at, 1);
  planes?.bits.fill(0);
  return planes ?? emptyPlanes(people);
}

/** Gives borrowed planes back. */
export function giveBack(planes: Planes): void {
  if (spare.push(planes) > MOST_SPARE) spare.shift();
}

/** Marks one person as met in these ways. */
export function markPlace({ bits, words }: Planes, place: number, ways: number): void {
  const bit = 1 << (place & 31);
  let at = place >>> 5;
  for (let rest = ways; rest !== 0; rest >>>= 1) {
    if (rest & 1) bits[at] = (bits[at] as number) | bit;
    at += words;
  }
}

/** Marks people as met in these ways. */
export function markPlaces({ bits, words }: Planes, places: Uint16Array, ways: number): void {
  for (let plane = 0; plane < PLANES; plane += 1) {
    if (((ways >>> plane) & 1) === 0) continue;
    for (let i = 0; i < places.length; i += 1) {
      const place = places[i] as number;
      const at = plane * words + (place >>> 5);
      bits[at] = (bits[at] as number) | (1 << (place & 31));
    }
  }
}

/** Marks who has any of some terms as met in one way; the name counts for whole words only. */
export function markTerms(
  { bits, words }: Planes,
  { anywhere, inPrimary, inName }: Pick<Segment, 'anywhere' | 'inPrimary' | 'inName'>,
  range: TermRange,
  how: number,
): void {
  uniteTerms(bits, planeOf(how) * words, anywhere, range);
  uniteTerms(bits, PRIMARY * words, inPrimary, range);
  if (how === BY_WORD) uniteTerms(bits, NAME * words, inName, range);
}

/** Marks who has any of some terms in their name; a whole word is a whole name. */
export function markNameTerms(
  { bits, words }: Planes,
  { inName }: Pick<Segment, 'inName'>,
  range: TermRange,
  how: number,
): void {
  uniteTerms(bits, planeOf(how) * words, inName, range);
  if (how === BY_WORD) uniteTerms(bits, NAME * words, inName, range);
}

/** Who has any of many terms, and of them who has one in their main area. */
export interface WordSets {
  readonly all: Uint32Array;
  readonly primary: Uint32Array | null;
}

/** The same as `markTerms` for terms that are kept together as sets. */
export function markSets(planes: Planes, { all, primary }: WordSets, how: number): void {
  unitePlane(planes, planeOf(how), all);
  if (primary) unitePlane(planes, PRIMARY, primary);
}

/** Marks the people of a bit set as met by a whole word. */
export function markBits(planes: Planes, set: Uint32Array): void {
  unitePlane(planes, planeOf(BY_WORD), set);
}

function unitePlane({ bits, words }: Planes, plane: number, set: Uint32Array): void {
  const from = plane * words;
  for (let i = 0; i < words; i += 1)
    bits[from + i] = (bits[from + i] as number) | (set[i] as number);
}

/**
 * What the asks so far say of everybody, in the same six planes: met at least by a synonym,
 * by a close spelling, by a beginning, by a whole word; in the main area; a whole name.
 *
 * Who meets nothing is in none of the first four. Rule Q22: the weakest way counts, the
 * main area of any ask, the whole name of all.
 */
export type Ranks = Planes;

/** Joins how an ask is met to the ranks, which the first may be; who does not meet it drops out. */
export function joinMet(ranks: Ranks, { bits: met }: Planes, isFirst: boolean): void {
  const { bits, words } = ranks;
  const [typo, prefix, word] = [words, words * 2, words * 3];
  const [primary, name] = [words * PRIMARY, words * NAME];
  for (let i = 0; i < words; i += 1) {
    const atWord = met[word + i] as number;
    const atPrefix = atWord | (met[prefix + i] as number);
    const atTypo = atPrefix | (met[typo + i] as number);
    const atAll = atTypo | (met[i] as number);
    const before = isFirst ? -1 : 0;
    bits[word + i] = atWord & (before | (bits[word + i] as number));
    bits[prefix + i] = atPrefix & (before | (bits[prefix + i] as number));
    bits[typo + i] = atTypo & (before | (bits[typo + i] as number));
    bits[i] = atAll & (before | (bits[i] as number));
    bits[primary + i] = (bits[primary + i] as number) | (met[primary + i] as number);
    bits[name + i] = (met[name + i] as number) & (before | (bits[name + i] as number));
  }
}

/** Ranks everybody as met by a whole word: who asks for nothing is met by all. */
export function rankEverybody({ bits, words }: Ranks): void {
  bits.fill(-1, 0, words * PRIMARY);
}

/** Drops who meets what is to be left out. */
export function dropMet({ bits, words }: Ranks, { bits: met }: Planes): void {
  for (let i = 0; i < words; i += 1) {
    let isMet = 0;
    for (let at = i; at < words * PRIMARY; at += words) isMet |= met[at] as number;
    if (isMet === 0) continue;
    for (let at = i; at < words * PRIMARY; at += words) bits[at] = (bits[at] as number) & ~isMet;
  }
}

/** Marks who meets what is in brackets, as well as they meet it: as its weakest ask is. */
export function markRanked({ bits, words }: Planes, { bits: ranks }: Ranks): void {
  for (let i = 0; i < words; i += 1) {
    const isMet = ranks[i] as number;
    if (isMet === 0) continue;
    for (let at = i; at < words * PLANES; at += words) {
      bits[at] = (bits[at] as number) | ((ranks[at] as number) & isMet);
    }
  }
}

/** Keeps in `bits` who has any rank. */
export function keepRanked(bits: Uint32Array, ranks: Ranks): void {
  for (let i = 0; i < bits.length; i += 1)
    bits[i] = (bits[i] as number) & (ranks.bits[i] as number);
}

/**
 * The rank of a person in five bits: whole name (16), the weakest way (1 to 4) times 2,
 * main area (1). 0 = an ask is not met. Rule Q22.
 */
export function rankAt({ bits, words }: Ranks, place: number): number {
  const word = place >>> 5;
  const at = (plane: number) => ((bits[plane * words + word] as number) >>> (place & 31)) & 1;
  const way = at(0) + at(1) + at(2) + at(3);
  return way === 0 ? 0 : (at(NAME) << 4) | (way << 1) | at(PRIMARY);
}
