import { createKernels, type Kernels, PAGE_BYTES } from './kernel-instance.ts';

/** Tables of bit sets in the kernels' own memory, counted 128 bits at a time. */
export interface SetCounter {
  /**
   * Has the sets of all these tables at hand; what was there before may go.
   *
   * A table is known by its identity: the sets of one never change.
   */
  hold(tables: readonly SetTable[]): void;
  /** Counts who of `bits` is in each of some sets; good until the next call. */
  count(table: SetTable, bits: Uint32Array, from: number, to: number): Uint32Array;
}

/** Bit sets of the same length. */
export interface SetTable {
  readonly words: number;
  readonly sets: readonly Uint32Array[];
}

const BLOCK_BYTES = 16;

/** Makes a counter; null where WebAssembly or its vectors are missing. */
export function createSetCounter(): SetCounter | null {
  const kernels = createKernels(PAGE_BYTES);
  return kernels && overMemory(kernels);
}

function overMemory({ memory, countShared }: Kernels): SetCounter {
  /** Where the tables begin; those of an earlier filling are not here any more. */
  let places = new Map<SetTable, number>();
  /** Before the tables: the bits to count among, then the counts. */
  let bitsBytes = 0;
  let countsBytes = 0;
  let end = 0;

  const bytesOf = ({ words }: SetTable) => Math.ceil((words * 4) / BLOCK_BYTES) * BLOCK_BYTES;
  const sizeOf = (table: SetTable) => bytesOf(table) * table.sets.length;

  function place(table: SetTable): void {
    places.set(table, end);
    const bytes = bytesOf(table);
    for (const set of table.sets) {
      new Uint32Array(memory.buffer, end, set.length).set(set);
      // What lay here before must not be counted behind the last word.
      new Uint8Array(memory.buffer, end + set.byteLength, bytes - set.byteLength).fill(0);
      end += bytes;
    }
  }

  function fill(tables: readonly SetTable[]): void {
    bitsBytes = Math.max(bitsBytes, ...tables.map(bytesOf));
    const most = Math.max(0, ...tables.map(({ sets }) => sets.length));
    countsBytes = Math.max(countsBytes, Math.ceil((most * 4) / BLOCK_BYTES) * BLOCK_BYTES);
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
        fresh.every(
          (table) => bytesOf(table) <= bitsBytes && table.sets.length * 4 <= countsBytes,
        ) && fresh.reduce((sum, table) => sum + sizeOf(table), end) <= memory.buffer.byteLength;
      if (fits) for (const table of fresh) place(table);
      else fill(tables);
    },
    count(table, bits, from, to) {
      const bytes = bytesOf(table);
      const start = places.get(table) ?? 0;
      new Uint32Array(memory.buffer, 0, bits.length).set(bits);
      new Uint8Array(memory.buffer, bits.byteLength, bytes - bits.byteLength).fill(0);
      countShared(0, start + from * bytes, to - from, bytes, bitsBytes);
      return new Uint32Array(memory.buffer, bitsBytes, to - from);
    },
  };
}
