import type { Clock, Log, Random, Timer } from '#core/ports.ts';

/** Virtual time, seeded chance and waiting in which hours pass in milliseconds. */
export interface World {
  readonly clock: Clock;
  readonly random: Random;
  readonly timer: Timer;
  readonly log: Log;
  /** What was warned of. */
  readonly warnings: string[];
  /** Lets this much time pass, with all that happens in it. */
  pass(ms: number): Promise<void>;
  /** Ends after this much virtual time. */
  sleep(ms: number): Promise<void>;
  /** Puts the wall clock this far off; the monotonic one does not notice. */
  shiftWall(ms: number): void;
}

const START_MS = Date.parse('2026-06-09T08:00:00.000Z');

/** A generator with a seed: the same seed, the same draws. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Makes a world of its own. */
export function createWorld(seed = 1): World {
  const next = seeded(seed);
  const waiting = new Map<number, { readonly atMs: number; readonly run: () => void }>();
  const warnings: string[] = [];
  let monoMs = 0;
  let shiftMs = 0;
  let count = 0;

  function after(delayMs: number, run: () => void): () => void {
    const id = count++;
    waiting.set(id, { atMs: monoMs + Math.max(0, delayMs), run });
    return () => waiting.delete(id);
  }

  return {
    warnings,
    clock: { nowMs: () => START_MS + monoMs + shiftMs, monotonicMs: () => monoMs },
    random: {
      next,
      bytes: (length) => Uint8Array.from({ length }, () => Math.floor(next() * 256)),
    },
    timer: { after },
    log: { info: () => {}, warn: (event) => void warnings.push(event) },
    sleep: (ms) => new Promise((resolve) => after(ms, resolve)),
    shiftWall: (ms) => {
      shiftMs += ms;
    },
    async pass(ms) {
      const endMs = monoMs + ms;
      await settle();
      for (;;) {
        const due = [...waiting].toSorted(([a, x], [b, y]) => x.atMs - y.atMs || a - b)[0];
        if (due === undefined || due[1].atMs > endMs) break;
        waiting.delete(due[0]);
        monoMs = Math.max(monoMs, due[1].atMs);
        due[1].run();
        await settle();
      }
      monoMs = endMs;
    },
  };
}
