import { sql } from 'kysely';
import { PROGRAMME, type RecordId, type StreamId } from '#contract/brands.ts';
import type { RecordKind, RecordOf } from '#contract/records/kinds.ts';
import type { Programme } from '#contract/records/programme.ts';
import type { Sql } from '#server/db/database.ts';

/** Reads the programme: its life and its policy; null before anything was put in. */
export async function findProgramme(database: Sql): Promise<Programme | null> {
  const result = await sql<{ doc: string }>`select doc from sync_body
    where stream = ${PROGRAMME} and kind = 'programme'`.execute(database);
  const doc = result.rows[0]?.doc;
  return doc === undefined ? null : (JSON.parse(doc) as Programme);
}

/** Reads the programme where there must be one. */
export async function readProgramme(database: Sql): Promise<Programme> {
  const programme = await findProgramme(database);
  if (!programme) throw new Error('the centre holds no programme');
  return programme;
}

/** A record with the stream it is in. */
export interface Placed<Kind extends RecordKind = RecordKind> {
  readonly stream: StreamId;
  readonly kind: Kind;
  readonly id: string;
  readonly record: RecordOf[Kind];
}

/** Finds a submitted story in whichever council's stream it is, locked; null = none. */
export async function findStory(transaction: Sql, id: RecordId): Promise<Placed<'story'> | null> {
  const result = await sql<{ stream: StreamId; doc: string }>`select stream, doc from sync_body
    where kind = 'story' and id = ${id}::uuid and stream <> ${PROGRAMME} for update`.execute(
    transaction,
  );
  const row = result.rows[0];
  return row ? { stream: row.stream, kind: 'story', id, record: JSON.parse(row.doc) } : null;
}

/** Whether a record of this kind and id is in the programme's own stream. */
export async function isPublished(transaction: Sql, id: RecordId): Promise<boolean> {
  const result = await sql`select 1 from sync_body
    where stream = ${PROGRAMME} and kind = 'story' and id = ${id}::uuid`.execute(transaction);
  return result.rows.length > 0;
}

/**
 * Locks and reads everything that names a person, the pool's row first.
 *
 * In a statement of its own: who waited there for a push sees what that push has written
 * only in the next statement, and a contact would outlive the person it is about.
 */
export async function lockEverythingAbout(
  transaction: Sql,
  candidateId: string,
): Promise<readonly Placed[]> {
  await sql`select 1 from sync_body where stream = 'pool' and kind = 'candidate'
    and id = ${candidateId}::uuid for update`.execute(transaction);
  const result = await sql<{ stream: StreamId; kind: RecordKind; id: string; doc: string }>`
    select stream, kind, id::text as id, doc from sync_body where about = ${candidateId}::uuid
    order by stream, kind, id for update`.execute(transaction);
  return result.rows.map(({ doc, ...row }) => ({ ...row, record: JSON.parse(doc) }));
}

/** Puts a person on the erasure register; false = they were on it already. */
export async function registerErased(transaction: Sql, candidateId: string): Promise<boolean> {
  const result = await sql`insert into erased (id) values (${candidateId}::uuid)
    on conflict do nothing returning id`.execute(transaction);
  return result.rows.length > 0;
}

/** Clears the words the ledger and the audit hold about a person; ids stay. */
export async function clearWordsAbout(transaction: Sql, candidateId: string): Promise<void> {
  await sql`update sync_mutation set problem_detail = null, conflicts = null
    where about = ${candidateId}::uuid`.execute(transaction);
  await sql`update audit_entry set detail = null
    where about = ${candidateId}::uuid`.execute(transaction);
}
