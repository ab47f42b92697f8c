import { sql } from 'kysely';
import type { StreamId } from '#contract/brands.ts';
import type { Sql } from '#server/db/database.ts';
import { lockRows } from '#server/modules/push/repository.ts';
import { type Change, publish } from '#server/modules/streams/feed.ts';
import { readStretch } from '#server/modules/streams/repository.ts';

/** What one unit of work touches; `unit` is written into the record. */
export interface Touch {
  readonly stream: StreamId;
  readonly id: string;
  readonly unit: string;
  readonly isRemoval: boolean;
}

/** A record as a reader is told of it; `unit` is null where it is gone. */
export interface Told {
  readonly id: string;
  readonly seq: number;
  readonly unit: string | null;
}

/** What a reader gets of a stream after its cursor. */
export interface Stretch {
  /** Where the stream says it stands; null = this way of numbering does not say. */
  readonly head: number | null;
  readonly rows: readonly Told[];
  /** The next cursor. */
  readonly to: number;
}

/** One way of numbering changes and of reading them by cursor. */
export interface Numbering {
  readonly name: string;
  /** Numbers what a transaction touches; the last statement of the unit of work. */
  write(transaction: Sql, touches: readonly Touch[]): Promise<ReadonlyMap<string, number>>;
  read(database: Sql, stream: StreamId, after: number, limit: number): Promise<Stretch>;
  /** The number each record of a stream has now. */
  numbers(database: Sql): Promise<readonly { stream: StreamId; id: string; seq: number }[]>;
}

/** Builds the key of a record within all streams. */
export const touchKey = ({ stream, id }: Pick<Touch, 'stream' | 'id'>) => `${stream} ${id}`;

const KIND = 'vacancy';

/** The centre's own: `publish`, and the query behind a page of changes. */
export const PUBLISHED: Numbering = {
  name: 'sync_publish (ours)',
  async write(transaction, touches) {
    const names = touches.map(({ stream, id }) => ({ stream, kind: KIND, id }) as const);
    const known = await lockRows(transaction, names);
    const changes = touches.flatMap(({ stream, id, unit, isRemoval }): readonly Change[] => {
      const isNew = known.get(stream, KIND, id) === null;
      if (isRemoval && isNew) return [];
      const doc = isRemoval ? null : { id, unit };
      return [{ stream, kind: KIND, id, op: isRemoval ? 'd' : 'u', doc, isNew }];
    });
    const numbers = await publish(transaction, changes);
    return new Map([...numbers].map(([key, seq]) => [key.replace(` ${KIND} `, ' '), seq] as const));
  },
  async read(database, stream, after, limit) {
    // One more than asked for, and `to` as in `Pages`: the last row, or the head if that is all.
    const stretch = await readStretch(database, stream, after, limit + 1);
    if (!stretch) throw new Error(`There is no stream ${stream}.`);
    const rows = stretch.rows.slice(0, limit).map(({ id, seq, doc }) => ({
      id,
      seq,
      unit: doc === null ? null : (JSON.parse(doc) as { unit: string }).unit,
    }));
    const isMore = stretch.rows.length > limit;
    return { head: stretch.head, rows, to: isMore ? (rows.at(-1)?.seq ?? after) : stretch.head };
  },
  async numbers(database) {
    const result = await sql<{ stream: StreamId; id: string; seq: number }>`
      select stream, id::text as id, seq from sync_item where kind = ${KIND}`.execute(database);
    return result.rows;
  },
};

/** Makes the table of the two ways of numbering that do not hold. */
export async function addFaultyNumbering(database: Sql): Promise<void> {
  await sql`create sequence proof_seq`.execute(database);
  await sql`create table proof_item (stream text, id uuid, unit uuid, seq bigint unique,
    xid xid8 not null, primary key (stream, id))`.execute(database);
}

/** Numbers by `nextval`, as most feeds do; `horizon` is what the reader adds to its query. */
function bySequence(name: string, horizon: ReturnType<typeof sql>): Numbering {
  return {
    name,
    async write(transaction, touches) {
      const numbers = new Map<string, number>();
      // In one order, so that this is tried for what it loses and not for its deadlocks.
      for (const touch of touches.toSorted((a, b) => (touchKey(a) < touchKey(b) ? -1 : 1))) {
        const { stream, id, unit } = touch;
        const result = await sql<{ seq: number }>`
          insert into proof_item as x (stream, id, unit, seq, xid)
          values (${stream}, ${id}::uuid, ${unit}::uuid, nextval('proof_seq'), pg_current_xact_id())
          on conflict (stream, id) do update
            set unit = excluded.unit, seq = nextval('proof_seq'), xid = excluded.xid
          returning seq`.execute(transaction);
        numbers.set(touchKey(touch), result.rows[0]?.seq ?? 0);
      }
      return numbers;
    },
    async read(database, stream, after, limit) {
      const result = await sql<Told>`select id::text as id, seq, unit::text as unit from proof_item
        where stream = ${stream} and seq > ${after} ${horizon}
        order by seq limit ${limit}`.execute(database);
      return { head: null, rows: result.rows, to: result.rows.at(-1)?.seq ?? after };
    },
    async numbers(database) {
      const result = await sql<{ stream: StreamId; id: string; seq: number }>`
        select stream, id::text as id, seq from proof_item`.execute(database);
      return result.rows;
    },
  };
}

/** The plain sequence: a number is given before it is known when its row becomes visible. */
export const PLAIN_SEQUENCE = bySequence('nextval, seq > cursor', sql``);
/** The published cure, rows below the oldest running transaction: still not in seq order. */
export const SEQUENCE_AND_XMIN = bySequence(
  'nextval and xid < snapshot xmin',
  sql`and xid < pg_snapshot_xmin(pg_current_snapshot())`,
);
