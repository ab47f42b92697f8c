import { randomBytes } from 'node:crypto';
import type { Clock, Random, Timer } from '#core/ports.ts';

/** The laptop's own time. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
};

/** The operating system's chance. */
export const systemRandom: Random = {
  next: () => randomBytes(4).readUInt32LE() / 2 ** 32,
  bytes: (length) => new Uint8Array(randomBytes(length)),
};

/** The event loop's waiting. */
export const systemTimer: Timer = {
  after(delayMs, run) {
    const handle = setTimeout(run, delayMs);
    return () => clearTimeout(handle);
  },
};
