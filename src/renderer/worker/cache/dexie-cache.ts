import Dexie from 'dexie';
import type { ReplicaState } from '#contract/replica-port.ts';
import {
  type BucketRow,
  CACHE_SCHEMA,
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
import { type BucketKeyRow, SEALED_TABLES, sealRows } from './seal-rows.ts';

/** What the name of every cache begins with. */
export const CACHE_NAME = 'swt-';

/** Primary keys only: no index holds anything personal, and indexes are what costs (S28). */
const STORES: Record<TableName | 'bucketKey', string> = {
  bucket: 'b',
  bucketKey: 'b',
  poolDelta: 'id',
  row: '[stream+kind+id]',
  cursor: 'stream',
  aside: 'key',
  gone: 'id',
  meta: 'key',
};

const COUNTED = TABLE_NAMES.filter((name) => name !== 'meta');

export interface DexieCacheParts {
  readonly name: string;
  readonly generation: string;
  readonly keys: Pick<RowKeys, 'sealerOf'>;
}

/**
 * Opens the cache on disk, or starts it anew and says why.
 *
 * Damage is silent in Chromium: a broken database comes back empty or in part. So the
 * generation main knows and the rows counted at the last write must agree with what is
 * there (ecosystem.md 0.2). Dexie opens a newer database without a word (0.3), so the
 * schema has its own gate, before anything is written.
 */
export async function openDexieCache(
  parts: DexieCacheParts,
): Promise<{ readonly cache: Cache; readonly rebuilt: ReplicaState['rebuilt'] }> {
  let db = createDatabase(parts);
  let rebuilt: ReplicaState['rebuilt'];
  try {
    rebuilt = await judge(db, parts.generation);
  } catch {
    rebuilt = 'damaged';
  }
  if (rebuilt !== null) {
    if (rebuilt !== 'empty') {
      await db.delete();
      db = createDatabase(parts);
    }
    await db.table('meta').put(emptyMeta(parts.generation));
  }
  return { cache: overDexie(db), rebuilt };
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
    await Promise.all(others.map((name) => Dexie.delete(name)));
  } catch {
    // The next opening tries again.
  }
}

/** Deletes a cache from the disk. */
export async function destroyDexieCache(name: string): Promise<void> {
  await Dexie.delete(name);
}

function createDatabase({ name, keys }: DexieCacheParts): Dexie {
  const db = new Dexie(name, { cache: 'disabled' });
  db.version(CACHE_SCHEMA).stores(STORES);
  db.use(sealRows(keys));
  return db;
}

/** Says why a database cannot be used; null when it can. */
async function judge(db: Dexie, generation: string): Promise<ReplicaState['rebuilt']> {
  await db.open();
  const meta: MetaRow | undefined = await db.table('meta').get('meta');
  if (!meta) {
    const rows = await Promise.all(COUNTED.map((name) => db.table(name).count()));
    return rows.some((count) => count > 0) ? 'damaged' : 'empty';
  }
  if (meta.schemaVersion > CACHE_SCHEMA || db.backendDB().version > CACHE_SCHEMA * 10) {
    return 'newer-version';
  }
  if (meta.generation !== generation) return 'other-generation';
  for (const name of COUNTED) {
    if ((await db.table(name).count()) !== (meta.counts[name] ?? 0)) return 'damaged';
  }
  return null;
}

function overDexie(db: Dexie): Cache {
  const read = (table: TableName, keys: readonly unknown[]) =>
    table === 'bucket' ? bucketsOf(db, keys as readonly number[]) : rowsOf(db, table, keys);
  const keys = (table: TableName) => db.table(table).toCollection().primaryKeys();
  return {
    get: async (table, key) => (await read(table, [key]))[0] as never,
    getMany: (table, wanted) => read(table, wanted) as never,
    all: async (table) =>
      (table === 'bucket' ? read(table, await keys(table)) : db.table(table).toArray()) as never,
    keys: (table) => keys(table) as never,
    write: (ops) => write(db, ops),
    reseal: () => reseal(db),
    close: () => db.close(),
  };
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

/** Nothing but Dexie is awaited in here (decision S5). */
async function write(db: Dexie, ops: readonly Op[]): Promise<void> {
  const last = new Map<string, Op>();
  for (const op of ops) {
    const key = 'put' in op ? KEY_OF[op.table](op.put as never) : op.remove;
    last.set(`${op.table} ${String(key)}`, op);
    if ('put' in op && op.table === 'bucket' && op.put.sealed.length > MAX_VALUE_BYTES) {
      throw new RangeError('A bucket is too large to be kept.');
    }
  }
  await db.transaction('rw', [...TABLE_NAMES, 'bucketKey'], async () => {
    for (const name of TABLE_NAMES) {
      const mine = [...last.values()].filter((op) => op.table === name);
      const removed = mine.flatMap((op) => ('put' in op ? [] : [op.remove]));
      const put = mine.flatMap((op) => ('put' in op ? [op.put] : []));
      if (name === 'bucket') await writeBuckets(db, removed as number[], put as BucketRow[]);
      else {
        if (removed.length > 0) await db.table(name).bulkDelete(removed);
        if (put.length > 0) await db.table(name).bulkPut(put);
      }
    }
    const meta: MetaRow = await db.table('meta').get('meta');
    const counts: Partial<Record<TableName, number>> = {};
    for (const name of COUNTED) counts[name] = await db.table(name).count();
    await db.table('meta').put({ ...meta, counts });
  });
}
