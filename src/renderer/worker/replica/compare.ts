import { type CandidateId, POOL, type StreamId } from '#contract/brands.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import type { PageEnvelope } from '#contract/records/check-record.ts';
import type { RecordKind, RecordOf } from '#contract/records/kinds.ts';
import type { ReplicaCalls, StreamCursor } from '#contract/replica-port.ts';
import { createGroupSums, digestRow, groupOf } from '#core/codec/digest.ts';
import type { DeltaRow, Op, WorkRow } from '../cache/cache.ts';
import { inParts } from '../in-parts.ts';
import { openBucket } from './buckets.ts';
import type { ConfirmedRows } from './confirmed-rows.ts';
import { leave } from './pool-page.ts';
import type { Pool } from './pool-replica.ts';
import { readItem, readPage } from './read-page.ts';
import { type Store, toStreamCursor } from './store.ts';
import { removeOps } from './work-page.ts';

/** What is compared: the rows beside the pool, and the pool. */
export interface Compared {
  readonly store: Store;
  readonly rows: ConfirmedRows;
  readonly pool: Pool;
}

/** Buckets digested in one call: other calls of main wait for no more than these. */
const BUCKETS_AT_ONCE = 32;

/** Digests what is held of a stream, a part at a time. */
export async function digestHeld(
  { store, rows, pool }: Compared,
  { stream, of, from }: ReplicaCalls['digest']['input'],
): Promise<ReplicaCalls['digest']['output']> {
  const sums = createGroupSums(of);
  if (stream !== POOL) {
    for (const row of rows.all(stream)) sums.toggle(row.id, digestRow(stream, row));
    return { digests: sums.texts(), next: null };
  }
  const numbers = [...pool.heads.keys()].sort((a, b) => a - b);
  const toggle = (person: Candidate) =>
    sums.toggle(person.id, digestRow(POOL, { ...NOBODY, id: person.id, doc: person }));
  for (const row of await store.cache.getMany(
    'bucket',
    numbers.slice(from, from + BUCKETS_AT_ONCE),
  )) {
    for (const person of (await openBucket(pool.bulk, row)).people) {
      if (!pool.deltas.has(person.id)) toggle(person);
    }
  }
  const next = from + BUCKETS_AT_ONCE;
  if (next < numbers.length) return { digests: sums.texts(), next };
  for (const { doc } of await store.cache.all('poolDelta')) toggle(doc);
  return { digests: sums.texts(), next: null };
}

const NOBODY = { kind: 'candidate', seq: 0 };

/** A good row of a group; those without the agreed form are only named. */
interface Group {
  readonly page: PageEnvelope;
  readonly items: ReadonlyMap<
    string,
    { readonly kind: RecordKind; readonly seq: number; readonly doc: unknown }
  >;
  readonly bad: readonly string[];
}

/**
 * Makes a group what the centre says it is: what differs is put, what is too much is removed.
 *
 * The cursor stays: the page is of its sequence or later, so nothing that was read is lost.
 * Null when it does not fit what is held.
 */
export async function applyGroup(
  parts: Compared,
  { bytes, of, group }: ReplicaCalls['group']['input'],
): Promise<ReplicaCalls['group']['output'] | null> {
  const page = await inParts(readPage(bytes));
  const cursor = page ? parts.store.cursors.get(page.stream) : undefined;
  if (!page || cursor?.epoch !== page.epoch || page.to < cursor.seq) return null;
  const read = readGroup(page, { of, group });
  if (read === null) return null;
  const changed =
    page.stream === POOL
      ? await healPool(parts, read, { of, group })
      : await healRows(parts, read, { of, group, gen: cursor.gen });
  return { changed, setAside: read.bad.length };
}

/** Notes that a stream is as the centre has it, where its cursor stands. */
export async function noteCompared(
  { store, pool }: Compared,
  { stream, atMs }: ReplicaCalls['compared']['input'],
): Promise<StreamCursor | null> {
  const cursor = store.cursors.get(stream);
  if (!cursor) return null;
  const { owed: _owed, ...rest } = cursor;
  const epochs = new Set([...pool.heads.values()].map(({ epoch }) => epoch));
  epochs.delete(cursor.epoch);
  const sameAs = stream === POOL ? { sameAs: [...epochs] } : {};
  await store.commit([{ table: 'cursor', put: { ...rest, checkedMs: atMs, ...sameAs } }]);
  return toStreamCursor(store.cursors.get(stream));
}

/** Null for an answer to another question: a row of another group, or one that is gone. */
function readGroup(page: PageEnvelope, { of, group }: Cut): Group | null {
  const items = new Map<string, { kind: RecordKind; seq: number; doc: unknown }>();
  const bad: string[] = [];
  for (let index = 0; index < page.items.length; index += 1) {
    const read = readItem(page, index);
    if (read.is === 'bad') {
      bad.push(read.key);
      continue;
    }
    if (read.item.op !== 'u' || groupOf(read.item.id, of) !== group) return null;
    items.set(`${read.item.kind} ${read.item.id}`, { doc: null, ...read.item });
  }
  return { page, items, bad };
}

/** Which group, of how many. */
interface Cut {
  readonly of: number;
  readonly group: number;
}

const asideOps = ({ page, bad }: Group) =>
  bad.map((key): Op => ({ table: 'aside', put: { key, group: page.stream } }));

const isSame = (stream: StreamId, a: Parameters<typeof digestRow>[1], b: typeof a) => {
  const [one, other] = [digestRow(stream, a), digestRow(stream, b)];
  return one.high === other.high && one.low === other.low;
};

async function healRows(
  { store, rows }: Compared,
  read: Group,
  { of, group, gen }: Cut & { readonly gen: number },
): Promise<number> {
  const { page, items, bad } = read;
  const { stream, epoch } = page;
  const held = new Map(
    rows
      .all(stream)
      .filter(({ id }) => groupOf(id, of) === group)
      .map((row) => [`${row.kind} ${row.id}`, row]),
  );
  const put = [...items].flatMap(([key, { kind, seq, doc }]): readonly WorkRow[] => {
    const before = held.get(key);
    const id = key.slice(kind.length + 1);
    if (before?.epoch === epoch && isSame(stream, before, { kind, id, seq, doc })) return [];
    return [{ stream, kind, id, seq, epoch, gen, doc: doc as RecordOf[RecordKind] }];
  });
  // A row that cannot be read may be any of those held: none of them is taken for gone.
  const removed = bad.length > 0 ? [] : [...held].filter(([key]) => !items.has(key));
  const gone = removed.map(([, row]) => row);
  await store.commit([
    ...asideOps(read),
    ...put.map((row): Op => ({ table: 'row', put: row })),
    ...removeOps(gone),
  ]);
  for (const row of put) rows.put(row);
  for (const row of gone) rows.remove(row);
  return put.length + gone.length;
}

async function healPool({ store, pool }: Compared, read: Group, cut: Cut): Promise<number> {
  const { page, items, bad } = read;
  const held = await heldPeople(pool, cut);
  const put: DeltaRow[] = [];
  for (const [key, { kind, seq, doc }] of items) {
    const id = key.slice(kind.length + 1) as CandidateId;
    const before = held.get(id);
    const went = store.gone.get(id);
    // The answer may be older than their going.
    if (went?.epoch === page.epoch && seq <= (went.seq ?? 0)) continue;
    const row = { kind, id, seq };
    if (before && isSame(POOL, { ...row, doc: before }, { ...row, doc })) continue;
    put.push({ id, seq, epoch: page.epoch, doc: doc as Candidate });
  }
  const isExtra = (id: CandidateId) => bad.length === 0 && !items.has(`candidate ${id}`);
  const left = new Map([...held.keys()].filter(isExtra).map((id) => [id, page.to]));
  const leaving = await leave(pool, left, page.epoch);
  await store.commit([
    ...asideOps(read),
    ...put.map((row): Op => ({ table: 'poolDelta', put: row })),
    ...put
      .filter(({ id }) => store.gone.has(id))
      .map(({ id }): Op => ({ table: 'gone', remove: id })),
    // Who went is not known to have been erased: nothing else of them goes here, so nothing says so.
    ...leaving.ops.filter(({ table }) => table !== 'gone'),
  ]);
  for (const { id, seq, epoch } of put) pool.deltas.set(id, { seq, epoch });
  await leaving.done();
  pool.sink.put(put.map(({ doc }) => doc));
  return put.length + left.size;
}

/** The people of a group as they are shown: the newer copy beside their bucket, else the bucket. */
async function heldPeople(
  { store, bulk, heads, deltas }: Pool,
  { of, group }: Cut,
): Promise<ReadonlyMap<CandidateId, Candidate>> {
  const held = new Map<CandidateId, Candidate>();
  const mine = (id: string) => groupOf(id, of) === group;
  // Both cut by the last bits of the id: the shorter cut says which buckets it can be.
  const mask = Math.min(of, Math.max(1, store.bucketCount)) - 1;
  const numbers = [...heads.keys()].filter((b) => (b & mask) === (group & mask));
  for (const row of await store.cache.getMany('bucket', numbers)) {
    for (const person of (await openBucket(bulk, row)).people) {
      if (mine(person.id)) held.set(person.id, person);
    }
  }
  const newer = [...deltas.keys()].filter(mine);
  for (const { id, doc } of await store.cache.getMany('poolDelta', newer)) held.set(id, doc);
  return held;
}
