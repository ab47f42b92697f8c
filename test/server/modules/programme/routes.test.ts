import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { CandidateId, IsoInstant, RecordId } from '#contract/brands.ts';
import { POOL, PROGRAMME } from '#contract/brands.ts';
import type { ShortlistEntry } from '#contract/records/council-work.ts';
import type { Programme } from '#contract/records/programme.ts';
import { inTransaction } from '#server/db/database.ts';
import { lockRows } from '#server/modules/push/repository.ts';
import { publish } from '#server/modules/streams/feed.ts';
import { aCandidate } from '#test/builders/records.ts';
import { KENT_STREAM, SURREY_STREAM } from '../../staff.ts';
import { onEachEngine, type TestCentre } from '../../test-centre.ts';
import { expectProblem, type TestClient } from '../../test-client.ts';

const newId = () => randomUUID() as RecordId;

const vacancy = () => ({
  id: newId(),
  ref: 'SW-7',
  title: 'Assessment team',
  roleGroup: 'social_worker' as const,
  specialisms: ['assessment' as const],
  posts: 2,
  employmentTypes: [],
});

const contact = (candidateId: CandidateId, note: string) => ({
  id: newId(),
  candidateId,
  at: '2026-06-09T08:30:00.000Z' as IsoInstant,
  channel: 'phone' as const,
  direction: 'out' as const,
  outcome: 'spoke_interested' as const,
  note,
});

async function head(client: TestClient, stream: string): Promise<number> {
  return (await client.get('/v1/sync/heads')).json().heads[stream].seq;
}

/** Rosa of Kent and Una of Surrey have both worked with the person. */
async function workWith(centre: TestCentre, candidateId: CandidateId) {
  const rosa = await centre.as('rosa', `device-${randomUUID()}`);
  const una = await centre.as('una', `device-${randomUUID()}`);
  const post = vacancy();
  const followUp = {
    id: newId(),
    candidateId,
    what: 'Ring back',
    dueOn: '2026-06-20' as never,
    promise: true,
  };
  await rosa.push(
    rosa.change('vacancy.create', post),
    rosa.change('shortlist.add', { vacancyId: post.id, candidateId }),
    rosa.change('shortlist.move', {
      vacancyId: post.id,
      candidateId,
      to: 'declined',
      reason: 'secret words',
    }),
    rosa.change('contact.log', contact(candidateId, 'secret words')),
    rosa.change('follow-up.set', followUp),
    rosa.change('audit.record', { action: 'reveal', candidateId, detail: 'secret words' }),
  );
  const { results } = await una.push(
    una.change('contact.log', contact(candidateId, 'secret words'), { stream: SURREY_STREAM }),
    una.change(
      'do-not-contact.set',
      { candidateId, reason: 'secret words' },
      { stream: SURREY_STREAM },
    ),
  );
  expect(results.map((result) => result.outcome)).toEqual(['applied', 'applied']);
  return { rosa, una };
}

onEachEngine((centre) => {
  describe('withdrawing a person', () => {
    it('erases every trace in every council, and no one can work with them again', async () => {
      const candidateId = centre().people[11]?.id as CandidateId;
      const { rosa, una } = await workWith(centre(), candidateId);
      const kent = await head(rosa, KENT_STREAM);
      const surrey = await head(una, SURREY_STREAM);
      const pool = await head(una, POOL);
      const pat = await centre().as('pat');
      expect((await pat.post('/v1/programme/withdrawals', { candidateId })).statusCode).toBe(204);

      const inPool = await una.changes(POOL, pool);
      expect(inPool.items.map(({ op, id, doc }) => ({ op, id, doc }))).toEqual([
        { op: 'e', id: candidateId, doc: undefined },
      ]);
      const inSurrey = await una.changes(SURREY_STREAM, surrey);
      expect(inSurrey.items.map(({ op, kind }) => `${kind} ${op}`).sort()).toEqual([
        'contact e',
        'do-not-contact e',
      ]);
      const inKent = await rosa.changes(KENT_STREAM, kent);
      expect(inKent.items.map(({ op, kind }) => `${kind} ${op}`).sort()).toEqual([
        'contact e',
        'follow-up e',
        'shortlist-entry u',
      ]);
      const entry = inKent.items.find(({ kind }) => kind === 'shortlist-entry')
        ?.doc as ShortlistEntry;
      expect(entry.stage).toBe('withdrawn');
      expect(entry.history.at(-1)).toMatchObject({ from: 'declined', to: 'withdrawn' });

      for (const table of ['sync_body', 'sync_mutation', 'audit_entry']) {
        const left = await sql
          .raw(`select 1 from ${table} t where t::text like '%secret words%'`)
          .execute(centre().database.sql);
        expect(left.rows, table).toEqual([]);
      }
      const again = await rosa.push(rosa.change('contact.log', contact(candidateId, 'late')));
      expect(again.results[0]?.problem?.code).toBe('rule');
    });

    it('is the same when asked twice, and cannot be undone by adding them again', async () => {
      const candidateId = centre().people[12]?.id as CandidateId;
      const pat = await centre().as('pat');
      await pat.post('/v1/programme/withdrawals', { candidateId });
      expect((await pat.post('/v1/programme/withdrawals', { candidateId })).statusCode).toBe(204);
      const doc = aCandidate({ id: candidateId });
      const change = {
        stream: POOL,
        kind: 'candidate',
        id: candidateId,
        op: 'u',
        doc,
        isNew: true,
      } as const;
      const adding = inTransaction(centre().database.sql, (transaction) =>
        publish(transaction, [change]),
      );
      await expect(adding).rejects.toThrow(/asked to be removed/);
    });

    it('waits for a contact that is being written, and erases that too', async () => {
      const candidateId = centre().people[20]?.id as CandidateId;
      const pat = await centre().as('pat');
      let withdrawing: Promise<unknown> = Promise.resolve();
      await inTransaction(centre().database.sql, async (transaction) => {
        await lockRows(transaction, [{ stream: POOL, kind: 'candidate', id: candidateId }]);
        withdrawing = pat.post('/v1/programme/withdrawals', { candidateId }).then();
        // Long enough that the withdrawal stands before the lock.
        await sleep(150);
        const doc = contact(candidateId, 'at the same moment');
        const change = { stream: KENT_STREAM, kind: 'contact', id: doc.id, op: 'u' } as const;
        await publish(transaction, [{ ...change, doc, isNew: true }]);
      });
      await withdrawing;
      const left = await sql`select kind from sync_body where about = ${candidateId}`.execute(
        centre().database.sql,
      );
      expect(left.rows).toEqual([]);
    });

    it('is for the programme team only, and for people who are there', async () => {
      const rosa = await centre().as('rosa');
      const pat = await centre().as('pat');
      const url = '/v1/programme/withdrawals';
      const candidateId = centre().people[13]?.id;
      expectProblem(await rosa.post(url, { candidateId }), 403, 'not-allowed');
      expectProblem(await pat.post(url, { candidateId: randomUUID() }), 404, 'not-found');
      expectProblem(await pat.post(url, { candidateId: 'x' }), 422, 'invalid');
    });
  });

  describe('the life of the programme', () => {
    it('closes: nothing new starts, a person can still be left alone; and it reopens', async () => {
      const pat = await centre().as('pat');
      const rosa = await centre().as('rosa', 'device-closing');
      const candidateId = centre().people[40]?.id as CandidateId;
      const before = await head(rosa, PROGRAMME);
      const closed = await pat.post('/v1/programme/status', {
        status: 'closed',
        banner: 'It is over',
      });
      expect(closed.json<Programme>()).toMatchObject({
        status: 'closed',
        banner: 'It is over',
        closesOn: '2026-06-09',
        retainUntil: '2026-12-09',
      });
      const told = await rosa.changes(PROGRAMME, before);
      expect(told.items.map(({ kind, doc }) => [kind, (doc as Programme).status])).toEqual([
        ['programme', 'closed'],
      ]);
      const { results } = await rosa.push(
        rosa.change('vacancy.create', vacancy()),
        rosa.change('contact.log', contact(candidateId, 'too late')),
        rosa.change('do-not-contact.set', { candidateId, reason: 'Asked' }),
      );
      expect(results.map(({ outcome, problem }) => problem?.code ?? outcome)).toEqual([
        'programme-closed',
        'programme-closed',
        'applied',
      ]);
      expect(results[0]?.problem?.status).toBe(409);
      const reopened = (await pat.post('/v1/programme/status', { status: 'reopened' })).json();
      expect(reopened).toMatchObject({ status: 'reopened' });
      expect(reopened).not.toHaveProperty('retainUntil');
      expect(reopened).not.toHaveProperty('closesOn');
      const after = await rosa.push(rosa.change('vacancy.create', vacancy()));
      expect(after.results[0]?.outcome).toBe('applied');
    });

    it('is changed by the programme team only, and never back to planned', async () => {
      const rosa = await centre().as('rosa');
      const pat = await centre().as('pat');
      const url = '/v1/programme/status';
      expectProblem(await rosa.post(url, { status: 'closed' }), 403, 'not-allowed');
      expectProblem(await pat.post(url, { status: 'planned' }), 422, 'rule');
      expectProblem(await pat.post(url, { status: 'gone' }), 422, 'invalid');
    });
  });

  describe('a success story', () => {
    it('is read by other councils once it is published, and not before', async () => {
      const rosa = await centre().as('rosa', 'device-story');
      const una = await centre().as('una');
      const pat = await centre().as('pat');
      const story = {
        id: newId(),
        title: 'Back in the team',
        body: 'After six years away she is back.',
        serviceArea: 'Assessment',
        permissionGiven: true,
      };
      await rosa.push(rosa.change('story.submit', story));
      const stories = async () =>
        (await una.changes(PROGRAMME, 0)).items.filter(({ kind }) => kind === 'story');
      expect(await stories()).toEqual([]);
      const url = `/v1/programme/stories/${story.id}/publish`;
      expectProblem(await rosa.post(url), 403, 'not-allowed');
      expectProblem(await pat.post(`/v1/programme/stories/${newId()}/publish`), 404, 'not-found');
      expect((await pat.post(url)).json()).toEqual({ published: true });
      expect((await pat.post(url)).json()).toEqual({ published: true });
      expect((await stories()).map(({ doc }) => doc)).toMatchObject([
        { ...story, status: 'published' },
      ]);
    });
  });
});
