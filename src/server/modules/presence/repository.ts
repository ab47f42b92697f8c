import { sql } from 'kysely';
import { type CandidateId, type IsoDate, PRESENCE, type StreamId } from '#contract/brands.ts';
import type { Presence } from '#contract/records/presence.ts';
import type { Sql } from '#server/db/database.ts';
import type { Change } from '#server/modules/streams/feed.ts';

/** Locks and reads the rows that name a person, in the order every push locks them. */
export async function lockPresenceOf(
  transaction: Sql,
  candidateId: CandidateId,
): Promise<readonly Presence[]> {
  // A row names many people, so it has no `about`; there are a few thousand rows at most.
  const result = await sql<{ doc: string }>`select doc from sync_body
    where stream = ${PRESENCE} and kind = 'presence' and position(${candidateId} in doc) > 0
    order by id for update`.execute(transaction);
  return result.rows.map(({ doc }) => JSON.parse(doc) as Presence);
}

/** Locks what is of before a day, tokens and marks about them, as the removals they become. */
export async function lockPast(
  transaction: Sql,
  firstDay: IsoDate | null,
): Promise<readonly Change[]> {
  const result = await sql<{ stream: StreamId; kind: Change['kind']; id: string }>`
    select stream, kind, id::text as id from sync_body
    where (stream = ${PRESENCE} or kind = 'overlap-settled')
      and (${firstDay}::text is null or doc::json->>'on' < ${firstDay}::text)
    order by stream, kind, id for update`.execute(transaction);
  return result.rows.map((row) => ({ ...row, op: 'd', doc: null, isNew: false }));
}
