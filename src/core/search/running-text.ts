import { createKernels, type Kernels } from './kernel-instance.ts';
import { type Codes, FIRST_TERM } from './segment.ts';

/** A word, and so many words behind it one of a range of words: `[low, high)`. */
export interface WordPair {
  readonly first: number;
  readonly gap: number;
  readonly low: number;
  readonly high: number;
}

/** Shorter texts are read as fast in plain code. */
const LEAST_WORDS = 65_536;
/** So many are found at once. */
const HITS = 512;
const WORD_BYTES = 2;
const HIT_BYTES = 4;
const BLOCK_BYTES = 16;

/** By the memory that a text lies in. */
const kernelsOf = new WeakMap<ArrayBufferLike, Kernels>();

/**
 * Makes room for the running text of a segment of so many terms: in a memory of the kernels,
 * which never grows, where that is worth it.
 */
export function forwardList(terms: number, length: number): Codes {
  if (terms + FIRST_TERM > 0x1_0000) return new Uint32Array(length);
  const kernels = length < LEAST_WORDS ? null : createKernels(hitsFrom(length) + HITS * HIT_BYTES);
  if (kernels === null) return new Uint16Array(length);
  const { buffer } = kernels.memory;
  kernelsOf.set(buffer, kernels);
  return new Uint16Array(buffer, 0, length);
}

/** Bytes that a running text takes. */
export function runningTextBytes({ buffer, byteLength }: Codes): number {
  return kernelsOf.has(buffer) ? buffer.byteLength : byteLength;
}

/**
 * Gives what finds a pair of words from the start to the end of a whole running text; null
 * where the kernels cannot read it.
 *
 * It calls with the place of the first word, and goes on from where it is told to.
 */
export function pairFinder(
  forward: Codes,
): ((pair: WordPair, found: (at: number) => number) => void) | null {
  const kernels = kernelsOf.get(forward.buffer);
  if (kernels === undefined) return null;
  const hitsAt = hitsFrom(forward.length);
  const hits = new Uint32Array(kernels.memory.buffer, hitsAt, HITS);
  return ({ first, gap, low, high }, found) => {
    const end = (forward.length - gap) * WORD_BYTES;
    const gapBytes = gap * WORD_BYTES;
    let next = 0;
    for (let many = HITS; many === HITS; ) {
      const from = next * WORD_BYTES;
      many = kernels.findPair(from, end, first, gapBytes, low, high - low, hitsAt, HITS);
      for (let i = 0; i < many; i += 1) {
        const at = (hits[i] as number) / WORD_BYTES;
        if (at >= next) next = found(at);
      }
    }
  };
}

/** Where in the memory the places found lie: as far behind the text as a block may reach. */
const hitsFrom = (length: number) =>
  Math.ceil((length * WORD_BYTES) / BLOCK_BYTES) * BLOCK_BYTES + BLOCK_BYTES;
