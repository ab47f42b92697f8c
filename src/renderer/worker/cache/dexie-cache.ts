import Dexie from 'dexie';
import type { ReplicaState } from '#contract/replica-port.ts';
import type { Steps } from '#core/search/steps.ts';
import { inParts } from '../in-parts.ts';
import {
  type BucketRow,
  type Cache,
  emptyMeta,
  KEY_OF,
  MAX_VALUE_BYTES,
  type MetaRow,
  type Op,
  TABLE_NAMES,
  type TableName,
} from './cache.ts';
import type { RowKeys } from './row-keys.ts';
import { type BucketKeyRow, type RowSeals, SEALED_TABLES, sealRows } from './seal-rows.ts';
import { CACHE_STEPS, type CacheStep, newestOf } from './steps.ts';
import { within } from './within.ts';

/** What the name of every cache begins with. */
export const CACHE_NAME = 'swt-';

/** The image is rather lost than doubted: without it the index is built again. */
const COUNTED = TABLE_NAMES.filter((name) => name !== 'meta' && name !== 'image');

/**
 * The keys of every row on the disk, by table.
 *
 * From them the rows are counted at each write: asking the database took six calls, a
 * third of what storing a bucket cost.
 */
type Held = ReadonlyMap<TableName, Set<string>>;

export interface DexieCacheParts {
  readonly name: string;
  readonly generation: string;
  readonly keys: Pick<RowKeys, 'sealerOf'>;
  /** The forms there are, oldest first. */
  readonly steps?: readonly CacheStep[];
}

/** A cache that is open, and why it is not as it was left. */
export interface OpenedCache {
  readonly cache: Cache;
  /** `damaged`: what is left can be read row by row, and nothing may be written to it. */
  readonly rebuilt: ReplicaState['rebuilt'];
}

/**
 * Opens the cache on disk, or starts it anew and says why; throws when the disk does.
 *
 * Damage is silent in Chromium: a broken database comes back empty or in part. So the
 * generation main knows and the rows counted at the last write must agree with what is
 * there (ecosystem.md 0.2). Dexie opens a newer database without a word (0.3), so the
 * schema has its own gate, before anything is written.
 */
export function openDexieCache(parts: DexieCacheParts): Promise<OpenedCache> {
  return within(open(parts));
}

async function open(parts: DexieCacheParts): Promise<OpenedCache> {
  const { generation, steps = CACHE_STEPS } = parts;
  const seals = sealRows(parts.keys);
  let db = createDatabase(parts, steps, seals);
  let rebuilt: ReplicaState['rebuilt'];
  try {
    rebuilt = await judge(db, { generation, schemaVersion: newestOf(steps) });
  } catch {
    rebuilt = 'damaged';
  }
  if (rebuilt === null || (rebuilt === 'damaged' && db.isOpen())) {
    return { cache: overDexie(db, seals), rebuilt };
  }
  if (rebuilt !== 'empty') {
    await db.delete();
    db = createDatabase(parts, steps, seals);
  }
  await db.table('meta').put({ ...emptyMeta(generation), schemaVersion: newestOf(steps) });
  return { cache: overDexie(db, seals), rebuilt };
}

/**
 * Deletes what other recruiters left on this device; `mine` is null where nothing is kept.
 *
 * Their keys are gone, so it is rubbish: it costs room, and must not keep anyone out.
 */
export async function dropOtherCaches(mine: string | null): Promise<void> {
  try {
    const names = await Dexie.getDatabaseNames();
    const others = names.filter((name) => name.startsWith(CACHE_NAME) && name !== mine);
    await within(Promise.all(others.map((name) => Dexie.delete(name))));
  } catch {
    // The next opening tries again.
  }
}

/** Deletes a cache from the disk. */
export async function destroyDexieCache(name: string): Promise<void> {
  await within(Dexie.delete(name));
}

/** Deletes every cache of the app from the disk. */
export async function destroyDexieCaches(): Promise<void> {
  const names = (await Dexie.getDatabaseNames()).filter((name) => name.startsWith(CACHE_NAME));
  await within(Promise.all(names.map((name) => Dexie.delete(name))));
}

function createDatabase(
  { name }: DexieCacheParts,
  steps: readonly CacheStep[],
  { middleware }: RowSeals,
): Dexie {
  const db = new Dexie(name, { cache: 'disabled' });
  for (const [index, step] of steps.entries()) {
    const version = db.version(step.version).stores(step.stores);
    // What lies in a form before the first stays as it is, and is judged too old.
    if (index > 0) version.upgrade((tx) => takeStep(tx, step));
  }
  db.use(middleware);
  return db;
}

async function takeStep(tx: Counted, { version, move }: CacheStep): Promise<void> {
  const meta: MetaRow | undefined = await tx.table('meta').get('meta');
  // What is damaged stays so: counting it anew would hide that.
  const isWhole = meta !== undefined && (await agrees(tx, meta));
  await move?.(tx);
  if (!meta) return;
  const counts = isWhole ? await count(tx) : meta.counts;
  await tx.table('meta').put({ ...meta, schemaVersion: version, counts });
}

/** Says why a database cannot be used; null when it can. */
async function judge(
  db: Dexie,
  wanted: Pick<MetaRow, 'generation' | 'schemaVersion'>,
): Promise<ReplicaState['rebuilt']> {
  await db.open();
  const meta: MetaRow | undefined = await db.table('meta').get('meta');
  if (!meta) {
    const counts = await count(db);
    return COUNTED.some((name) => counts[name]) ? 'damaged' : 'empty';
  }
  const { schemaVersion, generation } = wanted;
  const isNewer = meta.schemaVersion > schemaVersion || db.backendDB().version > schemaVersion * 10;
  if (isNewer) return 'newer-version';
  if (meta.schemaVersion < schemaVersion) return 'older-version';
  if (meta.generation !== generation) return 'other-generation';
  return (await agrees(db, meta)) ? null : 'damaged';
}

type Counts = Partial<Record<TableName, number>>;

/** Dexie, or one of its transactions. */
type Counted = Pick<Dexie, 'table'>;

async function count(tables: Counted): Promise<Counts> {
  const counts: Counts = {};
  for (const name of COUNTED) counts[name] = await tables.table(name).count();
  return counts;
}

async function agrees(tables: Counted, { counts }: MetaRow): Promise<boolean> {
  const now = await count(tables);
  return COUNTED.every((name) => now[name] === (counts[name] ?? 0));
}

function overDexie(db: Dexie, { ahead }: RowSeals): Cache {
  const read = (table: TableName, keys: readonly unknown[]) =>
    table === 'bucket' ? bucketsOf(db, keys as readonly number[]) : rowsOf(db, table, keys);
  const keys = (table: TableName) => db.table(table).toCollection().primaryKeys();
  let held: Held | null = null;
  let lastWrite: Promise<unknown> = Promise.resolve();
  return {
    get: async (table, key) => (await read(table, [key]))[0] as never,
    getMany: (table, wanted) => read(table, wanted) as never,
    all: async (table) =>
      (table === 'bucket' ? read(table, await keys(table)) : db.table(table).toArray()) as never,
    keys: (table) => keys(table) as never,
    keysLeft: (table) => keysLeft(db, table) as never,
    write(ops) {
      // One after another, or two might count the same rows.
      const written = lastWrite.then(async () => {
        held ??= await readKeys(db);
        await inParts(sealAhead(ops, ahead));
        await write(db, held, ops);
      });
      lastWrite = written.catch(() => {});
      return written;
    },
    reseal: () => reseal(db),
    close: () => db.close(),
  };
}

async function readKeys(db: Dexie): Promise<Held> {
  const held = new Map<TableName, Set<string>>();
  for (const name of COUNTED) {
    held.set(name, new Set((await db.table(name).toCollection().primaryKeys()).map(String)));
  }
  return held;
}

async function rowsOf(db: Dexie, table: TableName, keys: readonly unknown[]): Promise<unknown[]> {
  return (await db.table(table).bulkGet(keys as never[])).filter((row) => row !== undefined);
}

/** A bucket and its key are read in one transaction, as they were written. */
function bucketsOf(db: Dexie, numbers: readonly number[]): Promise<readonly BucketRow[]> {
  return db.transaction('r', ['bucket', 'bucketKey'], async () => {
    const rows: readonly (Omit<BucketRow, 'key'> | undefined)[] = await db
      .table('bucket')
      .bulkGet([...numbers]);
    const keys: readonly (BucketKeyRow | undefined)[] = await db
      .table('bucketKey')
      .bulkGet([...numbers]);
    return rows.flatMap((row, at) => (row ? [{ ...row, key: keys[at]?.doc ?? '' }] : []));
  });
}

/** As many rows are written again at a time: questions are answered between. */
const RESEAL_STEP = 500;

/** Reads with whatever key a row lies under, and writes with the newest. */
async function reseal(db: Dexie): Promise<void> {
  for (const name of SEALED_TABLES) {
    const table = db.table(name);
    const keys = await table.toCollection().primaryKeys();
    for (let from = 0; from < keys.length; from += RESEAL_STEP) {
      const wanted = keys.slice(from, from + RESEAL_STEP);
      await db.transaction('rw', table, async () => {
        const rows = (await table.bulkGet(wanted)).filter((row) => row !== undefined);
        await table.bulkPut(rows);
      });
    }
  }
}

/** From both ends: a bad block in the middle hides what lies behind it from one side only. */
async function keysLeft(db: Dexie, table: TableName): Promise<readonly unknown[]> {
  const found = new Map<string, unknown>();
  for (const from of [db.table(table).toCollection(), db.table(table).reverse()]) {
    try {
      await from.eachPrimaryKey((key) => void found.set(String(key), key));
    } catch {
      // What came before the bad block has been found.
    }
  }
  return [...found.values()];
}

/** In the transaction around it: a bucket and its key come and go together. */
async function writeBuckets(
  db: Dexie,
  removed: readonly number[],
  put: readonly BucketRow[],
): Promise<void> {
  if (removed.length > 0) {
    await db.table('bucket').bulkDelete([...removed]);
    await db.table('bucketKey').bulkDelete([...removed]);
  }
  if (put.length === 0) return;
  await db.table('bucket').bulkPut(put.map(({ key: _key, ...row }) => row));
  await db.table('bucketKey').bulkPut(put.map(({ b, key }) => ({ b, doc: key })));
}

/** As many rows are put at a time, some 2 ms: a question need not wait for a thousand of them. */
const PUT_STEP = 32;

/** A transaction waits for nobody, so what takes longest is done before it. */
function* sealAhead(ops: readonly Op[], ahead: RowSeals['ahead']): Steps<void> {
  for (const op of ops) {
    if ('put' in op) ahead(op.table, op.put);
    yield;
  }
}

/** Nothing but Dexie is awaited in here (decision S5). */
async function write(db: Dexie, held: Held, ops: readonly Op[]): Promise<void> {
  const last = new Map<TableName, Map<string, Op>>(TABLE_NAMES.map((name) => [name, new Map()]));
  for (const op of ops) {
    const key = 'put' in op ? KEY_OF[op.table](op.put as never) : op.remove;
    last.get(op.table)?.set(String(key), op);
    if ('put' in op && op.table === 'bucket' && op.put.sealed.length > MAX_VALUE_BYTES) {
      throw new RangeError('A bucket is too large to be kept.');
    }
  }
  await db.transaction('rw', [...TABLE_NAMES, 'bucketKey'], async () => {
    for (const [name, changes] of last) {
      const mine = [...changes.values()];
      const removed = mine.flatMap((op) => ('put' in op ? [] : [op.remove]));
      const put = mine.flatMap((op) => ('put' in op ? [op.put] : []));
      if (name === 'bucket') await writeBuckets(db, removed as number[], put as BucketRow[]);
      else {
        if (removed.length > 0) await db.table(name).bulkDelete(removed);
        for (let from = 0; from < put.length; from += PUT_STEP) {
          await db.table(name).bulkPut(put.slice(from, from + PUT_STEP));
        }
      }
    }
    const meta: MetaRow = await db.table('meta').get('meta');
    const counts: Counts = {};
    for (const [name, keys] of held) counts[name] = sizeAfter(keys, last.get(name) ?? new Map());
    await db.table('meta').put({ ...meta, counts });
  });
  for (const [name, keys] of held) {
    for (const [key, op] of last.get(name) ?? []) {
      if ('put' in op) keys.add(key);
      else keys.delete(key);
    }
  }
}

/** How many rows a table has once the changes are made. */
function sizeAfter(keys: ReadonlySet<string>, changes: ReadonlyMap<string, Op>): number {
  let size = keys.size;
  for (const [key, op] of changes) {
    if ('put' in op && !keys.has(key)) size += 1;
    if (!('put' in op) && keys.has(key)) size -= 1;
  }
  return size;
}
