import { sql } from 'kysely';
import type { StreamId } from '#contract/brands.ts';
import type { RecordKind } from '#contract/records/kinds.ts';
import type { Sql } from '#server/db/database.ts';

/** One record as it becomes; `doc: null` takes its body away. */
export interface Change {
  readonly stream: StreamId;
  readonly kind: RecordKind;
  readonly id: string;
  readonly op: 'u' | 'd' | 'e';
  readonly doc: object | null;
  /** True when it was not there when it was read: two who make it at once then collide. */
  readonly isNew: boolean;
}

/** What was numbered: the sequence by `stream kind id`. */
export type Sequences = ReadonlyMap<string, number>;

/** Builds the key of `Sequences`. */
export function changeKey(change: Pick<Change, 'stream' | 'kind' | 'id'>): string {
  return `${change.stream} ${change.kind} ${change.id}`;
}

/**
 * Writes the bodies and numbers them: the last statement of a unit of work.
 *
 * At most once in a transaction. Its counters stay locked until commit, so nothing slow
 * may follow. A record made by somebody else meanwhile is a unique violation, which
 * `inTransaction` answers by deciding again.
 */
export async function publish(transaction: Sql, changes: readonly Change[]): Promise<Sequences> {
  if (changes.length === 0) return new Map();
  await writeBodies(transaction, changes);
  const result = await sql<{ stream: string; kind: string; id: string; seq: number }>`
    select r_stream as stream, r_kind as kind, r_id as id, r_seq as seq
    from sync_publish(${changes.map((change) => change.stream)}::text[],
      ${changes.map((change) => change.kind)}::text[],
      ${changes.map((change) => change.id)}::uuid[],
      ${changes.map((change) => change.op)}::text[])`.execute(transaction);
  return new Map(
    result.rows.map((row) => [`${row.stream} ${row.kind} ${row.id}`, row.seq] as const),
  );
}

async function writeBodies(transaction: Sql, changes: readonly Change[]): Promise<void> {
  const kept = changes.filter((change) => change.doc !== null);
  const fresh = kept.filter((change) => change.isNew);
  const known = kept.filter((change) => !change.isNew);
  const gone = changes.filter((change) => change.doc === null);
  if (fresh.length > 0) {
    await sql`insert into sync_body (stream, kind, id, about, doc)
      select * from ${unnest(fresh)}`.execute(transaction);
  }
  if (known.length > 0) {
    await sql`update sync_body b set about = x.about, doc = x.doc
      from ${unnest(known)} where b.stream = x.stream and b.kind = x.kind and b.id = x.id`.execute(
      transaction,
    );
  }
  if (gone.length > 0) {
    await sql`delete from sync_body b using unnest(
        ${gone.map((change) => change.stream)}::text[],
        ${gone.map((change) => change.kind)}::text[],
        ${gone.map((change) => change.id)}::uuid[]) as x(stream, kind, id)
      where b.stream = x.stream and b.kind = x.kind and b.id = x.id`.execute(transaction);
  }
}

function unnest(changes: readonly Change[]) {
  return sql`unnest(
    ${changes.map((change) => change.stream)}::text[],
    ${changes.map((change) => change.kind)}::text[],
    ${changes.map((change) => change.id)}::uuid[],
    ${changes.map(personIn)}::uuid[],
    ${changes.map((change) => JSON.stringify(change.doc))}::text[]) as x(stream, kind, id, about, doc)`;
}

/** The person a record names; it is what erasure looks for. */
function personIn(change: Change): string | null {
  if (change.kind === 'candidate') return change.id;
  return (change.doc as { readonly candidateId?: string } | null)?.candidateId ?? null;
}

/** Makes the streams that are not there yet, at head 0 with an epoch of their own. */
export async function addStreams(database: Sql, streams: readonly StreamId[]): Promise<void> {
  await sql`insert into sync_stream (stream) select * from unnest(${[...streams]}::text[])
    on conflict do nothing`.execute(database);
}
