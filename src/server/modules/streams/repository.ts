import { sql } from 'kysely';
import type { StreamId } from '#contract/brands.ts';
import type { RecordKind } from '#contract/records/kinds.ts';
import type { Sql } from '#server/db/database.ts';

/** Where a stream stands. */
export interface StreamState {
  readonly stream: StreamId;
  readonly epoch: string;
  readonly head: number;
  /** Earlier histories, and up to where each is the same as this one. */
  readonly past: readonly Past[];
}

/** A history that ended with a restore: rows up to `commonSeq` are the same in this one. */
export interface Past {
  readonly epoch: string;
  readonly commonSeq: number;
}

/** One row of a page; `doc` is JSON text that is passed on untouched. */
export interface FeedRow {
  readonly seq: number;
  readonly kind: RecordKind;
  readonly id: string;
  readonly op: 'u' | 'd' | 'e';
  readonly doc: string | null;
}

/** A stretch of a stream, with where the stream stood in the same instant. */
export interface FeedStretch {
  readonly epoch: string;
  readonly head: number;
  readonly floor: number;
  readonly rows: readonly FeedRow[];
}

/** Reads where every stream stands. */
export async function readStreams(database: Sql): Promise<readonly StreamState[]> {
  const result = await sql<Omit<StreamState, 'past'> & { past: string | null }>`
    select s.stream, s.epoch::text as epoch, s.head, (
      select json_agg(json_build_object('epoch', p.epoch, 'commonSeq', p.common_seq)
        order by p.at)::text from sync_past p where p.stream = s.stream) as past
    from sync_stream s order by s.stream`.execute(database);
  return result.rows.map(({ past, ...state }) => ({
    ...state,
    past: past === null ? [] : (JSON.parse(past) as Past[]),
  }));
}

/**
 * Reads up to `limit` rows after a sequence, and the stream's head; null = no such stream.
 *
 * One statement, so that head and rows come from one snapshot: read apart, `to` could
 * claim rows the page does not hold. A snapshot (`after` 0) leaves out what is gone, unless
 * `gone` says otherwise.
 */
export async function readStretch(
  database: Sql,
  stream: StreamId,
  after: number,
  limit: number,
  gone: 'later' | 'all' = 'later',
): Promise<FeedStretch | null> {
  const result = await sql<
    Omit<FeedStretch, 'rows'> & { seq: number | null } & Omit<FeedRow, 'seq'>
  >`
    select s.epoch::text as epoch, s.head, s.floor, p.seq, p.kind, p.id::text as id, p.op, p.doc
    from sync_stream s
    left join lateral (
      select i.seq, i.kind, i.id, i.op, b.doc
      from sync_item i
      left join sync_body b on b.stream = i.stream and b.kind = i.kind and b.id = i.id
      where i.stream = s.stream and i.seq > ${after}
        and (${after}::bigint > 0 or ${gone === 'all'} or i.op = 'u')
      order by i.seq
      limit ${limit}
    ) p on true
    where s.stream = ${stream}
    order by p.seq`.execute(database);
  const first = result.rows[0];
  if (!first) return null;
  const { epoch, head, floor } = first;
  return {
    epoch,
    head,
    floor,
    rows: result.rows.filter((row): row is typeof row & FeedRow => row.seq !== null),
  };
}

/** Reads rows by `kind id`, as they are now; who is gone is left out. */
export async function readRows(
  database: Sql,
  stream: StreamId,
  names: readonly string[],
): Promise<readonly FeedRow[]> {
  const parts = names.map((name) => name.split(' '));
  const result = await sql<FeedRow>`
    select i.seq, i.kind, i.id::text as id, i.op, b.doc
    from unnest(${parts.map(([kind]) => kind)}::text[], ${parts.map(([, id]) => id)}::uuid[])
      as x(kind, id)
    join sync_item i on i.stream = ${stream} and i.kind = x.kind and i.id = x.id
    join sync_body b on b.stream = i.stream and b.kind = i.kind and b.id = i.id
    order by i.seq`.execute(database);
  return result.rows;
}

/**
 * Forgets removals older than `days`; cursors older than that read the stream again.
 *
 * Run nightly. Erased ids stay in the register for ever.
 */
export async function forgetOldRemovals(database: Sql, days: number): Promise<void> {
  await sql`with gone as (
      delete from sync_item where op <> 'u' and changed_at < now() - make_interval(days => ${days})
      returning stream, seq)
    update sync_stream s set floor = greatest(s.floor, g.top)
    from (select stream, max(seq) as top from gone group by stream) g
    where s.stream = g.stream`.execute(database);
}
