import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { type CandidateId, POOL } from '#contract/brands.ts';
import type { Session } from '#contract/http/session.ts';
import { isOlder, readStanding } from '#server/modules/restore/history.ts';
import { makeGoodRestore } from '#server/modules/restore/restore.ts';
import { writeNoted } from '#server/modules/restore/standing-file.ts';
import { anId } from '#test/builders/records.ts';
import { KENT_STREAM } from '../../staff.ts';
import { onEachEngine, type TestCentre } from '../../test-centre.ts';
import { expectProblem } from '../../test-client.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function noteFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'swt-standing-'));
  folders.push(folder);
  return join(folder, 'centre.standing.json');
}

onEachEngine((centre: () => TestCentre) => {
  const start = async (file: string, isRestored = false) => {
    const said: string[] = [];
    const { database, clock } = centre();
    const nowMs = () => clock.nowMs;
    const note = await makeGoodRestore({
      ...{ database, file, isRestored, nowMs },
      say: (line) => said.push(line),
    });
    return { note: () => note.note(), said };
  };
  const epochs = async () => {
    const { streams } = await readStanding(centre().database.sql);
    return Object.fromEntries(Object.entries(streams).map(([name, { epoch }]) => [name, epoch]));
  };
  const setHead = (head: number) =>
    sql`update sync_stream set head = ${head} where stream = 'pool'`.execute(centre().database.sql);
  const headOf = async () => (await readStanding(centre().database.sql)).streams.pool?.head ?? 0;

  describe('a restore from a backup', () => {
    it('is not seen where there was none, however often the centre starts', async () => {
      const file = noteFile();
      const before = await epochs();
      for (let n = 0; n < 3; n++) expect((await start(file)).said).toEqual([]);
      expect(await epochs()).toEqual(before);
    });

    it('is seen by a head that went back, once, and by no process that starts after', async () => {
      const [file, another] = [noteFile(), noteFile()];
      await start(file);
      await start(another);
      const before = await epochs();
      const head = await headOf();
      await setHead(head - 3);
      expect((await start(file)).said.join()).toContain('restored from a backup');
      const after = await epochs();
      expect(after[POOL]).not.toBe(before[POOL]);
      expect(after[KENT_STREAM]).not.toBe(before[KENT_STREAM]);
      expect((await start(file)).said).toEqual([]);
      expect((await start(another)).said).toEqual([]);
      expect(await epochs()).toEqual(after);
      await setHead(head);
    });

    it('tells laptops up to where the history they know is the same', async () => {
      const rosa = await centre().as('rosa');
      const file = noteFile();
      const old = (await epochs())[POOL] ?? '';
      const head = await headOf();
      await start(file, true);
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      // A push makes this process look; on PostgreSQL it looks by itself.
      await rosa.push(rosa.change('audit.record', { action: 'view' }));
      const url = `/v1/sync/streams/pool/changes?epoch=${old}&after=2`;
      const problem = expectProblem(await rosa.get(url), 410, 'epoch-changed');
      expect(problem.commonSeq).toBe(head);
      const hello = { device: rosa.device, appVersion: '0.1.0' };
      const session = (await rosa.post('/v1/sync/session', hello)).json<Session>();
      const grant = session.grants.find(({ stream }) => stream === POOL);
      expect(grant?.past).toContainEqual({ epoch: old, commonSeq: head });
      const unknown = `/v1/sync/streams/pool/changes?epoch=${anId(1)}&after=2`;
      expect(expectProblem(await rosa.get(unknown), 410, 'epoch-changed')).not.toHaveProperty(
        'commonSeq',
      );
    });

    it('brings nobody back who was removed after the backup', async () => {
      const file = noteFile();
      const team = await centre().as('pat');
      const person = centre().people[7]?.id as CandidateId;
      const answer = await team.post('/v1/programme/withdrawals', { candidateId: person });
      expect(answer.statusCode, answer.body).toBeLessThan(300);
      const { note } = await start(file);
      await note();
      expect(readFileSync(file, 'utf8')).toContain(person);
      const { sql: db } = centre().database;
      // What a backup of an hour ago looks like: not on the register, and in the pool.
      const other = centre().people[8]?.id as CandidateId;
      await sql`delete from erased where id = ${person}::uuid`.execute(db);
      const stand = JSON.parse(readFileSync(file, 'utf8'));
      writeNoted(file, { ...stand, erased: [person, other, anId<CandidateId>(0xdead)] });
      const { said } = await start(file);
      expect(said.join()).toContain('3 who asked to be removed');
      const left = await sql<{ id: string }>`select id::text as id from sync_body
        where about = ${other}::uuid and kind = 'candidate'`.execute(db);
      expect(left.rows).toEqual([]);
      const register = await sql<{ id: string }>`select id::text as id from erased`.execute(db);
      const ids = register.rows.map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining([person, other, anId(0xdead)]));
      expect((await start(file)).said).toEqual([]);
    });

    it('is not seen in another database at the same place', async () => {
      const file = noteFile();
      await start(file);
      const noted = JSON.parse(readFileSync(file, 'utf8'));
      const ahead = { ...noted, streams: { pool: { epoch: anId(5), head: 9e9 } } };
      expect(await isOlder(centre().database.sql, ahead)).toBe(true);
      expect(await isOlder(centre().database.sql, { ...ahead, centre: anId(6) })).toBe(false);
    });
  });
});
