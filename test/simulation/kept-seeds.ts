/**
 * Seeds that once broke a promise, and what they showed; they are run again every time.
 *
 * A change of the harness makes another story of a seed: what it showed has a test of its own.
 */
export const KEPT_SEEDS: Readonly<Record<number, string>> = {
  102: 'at c9868db: a laptop whose name was lost with its journal was not told of older erasures',
  324: 'work lost with a damaged journal was told only by the run that found it, which crashed',
  439: 'the same',
  20393: 'the same, at c24a07c: refused, and nobody was told',
};
