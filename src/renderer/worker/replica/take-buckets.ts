import type { CandidateId } from '#contract/brands.ts';
import type { ReplicaCalls, SentBucket } from '#contract/replica-port.ts';
import { bucketOf } from '#core/codec/bucket.ts';
import type { PeopleRead } from '#core/codec/people-reader.ts';
import type { BucketRow, Op } from '../cache/cache.ts';
import { inParts } from '../in-parts.ts';
import { openPeople, readBucket, readBucketPeople, rewriteBucket, sealBucket } from './buckets.ts';
import { groupOf, headOf, type Pool } from './pool-replica.ts';

type Message = ReplicaCalls['buckets']['input'];

/** What the buckets of a message hold, before anything of it counts. */
export type Unpacked = readonly PeopleRead[];

/** Inflates and reads the buckets of a message; nothing is changed by it. */
export function unpackBuckets(buckets: readonly SentBucket[]): Promise<Unpacked> {
  return Promise.all(buckets.map(({ bytes }) => readBucketPeople(bytes)));
}

/** One bucket on its way into the cache. */
interface Arrival {
  readonly row: BucketRow;
  readonly people: PeopleRead['people'];
  readonly bad: readonly string[];
}

/** Checks, seals, stores and indexes the buckets of a message; newer people beside them stay. */
export async function takeBuckets(
  pool: Pool,
  { epoch, buckets }: Message,
  unpacked: Promise<Unpacked> = unpackBuckets(buckets),
): Promise<ReplicaCalls['buckets']['output']> {
  const { store, sink, heads, deltas, strays } = pool;
  const read = await unpacked;
  const arrivals = await Promise.all(
    buckets.map((sent, i) => arrive(pool, epoch, sent, read[i] ?? { people: [], bad: [] })),
  );
  const numbers = new Set(buckets.map(({ b }) => b));
  const before = await membersOf(pool, numbers);
  const overtaken = overtakenBy(pool, arrivals);
  await store.commit([
    ...arrivals.map(({ row }): Op => ({ table: 'bucket', put: row })),
    ...overtaken.map((id): Op => ({ table: 'poolDelta', remove: id })),
    ...arrivals.flatMap(({ row, people, bad }): readonly Op[] => {
      const group = groupOf(row.b);
      return [
        ...store.clearAsides(group),
        ...bad.map((id): Op => ({ table: 'aside', put: { key: `${group} ${id}`, group } })),
        ...people
          .filter(({ id }) => store.gone.has(id))
          .map(({ id }): Op => ({ table: 'gone', remove: id })),
      ];
    }),
  ]);
  for (const { row } of arrivals) heads.set(row.b, headOf(row));
  for (const id of overtaken) deltas.delete(id);
  const people = arrivals.flatMap((arrival) => arrival.people);
  const now = new Set(people.map(({ id }) => id));
  for (const id of strays) if (now.has(id)) strays.delete(id);
  sink.remove([...before, ...overtaken].filter((id) => !now.has(id) && !deltas.has(id)));
  const fresh = deltas.size === 0 ? people : people.filter(({ id }) => !deltas.has(id));
  // Where they are new, as in a first sync, the index builds many thousands at once.
  if (before.length + strays.size > 0) await inParts(sink.take(fresh));
  else sink.put(fresh);
  return {
    people: people.length,
    setAside: arrivals.reduce((sum, { bad }) => sum + bad.length, 0),
  };
}

async function arrive(
  { store, bulk }: Pool,
  epoch: string,
  { b, etag, upTo, bytes }: SentBucket,
  read: PeopleRead,
): Promise<Arrival> {
  const strangers = read.people.filter(({ id }) => bucketOf(id, store.bucketCount) !== b);
  const stays = (id: CandidateId) => {
    // Whoever went after the bucket was cut is not brought back for a moment (I4).
    const went = store.gone.get(id);
    return went?.epoch !== epoch || (went.seq ?? 0) <= upTo;
  };
  const people = read.people.filter(({ id }) => bucketOf(id, store.bucketCount) === b && stays(id));
  const facts = { b, upTo, epoch, etag, people: people.length };
  const bad = [...read.bad, ...strangers.map(({ id }) => id)];
  if (people.length + bad.length === read.people.length + read.bad.length) {
    return { row: await sealBucket(bulk, facts, bytes), people, bad };
  }
  const kept = new Set(people.map(({ id }) => id));
  const whole = (await readBucket(bytes)).filter(({ id }) => kept.has(id));
  return { row: await rewriteBucket(bulk, facts, whole), people, bad };
}

/** People beside their buckets whom a newer bucket includes. */
function overtakenBy(
  { store, deltas }: Pool,
  arrivals: readonly Arrival[],
): readonly CandidateId[] {
  const rows = new Map(arrivals.map(({ row }) => [row.b, row]));
  return [...deltas]
    .filter(([id, delta]) => {
      const row = rows.get(bucketOf(id, store.bucketCount));
      return row !== undefined && (delta.epoch !== row.epoch || delta.seq <= row.upTo);
    })
    .map(([id]) => id);
}

async function membersOf(pool: Pool, numbers: ReadonlySet<number>): Promise<CandidateId[]> {
  const held = [...numbers].filter((b) => pool.heads.has(b));
  if (held.length === 0) return [];
  const rows = await pool.store.cache.getMany('bucket', held);
  const contents = await Promise.all(rows.map((row) => openPeople(pool.bulk, row)));
  return contents.flatMap(({ people }) => people.map(({ id }) => id));
}
