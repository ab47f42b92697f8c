/**
 * Long work that can be left at each `yield`, so that a question need not wait for its end.
 *
 * Whoever drives it may look at anything in between, but must not change what it reads.
 */
export type Steps<Done> = Generator<undefined, Done, undefined>;

/** Does it all at once. */
export function finish<Done>(steps: Steps<Done>): Done {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const STRIDE = 512;

/** Whether a loop over people or words stops here: often enough for steps of a millisecond. */
export const isStop = (at: number): boolean => at % STRIDE === STRIDE - 1;
