/** How long an opening may hear nothing: longer than any one wait of it has leave to be. */
const SILENT_TICKS = 45;
const TICK_MS = 1_000;

/** The watch over one opening of the cache. */
export interface OpeningWatch {
  /** The disk has answered: there is progress. */
  heard(): void;
  stop(): void;
}

/**
 * Calls `onStuck` once an opening has heard nothing of the disk for 45 seconds.
 *
 * Seen once in some 450 starts: an answer of the browser's that never came, with everything
 * else alive. Time is counted in ticks that ran: a laptop that slept, or a long piece of
 * work between two answers, is not silence.
 */
export function watchOpening(onStuck: () => void): OpeningWatch {
  let silent = 0;
  const ticking = setInterval(() => {
    silent += 1;
    if (silent < SILENT_TICKS) return;
    clearInterval(ticking);
    onStuck();
  }, TICK_MS);
  return {
    heard() {
      silent = 0;
    },
    stop: () => clearInterval(ticking),
  };
}
