import { createKernels } from './kernel-instance.ts';
import { ones } from './kernels.ts';
import { NAME, PLANES, PRIMARY, type Ranks, WAYS } from './planes.ts';

/** Those who are met in one way, in the name or not, in the main area or not. */
interface Rank {
  readonly way: number;
  readonly inName: boolean;
  readonly inPrimary: boolean;
}

/** Reads the ranks of those who are shown. */
export interface RankReader {
  /** The ways by which anybody is met, a bit each; a bit more where anybody is met by a name. */
  readonly there: number;
  /** Those of a rank: the set is good until the next call. */
  same(rank: Rank): { readonly bits: Uint32Array; readonly count: number };
}

const IN_NAME = 1 << WAYS;

/**
 * Calls with those of `shown` who have the same rank, the best first, until told to stop.
 *
 * The set is the callee's until it returns.
 */
export function eachRank(
  { there, same }: RankReader,
  call: (same: Uint32Array, count: number) => boolean,
): void {
  for (const inName of there & IN_NAME ? [true, false] : [false]) {
    for (let way = WAYS - 1; way >= 0; way -= 1) {
      if (((there >>> way) & 1) === 0) continue;
      for (const inPrimary of [true, false]) {
        const { bits, count } = same({ way, inName, inPrimary });
        if (count > 0 && !call(bits, count)) return;
      }
    }
  }
}

/** Reads ranks by the kernels, where there are some and they have room. */
export function readRanks(ranks: Ranks, shown: Uint32Array): RankReader {
  return kernels && ranks.words <= MOST_WORDS
    ? kernels(ranks, shown)
    : readRanksPlainly(ranks, shown);
}

/** Reads ranks in plain code: what the kernels must do too. */
export function readRanksPlainly({ bits, words }: Ranks, shown: Uint32Array): RankReader {
  const isMet = new Uint32Array(WAYS);
  let byName = 0;
  for (let i = 0; i < words; i += 1) {
    let rest = shown[i] as number;
    byName |= rest & (bits[words * NAME + i] as number);
    for (let way = WAYS - 1; way >= 0; way -= 1) {
      const each = rest & (bits[words * way + i] as number);
      isMet[way] = (isMet[way] as number) | each;
      rest &= ~each;
    }
  }
  const same = new Uint32Array(words);
  return {
    there: isMet.reduce((bit, met, way) => bit | (met === 0 ? 0 : 1 << way), byName && IN_NAME),
    same({ way, inName, inPrimary }) {
      const at = way * words;
      let count = 0;
      for (let i = 0; i < words; i += 1) {
        let each = (shown[i] as number) & (bits[at + i] as number);
        if (way < WAYS - 1) each &= ~(bits[at + words + i] as number);
        each &= (bits[NAME * words + i] as number) ^ (inName ? 0 : -1);
        each &= (bits[PRIMARY * words + i] as number) ^ (inPrimary ? 0 : -1);
        same[i] = each;
        count += ones(each);
      }
      return { bits: same, count };
    },
  };
}

/** Bits of a segment that is full. */
const MOST_WORDS = 2048;
const PLANE_BYTES = MOST_WORDS * 4;
const BLOCK_BYTES = 16;

/* In the kernels' memory: the planes, who is shown, those of a rank. */
const SHOWN = PLANES * PLANE_BYTES;
const SAME = SHOWN + PLANE_BYTES;
const kernels = overMemory();

function overMemory(): ((ranks: Ranks, shown: Uint32Array) => RankReader) | null {
  const made = createKernels(SAME + PLANE_BYTES);
  if (made === null) return null;
  const { memory, rankWays, rankSet } = made;
  const all = new Uint32Array(memory.buffer);
  return ({ bits, words }, shown) => {
    for (let plane = 0; plane < PLANES; plane += 1) {
      all.set(bits.subarray(plane * words, (plane + 1) * words), plane * MOST_WORDS);
    }
    const bytes = Math.ceil((words * 4) / BLOCK_BYTES) * BLOCK_BYTES;
    all.set(shown, SHOWN / 4);
    // Nobody is shown behind the last word, whatever the planes say there.
    all.fill(0, SHOWN / 4 + words, (SHOWN + bytes) / 4);
    const same = all.subarray(SAME / 4, SAME / 4 + words);
    return {
      there: rankWays(SHOWN, bytes, PLANE_BYTES),
      same({ way, inName, inPrimary }) {
        const at = way * PLANE_BYTES;
        const count = rankSet(
          SHOWN,
          bytes,
          at,
          way < WAYS - 1 ? at + PLANE_BYTES : -1,
          inName ? 0 : -1,
          NAME * PLANE_BYTES,
          inPrimary ? 0 : -1,
          PRIMARY * PLANE_BYTES,
          SAME,
        );
        return { bits: same, count };
      },
    };
  };
}
