import type { DBCore, DBCoreTable, Middleware } from 'dexie';
import type { StreamId } from '#contract/brands.ts';
import { POOL } from '#contract/brands.ts';
import { SealBroken, type Sealer } from '#core/crypto/seal.ts';
import { type DeltaRow, MAX_VALUE_BYTES, type WorkRow } from './cache.ts';

/** The tables whose `doc` is sealed at rest, with the plain columns that bind it to its place. */
const SEALED = {
  poolDelta: (row: DeltaRow) => ({ stream: POOL, place: [row.id, row.epoch, row.seq] }),
  row: (row: WorkRow) => ({
    stream: row.stream,
    place: [row.stream, row.kind, row.id, row.epoch, row.seq],
  }),
};

type SealedTable = keyof typeof SEALED;
type AtRest = Omit<DeltaRow | WorkRow, 'doc'> & { readonly sealed: Uint8Array };

/**
 * Seals personal columns on their way into IndexedDB and opens them on their way out.
 *
 * Synchronous, so that a transaction never waits for anything but Dexie (sync.md 5.3).
 * A row that lies in another row's place, or under another sequence, does not open.
 */
export function sealRows(sealerOf: (stream: StreamId) => Sealer): Middleware<DBCore> {
  function seal(table: SealedTable, row: DeltaRow | WorkRow): AtRest {
    const { stream, place } = SEALED[table](row as never);
    const { doc, ...plain } = row;
    const sealed = sealerOf(stream).sealJson(doc, JSON.stringify([table, ...place]));
    if (sealed.length > MAX_VALUE_BYTES) throw new RangeError('A row is too large to be kept.');
    return { ...plain, sealed };
  }

  function open(table: SealedTable, atRest: AtRest | undefined): DeltaRow | WorkRow | undefined {
    if (atRest === undefined) return undefined;
    const { sealed, ...plain } = atRest;
    if (!(sealed instanceof Uint8Array)) throw new SealBroken();
    const { stream, place } = SEALED[table](plain as never);
    const doc = sealerOf(stream).openJson(sealed, JSON.stringify([table, ...place]));
    return { ...plain, doc } as DeltaRow | WorkRow;
  }

  function sealedTable(name: SealedTable, down: DBCoreTable): DBCoreTable {
    return {
      ...down,
      mutate(request) {
        if (request.type !== 'add' && request.type !== 'put') return down.mutate(request);
        return down.mutate({ ...request, values: request.values.map((row) => seal(name, row)) });
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
    stack: 'dbcore',
    name: 'sealRows',
    create: (down) => ({
      ...down,
      table(name) {
        const table = down.table(name);
        return name in SEALED ? sealedTable(name as SealedTable, table) : table;
      },
    }),
  };
}
