import type { Failure, Result } from '#contract/errors.ts';
import type { PoolManifest } from '#contract/http/streams.ts';
import type { Applied, SentBucket } from '#contract/replica-port.ts';
import type { Api, ReplicaStore } from './ports.ts';

/** Buckets fetched at once. */
const FETCHES = 6;
/** Messages given to the worker and not yet answered: the credits of decision S3. */
const CREDITS = 2;
/** Buckets in one message: half a MiB, which is stored in one transaction. */
const MOST_IN_MESSAGE = 32;
/** Buckets that wait for the worker; while so many do, none is fetched. */
const MOST_WAITING = 32;

/** What the fetching needs, and how it tells of the buckets stored. */
export interface BucketWork {
  readonly api: Api;
  readonly replica: ReplicaStore;
  readonly manifest: PoolManifest;
  readonly missing: readonly number[];
  /** False once the answer would be late: the rest is not fetched. */
  readonly isWanted: () => boolean;
  readonly stored: (people: number, setAside: number) => void;
}

/** What lies between those who fetch and those who pass on. */
function createBelt<Item>(room: number, putters: number) {
  const items: Item[] = [];
  let open = putters;
  const sleepers: (() => void)[] = [];
  const wake = () => {
    for (const go of sleepers.splice(0)) go();
  };
  const sleep = () => new Promise<void>((go) => sleepers.push(go));
  return {
    async put(item: Item): Promise<void> {
      items.push(item);
      wake();
      while (items.length >= room) await sleep();
    },
    /** One of the putters puts no more. */
    leave(): void {
      open -= 1;
      wake();
    },
    /** Takes what is there, at least one; none once everybody has left. */
    async take(most: number): Promise<readonly Item[]> {
      while (items.length === 0 && open > 0) await sleep();
      const taken = items.splice(0, most);
      wake();
      return taken;
    },
  };
}

/**
 * Fetches the missing buckets of the pool, each stored for good as it comes (SY14).
 *
 * What has been fetched while the worker was busy goes to it in one message: on a slow
 * network a bucket goes alone, on a fast one the worker stores many at a time. A stop at
 * any moment costs the buckets in hand; what is stored is not asked for again. Gives null
 * when no longer wanted, else what the worker said at the end.
 */
export async function fetchBuckets(work: BucketWork): Promise<Result<Applied> | null> {
  const { api, replica, manifest, isWanted } = work;
  const { epoch } = manifest;
  const byNumber = new Map(manifest.buckets.map((bucket) => [bucket.b, bucket]));
  const queue = work.missing.flatMap((b) => byNumber.get(b) ?? []);
  const belt = createBelt<SentBucket>(MOST_WAITING, FETCHES);
  let failure: Failure | null = null;
  let isKept = true;

  async function fetchSome(): Promise<void> {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (failure !== null || !isWanted()) break;
      const { b, etag, upTo } = next;
      const fetched = await api.bucket(b, etag);
      if (fetched.ok) await belt.put({ b, etag, upTo, bytes: fetched.value });
      else failure ??= fetched.error;
    }
    belt.leave();
  }

  async function passOn(): Promise<void> {
    for (;;) {
      const buckets = await belt.take(MOST_IN_MESSAGE);
      if (buckets.length === 0) return;
      // What came before a fetch failed is kept. Else it is taken so that nobody waits for room.
      if (!isKept || !isWanted()) continue;
      const stored = await replica.call('buckets', { epoch, buckets });
      if (stored.ok) work.stored(stored.value.people, stored.value.setAside);
      else {
        isKept = false;
        failure ??= stored.error;
      }
    }
  }

  await Promise.all([
    ...Array.from({ length: FETCHES }, fetchSome),
    ...Array.from({ length: CREDITS }, passOn),
  ]);
  if (!isWanted()) return null;
  if (failure !== null) return { ok: false, error: failure };
  // An empty pool has no bucket: its pages start at 0.
  const upTo = manifest.buckets.reduce((lowest, bucket) => Math.min(lowest, bucket.upTo), Infinity);
  return replica.call('buckets-done', { epoch, upTo: Number.isFinite(upTo) ? upTo : 0 });
}
