import { cpus, loadavg } from 'node:os';

/** What stands beside every figure, so that two runs can be compared. */
export interface Calibration {
  /** A fixed piece of integer work, best of several; a slower machine shows a larger one. */
  readonly kernelMs: number;
  /** Average load of the machine over the last minute. */
  readonly load: number;
  readonly cores: number;
  readonly cpu: string;
  readonly node: string;
}

const WORDS = 3282; // 105,000 bits
const SETS = 150;

/** Measures the machine as it is now: 150 intersections with counts over 105,000 bits. */
export function calibrate(): Calibration {
  const sets = Array.from({ length: SETS }, (_, s) =>
    Uint32Array.from({ length: WORDS }, (_, i) => Math.imul(i + s, 0x9e3779b1)),
  );
  const against = sets[0] ?? new Uint32Array(WORDS);
  let kernelMs = Number.POSITIVE_INFINITY;
  let total = 0;
  for (let round = 0; round < 25; round += 1) {
    const start = performance.now();
    for (const set of sets) {
      for (let i = 0; i < WORDS; i += 1) {
        const both = (set[i] as number) & (against[i] as number);
        const pairs = both - ((both >>> 1) & 0x55555555);
        const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
        total += Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
      }
    }
    kernelMs = Math.min(kernelMs, performance.now() - start);
  }
  if (total === 0) throw new Error('the calibration counted nothing');
  return {
    kernelMs: rounded(kernelMs),
    load: rounded(loadavg()[0] ?? 0),
    cores: cpus().length,
    cpu: cpus()[0]?.model ?? 'unknown',
    node: process.version,
  };
}

/** Three significant places after the point are more than any of these figures can bear. */
export const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** Percentiles of a list of times. */
export function percentiles(times: readonly number[]) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    rounded(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0);
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), worstMs: at(1) };
}
