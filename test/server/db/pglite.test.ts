import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { CannotStart } from '#server/db/database.ts';
import { openPglite } from '#server/db/pglite.ts';

const root = mkdtempSync(join(tmpdir(), 'swt-pglite-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('the embedded database', () => {
  const folder = join(root, 'centre');

  it('keeps what was committed, syncing each commit to the disk', async () => {
    const first = await openPglite(folder);
    await sql`create table kept (word text)`.execute(first.sql);
    await sql`insert into kept values ('here')`.execute(first.sql);
    const settings = await sql<{ fsync: string; method: string }>`
      select current_setting('fsync') as fsync, current_setting('wal_sync_method') as method`.execute(
      first.sql,
    );
    expect(settings.rows).toEqual([{ fsync: 'on', method: 'fsync' }]);
    await first.close();
    const again = await openPglite(folder);
    expect((await sql`select word from kept`.execute(again.sql)).rows).toEqual([{ word: 'here' }]);
    await again.close();
  });

  it('is refused to a second copy, by name and with the remedy', async () => {
    const first = await openPglite(folder);
    await expect(openPglite(folder)).rejects.toThrow(
      new RegExp(`in use by another copy .*process ${process.pid}.*Stop that copy`),
    );
    await first.close();
    writeFileSync(join(folder, 'owner.pid'), '1');
    await expect(openPglite(folder)).rejects.toThrow(CannotStart);
    // Left behind by a process that was killed: taken over.
    const { pid } = spawnSync('true');
    writeFileSync(join(folder, 'owner.pid'), String(pid));
    await (await openPglite(folder)).close();
  });

  it('is refused when another version wrote it, and left as it is', async () => {
    writeFileSync(join(folder, 'pg', 'PG_VERSION'), '17\n');
    await expect(openPglite(folder)).rejects.toThrow(/another version \(17, .* 18\).*empty folder/);
    writeFileSync(join(folder, 'pg', 'PG_VERSION'), '18\n');
    await (await openPglite(folder)).close();
  });

  it('says which folder cannot be written', async () => {
    const file = join(root, 'a-file');
    writeFileSync(file, '');
    const inFile = openPglite(join(file, 'centre'));
    await expect(inFile).rejects.toThrow(/cannot be written\. Choose another/);
  });

  it('is not blocked by a transaction that was left open, nor mixes two', async () => {
    const database = await openPglite();
    await sql`create table counted (n int); insert into counted values (0)`.execute(database.sql);
    const add = () =>
      database.sql.transaction().execute(async (transaction) => {
        const { rows } = await sql<{ n: number }>`select n from counted`.execute(transaction);
        await sql`update counted set n = ${(rows[0]?.n ?? 0) + 1}`.execute(transaction);
      });
    await database.sql.connection().execute(async (one) => {
      await sql`begin`.execute(one);
      await sql`update counted set n = 100`.execute(one);
    });
    await Promise.all(Array.from({ length: 20 }, add));
    expect((await sql`select n from counted`.execute(database.sql)).rows).toEqual([{ n: 20 }]);
    await database.close();
  });
});
