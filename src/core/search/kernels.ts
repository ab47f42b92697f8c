/**
 * The hot loops: typed arrays and numbers in, typed arrays and numbers out.
 *
 * Nothing here knows people, words or queries, so a WebAssembly version can stand in for
 * any of them and be compared with it (decision Q3).
 */

/** Keeps in `bits` what is also in `other`. */
export function intersect(bits: Uint32Array, other: Uint32Array): void {
  for (let i = 0; i < bits.length; i += 1) bits[i] = (bits[i] as number) & (other[i] as number);
}

/** Removes from `bits` what is in `other`. */
export function subtract(bits: Uint32Array, other: Uint32Array): void {
  for (let i = 0; i < bits.length; i += 1) bits[i] = (bits[i] as number) & ~(other[i] as number);
}

/** Adds to `bits` what is in `other`. */
export function unite(bits: Uint32Array, other: Uint32Array): void {
  for (let i = 0; i < bits.length; i += 1) bits[i] = (bits[i] as number) | (other[i] as number);
}

/** Counts the ones of a bit set. */
export function countBits(bits: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < bits.length; i += 1) count += ones(bits[i] as number);
  return count;
}

/** Counts who is in both sets. */
export function countBoth(bits: Uint32Array, other: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < bits.length; i += 1) {
    // Of no use to look for 0 first: where some are 0 and some are not, that is slower.
    count += ones((bits[i] as number) & (other[i] as number));
  }
  return count;
}

/** Lists the words of a bit set that are not empty; null where they are more than `most`. */
export function fullWords(bits: Uint32Array, most: number): Uint32Array | null {
  const words = new Uint32Array(Math.min(most, bits.length));
  let length = 0;
  for (let i = 0; i < bits.length; i += 1) {
    if (bits[i] === 0) continue;
    if (length === words.length) return null;
    words[length++] = i;
  }
  return words.subarray(0, length);
}

/** Counts who is in both sets; `words` are the words of `bits` that are not empty. */
export function countShared(bits: Uint32Array, words: Uint32Array, other: Uint32Array): number {
  let count = 0;
  if (words.length === bits.length) {
    for (let i = 0; i < bits.length; i += 1) {
      count += ones((bits[i] as number) & (other[i] as number));
    }
    return count;
  }
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as number;
    const shared = (bits[word] as number) & (other[word] as number);
    if (shared !== 0) count += ones(shared);
  }
  return count;
}

/** Counts, by code, the places of a bit set, or all other places; there are so `many` codes. */
export function countCodes(
  bits: Uint32Array,
  codes: Uint16Array,
  { many, isOther }: { readonly many: number; readonly isOther: boolean },
): Uint32Array {
  const counts = new Uint32Array(many);
  const turned = isOther ? -1 : 0;
  for (let word = 0; word < bits.length; word += 1) {
    const first = word << 5;
    for (let rest = (bits[word] as number) ^ turned; rest !== 0; rest &= rest - 1) {
      const code = codes[first + 31 - Math.clz32(rest & -rest)] as number;
      counts[code] = (counts[code] as number) + 1;
    }
  }
  return counts;
}

/** Lists the places of a bit set in ascending order. */
export function placesOf(bits: Uint32Array, count: number): Uint32Array {
  const places = new Uint32Array(count);
  let length = 0;
  for (let word = 0; word < bits.length; word += 1) {
    const first = word << 5;
    for (let rest = bits[word] as number; rest !== 0; rest &= rest - 1) {
      places[length++] = first + 31 - Math.clz32(rest & -rest);
    }
  }
  return places;
}

/** Places and their keys, side by side. */
export interface Keyed {
  readonly places: Uint32Array;
  readonly keys: Uint32Array;
}

/** So many are kept in order while going through all; more are sorted. */
const MOST_KEPT = 128;

/**
 * Returns the places with the lowest keys, lowest first, ties in order of place.
 *
 * Asked for many of them: two passes of a radix sort. Asked for few: one pass that keeps
 * only what is below the worst kept so far.
 */
export function lowestFirst(places: Uint32Array, keys: Uint32Array, wanted: number): Keyed {
  if (wanted <= MOST_KEPT) return lowestFew(places, keys, Math.min(wanted, places.length));
  const sorted = sortByKey({ places, keys });
  return { places: sorted.places.subarray(0, wanted), keys: sorted.keys.subarray(0, wanted) };
}

function lowestFew(places: Uint32Array, keys: Uint32Array, wanted: number): Keyed {
  const kept = { places: new Uint32Array(wanted), keys: new Uint32Array(wanted) };
  if (wanted === 0) return kept;
  let length = 0;
  let worst = Number.POSITIVE_INFINITY;
  for (let i = 0; i < places.length; i += 1) {
    const key = keys[i] as number;
    // A later place never beats an equal key, so a full list takes lower keys only.
    if (key >= worst) continue;
    if (length < wanted) length += 1;
    let at = length - 1;
    for (; at > 0 && (kept.keys[at - 1] as number) > key; at -= 1) {
      kept.keys[at] = kept.keys[at - 1] as number;
      kept.places[at] = kept.places[at - 1] as number;
    }
    kept.keys[at] = key;
    kept.places[at] = places[i] as number;
    if (length === wanted) worst = kept.keys[wanted - 1] as number;
  }
  return kept;
}

/** Below so many, a comparison sort beats clearing the counters of a radix sort. */
const FEW = 4096;

function sortByKey(unsorted: Keyed): Keyed {
  const { length } = unsorted.keys;
  if (length <= FEW) {
    // A key and its position in one exact double: sorts as numbers, ties by position.
    const joined = new Float64Array(length);
    for (let i = 0; i < length; i += 1) joined[i] = (unsorted.keys[i] as number) * FEW * 2 + i;
    joined.sort();
    const places = new Uint32Array(length);
    const keys = new Uint32Array(length);
    for (let i = 0; i < length; i += 1) {
      const from = (joined[i] as number) % (FEW * 2);
      places[i] = unsorted.places[from] as number;
      keys[i] = unsorted.keys[from] as number;
    }
    return { places, keys };
  }
  return radixPass(radixPass(unsorted, 0), 16);
}

function radixPass(from: Keyed, shift: number): Keyed {
  const { length } = from.keys;
  const starts = new Uint32Array(0x1_0001);
  for (let i = 0; i < length; i += 1) {
    const slot = (((from.keys[i] as number) >>> shift) & 0xffff) + 1;
    starts[slot] = (starts[slot] as number) + 1;
  }
  for (let slot = 1; slot < starts.length; slot += 1) {
    starts[slot] = (starts[slot] as number) + (starts[slot - 1] as number);
  }
  const to = { places: new Uint32Array(length), keys: new Uint32Array(length) };
  for (let i = 0; i < length; i += 1) {
    const key = from.keys[i] as number;
    const slot = (key >>> shift) & 0xffff;
    const at = starts[slot] as number;
    to.places[at] = from.places[i] as number;
    to.keys[at] = key;
    starts[slot] = at + 1;
  }
  return to;
}

/** Counts the ones of 32 bits. */
export function ones(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
