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
  /**
   * The planes that anybody was marked in, a bit each: the others are empty, or of ranks the same
   * as the plane of the next better way. Most asks are met in one or two of the ways.
   */
  used: number;
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
  return { bits: new Uint32Array(words * PLANES), words, used: 0 };
}

/** Planes nobody needs any more, the last few; of some tens of kilobytes each. */
const spare: Planes[] = [];
const MOST_SPARE = 4;

/** The same as `emptyPlanes`, for a while: what was given back is used again. */
export function borrowPlanes(people: number): Planes {
  const words = (people + 31) >>> 5;
  const at = spare.findIndex((each) => each.words === words);
  const [planes] = at < 0 ? [] : spare.splice(at, 1);
  if (!planes) return emptyPlanes(people);
  planes.bits.fill(0);
  planes.used = 0;
  return planes;
}

/** Gives borrowed planes back. */
export function giveBack(planes: Planes): void {
  if (spare.push(planes) > MOST_SPARE) spare.shift();
}

/** Marks one person as met in these ways. */
export function markPlace(planes: Planes, place: number, ways: number): void {
  const { bits, words } = planes;
  planes.used |= ways;
  const bit = 1 << (place & 31);
  let at = place >>> 5;
  for (let rest = ways; rest !== 0; rest >>>= 1) {
    if (rest & 1) bits[at] = (bits[at] as number) | bit;
    at += words;
  }
}

/** Marks people as met in these ways. */
export function markPlaces(planes: Planes, places: Uint16Array, ways: number): void {
  const { bits, words } = planes;
  planes.used |= ways;
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
  planes: Planes,
  { anywhere, inPrimary, inName }: Pick<Segment, 'anywhere' | 'inPrimary' | 'inName'>,
  range: TermRange,
  how: number,
): void {
  const { bits, words } = planes;
  planes.used |= how | PRIMARY_BIT | (how === BY_WORD ? NAME_BIT : 0);
  uniteTerms(bits, planeOf(how) * words, anywhere, range);
  uniteTerms(bits, PRIMARY * words, inPrimary, range);
  if (how === BY_WORD) uniteTerms(bits, NAME * words, inName, range);
}

/** Marks who has any of some terms in their name; a whole word is a whole name. */
export function markNameTerms(
  planes: Planes,
  { inName }: Pick<Segment, 'inName'>,
  range: TermRange,
  how: number,
): void {
  const { bits, words } = planes;
  planes.used |= how | (how === BY_WORD ? NAME_BIT : 0);
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

function unitePlane(planes: Planes, plane: number, set: Uint32Array): void {
  const { bits, words } = planes;
  planes.used |= 1 << plane;
  unitePart(bits, plane * words, set, 0, words);
}

/* Loops over one part of a list each: over several at once they are several times as slow. */

function unitePart(
  bits: Uint32Array,
  at: number,
  other: Uint32Array,
  from: number,
  words: number,
): void {
  for (let i = 0; i < words; i += 1)
    bits[at + i] = (bits[at + i] as number) | (other[from + i] as number);
}

function intersectPart(bits: Uint32Array, at: number, other: Uint32Array, words: number): void {
  for (let i = at; i < at + words; i += 1) bits[i] = (bits[i] as number) & (other[i] as number);
}

/**
 * What the asks so far say of everybody, in the same six planes: met at least by a synonym,
 * by a close spelling, by a beginning, by a whole word; in the main area; a whole name.
 *
 * Who meets nothing is in none of the first four. Rule Q22: the weakest way counts, the
 * main area of any ask, the whole name of all.
 */
export type Ranks = Planes;

/** Turns how an ask is met into ranks: who is met in a better way is met in the weaker ones too. */
export function rankMet({ bits, words, used }: Planes): void {
  let isBetter = false;
  for (let way = WAYS - 1; way >= 0; way -= 1) {
    const isUsed = isIn(used, way);
    const at = way * words;
    if (isBetter && isUsed) unitePart(bits, at, bits, at + words, words);
    else if (isBetter) bits.copyWithin(at, at + words, at + 2 * words);
    isBetter ||= isUsed;
  }
}

/** Joins another ask to the ranks; who does not meet it drops out. */
export function joinMet(ranks: Ranks, met: Planes): void {
  rankMet(met);
  const { bits, words } = ranks;
  const used = ranks.used | met.used;
  for (let way = WAYS - 1; way >= 0; way -= 1) {
    const at = way * words;
    if (isIn(used, way)) intersectPart(bits, at, met.bits, words);
    else if (way < WAYS - 1) bits.copyWithin(at, at + words, at + 2 * words);
  }
  const [primary, name] = [PRIMARY * words, NAME * words];
  if (isIn(met.used, PRIMARY)) unitePart(bits, primary, met.bits, primary, words);
  if (isIn(ranks.used, NAME)) intersectPart(bits, name, met.bits, words);
  ranks.used = used;
}

const isIn = (used: number, plane: number) => ((used >>> plane) & 1) === 1;

/** Ranks everybody as met by a whole word: who asks for nothing is met by all. */
export function rankEverybody(ranks: Ranks): void {
  ranks.bits.fill(-1, 0, ranks.words * PRIMARY);
  ranks.used = BY_WORD;
}

/** Drops who meets what is to be left out. */
export function dropMet({ bits, words }: Ranks, met: Planes): void {
  rankMet(met);
  for (let i = 0; i < words; i += 1) {
    const isMet = met.bits[i] as number;
    if (isMet === 0) continue;
    for (let at = i; at < words * PRIMARY; at += words) bits[at] = (bits[at] as number) & ~isMet;
  }
}

/** Marks who meets what is in brackets, as well as they meet it: as its weakest ask is. */
export function markRanked(planes: Planes, ranks: Ranks): void {
  const { bits, words } = planes;
  planes.used |= ranks.used;
  for (let i = 0; i < words; i += 1) {
    const isMet = ranks.bits[i] as number;
    if (isMet === 0) continue;
    for (let at = i; at < words * PLANES; at += words) {
      bits[at] = (bits[at] as number) | ((ranks.bits[at] as number) & isMet);
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
