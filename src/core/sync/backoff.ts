import type { Failure } from '#contract/errors.ts';

/** The longest wait between two tries. */
export const BACKOFF_CAP_MS = 60_000;
/** The longest wait a centre can ask for. */
export const RETRY_AFTER_CAP_MS = 3_600_000;

/**
 * Chooses the wait before try `tries + 1`, after `tries` failures in a row.
 *
 * Full jitter below a doubling cap; a centre's own wait is never undercut, and is
 * stretched by up to half so that laptops do not return together. `roll` is 0 to 1.
 * Rule SY30; sync.md 3.8.
 */
export function chooseWaitMs(tries: number, failure: Failure, roll: number): number {
  if (failure.retryAfterMs !== undefined) {
    return Math.min(RETRY_AFTER_CAP_MS, Math.round(failure.retryAfterMs * (1 + roll / 2)));
  }
  const capMs = Math.min(BACKOFF_CAP_MS, 1000 * 2 ** Math.min(tries, 10));
  return Math.round(capMs * roll);
}
