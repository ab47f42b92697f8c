import { type CandidateId, POOL } from '#contract/brands.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import type { Applied, ReplicaCalls } from '#contract/replica-port.ts';
import { bucketOf } from '#core/codec/bucket.ts';
import type { OwnKeySealer } from '#core/crypto/seal-bytes.ts';
import { type BucketRow, MAX_VALUE_BYTES, type Op, RowsLost } from '../cache/cache.ts';
import { openBucket, openPeople, rewriteBucket, unsealBucket } from './buckets.ts';
import type { IndexImage } from './index-image.ts';
import type { PeopleSink } from './people-sink.ts';
import type { BucketHead, PoolHeads } from './pool-heads.ts';
import { type Store, toStreamCursor } from './store.ts';

/** A bucket with more newer people than this beside it is rewritten in idle time. */
const FOLD_FROM = 32;
/** Buckets read at a time at the start: small enough that queries are answered between. */
const LOAD_STEP = 16;
/** And so many people beside them. */
const READ_STEP = 100;

/** What the parts of the pool share. */
export interface Pool extends PoolHeads {
  readonly store: Store;
  readonly bulk: OwnKeySealer;
  readonly sink: PeopleSink;
  /** The image of the index; null where none can be kept. */
  readonly image: IndexImage | null;
}

export function createPool(parts: Pick<Pool, 'store' | 'bulk' | 'sink' | 'image'>): Pool {
  return { ...parts, heads: new Map(), deltas: new Map(), strays: new Set() };
}

/**
 * Fills the index: from its image, or else by reading everybody, who can be found at once.
 *
 * Says whether the rows themselves have been read.
 */
export async function loadPool(pool: Pool, onProgress: () => void): Promise<boolean> {
  const { store, bulk, sink, heads, deltas } = pool;
  if (await pool.image?.load(pool)) {
    onProgress();
    return false;
  }
  const newer = await store.cache.all('poolDelta');
  for (const { id, seq, epoch } of newer) deltas.set(id, { seq, epoch });
  sink.put(newer.map((row) => row.doc));
  const numbers = await store.cache.keys('bucket');
  for (let from = 0; from < numbers.length; from += LOAD_STEP) {
    const rows = await store.cache.getMany('bucket', numbers.slice(from, from + LOAD_STEP));
    const contents = await Promise.all(rows.map((row) => openPeople(bulk, row)));
    for (const { people } of contents) sink.put(people.filter(({ id }) => !deltas.has(id)));
    for (const row of rows) heads.set(row.b, headOf(row));
    onProgress();
  }
  return true;
}

/** Opens everything an image stood in for; rejects where the disk does not have it as it was. */
export async function readThrough({ store: { cache }, bulk }: Pool): Promise<void> {
  const ids = await cache.keys('poolDelta');
  for (let from = 0; from < ids.length; from += READ_STEP) {
    await cache.getMany('poolDelta', ids.slice(from, from + READ_STEP));
  }
  const numbers = await cache.keys('bucket');
  for (let from = 0; from < numbers.length; from += LOAD_STEP) {
    const rows = await cache.getMany('bucket', numbers.slice(from, from + LOAD_STEP));
    await Promise.all(rows.map((row) => unsealBucket(bulk, row)));
  }
}

/** Compares what is held with the manifest and says what is missing. */
export async function takeManifest(
  pool: Pool,
  manifest: ReplicaCalls['manifest']['input'],
): Promise<ReplicaCalls['manifest']['output']> {
  const { store, heads, strays } = pool;
  const wanted = new Map(manifest.buckets.map((bucket) => [bucket.b, bucket]));
  const isRecut = store.bucketCount !== manifest.bucketCount;
  const dropped = [...heads.keys()].filter((b) => isRecut || !wanted.has(b));
  const lost: CandidateId[] = [];
  for (const row of await store.cache.getMany('bucket', dropped)) {
    lost.push(...(await openPeople(pool.bulk, row)).people.map((person) => person.id));
  }
  await store.commit([
    ...dropped.map((b): Op => ({ table: 'bucket', remove: b })),
    // Nothing stands for those people now: without it a restart would read on from the cursor.
    ...(dropped.length > 0 ? [{ table: 'cursor', remove: POOL } as const] : []),
    ...dropped.flatMap((b) => store.clearAsides(groupOf(b))),
    store.metaOp({ bucketCount: manifest.bucketCount }),
  ]);
  // They stay on screen until the new buckets have had their say.
  for (const id of lost) strays.add(id);
  for (const b of dropped) heads.delete(b);
  const overtaken = overtakenBy(pool, manifest);
  const isHeld = ({ b, etag, upTo }: (typeof manifest.buckets)[number]) => {
    const head = heads.get(b);
    if (head?.epoch !== manifest.epoch || overtaken.has(b)) return false;
    // Folded since it came, it is newer than what the centre has cut: nobody goes back (I4).
    return head.etag === etag || head.upTo > upTo;
  };
  return { missing: manifest.buckets.filter((bucket) => !isHeld(bucket)).map(({ b }) => b) };
}

/**
 * Buckets that are newer than somebody beside them.
 *
 * An etag is of the content: whoever came and went between two cuts leaves it as it was,
 * and would stay beside their bucket for ever once the pages begin after their leaving.
 */
function overtakenBy(
  { deltas }: Pool,
  { epoch, bucketCount, buckets }: ReplicaCalls['manifest']['input'],
): ReadonlySet<number> {
  const upTo = new Map(buckets.map((bucket) => [bucket.b, bucket.upTo]));
  const overtaken = new Set<number>();
  for (const [id, delta] of deltas) {
    const b = bucketOf(id, Math.max(1, bucketCount));
    if (delta.epoch === epoch && delta.seq <= (upTo.get(b) ?? -1)) overtaken.add(b);
  }
  return overtaken;
}

/** All buckets are here: the cursor may stand, and who is in none of them is swept. */
export async function finishBuckets(
  pool: Pool,
  { epoch, upTo }: ReplicaCalls['buckets-done']['input'],
): Promise<Applied> {
  const { store, sink, deltas, strays } = pool;
  const stale = [...deltas].filter(([, delta]) => delta.epoch !== epoch).map(([id]) => id);
  const before = store.cursors.get(POOL);
  await store.commit([
    ...stale.map((id): Op => ({ table: 'poolDelta', remove: id })),
    {
      table: 'cursor',
      put: { stream: POOL, epoch, seq: upTo, gen: (before?.gen ?? 0) + 1, snapAt: null },
    },
  ]);
  for (const id of stale) {
    deltas.delete(id);
    strays.add(id);
  }
  sink.remove([...strays].filter((id) => !deltas.has(id)));
  strays.clear();
  return { cursor: toStreamCursor(store.cursors.get(POOL)), setAside: 0 };
}

/**
 * Reads one person from the disk: the newer copy beside the bucket, else the bucket.
 *
 * Rejects with `RowsLost` when what memory knows to be there is not: a disk may lose rows
 * while the app runs.
 */
export async function readPerson(pool: Pool, id: CandidateId): Promise<Candidate | null> {
  const { store, bulk, deltas } = pool;
  if (deltas.has(id)) {
    const delta = await store.cache.get('poolDelta', id);
    if (!delta) throw new RowsLost();
    return delta.doc;
  }
  const b = bucketOf(id, Math.max(1, store.bucketCount));
  const row = await store.cache.get('bucket', b);
  if (!row && pool.heads.has(b)) throw new RowsLost();
  if (!row) return null;
  const { people } = await openBucket(bulk, row);
  return people.find((person) => person.id === id) ?? null;
}

/** Moves newer people into their buckets, which are then complete up to the cursor. */
export async function foldDeltas(pool: Pool): Promise<void> {
  const { store, bulk, heads, deltas } = pool;
  const cursor = store.cursors.get(POOL);
  // What a repair has not compared yet may belong to another history.
  if (!cursor || cursor.owed) return;
  const isHere = (epoch: string) => epoch === cursor.epoch || cursor.sameAs?.includes(epoch);
  const beside = Map.groupBy(deltas.keys(), (id) => bucketOf(id, store.bucketCount));
  for (const [b, ids] of beside) {
    const row = ids.length > FOLD_FROM ? await store.cache.get('bucket', b) : undefined;
    if (!row || !isHere(row.epoch)) continue;
    // Saved from a damaged disk, they may be newer than what was read anew.
    if (row.upTo > cursor.seq || ids.some((id) => (deltas.get(id)?.seq ?? 0) > cursor.seq))
      continue;
    const newer = (await store.cache.getMany('poolDelta', ids)).map((delta) => delta.doc);
    const { people } = await openBucket(bulk, row);
    const kept = people.filter((person) => !deltas.has(person.id));
    const facts = { ...row, epoch: cursor.epoch, upTo: cursor.seq };
    const folded = await rewriteBucket(bulk, facts, [...kept, ...newer]);
    if (folded.sealed.length > MAX_VALUE_BYTES) continue;
    await store.commit([
      { table: 'bucket', put: folded },
      ...ids.map((id): Op => ({ table: 'poolDelta', remove: id })),
    ]);
    heads.set(b, headOf(folded));
    for (const id of ids) deltas.delete(id);
  }
}

export function headOf({ b, people, upTo, epoch, etag }: BucketRow): BucketHead {
  return { b, people, upTo, epoch, etag };
}

/** The group of the records set aside in one bucket. */
export const groupOf = (b: number): string => `pool/${b}`;
