import Dexie from 'dexie';
import type { StreamId } from '#contract/brands.ts';
import type { ReplicaState } from '#contract/replica-port.ts';
import type { Sealer } from '#core/crypto/seal.ts';
import {
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
import { sealRows } from './seal-rows.ts';

/** What the name of every cache begins with. */
export const CACHE_NAME = 'swt-';

/** Primary keys only: no index holds anything personal, and indexes are what costs (S28). */
const STORES: Record<TableName, string> = {
  bucket: 'b',
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
  readonly sealerOf: (stream: StreamId) => Sealer;
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

function createDatabase({ name, sealerOf }: DexieCacheParts): Dexie {
  const db = new Dexie(name, { cache: 'disabled' });
  db.version(CACHE_SCHEMA).stores(STORES);
  db.use(sealRows(sealerOf));
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
  return {
    get: (table, key) => db.table(table).get(key),
    getMany: async (table, keys) =>
      (await db.table(table).bulkGet(keys as never[])).filter((row) => row !== undefined),
    all: (table) => db.table(table).toArray(),
    keys: (table) => db.table(table).toCollection().primaryKeys() as never,
    write: (ops) => write(db, ops),
    close: () => db.close(),
  };
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
  await db.transaction('rw', [...TABLE_NAMES], async () => {
    for (const name of TABLE_NAMES) {
      const mine = [...last.values()].filter((op) => op.table === name);
      const removed = mine.flatMap((op) => ('put' in op ? [] : [op.remove]));
      const put = mine.flatMap((op) => ('put' in op ? [op.put] : []));
      if (removed.length > 0) await db.table(name).bulkDelete(removed);
      if (put.length > 0) await db.table(name).bulkPut(put);
    }
    const meta: MetaRow = await db.table('meta').get('meta');
    const counts: Partial<Record<TableName, number>> = {};
    for (const name of COUNTED) counts[name] = await db.table(name).count();
    await db.table('meta').put({ ...meta, counts });
  });
}
