import { createKernels, type Kernels, PAGE_BYTES } from './kernel-instance.ts';
import { countBits, countCodes as countCodesPlainly, countShared, fullWords } from './kernels.ts';

/** Counts people in tables of bit sets: many by the kernels, 128 bits at a time, few in plain code. */
export interface SetCounter {
  /**
   * Has the sets of all these tables at hand; what was there before may go.
   *
   * A table is known by its identity: the sets of one never change.
   */
  hold(tables: readonly SetTable[]): void;
  /** Those to count among; good until the next call. */
  among(table: SetTable, bits: Uint32Array): Among;
}

/** Some people of a table. Its lists are good until the next is asked for. */
export interface Among {
  readonly count: number;
  /** How many are in each of some sets. */
  inSets(from: number, to: number): Uint32Array;
  /** How many have each code, or how many of all others have. */
  byCode(isOther: boolean): Uint32Array;
}

/** Bit sets of the same length, and a code for each of their places. */
export interface SetTable {
  readonly words: number;
  readonly sets: readonly Uint32Array[];
  /** 32 for each word, all below `codeCount`. */
  readonly codes: Uint16Array;
  readonly codeCount: number;
}

const BLOCK_BYTES = 16;
/** With so few words to look at, plain code is as fast as copying them to the kernels. */
const FEW_WORDS = 12;

/** Makes a counter; in plain code only where WebAssembly or its vectors are missing. */
export function createSetCounter(kernels = createKernels(PAGE_BYTES)): SetCounter {
  const many = kernels && overMemory(kernels);
  return {
    hold: (tables) => many?.hold(tables),
    among(table, bits) {
      if (!many) return amongFew(table, bits, fullWords(bits, bits.length) as Uint32Array);
      const words = fullWords(bits, FEW_WORDS);
      return words ? amongFew(table, bits, words) : many.among(table, bits);
    },
  };
}

/** In plain code; `words` are those of `bits` that are not empty. */
function amongFew(
  { sets, codes, codeCount }: SetTable,
  bits: Uint32Array,
  words: Uint32Array,
): Among {
  return {
    count: countBits(bits),
    inSets: (from, to) =>
      Uint32Array.from(sets.slice(from, to), (set) => countShared(bits, words, set)),
    byCode: (isOther) => countCodesPlainly(bits, codes, { many: codeCount, isOther }),
  };
}

function overMemory({ memory, countShared, countCodes }: Kernels): SetCounter {
  /** Where the tables begin; those of an earlier filling are not here any more. */
  let places = new Map<SetTable, number>();
  /** Before the tables: the bits to count among, then the counts. */
  let bitsBytes = 0;
  let countsBytes = 0;
  let end = 0;

  const wholeBlocks = (bytes: number) => Math.ceil(bytes / BLOCK_BYTES) * BLOCK_BYTES;
  const bytesOf = ({ words }: SetTable) => wholeBlocks(words * 4);
  const sizeOf = (table: SetTable) =>
    bytesOf(table) * table.sets.length + wholeBlocks(table.codes.byteLength);
  const countsOf = ({ sets, codeCount }: SetTable) =>
    wholeBlocks(Math.max(sets.length, codeCount) * 4);

  function place(table: SetTable): void {
    places.set(table, end);
    const bytes = bytesOf(table);
    for (const set of table.sets) {
      new Uint32Array(memory.buffer, end, set.length).set(set);
      // What lay here before must not be counted behind the last word.
      new Uint8Array(memory.buffer, end + set.byteLength, bytes - set.byteLength).fill(0);
      end += bytes;
    }
    new Uint16Array(memory.buffer, end, table.codes.length).set(table.codes);
    end += wholeBlocks(table.codes.byteLength);
  }

  function fill(tables: readonly SetTable[]): void {
    bitsBytes = Math.max(bitsBytes, ...tables.map(bytesOf));
    countsBytes = Math.max(countsBytes, ...tables.map(countsOf));
    places = new Map();
    end = bitsBytes + countsBytes;
    const needed = tables.reduce((sum, table) => sum + sizeOf(table), end);
    const missing = Math.ceil((needed - memory.buffer.byteLength) / PAGE_BYTES);
    if (missing > 0) memory.grow(missing);
    for (const table of tables) place(table);
  }

  return {
    hold(tables) {
      const fresh = tables.filter((table) => !places.has(table));
      if (fresh.length === 0) return;
      const fits =
        fresh.every((table) => bytesOf(table) <= bitsBytes && countsOf(table) <= countsBytes) &&
        fresh.reduce((sum, table) => sum + sizeOf(table), end) <= memory.buffer.byteLength;
      if (fits) for (const table of fresh) place(table);
      else fill(tables);
    },
    among(table, bits) {
      const bytes = bytesOf(table);
      const sets = places.get(table) ?? 0;
      new Uint32Array(memory.buffer, 0, bytes / 4).fill(0, bits.length).set(bits);
      countShared(0, 0, 1, bytes, bitsBytes);
      const [count = 0] = new Uint32Array(memory.buffer, bitsBytes, 1);
      return {
        count,
        inSets(from, to) {
          countShared(0, sets + from * bytes, to - from, bytes, bitsBytes);
          return new Uint32Array(memory.buffer, bitsBytes, to - from);
        },
        byCode(isOther) {
          const codes = sets + bytes * table.sets.length;
          const counts = new Uint32Array(memory.buffer, bitsBytes, table.codeCount).fill(0);
          countCodes(0, bits.length, isOther ? -1 : 0, codes, bitsBytes);
          return counts;
        },
      };
    },
  };
}
