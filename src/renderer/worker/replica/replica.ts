import {
  type CandidateId,
  councilStream,
  type IsoInstant,
  POOL,
  PROGRAMME,
  type StreamId,
  userStream,
} from '#contract/brands.ts';
import { fail } from '#contract/errors.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import type {
  Applied,
  ReplicaCalls,
  ReplicaOwner,
  ReplicaState,
  StreamKey,
} from '#contract/replica-port.ts';
import { SealBroken } from '#core/crypto/seal.ts';
import { createOwnKeySealer, type OwnKeySealer } from '#core/crypto/seal-bytes.ts';
import type { Random } from '#core/ports.ts';
import { type Cache, emptyMeta, type Op } from '../cache/cache.ts';
import { CACHE_NAME } from '../cache/dexie-cache.ts';
import { type Disk, REAL_DISK } from '../cache/disk.ts';
import type { Files } from '../cache/files.ts';
import { heardCache, heardFiles } from '../cache/heard.ts';
import { createMemoryCache } from '../cache/memory-cache.ts';
import { createRowKeys, type RowKeys } from '../cache/row-keys.ts';
import { inParts } from '../in-parts.ts';
import { applyGroup, digestHeld, noteCompared } from './compare.ts';
import { type ConfirmedRows, createConfirmedRows } from './confirmed-rows.ts';
import { createIndexImage } from './index-image.ts';
import type { PeopleSink } from './people-sink.ts';
import { applyPoolPage, leave } from './pool-page.ts';
import {
  createPool,
  finishBuckets,
  foldDeltas,
  loadPool,
  type Pool,
  readPerson,
  readThrough,
  takeManifest,
} from './pool-replica.ts';
import { readPage } from './read-page.ts';
import { isDiskFull, ReplicaFailure } from './replica-failure.ts';
import { refill, salvage } from './salvage.ts';
import { loadStore, type Store, toStreamCursor } from './store.ts';
import { takeBuckets, type Unpacked } from './take-buckets.ts';
import { applyWorkPage, FOR_EVER, presenceWithout, removeOps, rowsAbout } from './work-page.ts';

/** What this device holds of what the centre has confirmed, for one recruiter. */
export interface Replica {
  readonly owner: ReplicaOwner;
  readonly rows: ConfirmedRows;
  readonly state: ReplicaState;
  readonly setAside: number;
  readonly asAt: IsoInstant | null;
  noteCaughtUp(at: IsoInstant): Promise<void>;
  hasWithdrawn(id: CandidateId): boolean;
  /** Whether a stream's first sync has ended. */
  holds(stream: StreamId): boolean;
  readPerson(id: CandidateId): Promise<Candidate | null>;
  cursors(): ReplicaState['cursors'];
  manifest(input: ReplicaCalls['manifest']['input']): Promise<ReplicaCalls['manifest']['output']>;
  /** `unpacked`: what `unpackBuckets` made of the message while something else was under way. */
  buckets(
    input: ReplicaCalls['buckets']['input'],
    unpacked?: Promise<Unpacked>,
  ): Promise<ReplicaCalls['buckets']['output']>;
  finishBuckets(input: ReplicaCalls['buckets-done']['input']): Promise<Applied>;
  page(input: ReplicaCalls['page']['input']): Promise<PageDone>;
  digest(input: ReplicaCalls['digest']['input']): Promise<ReplicaCalls['digest']['output']>;
  group(input: ReplicaCalls['group']['input']): Promise<ReplicaCalls['group']['output']>;
  compared(input: ReplicaCalls['compared']['input']): Promise<ReplicaCalls['compared']['output']>;
  purge(stream: StreamId): Promise<void>;
  /** Lays everything under newer keys; from then on nothing here needs the older ones. */
  reseal(keys: readonly StreamKey[]): Promise<void>;
  /** Removes people and every row about them, in one write. */
  erase(people: readonly CandidateId[]): Promise<void>;
  /** Work for idle time. */
  tidy(): Promise<void>;
  /**
   * Puts the index away for the next start; takes a while and is in nobody's way.
   *
   * Where this start took an image up, the rows it stood in for are read first.
   */
  saveImage(): Promise<void>;
  close(): void;
}

/** What a page did. */
export interface PageDone {
  readonly applied: Applied;
  /** People came or changed, and nothing else did. */
  readonly isOnlyNews: boolean;
}

export interface ReplicaParts {
  readonly sink: PeopleSink;
  readonly random: Random;
  /** Called while people are read into the index. */
  readonly onProgress: () => void;
  /** Called each time the disk has answered, if only with a failure. */
  readonly onAnswer?: () => void;
  /** Where caches lie, unless a simulation brings a disk that can be cut off. */
  readonly disk?: Disk;
}

type Open = ReplicaCalls['open']['input'];

/**
 * Opens the cache of one recruiter, reads it into memory and says what is there.
 *
 * A damaged cache begins anew with what can still be read of it. Where the disk takes no
 * cache at all it is kept in memory: without a network the journal is on screen even so.
 */
export async function openReplica(input: Open, parts: ReplicaParts): Promise<Replica> {
  const { owner, generation, persist } = input;
  const keys = createKeys(input, parts.random);
  const name = nameOf(owner);
  const inMemory = { cache: createMemoryCache(), files: null, keys };
  const { disk = REAL_DISK, onAnswer = () => {} } = parts;
  await disk.dropOthers(persist ? name : null).finally(onAnswer);
  if (!persist) return build(input, parts, { ...inMemory, rebuilt: 'empty', diskRefused: false });

  const open = async () => {
    const opened = await disk.open({ name, generation, keys: keys.rows }).finally(onAnswer);
    return { ...opened, cache: heardCache(opened.cache, onAnswer) };
  };
  const lying = await disk.files?.(name).finally(onAnswer);
  const files = lying ? heardFiles(lying, onAnswer) : null;
  let saved: readonly Op[] = [];
  try {
    const opened = await open();
    let fault: unknown = null;
    if (opened.rebuilt !== 'damaged') {
      try {
        return await build(input, parts, { ...opened, files, keys, diskRefused: false });
      } catch (error) {
        fault = error;
      }
    }
    saved = await salvage(opened.cache, keys.bulk, generation);
    opened.cache.close();
    // A full disk is no damage: what lies there stays for the day there is room.
    if (isDiskFull(fault)) throw fault;
    await disk.destroy(name);
    const { cache } = await open();
    await refill(cache, saved);
    return await build(input, parts, {
      ...{ cache, files, keys },
      ...{ rebuilt: 'damaged', diskRefused: false },
    });
  } catch {
    await refill(inMemory.cache, saved);
    return build(input, parts, { ...inMemory, rebuilt: 'damaged', diskRefused: true });
  }
}

const nameOf = (owner: ReplicaOwner) => `${CACHE_NAME}${owner.recruiterId}`;

/** Bound into every seal; it stays when the cache gets a new form, so that rows can be moved. */
const SEAL_FORM = 1;

interface Keys {
  readonly rows: RowKeys;
  readonly bulk: OwnKeySealer;
}

function createKeys({ owner, keys }: Open, random: Random): Keys {
  const contextOf = (keyId: string) => JSON.stringify([nameOf(owner), SEAL_FORM, keyId]);
  const rows = createRowKeys(contextOf, random, () => new ReplicaFailure(keyMissing()));
  rows.add(keys);
  const context = contextOf('bucket');
  return { rows, bulk: createOwnKeySealer<CryptoKey>(crypto.subtle, { context, random }) };
}

const keyMissing = () =>
  fail('STORE_KEYS_LOST', 'A key of this device is missing, so nothing can be kept on the disk.');

async function build(
  { owner, generation }: Open,
  { sink, random, onProgress }: ReplicaParts,
  {
    cache,
    files,
    rebuilt,
    diskRefused,
    keys,
  }: Pick<ReplicaState, 'rebuilt' | 'diskRefused'> & {
    readonly cache: Cache;
    readonly files: Files | null;
    readonly keys: Keys;
  },
): Promise<Replica> {
  const store = await loadStore(cache, emptyMeta(generation));
  await dropOrphans(store, keys.rows.has);
  sink.clear();
  const rows = createConfirmedRows([
    PROGRAMME,
    councilStream(owner.council.id),
    userStream(owner.recruiterId),
  ]);
  for (const row of await cache.all('row')) rows.put(row);
  const { index } = sink;
  const image =
    files && index
      ? createIndexImage({
          store,
          bulk: keys.bulk,
          files,
          index: () => sink.index ?? index,
          random,
        })
      : null;
  const pool = createPool({ store, bulk: keys.bulk, sink, image });
  let isRead = await loadPool(pool, onProgress);
  let isBroken = false;
  /** Main opens a cache again that turns out damaged; then it is read row by row (SY8). */
  function whole(): void {
    if (isBroken) throw new SealBroken();
  }
  const cursors = () => [...store.cursors.values()].flatMap((row) => toStreamCursor(row) ?? []);

  return {
    owner,
    rows,
    get state() {
      const buckets = [...pool.heads.values()].map(({ b, etag }) => ({ b, etag }));
      const { asAt } = store;
      return { cursors: cursors(), buckets, people: sink.count(), asAt, rebuilt, diskRefused };
    },
    get setAside() {
      return store.asides.size;
    },
    get asAt() {
      return store.asAt;
    },
    async noteCaughtUp(at) {
      whole();
      await store.commit([store.metaOp({ asAt: at })]);
    },
    holds: (stream) => store.cursors.has(stream),
    hasWithdrawn: (id) => store.gone.has(id),
    readPerson: (id) => readPerson(pool, id),
    cursors,
    async manifest(input) {
      whole();
      return takeManifest(pool, input);
    },
    buckets: (input, unpacked) => takeBuckets(pool, input, unpacked),
    finishBuckets: (input) => finishBuckets(pool, input),
    async page(input) {
      whole();
      return applyPage({ store, rows, pool }, input);
    },
    digest: (input) => digestHeld({ store, rows, pool }, input),
    async group(input) {
      whole();
      const done = await applyGroup({ store, rows, pool }, input);
      if (done) return done;
      throw new ReplicaFailure(fail('SYNC_BAD_ANSWER', 'A group of rows does not fit.'));
    },
    compared: (input) => noteCompared({ store, rows, pool }, input),
    purge: (stream) => purge({ store, rows, pool }, stream),
    async reseal(newer) {
      keys.rows.add(newer);
      await cache.reseal();
      keys.rows.settle();
    },
    erase: (people) => erase({ store, rows, pool }, people),
    tidy: () => foldDeltas(pool),
    async saveImage() {
      if (!isRead) {
        isRead = true;
        await readThrough(pool).catch(async (error) => {
          // Closed under its hands is no damage.
          isBroken = (error as { readonly name?: string }).name !== 'DatabaseClosedError';
          if (isBroken) await store.commit([{ table: 'image', remove: 'image' }]);
        });
      }
      if (!isBroken) await pool.image?.save(pool);
    },
    close() {
      pool.image?.close();
      cache.close();
    },
  };
}

/** Removes what no key opens any more: a purge that was cut short is finished here. */
async function dropOrphans(store: Store, hasKey: (stream: StreamId) => boolean): Promise<void> {
  const ops: Op[] = [];
  for (const key of await store.cache.keys('row')) {
    if (!hasKey(key[0] as StreamId)) ops.push({ table: 'row', remove: key });
  }
  for (const stream of store.cursors.keys()) {
    if (!hasKey(stream)) ops.push({ table: 'cursor', remove: stream });
  }
  if (!hasKey(POOL)) {
    for (const b of await store.cache.keys('bucket')) ops.push({ table: 'bucket', remove: b });
    for (const id of await store.cache.keys('poolDelta')) {
      ops.push({ table: 'poolDelta', remove: id });
    }
  }
  if (ops.length > 0) await store.commit(ops);
}

interface Parts {
  readonly store: Store;
  readonly rows: ConfirmedRows;
  readonly pool: Pool;
}

/** Applies a page to a cursor that stands where the page begins; drops any other. */
async function applyPage(
  { store, rows, pool }: Parts,
  { bytes, snapshot }: ReplicaCalls['page']['input'],
): Promise<PageDone> {
  const page = await inParts(readPage(bytes));
  if (!page) throw new ReplicaFailure(fail('SYNC_BAD_ANSWER', 'A page of changes is not one.'));
  const cursor = store.cursors.get(page.stream);
  const isRepair = snapshot === 'repair' && page.stream === POOL && cursor !== undefined;
  const goesOn = cursor?.epoch === page.epoch && cursor.seq === page.after;
  const fits = snapshot === 'first' || isRepair || goesOn;
  let setAside = 0;
  let isOnlyNews = false;
  if (fits && page.stream === POOL) {
    let forgetting = forgetPeople(rows, []);
    const andErase = (ids: readonly CandidateId[]): readonly Op[] => {
      forgetting = forgetPeople(rows, ids);
      return forgetting.ops;
    };
    const done = await applyPoolPage(pool, page, { isRepair, andErase });
    forgetting.done();
    ({ setAside, isOnlyNews } = done);
  } else if (fits) {
    const step = snapshot === 'repair' ? 'none' : snapshot;
    setAside = await applyWorkPage({ store, rows }, page, step);
  }
  const cursorNow = toStreamCursor(store.cursors.get(page.stream));
  return { applied: { cursor: cursorNow, setAside }, isOnlyNews };
}

/** Removes a stream; main has destroyed its key first, so this only tidies up. */
async function purge({ store, rows, pool }: Parts, stream: StreamId): Promise<void> {
  const mine = rows.all(stream);
  const ops: Op[] = [
    ...removeOps(mine),
    { table: 'cursor', remove: stream },
    ...store.clearAsides(stream),
  ];
  if (stream === POOL) {
    for (const b of pool.heads.keys()) {
      ops.push({ table: 'bucket', remove: b }, ...store.clearAsides(`pool/${b}`));
    }
    for (const id of pool.deltas.keys()) ops.push({ table: 'poolDelta', remove: id });
    for (const id of store.gone.keys()) ops.push({ table: 'gone', remove: id });
  }
  await store.commit(ops);
  for (const row of mine) rows.remove(row);
  if (stream !== POOL) return;
  pool.heads.clear();
  pool.deltas.clear();
  pool.sink.clear();
  await pool.image?.sweep();
}

async function erase({ store, rows, pool }: Parts, people: readonly CandidateId[]): Promise<void> {
  const forgetting = forgetPeople(rows, people);
  // They never come back, whatever an older bucket of this history still holds.
  const left = new Map(people.map((id) => [id, FOR_EVER]));
  const epoch = store.cursors.get(POOL)?.epoch ?? [...pool.heads.values()][0]?.epoch ?? '';
  const leaving = await leave(pool, left, epoch);
  await store.commit([...leaving.ops, ...forgetting.ops]);
  await leaving.done();
  forgetting.done();
}

/** Takes people out of every row beside the pool: what is written, and what memory becomes after. */
function forgetPeople(rows: ConfirmedRows, people: readonly CandidateId[]) {
  const about = rowsAbout(rows, people);
  const told = presenceWithout(rows, people);
  return {
    ops: [...removeOps(about), ...told.map((put): Op => ({ table: 'row', put }))],
    done() {
      for (const row of about) rows.remove(row);
      for (const row of told) rows.put(row);
    },
  };
}

/** Deletes every cache there is on this device; nothing need be open. */
export async function destroyCaches(disk: Disk = REAL_DISK): Promise<void> {
  await disk.destroyAll();
}
