import type { Transaction } from 'dexie';

/** One form of the cache after another. */
export interface CacheStep {
  readonly version: number;
  /** Every table with its primary key, as Dexie writes it; null takes a table away. */
  readonly stores: Readonly<Record<string, string | null>>;
  /**
   * Moves what the form before held; nothing but Dexie is awaited in it (decision S5).
   *
   * It reads and writes rows as `cache.ts` knows them: sealing happens below. When it
   * fails the cache is dropped and read again; when it is cut short nothing has changed.
   */
  readonly move?: (tables: Pick<Transaction, 'table'>) => Promise<void>;
}

/**
 * The forms of the cache, oldest first: the one place that knows its version.
 *
 * A cache of a form before the first is dropped and read again. Raised when a stored form changes so that an older app would misread it. A step that
 * was released is never edited. No index holds anything personal, and indexes are what
 * costs (S28): primary keys only.
 */
export const CACHE_STEPS: readonly CacheStep[] = [
  {
    version: 2,
    stores: {
      bucket: 'b',
      bucketKey: 'b',
      poolDelta: 'id',
      row: '[stream+kind+id]',
      cursor: 'stream',
      aside: 'key',
      gone: 'id',
      meta: 'key',
    },
  },
  // Where the image of the index lies (note 0019).
  { version: 3, stores: { image: 'key' } },
];

/** The form this app writes. */
export const CACHE_SCHEMA = newestOf(CACHE_STEPS);

/** Finds the version that a list of steps ends with. */
export function newestOf(steps: readonly CacheStep[]): number {
  return Math.max(...steps.map(({ version }) => version));
}
