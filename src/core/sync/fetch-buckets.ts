import type { Failure, Result } from '#contract/errors.ts';
import type { PoolManifest } from '#contract/http/streams.ts';
import type { Applied } from '#contract/replica-port.ts';
import type { Api, ReplicaStore } from './ports.ts';

/** Buckets fetched at once. */
const FETCHES = 6;
/** Buckets given to the worker and not yet answered: the credits of decision S3. */
const CREDITS = 2;

/** What the fetching needs, and how it tells of each bucket. */
export interface BucketWork {
  readonly api: Api;
  readonly replica: ReplicaStore;
  readonly manifest: PoolManifest;
  readonly missing: readonly number[];
  /** False once the answer would be late: the rest is not fetched. */
  readonly isWanted: () => boolean;
  readonly stored: (people: number, setAside: number) => void;
}

function createCredits(count: number) {
  let free = count;
  const queue: (() => void)[] = [];
  return {
    async take(): Promise<void> {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => queue.push(resolve));
    },
    give(): void {
      const next = queue.shift();
      if (next === undefined) free += 1;
      else next();
    },
  };
}

/**
 * Fetches the missing buckets of the pool, each stored for good as it comes (SY14).
 *
 * A stop at any moment costs the buckets in hand, at most six: what is stored is not
 * asked for again. Gives null when no longer wanted, else what the worker said at the end.
 */
export async function fetchBuckets(work: BucketWork): Promise<Result<Applied> | null> {
  const { api, replica, manifest, isWanted } = work;
  const byNumber = new Map(manifest.buckets.map((bucket) => [bucket.b, bucket]));
  const queue = work.missing.flatMap((b) => byNumber.get(b) ?? []);
  const credits = createCredits(CREDITS);
  let failure: Failure | null = null;

  async function fetchSome(): Promise<void> {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (failure !== null || !isWanted()) return;
      const { b, etag, upTo } = next;
      const fetched = await api.bucket(b, etag);
      if (!fetched.ok) {
        failure ??= fetched.error;
        return;
      }
      await credits.take();
      try {
        if (failure !== null || !isWanted()) return;
        const bytes = fetched.value;
        const input = { b, etag, upTo, epoch: manifest.epoch, bytes };
        const stored = await replica.call('bucket', input);
        if (stored.ok) work.stored(stored.value.people, stored.value.setAside);
        else failure ??= stored.error;
      } finally {
        credits.give();
      }
    }
  }

  await Promise.all(Array.from({ length: FETCHES }, fetchSome));
  if (!isWanted()) return null;
  if (failure !== null) return { ok: false, error: failure };
  // An empty pool has no bucket: its pages start at 0.
  const upTo = manifest.buckets.reduce((lowest, bucket) => Math.min(lowest, bucket.upTo), Infinity);
  return replica.call('buckets-done', {
    epoch: manifest.epoch,
    upTo: Number.isFinite(upTo) ? upTo : 0,
  });
}
