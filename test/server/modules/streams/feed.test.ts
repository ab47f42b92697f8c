import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StreamId } from '#contract/brands.ts';
import type { Database, Sql } from '#server/db/database.ts';
import { migrate } from '#server/db/migrate.ts';
import { addStreams, type Change, publish } from '#server/modules/streams/feed.ts';
import { forgetOldRemovals, readStretch } from '#server/modules/streams/repository.ts';
import { ENGINES, POSTGRES } from '../../engines.ts';

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

/** How one way of numbering is written and read. */
interface Numbering {
  write(transaction: Sql, id: string): Promise<void>;
  /** Rows after a cursor, and the cursor after them. */
  read(database: Sql, after: number): Promise<{ ids: string[]; to: number }>;
}

const published: Numbering = {
  async write(transaction, id) {
    await publish(transaction, [aChange(AA, { id, doc: { id } })]);
  },
  async read(database, after) {
    const stretch = await readStretch(database, AA, after, 10_000);
    const rows = stretch?.rows ?? [];
    return { ids: rows.map((row) => row.id), to: rows.at(-1)?.seq ?? after };
  },
};

const plainSequence: Numbering = {
  async write(transaction, id) {
    await sql`insert into naive (id) values (${id}::uuid)`.execute(transaction);
    await sql`select pg_sleep(${Math.random() * 0.004})`.execute(transaction);
  },
  async read(database, after) {
    const result = await sql<{ id: string; seq: number }>`select id::text as id, seq from naive
      where seq > ${after} order by seq limit 10000`.execute(database);
    return { ids: result.rows.map((row) => row.id), to: result.rows.at(-1)?.seq ?? after };
  },
};

/** 16 writers with delays and rollbacks against one reader that follows by cursor. */
async function race(database: Database, numbering: Numbering, forMs: number) {
  const committed = new Set<string>();
  const seen: string[] = [];
  const until = Date.now() + forMs;
  let isWriting = true;
  const writer = async () => {
    while (Date.now() < until) {
      const id = randomUUID();
      const isKept = Math.random() > 0.1;
      try {
        await inOne(database, async (transaction) => {
          await sql`select pg_sleep(${Math.random() * 0.004})`.execute(transaction);
          await numbering.write(transaction, id);
          if (!isKept) throw new Error('rolled back');
        });
        committed.add(id);
      } catch (error) {
        if (isKept) throw error;
      }
    }
  };
  const reader = async () => {
    let after = 0;
    for (;;) {
      const wasWriting = isWriting;
      const page = await numbering.read(database.sql, after);
      seen.push(...page.ids);
      after = page.to;
      if (!wasWriting && page.ids.length === 0) return;
      await sleep(2);
    }
  };
  const reading = reader();
  await Promise.all(Array.from({ length: 16 }, writer));
  isWriting = false;
  await reading;
  const lost = [...committed].filter((id) => !new Set(seen).has(id)).length;
  return { committed: committed.size, seen: seen.length, lost };
}

const missing = POSTGRES.missing;
describe.skipIf(missing !== null)(
  `16 writers at once on ${POSTGRES.name}${missing ? ` (skipped: ${missing})` : ''}`,
  () => {
    let database: Database;
    beforeAll(async () => {
      database = await POSTGRES.open();
      await migrate(database.sql);
      await addStreams(database.sql, STREAMS);
      await sql`create table naive (seq bigint generated always as identity, id uuid)`.execute(
        database.sql,
      );
    });
    afterAll(() => database.close());

    it('lose nothing to a reader, and leave no hole', async () => {
      const result = await race(database, published, 4_000);
      expect(result.committed).toBeGreaterThan(200);
      expect(result).toEqual({ ...result, seen: result.committed, lost: 0 });
      const stretch = await readStretch(database.sql, AA, 0, 100_000);
      expect(stretch?.head).toBe(result.committed);
      expect(stretch?.rows.map((row) => row.seq)).toEqual(
        Array.from({ length: result.committed }, (_, index) => index + 1),
      );
    });

    it('do lose rows by a plain sequence, or this harness is not looking', async () => {
      const result = await race(database, plainSequence, 4_000);
      expect(result.lost).toBeGreaterThan(0);
    });
  },
);
