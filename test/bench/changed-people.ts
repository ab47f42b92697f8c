import { sql } from 'kysely';
import { type CandidateId, type IsoDate, POOL } from '#contract/brands.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import { inTransaction, type Sql } from '#server/db/database.ts';
import { openPglite } from '#server/db/pglite.ts';
import { publish } from '#server/modules/streams/feed.ts';

const AT_ONCE = 1000;
/** Later than any day of the sample, so that everybody named does change. */
const ON = '2027-01-04' as IsoDate;

/**
 * Has so many people of a centre that does not run confirm what they told us: whoever syncs
 * next reads them as pages of a thousand, one after the other.
 *
 * Written beside the centre, because it would write on the same cores that are measured.
 */
export async function changePeople(data: string, count: number): Promise<void> {
  const database = await openPglite(data);
  try {
    const { rows } = await sql<{ id: CandidateId }>`select id::text as id from sync_body
      where stream = ${POOL} and kind = 'candidate' order by md5(id::text) limit ${count}`.execute(
      database.sql,
    );
    const ids = rows.map(({ id }) => id);
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE);
      await inTransaction(database.sql, (transaction) => confirm(transaction, some));
    }
  } finally {
    await database.close();
  }
}

async function confirm(transaction: Sql, ids: readonly CandidateId[]): Promise<void> {
  const { rows } = await sql<{ doc: string }>`select doc from sync_body
    where stream = ${POOL} and kind = 'candidate' and id = any(${[...ids]}::uuid[])`.execute(
    transaction,
  );
  const docs = rows.map(({ doc }) => ({ ...(JSON.parse(doc) as Candidate), confirmedOn: ON }));
  await publish(
    transaction,
    docs.map((doc) => ({
      ...{ stream: POOL, kind: 'candidate', id: doc.id, op: 'u' },
      ...{ doc, isNew: false },
    })),
  );
}
