/**
 * A key press is answered and drawn within it: meanwhile long work leaves the machine to the page.
 *
 * Of six keys a second it leaves the sync half of the time (decision 0028).
 */
const DRAWN_WITHIN_MS = 75;
/** Whoever types on and on holds long work back no longer than this between two of its parts. */
const MOST_HELD_MS = 250;

let drawnAtMs = Number.NEGATIVE_INFINITY;

/** Says that somebody waits for an answer and then for its rows: long work stands back for both. */
export function standBack(): void {
  drawnAtMs = performance.now() + DRAWN_WITHIN_MS;
}

/**
 * Lets everything that waits go first: questions of the page above all.
 *
 * Long work is done in parts with this between them, so that no key press waits for more
 * than one part. At once where there is nobody to wait, as in Node.
 */
export async function breathe(): Promise<void> {
  if (typeof scheduler === 'undefined') return;
  const heldUntilMs = performance.now() + MOST_HELD_MS;
  do {
    const delay = Math.max(0, Math.min(drawnAtMs, heldUntilMs) - performance.now());
    await scheduler.postTask(() => {}, { priority: 'background', delay });
  } while (performance.now() < Math.min(drawnAtMs, heldUntilMs));
}
