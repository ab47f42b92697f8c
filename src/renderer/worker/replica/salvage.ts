import type { Candidate } from '#contract/records/candidate.ts';
import { bucketOf } from '#core/codec/bucket.ts';
import type { OwnKeySealer } from '#core/crypto/seal-bytes.ts';
import {
  type BucketRow,
  type Cache,
  type DeltaRow,
  emptyMeta,
  type Op,
  type TableName,
  type Tables,
} from '../cache/cache.ts';
import { openBucket } from './buckets.ts';

/** More buckets than a pool of any size has. */
const MOST_BUCKETS = 2 ** 16;
/** Rows written at a time to a cache that is filled again. */
const REFILL_STEP = 100;

interface Opened {
  readonly row: BucketRow;
  readonly people: readonly Candidate[];
}

/**
 * Reads what still opens of a damaged cache, so that a recruiter without a network keeps it.
 *
 * Every row vouches for itself by its seal. Where the streams stood is not kept: all is
 * compared with the centre again, and what is missing, or was gone there, comes right.
 * Never rejects; gives what fills an empty cache.
 */
export async function salvage(
  cache: Cache,
  bulk: OwnKeySealer,
  generation: string,
): Promise<readonly Op[]> {
  const ops: Op[] = [];
  const buckets: Opened[] = [];
  for (const row of await readable(cache, 'bucket')) {
    try {
      buckets.push({ row, people: (await openBucket(bulk, row)).people });
      ops.push({ table: 'bucket', put: row });
    } catch {
      // It comes again from the centre.
    }
  }
  const [meta = emptyMeta(generation)] = await readable(cache, 'meta');
  const bucketCount = meta.bucketCount || findBucketCount(buckets);
  for (const row of await readable(cache, 'poolDelta')) {
    if (!isFolded(row, buckets, bucketCount)) ops.push({ table: 'poolDelta', put: row });
  }
  for (const row of await readable(cache, 'row')) {
    // Of no snapshot: the next one sweeps it unless it sees it.
    ops.push({ table: 'row', put: { ...row, gen: 0 } });
  }
  for (const row of await readable(cache, 'gone')) ops.push({ table: 'gone', put: row });
  const { asAt } = meta;
  return [...ops, { table: 'meta', put: { ...emptyMeta(generation), bucketCount, asAt } }];
}

/** Fills an empty cache with what was saved, in steps; what it knows of itself comes last. */
export async function refill(cache: Cache, saved: readonly Op[]): Promise<void> {
  for (let from = 0; from < saved.length; from += REFILL_STEP) {
    await cache.write(saved.slice(from, from + REFILL_STEP));
  }
}

async function readable<Name extends TableName>(
  cache: Cache,
  table: Name,
): Promise<readonly Tables[Name]['row'][]> {
  const rows: Tables[Name]['row'][] = [];
  for (const key of await cache.keysLeft(table)) {
    try {
      const row = await cache.get(table, key);
      if (row) rows.push(row);
    } catch {
      // One bad row costs one row.
    }
  }
  return rows;
}

/** Finds how many buckets there were, from who lies in which; 0 when that cannot be told. */
function findBucketCount(buckets: readonly Opened[]): number {
  for (let count = 1; buckets.length > 0 && count <= MOST_BUCKETS; count *= 2) {
    const fits = buckets.every(({ row, people }) =>
      people.every(({ id }) => bucketOf(id, count) === row.b),
    );
    if (fits) return count;
  }
  return 0;
}

/** Whether a newer copy of the person lies in their bucket: an old state of the disk came back. */
function isFolded(
  { id, epoch, seq }: DeltaRow,
  buckets: readonly Opened[],
  bucketCount: number,
): boolean {
  const b = bucketOf(id, Math.max(1, bucketCount));
  const home = buckets.find(({ row }) => row.b === b);
  return home !== undefined && home.row.epoch === epoch && seq <= home.row.upTo;
}
