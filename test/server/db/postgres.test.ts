import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POSTGRES } from '../engines.ts';
import { openTestCentre, type TestCentre } from '../test-centre.ts';
import { expectProblem } from '../test-client.ts';

class TakenBack extends Error {}

const { missing } = POSTGRES;
describe.skipIf(missing !== null)(`PostgreSQL 15${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let centre: TestCentre;
  beforeAll(async () => {
    centre = await openTestCentre(POSTGRES);
  });
  afterAll(() => centre.close());

  it('may end every connection, idle or in use, and the centre goes on', async () => {
    const rosa = await centre.as('rosa');
    const hello = { device: rosa.device, appVersion: '0.1.0' };
    const inUse = sql`select pg_sleep(5)`.execute(centre.database.sql);
    const broken = expect(inUse).rejects.toThrow(/terminat/i);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'swt-centre' and pid <> pg_backend_pid()`.execute(
      centre.database.sql,
    );
    await broken;
    await expect
      .poll(async () => (await rosa.post('/v1/sync/session', hello)).statusCode)
      .toBe(200);
  });

  it('locks a stream’s counter for its number only, not for what is written before', async () => {
    const { sql: database } = centre.database;
    await database
      .transaction()
      .execute(async (writer) => {
        await sql`insert into sync_body (stream, kind, id, doc)
        values ('pool', 'vacancy', ${randomUUID()}::uuid, '{}')`.execute(writer);
        const other = database
          .transaction()
          .execute((transaction) =>
            sql`select 1 from sync_stream where stream = 'pool' for update nowait`.execute(
              transaction,
            ),
          );
        expect((await other).rows).toHaveLength(1);
        throw new TakenBack();
      })
      .catch((error: unknown) => {
        if (!(error instanceof TakenBack)) throw error;
      });
  });

  it('is said to be away by readiness, not by liveness', async () => {
    const away = await openTestCentre(POSTGRES);
    await away.database.close();
    const ask = (url: string) => away.app.inject({ method: 'GET', url });
    expectProblem(await ask('/readyz'), 503, 'unavailable');
    expect((await ask('/livez')).statusCode).toBe(200);
    await away.app.close();
  });
});
