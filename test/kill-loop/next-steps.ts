import {
  type CacheStep,
  newestOf,
  CACHE_STEPS as STEPS_NOW,
} from '../../src/renderer/worker/cache/steps.ts';

export { type CacheStep, newestOf } from '../../src/renderer/worker/cache/steps.ts';

/** A step as a later version may bring it: seals every row anew, which takes its time. */
const NEXT: CacheStep = {
  version: newestOf(STEPS_NOW) + 1,
  stores: { later: 'id' },
  async move(tables) {
    for (const name of ['bucket', 'poolDelta', 'row'] as const) {
      const rows: object[] = await tables.table(name).toArray();
      for (const row of rows) await tables.table(name).put(row);
    }
  },
};

export const CACHE_STEPS: readonly CacheStep[] = [...STEPS_NOW, NEXT];
export const CACHE_SCHEMA = newestOf(CACHE_STEPS);
