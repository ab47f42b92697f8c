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
const high = (word: number) =>
  (HEX_OF_BYTE[word >>> 24] as string) + (HEX_OF_BYTE[(word >>> 16) & 0xff] as string);
const low = (word: number) =>
  (HEX_OF_BYTE[(word >>> 8) & 0xff] as string) + (HEX_OF_BYTE[word & 0xff] as string);

/** Reads the id whose four words start at `at`. */
export function readKey(from: Uint32Array, at: number): CandidateId {
  const [a, b, c, d] = [from[at] ?? 0, from[at + 1] ?? 0, from[at + 2] ?? 0, from[at + 3] ?? 0];
  const text = `${high(a)}${low(a)}-${high(b)}-${low(b)}-${high(c)}-${low(c)}${high(d)}${low(d)}`;
  return text as CandidateId;
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
  let first = 0;
  let last = keys.length / KEY_WORDS - 1;
  while (first <= last) {
    const middle = (first + last) >>> 1;
    const order = compareKeys(keys, middle * KEY_WORDS, wanted, 0);
    if (order === 0) return middle;
    if (order < 0) first = middle + 1;
    else last = middle - 1;
  }
  return -1;
}
