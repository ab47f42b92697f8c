import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StreamId } from '#contract/brands.ts';
import type { Database, Sql } from '#server/db/database.ts';
import { migrate } from '#server/db/migrate.ts';
import { addStreams, type Change, publish } from '#server/modules/streams/feed.ts';
import { forgetOldRemovals, readStretch } from '#server/modules/streams/repository.ts';
import { ENGINES } from '../../engines.ts';

const STREAMS = ['council:aa', 'council:bb', 'council:cc'] as StreamId[];
const [AA, BB, CC] = STREAMS as [StreamId, StreamId, StreamId];

function aChange(stream: StreamId, over: Partial<Change> = {}): Change {
  const id = randomUUID();
  return { stream, kind: 'vacancy', id, op: 'u', doc: { id }, isNew: true, ...over };
}

const inOne = (database: Database, work: (transaction: Sql) => Promise<unknown>) =>
  database.sql.transaction().execute(work);

for (const engine of ENGINES) {
  const name = engine.missing ? `${engine.name} (skipped: ${engine.missing})` : engine.name;
  describe.skipIf(engine.missing !== null)(`publish on ${name}`, () => {
    let database: Database;
    beforeAll(async () => {
      database = await engine.open();
      await migrate(database.sql);
      await addStreams(database.sql, STREAMS);
    });
    afterAll(() => database.close());

    it('runs each step of the schema once', async () => {
      expect(await migrate(database.sql)).toEqual([]);
    });

    it('numbers several streams of one transaction, and a record at its newest place', async () => {
      const first = aChange(AA);
      const numbers = await inOne(database, (sql) =>
        publish(sql, [first, aChange(AA), aChange(BB)]),
      );
      expect([...(numbers as Map<string, number>).values()].sort()).toEqual([1, 1, 2]);
      await inOne(database, (sql) => publish(sql, [{ ...first, isNew: false }]));
      const stretch = await readStretch(database.sql, AA, 0, 10);
      expect(stretch?.rows.map((row) => row.seq)).toEqual([2, 3]);
      expect(stretch?.head).toBe(3);
    });

    it('gives a number back when the transaction does not commit', async () => {
      const before = (await readStretch(database.sql, BB, 0, 1))?.head ?? 0;
      const failed = inOne(database, async (sql) => {
        await publish(sql, [aChange(BB)]);
        throw new Error('changed my mind');
      });
      await expect(failed).rejects.toThrow('changed my mind');
      const numbers = await inOne(database, (sql) => publish(sql, [aChange(BB)]));
      expect([...(numbers as Map<string, number>).values()]).toEqual([before + 1]);
    });

    it('refuses what is written to a stream that is not there', async () => {
      const nowhere = 'council:nowhere' as StreamId;
      const published = inOne(database, (sql) => publish(sql, [aChange(nowhere)]));
      await expect(published).rejects.toThrow(/no rows/);
      const silent = inOne(database, (transaction) =>
        sql`insert into sync_body (stream, kind, id, doc)
          values (${nowhere}, 'vacancy', ${randomUUID()}::uuid, '{}')`.execute(transaction),
      );
      await expect(silent).rejects.toThrow(/without sync_publish/);
    });

    it('fails a commit that forgot to publish', async () => {
      const forgetful = inOne(database, (transaction) =>
        sql`insert into sync_body (stream, kind, id, doc)
          values (${AA}, 'vacancy', ${randomUUID()}, '{}')`.execute(transaction),
      );
      await expect(forgetful).rejects.toThrow(/without sync_publish/);
    });

    it('fails a commit that erases an item and keeps its body', async () => {
      const change = aChange(AA);
      await inOne(database, (sql) => publish(sql, [change]));
      const half = inOne(database, (sql) => publish(sql, [{ ...change, op: 'e', isNew: false }]));
      await expect(half).rejects.toThrow(/without sync_publish/);
    });

    it('refuses to publish twice in one transaction', async () => {
      const twice = inOne(database, async (sql) => {
        await publish(sql, [aChange(AA)]);
        await publish(sql, [aChange(BB)]);
      });
      await expect(twice).rejects.toThrow(/twice/);
    });

    it('forgets removals of long ago, raising the floor, and keeps all else', async () => {
      const change = aChange(CC);
      await inOne(database, (sql) => publish(sql, [change, aChange(CC)]));
      await inOne(database, (sql) =>
        publish(sql, [{ ...change, op: 'd', doc: null, isNew: false }]),
      );
      const old = sql`update sync_item set changed_at = now() - interval '91 days' where stream = ${CC}`;
      await forgetOldRemovals(database.sql, 90);
      expect((await readStretch(database.sql, CC, 1, 10))?.rows).toHaveLength(2);
      await old.execute(database.sql);
      await forgetOldRemovals(database.sql, 90);
      const stretch = await readStretch(database.sql, CC, 1, 10);
      expect(stretch?.rows.map(({ op }) => op)).toEqual(['u']);
      expect([stretch?.floor, stretch?.head]).toEqual([3, 3]);
    });

    it('lets nobody back in who was erased', async () => {
      const change = aChange(AA, { kind: 'candidate' });
      await sql`insert into erased (id) values (${change.id})`.execute(database.sql);
      await expect(inOne(database, (sql) => publish(sql, [change]))).rejects.toThrow(
        /asked to be removed/,
      );
    });
  });
}
