import { sql } from 'kysely';
import type { CandidateId } from '#contract/brands.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import type { Sql } from '#server/db/database.ts';

/** People of one read, with the sequence every change up to which is in it. */
export interface PeopleRead {
  readonly upTo: number;
  readonly count: number;
  readonly people: Iterable<Candidate>;
}

/** How many people come over in one answer of the database. */
const CHUNK = 2_000;

/**
 * Reads everybody in the pool, in chunks by id.
 *
 * `upTo` is read first: a change made meanwhile has a higher sequence and arrives with
 * the deltas as well, which is harmless.
 */
export async function readEverybody(database: Sql): Promise<PeopleRead> {
  const upTo = await readPoolHead(database);
  const people: Candidate[] = [];
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const chunk = await sql<{ id: string; doc: string }>`select id::text as id, doc
      from sync_body where stream = 'pool' and kind = 'candidate' and id > ${after}::uuid
      order by id limit ${CHUNK}`.execute(database);
    for (const row of chunk.rows) people.push(JSON.parse(row.doc) as Candidate);
    const last = chunk.rows.at(-1);
    if (!last || chunk.rows.length < CHUNK) return { upTo, count: people.length, people };
    after = last.id;
  }
}

/** Reads the people named; who is not in the pool is left out. */
export async function readPeople(
  database: Sql,
  ids: readonly CandidateId[],
): Promise<readonly Candidate[]> {
  const result = await sql<{ doc: string }>`select doc from sync_body
    where stream = 'pool' and kind = 'candidate' and id = any(${[...ids]}::uuid[])
    order by id`.execute(database);
  return result.rows.map((row) => JSON.parse(row.doc) as Candidate);
}

/** Reads who was erased from the pool after a sequence, and up to which this looked. */
export async function readErasedAfter(
  database: Sql,
  after: number,
): Promise<{ readonly upTo: number; readonly ids: readonly CandidateId[] }> {
  const upTo = await readPoolHead(database);
  const result = await sql<{ id: CandidateId }>`select id::text as id from sync_item
    where stream = 'pool' and op = 'e' and seq > ${after}`.execute(database);
  return { upTo, ids: result.rows.map((row) => row.id) };
}

async function readPoolHead(database: Sql): Promise<number> {
  const result = await sql<{ head: number }>`select head from sync_stream
    where stream = 'pool'`.execute(database);
  return result.rows[0]?.head ?? 0;
}
