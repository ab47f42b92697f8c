import type { Steps } from '#core/search/steps.ts';
import { breathe } from './breathe.ts';

/** A question that is asked waits for no more than this. */
const PART_MS = 5;

/** Does long work in parts, with whatever waits going first between two of them. */
export async function inParts<Done>(steps: Steps<Done>): Promise<Done> {
  let startedMs = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - startedMs < PART_MS) continue;
    await breathe();
    startedMs = performance.now();
  }
}
