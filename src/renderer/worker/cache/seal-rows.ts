import type { DBCore, DBCoreTable, Middleware } from 'dexie';
import { POOL } from '#contract/brands.ts';
import { SealBroken } from '#core/crypto/seal.ts';
import {
  type DeltaRow,
  type ImageRow,
  MAX_VALUE_BYTES,
  type TableName,
  type WorkRow,
} from './cache.ts';
import type { RowKeys } from './row-keys.ts';

/** What opens a bucket, in a row of its own: so small that all of them are soon written again. */
export interface BucketKeyRow {
  readonly b: number;
  readonly doc: string;
}

/** The tables whose `doc` is sealed at rest, with the plain columns that bind it to its place. */
const SEALED = {
  bucketKey: (row: BucketKeyRow) => ({ stream: POOL, place: [row.b] }),
  image: (row: ImageRow) => ({ stream: POOL, place: [row.key] }),
  poolDelta: (row: DeltaRow) => ({ stream: POOL, place: [row.id, row.epoch, row.seq] }),
  row: (row: WorkRow) => ({
    stream: row.stream,
    place: [row.stream, row.kind, row.id, row.epoch, row.seq],
  }),
};

type SealedTable = keyof typeof SEALED;
type Row = BucketKeyRow | DeltaRow | ImageRow | WorkRow;
/** `k` names the key it lies under. */
type AtRest = Omit<Row, 'doc'> & { readonly sealed: Uint8Array; readonly k: string };

/** The tables that lie under the keys of streams. */
export const SEALED_TABLES = Object.keys(SEALED) as readonly SealedTable[];

/** What seals the rows of one cache. */
export interface RowSeals {
  readonly middleware: Middleware<DBCore>;
  /** Seals a row before it is put: nobody can be let through within a transaction. */
  readonly ahead: (table: TableName, row: object) => void;
}

/**
 * Seals personal columns on their way into IndexedDB and opens them on their way out.
 *
 * Synchronous, so that a transaction never waits for anything but Dexie (sync.md 5.3).
 * A row that lies in another row's place, or under another sequence, does not open.
 */
export function sealRows({ sealerOf }: Pick<RowKeys, 'sealerOf'>): RowSeals {
  const sealedAhead = new WeakMap<object, AtRest>();

  function seal(table: SealedTable, row: Row): AtRest {
    const { stream, place } = SEALED[table](row as never);
    const { doc, ...plain } = row;
    const sealer = sealerOf(stream);
    const sealed = sealer.sealJson(doc, JSON.stringify([table, ...place]));
    if (sealed.length > MAX_VALUE_BYTES) throw new RangeError('A row is too large to be kept.');
    return { ...plain, sealed, k: sealer.keyId };
  }

  function sealOnce(table: SealedTable, row: Row): AtRest {
    const ahead = sealedAhead.get(row);
    // A row of the council's work stays in memory, and what was sealed of it would stay with it.
    sealedAhead.delete(row);
    // The keys of this device may have changed meanwhile.
    const isNewest = ahead?.k === sealerOf(SEALED[table](row as never).stream).keyId;
    return ahead && isNewest ? ahead : seal(table, row);
  }

  function open(table: SealedTable, atRest: AtRest | undefined): Row | undefined {
    if (atRest === undefined) return undefined;
    const { sealed, k, ...plain } = atRest;
    if (!(sealed instanceof Uint8Array)) throw new SealBroken();
    const { stream, place } = SEALED[table](plain as never);
    const doc = sealerOf(stream, k).openJson(sealed, JSON.stringify([table, ...place]));
    return { ...plain, doc } as Row;
  }

  function sealedTable(name: SealedTable, down: DBCoreTable): DBCoreTable {
    return {
      ...down,
      mutate(request) {
        if (request.type !== 'add' && request.type !== 'put') return down.mutate(request);
        return down.mutate({
          ...request,
          values: request.values.map((row) => sealOnce(name, row)),
        });
      },
      get: (request) => down.get(request).then((row) => open(name, row)),
      getMany: (request) =>
        down.getMany(request).then((rows) => rows.map((row) => open(name, row))),
      query: (request) =>
        down
          .query(request)
          .then((answer) =>
            request.values === true
              ? { ...answer, result: answer.result.map((row: AtRest) => open(name, row)) }
              : answer,
          ),
      openCursor(request) {
        // A cursor would hand out sealed rows; nothing here needs one.
        if (request.values === true) throw new Error('Sealed tables are read without cursors.');
        return down.openCursor(request);
      },
    };
  }

  return {
    middleware: {
      stack: 'dbcore',
      name: 'sealRows',
      create: (down) => ({
        ...down,
        table(name) {
          const table = down.table(name);
          return isSealed(name) ? sealedTable(name, table) : table;
        },
      }),
    },
    ahead(table, row) {
      if (isSealed(table)) sealedAhead.set(row, seal(table, row as Row));
    },
  };
}

const isSealed = (name: string): name is SealedTable => name in SEALED;
