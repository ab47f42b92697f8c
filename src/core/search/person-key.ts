import type { CandidateId } from '#contract/brands.ts';

/** Words of 32 bits that hold one id; their order is the order of the id's text. */
export const KEY_WORDS = 4;

/** Writes an id (a UUID) into four words at `at`. */
export function writeKey(into: Uint32Array, at: number, id: string): void {
  let word = 0;
  let digits = 0;
  let slot = at;
  for (let i = 0; i < id.length; i += 1) {
    const code = id.charCodeAt(i);
    if (code === 45) continue;
    word = (word << 4) | (code <= 57 ? code - 48 : (code & 0x5f) - 55);
    digits += 1;
    if ((digits & 7) === 0) {
      into[slot] = word >>> 0;
      slot += 1;
      word = 0;
    }
  }
}

const HEX_OF_BYTE = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const hex16 = (half: number) =>
  (HEX_OF_BYTE[half >>> 8] as string) + (HEX_OF_BYTE[half & 0xff] as string);

/** Reads the id whose four words start at `at`. */
export function readKey(from: Uint32Array, at: number): CandidateId {
  const half = (i: number) => {
    const word = from[at + (i >>> 1)] ?? 0;
    return hex16(i & 1 ? word & 0xffff : word >>> 16);
  };
  const tail = half(5) + half(6) + half(7);
  return `${half(0)}${half(1)}-${half(2)}-${half(3)}-${half(4)}-${tail}` as CandidateId;
}

/** Compares two ids by their words: below 0, 0 or above 0, as their text would. */
export function compareKeys(a: Uint32Array, atA: number, b: Uint32Array, atB: number): number {
  for (let i = 0; i < KEY_WORDS; i += 1) {
    const difference = (a[atA + i] ?? 0) - (b[atB + i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Finds an id among sorted keys; -1 when it is not there. */
export function findKey(keys: Uint32Array, wanted: Uint32Array): number {
  let low = 0;
  let high = keys.length / KEY_WORDS - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const order = compareKeys(keys, middle * KEY_WORDS, wanted, 0);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
