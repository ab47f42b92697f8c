import type { IsoInstant, StreamId } from '#contract/brands.ts';
import type { StreamCursor } from '#contract/replica-port.ts';
import type { Cache, CursorRow, GoneRow, MetaRow, Op } from '../cache/cache.ts';

/** The cache with its small tables mirrored in memory; memory follows the disk, never leads. */
export interface Store {
  readonly cache: Cache;
  readonly cursors: ReadonlyMap<StreamId, CursorRow>;
  /** Records set aside, by key, with the group whose next good copy clears them. */
  readonly asides: ReadonlyMap<string, string>;
  /** People who withdrew. */
  readonly gone: ReadonlyMap<string, GoneRow>;
  readonly bucketCount: number;
  /** When all streams last stood at their heads; null = never. */
  readonly asAt: IsoInstant | null;
  /** Goes up with every change of the people held, before it is written. */
  readonly poolChanges: number;
  /**
   * Writes all or nothing, then moves the mirrors.
   *
   * A change of the pool takes the image of the index away in the same write: what is
   * left on the disk is never of another pool, nor of anybody who is in it no more.
   */
  commit(ops: readonly Op[]): Promise<void>;
  /** What `commit` needs to change what the cache knows of itself. */
  metaOp(change: Partial<Pick<MetaRow, 'bucketCount' | 'asAt'>>): Op;
  /** What forgets the records set aside in one group. */
  clearAsides(group: string): readonly Op[];
}

export async function loadStore(cache: Cache, empty: MetaRow): Promise<Store> {
  let meta = (await cache.get('meta', 'meta')) ?? empty;
  const cursors = new Map((await cache.all('cursor')).map((row) => [row.stream, row]));
  const asides = new Map((await cache.all('aside')).map((row) => [row.key, row.group]));
  const gone = new Map<string, GoneRow>((await cache.all('gone')).map((row) => [row.id, row]));

  let poolChanges = 0;

  function mirror(op: Op): void {
    if (op.table === 'cursor') {
      if ('put' in op) cursors.set(op.put.stream, op.put);
      else cursors.delete(op.remove as StreamId);
    } else if (op.table === 'aside') {
      if ('put' in op) asides.set(op.put.key, op.put.group);
      else asides.delete(op.remove);
    } else if (op.table === 'gone') {
      if ('put' in op) gone.set(op.put.id, op.put);
      else gone.delete(op.remove);
    } else if (op.table === 'meta' && 'put' in op) meta = op.put;
  }

  return {
    cache,
    cursors,
    asides,
    gone,
    get bucketCount() {
      return meta.bucketCount;
    },
    get asAt() {
      return meta.asAt;
    },
    get poolChanges() {
      return poolChanges;
    },
    async commit(asked) {
      const isOfPool = asked.some(({ table }) => table === 'bucket' || table === 'poolDelta');
      if (isOfPool) poolChanges += 1;
      const ops: readonly Op[] = isOfPool ? [...asked, { table: 'image', remove: 'image' }] : asked;
      await cache.write(ops);
      for (const op of ops) mirror(op);
    },
    metaOp: (change) => ({ table: 'meta', put: { ...meta, ...change } }),
    clearAsides: (group) =>
      [...asides]
        .filter(([, itsGroup]) => itsGroup === group)
        .map(([key]) => ({ table: 'aside', remove: key })),
  };
}

/** A cursor as main knows it. */
export function toStreamCursor(row: CursorRow | undefined): StreamCursor | null {
  if (!row) return null;
  const { stream, epoch, seq, snapAt, owed, checkedMs } = row;
  return {
    ...{ stream, epoch, seq },
    ...(snapAt === null ? {} : { snapAt }),
    ...(owed ? { owed } : {}),
    ...(checkedMs === undefined ? {} : { checkedMs }),
  };
}
