import type { StreamId } from '#contract/brands.ts';
import type { Vacancy } from '#contract/records/council-work.ts';
import type { Cache, WorkRow } from '#renderer/worker/cache/cache.ts';
import { createRowKeys, type RowKeys } from '#renderer/worker/cache/row-keys.ts';
import { CACHE_STEPS, type CacheStep, newestOf } from '#renderer/worker/cache/steps.ts';

/** The keys of the caches in these tests. */
export function testKeys(): RowKeys {
  const random = { next: () => 0, bytes: (n: number) => crypto.getRandomValues(new Uint8Array(n)) };
  const missing = () => new Error('There is no such key.');
  const keys = createRowKeys((keyId) => keyId, random, missing);
  keys.add([{ stream: KENT, keyId: 'k', raw: new Uint8Array(32).fill(9) }]);
  return keys;
}
const KENT = 'council:kent' as StreamId;

/** A step such as the next version may bring: reads and writes sealed rows, and drops one. */
export const NEXT: CacheStep = {
  version: newestOf(CACHE_STEPS) + 1,
  stores: { kept: 'id' },
  async move(tables) {
    const rows: WorkRow[] = await tables.table('row').toArray();
    for (const row of rows) {
      const doc = { ...row.doc, title: (row.doc as Vacancy).title.replace('Today’s', 'Moved') };
      await tables.table('row').put({ ...row, doc });
    }
    await tables.table('row').delete(['council:kent', 'vacancy', 'v0']);
  },
};

/** The titles of all vacancies, in order of their sequence. */
export async function titlesIn(cache: Cache): Promise<readonly string[]> {
  const rows = await cache.all('row');
  return rows.toSorted((a, b) => a.seq - b.seq).map(({ doc }) => (doc as Vacancy).title);
}
