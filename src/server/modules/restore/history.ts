import { sql } from 'kysely';
import type { StreamId } from '#contract/brands.ts';
import type { Sql } from '#server/db/database.ts';

/** Where a stream stood when it was last looked at. */
export interface Standing {
  readonly epoch: string;
  readonly head: number;
}

/** What tells whether a database is an older copy of itself. */
export interface CentreStanding {
  /** Made with the database and copied with it. */
  readonly centre: string;
  readonly streams: Readonly<Record<string, Standing>>;
}

/** Reads where all streams stand, in one moment. */
export async function readStanding(database: Sql): Promise<CentreStanding> {
  const result = await sql<{ centre: string; stream: StreamId } & Standing>`
    select c.id::text as centre, s.stream, s.epoch::text as epoch, s.head
    from central_state c left join sync_stream s on true order by s.stream`.execute(database);
  const rows = result.rows.filter(({ stream }) => stream !== null);
  return {
    centre: result.rows[0]?.centre ?? '',
    streams: Object.fromEntries(rows.map(({ stream, epoch, head }) => [stream, { epoch, head }])),
  };
}

/** Whether the database is older than what was noted of it outside. */
export async function isOlder(database: Sql, noted: CentreStanding): Promise<boolean> {
  const now = await readStanding(database);
  if (now.centre !== noted.centre) return false;
  const past = await sql<{ name: string }>`
    select stream || ' ' || epoch::text as name from sync_past`.execute(database);
  const known = new Set(past.rows.map(({ name }) => name));
  return Object.entries(noted.streams).some(([stream, before]) => {
    const held = now.streams[stream];
    if (!held) return true;
    if (held.epoch === before.epoch) return held.head < before.head;
    // Another process may have begun the new history that this note has not seen yet.
    return !known.has(`${stream} ${before.epoch}`);
  });
}

/**
 * Begins another history: every stream gets a new epoch, and the one it had is kept with
 * the sequence up to which both are the same (sync.md 3.3).
 */
export async function beginNewHistory(database: Sql): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await sql`lock table sync_stream in exclusive mode`.execute(transaction);
    await sql`insert into sync_past (stream, epoch, common_seq)
      select stream, epoch, head from sync_stream`.execute(transaction);
    await sql`update sync_stream set epoch = gen_random_uuid()`.execute(transaction);
  });
}
