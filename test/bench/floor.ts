import { KERNELS_WASM } from '#core/search/generated/kernels-wasm.ts';

const SETS = 150;
const ROUNDS = 30;
/** The clock is too coarse for one. */
const AT_ONCE = 10;
const PAGE_BYTES = 65_536;

/** The machine's floor: 150 intersections with counts over so many bits, 128 bits at a time. */
export async function machineFloor(people: number): Promise<number> {
  const bytes = Math.ceil(people / 128) * 16;
  const first = PAGE_BYTES;
  const bits = first + SETS * bytes;
  const counts = bits + bytes;
  const pages = Math.ceil((counts + SETS * 4) / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages });
  const code = Uint8Array.from(atob(KERNELS_WASM), (letter) => letter.charCodeAt(0));
  const { instance } = await WebAssembly.instantiate(code, { env: { memory } });
  const countShared = instance.exports.countShared as (...numbers: number[]) => void;
  const words = new Uint32Array(memory.buffer, first, (SETS + 1) * (bytes / 4));
  for (let i = 0; i < words.length; i += 1) words[i] = Math.imul(i, 0x9e3779b1);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedMs = performance.now();
    for (let i = 0; i < AT_ONCE; i += 1) countShared(bits, first, SETS, bytes, counts);
    best = Math.min(best, (performance.now() - startedMs) / AT_ONCE);
  }
  if (new Uint32Array(memory.buffer, counts, SETS).every((count) => count === 0)) {
    throw new Error('The floor counted nothing.');
  }
  return best;
}
