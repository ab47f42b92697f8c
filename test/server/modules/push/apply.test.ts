import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { CandidateId, IsoInstant, RecordId } from '#contract/brands.ts';
import { POOL } from '#contract/brands.ts';
import type { PushResponse } from '#contract/http/push.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import type { ShortlistEntry } from '#contract/records/council-work.ts';
import { forgetOldLedger } from '#server/modules/push/repository.ts';
import { KENT_STREAM, SURREY_STREAM } from '../../staff.ts';
import { onEachEngine, type TestCentre } from '../../test-centre.ts';
import { expectProblem, type TestClient } from '../../test-client.ts';

const newId = () => randomUUID() as RecordId;

function aVacancy(ref = 'SW-1') {
  return {
    id: newId(),
    ref,
    title: 'Court team',
    roleGroup: 'social_worker' as const,
    specialisms: ['court' as const],
    posts: 1,
    employmentTypes: [],
  };
}

function aContact(candidateId: CandidateId, outcome: 'spoke_interested' | 'no_answer') {
  const at = '2026-06-09T08:30:00.000Z' as IsoInstant;
  return {
    id: newId(),
    candidateId,
    at,
    channel: 'phone' as const,
    direction: 'out' as const,
    outcome,
  };
}

async function headOf(client: TestClient, stream = KENT_STREAM): Promise<number> {
  return (await client.get('/v1/sync/heads')).json().heads[stream].seq;
}

onEachEngine((centre: () => TestCentre) => {
  describe('push', () => {
    it('applies a batch in order and a colleague reads it', async () => {
      const rosa = await centre().as('rosa', 'device-order');
      const before = await headOf(rosa);
      const vacancy = aVacancy();
      const candidateId = centre().people[0]?.id as CandidateId;
      const answer = await rosa.push(
        rosa.change('vacancy.create', vacancy),
        rosa.change('shortlist.add', { vacancyId: vacancy.id, candidateId }),
      );
      expect(answer.results.map((result) => [result.outcome, result.seq - before])).toEqual([
        ['applied', 1],
        ['applied', 2],
      ]);
      expect(answer.lastN).toBe(2);
      const tom = await centre().as('tom');
      const page = await tom.changes(KENT_STREAM, before);
      expect(page.items.map((item) => item.kind)).toEqual(['vacancy', 'shortlist-entry']);
      expect(page.items[0]?.doc).toMatchObject({ ...vacancy, createdBy: { name: 'Rosa Boyd' } });
    });

    it('has one effect when the same batch is sent 16 times at once', async () => {
      const rosa = await centre().as('rosa', 'device-sixteen');
      const before = await headOf(rosa);
      const batch = Array.from({ length: 5 }, () => rosa.change('vacancy.create', aVacancy()));
      const answers = await Promise.all(Array.from({ length: 16 }, () => rosa.push(...batch)));
      const told = answers.map(({ results }) =>
        results.map(({ id, outcome, seq }) => ({ id, outcome, seq })),
      );
      for (const one of told) expect(one).toEqual(told[0]);
      expect(told[0]).toHaveLength(5);
      expect(await headOf(rosa)).toBe(before + 5);
    });

    it('refuses another content under a used id for good, and goes on', async () => {
      const rosa = await centre().as('rosa', 'device-reuse');
      const first = rosa.change('vacancy.create', aVacancy());
      await rosa.push(first);
      const { results } = await rosa.push(
        rosa.change('vacancy.create', aVacancy(), { id: first.id }),
        rosa.change('vacancy.create', aVacancy()),
      );
      expect(results.map((result) => result.problem?.code ?? result.outcome)).toEqual([
        'id-reuse',
        'applied',
      ]);
      expect(results[0]?.problem?.status).toBe(422);
      // The recruiter reads it as it is: nothing about ids.
      expect(results[0]?.problem?.detail).toMatch(/has another version of this change already/);
      expect(results[0]?.problem?.detail).not.toMatch(/\bid\b/);
    });

    it('takes the same change again although it is older by then', async () => {
      const rosa = await centre().as('rosa', 'device-age');
      const change = rosa.change('vacancy.create', aVacancy());
      const [first] = (await rosa.push(change)).results;
      const [again] = (await rosa.push({ ...change, ageMs: 90_000 })).results;
      expect(again).toEqual(first);
    });

    it('answers a gap with the number it expects and does nothing', async () => {
      const rosa = await centre().as('rosa', 'device-gap');
      await rosa.push(rosa.change('noop', {}));
      const before = await headOf(rosa);
      const change = rosa.change('vacancy.create', aVacancy(), { n: 3 });
      const answer = await rosa.post('/v1/sync/push', { device: rosa.device, mutations: [change] });
      expect(expectProblem(answer, 409, 'order-gap').expected).toBe(2);
      expect(await headOf(rosa)).toBe(before);
    });

    it('keeps what is done when a gap follows in the same batch', async () => {
      const rosa = await centre().as('rosa', 'device-half');
      const answer = await rosa.push(
        rosa.change('vacancy.create', aVacancy()),
        rosa.change('noop', {}, { n: 7 }),
      );
      expect(answer.results).toHaveLength(1);
      expect(answer.lastN).toBe(1);
    });

    it('fills the place of an erased entry by a noop under its id', async () => {
      const rosa = await centre().as('rosa', 'device-noop');
      const change = rosa.change('vacancy.create', aVacancy());
      await rosa.push(change);
      const [result] = (await rosa.push({ ...change, kind: 'noop', args: {} })).results;
      expect(result?.outcome).toBe('applied');
    });

    it('refuses one malformed change for good and applies its neighbours', async () => {
      const rosa = await centre().as('rosa', 'device-bad');
      const { results } = await rosa.push(
        rosa.change('vacancy.create', { ...aVacancy(), posts: 0 }),
        { ...rosa.change('noop', {}), kind: 'vacancy.burn' },
        rosa.change('vacancy.create', aVacancy()),
      );
      expect(results.map((result) => result.problem?.code ?? result.outcome)).toEqual([
        'invalid',
        'invalid',
        'applied',
      ]);
    });

    it('keeps out properties nobody may set', async () => {
      const rosa = await centre().as('rosa', 'device-extra');
      const before = await headOf(rosa);
      const contact = {
        ...aContact(centre().people[1]?.id as CandidateId, 'no_answer'),
        secret: 1,
      };
      await rosa.push(rosa.change('contact.log', contact));
      const page = await rosa.changes(KENT_STREAM, before);
      expect(page.items[0]?.doc).toMatchObject({ by: { name: 'Rosa Boyd' } });
      expect(page.items[0]?.doc).not.toHaveProperty('secret');
    });

    it('tells the pool the day of a contact and nothing else', async () => {
      const rosa = await centre().as('rosa', 'device-pool');
      const before = await headOf(rosa, POOL);
      const person = centre().people[2] as Candidate;
      await rosa.push(rosa.change('contact.log', aContact(person.id, 'spoke_interested')));
      const una = await centre().as('una');
      const page = await una.changes(POOL, before);
      const heard = { firstSpokenOn: '2026-06-09', lastTriedOn: '2026-06-09' };
      expect(page.items.map((item) => item.doc)).toEqual([{ ...person, ...heard }]);
    });

    it('never lets a fast clock put days to come into the pool', async () => {
      const rosa = await centre().as('rosa', 'device-fast');
      const before = await headOf(rosa, POOL);
      const contact = aContact(centre().people[3]?.id as CandidateId, 'no_answer');
      const at = '2031-01-01T00:00:00.000Z' as IsoInstant;
      await rosa.push(rosa.change('contact.log', { ...contact, at }));
      const page = await rosa.changes(POOL, before);
      expect(page.items[0]?.doc).toMatchObject({ lastTriedOn: '2026-06-09' });
    });

    it('times a change by the centre’s clock less its age', async () => {
      const rosa = await centre().as('rosa', 'device-time');
      const before = await headOf(rosa);
      await rosa.push(rosa.change('vacancy.create', aVacancy(), { ageMs: 3_600_000 }));
      const page = await rosa.changes(KENT_STREAM, before);
      expect(page.items[0]?.doc).toMatchObject({ createdAt: '2026-06-09T08:00:00.000Z' });
    });

    it('refuses a viewer, takes a hiring manager, and refuses another council for good', async () => {
      const vera = await centre().as('vera');
      const tom = await centre().as('tom');
      const rosa = await centre().as('rosa', 'device-surrey');
      const surrey = rosa.change('vacancy.create', aVacancy(), { stream: SURREY_STREAM });
      const pool = rosa.change('vacancy.create', aVacancy(), { stream: POOL });
      const codes = [
        ...(await vera.push(vera.change('vacancy.create', aVacancy()))).results,
        ...(await tom.push(tom.change('vacancy.create', aVacancy()))).results,
        ...(await rosa.push(surrey, pool)).results,
      ].map((result) => result.problem?.code ?? result.outcome);
      expect(codes).toEqual(['not-allowed', 'applied', 'stream-not-granted', 'stream-not-granted']);
    });

    it('merges the same shortlist entry made by two laptops at once', async () => {
      const rosa = await centre().as('rosa', 'device-two-a');
      const tom = await centre().as('tom', 'device-two-b');
      const vacancy = aVacancy();
      await rosa.push(rosa.change('vacancy.create', vacancy));
      const before = await headOf(rosa);
      const add = { vacancyId: vacancy.id, candidateId: centre().people[4]?.id as CandidateId };
      const answers = await Promise.all([
        rosa.push(rosa.change('shortlist.add', add)),
        tom.push(tom.change('shortlist.add', add)),
      ]);
      const outcomes = answers.map(({ results }) => results[0]?.outcome).sort();
      expect(outcomes).toEqual(['applied', 'merged']);
      expect(await headOf(rosa)).toBe(before + 1);
    });

    it('lets one of two opposite moves made at once win, and tells the other', async () => {
      const rosa = await centre().as('rosa', 'device-move-a');
      const tom = await centre().as('tom', 'device-move-b');
      const vacancy = aVacancy();
      await rosa.push(rosa.change('vacancy.create', vacancy));
      for (let round = 0; round < 10; round += 1) {
        const candidateId = centre().people[60 + round]?.id as CandidateId;
        const about = { vacancyId: vacancy.id, candidateId };
        const [added] = (await rosa.push(rosa.change('shortlist.add', about))).results;
        const base = added?.seq ?? 0;
        const answers = await Promise.all([
          tom.push(tom.change('shortlist.move', { ...about, to: 'contacted' }, { base })),
          rosa.push(rosa.change('shortlist.move', { ...about, to: 'interested' }, { base })),
        ]);
        const outcomes = answers.map(({ results }) => results[0]?.problem?.code ?? 'applied');
        expect(outcomes.sort()).toEqual(['applied', 'rule']);
        const page = await rosa.changes(KENT_STREAM, base);
        const entry = page.items[0]?.doc as ShortlistEntry | undefined;
        expect(entry?.history).toHaveLength(2);
      }
    });

    it('says both values, who and when, to whoever pushed, each time it is asked', async () => {
      const rosa = await centre().as('rosa', 'device-crossed-a');
      const tom = await centre().as('tom', 'device-crossed-b');
      const vacancy = aVacancy();
      const vacancyId = vacancy.id;
      const [made] = (await rosa.push(rosa.change('vacancy.create', vacancy))).results;
      const base = made?.seq ?? 0;
      const edit = (hoursPerWeek: number) => ({ vacancyId, fields: { hoursPerWeek } });
      await tom.push(tom.change('vacancy.edit', edit(30), { base }));
      const mine = rosa.change('vacancy.edit', edit(37), { base });
      const [first] = (await rosa.push(mine)).results;
      const by = { name: 'Tom Adeyemi' };
      const said = { rule: 'DM4', field: 'hoursPerWeek', yours: 37, theirs: 30, by };
      expect(first).toMatchObject({ outcome: 'applied', conflicts: [said] });
      expect((await rosa.push(mine)).results).toEqual([first]);
      // Whoever lost the value reads so with the record.
      const page = await tom.changes(KENT_STREAM, (first?.seq ?? 0) - 1);
      const lost = { field: 'hoursPerWeek', from: 30, to: 37, over: { by } };
      expect(page.items[0]?.doc).toMatchObject({ hoursPerWeek: 37, changes: [{}, lost] });
    });

    it('says with a refused move where the person is, and forgets it with the person', async () => {
      const rosa = await centre().as('rosa', 'device-refused-a');
      const tom = await centre().as('tom', 'device-refused-b');
      const candidateId = centre().people[80]?.id as CandidateId;
      const vacancy = aVacancy();
      const about = { vacancyId: vacancy.id, candidateId };
      const { results } = await rosa.push(
        rosa.change('vacancy.create', vacancy),
        rosa.change('shortlist.add', about),
      );
      const base = results[1]?.seq ?? 0;
      await tom.push(tom.change('shortlist.move', { ...about, to: 'contacted' }, { base }));
      const move = rosa.change('shortlist.move', { ...about, to: 'interested' }, { base });
      const [refused] = (await rosa.push(move)).results;
      const said = { rule: 'DM6', yours: 'interested', theirs: 'contacted' };
      expect(refused).toMatchObject({ outcome: 'rejected', conflicts: [said] });
      const pat = await centre().as('pat');
      await pat.post('/v1/programme/withdrawals', { candidateId });
      expect((await rosa.push(move)).results[0]?.conflicts).toBeUndefined();
    });

    it('keeps what laptops say they showed, without a place in any stream', async () => {
      const rosa = await centre().as('rosa', 'device-audit');
      const before = await headOf(rosa);
      const candidateId = centre().people[5]?.id as CandidateId;
      const change = rosa.change('audit.record', { action: 'export', candidateId, detail: 'csv' });
      await rosa.push(change);
      const kept = await sql`select action, detail from audit_entry
        where id = ${change.id}`.execute(centre().database.sql);
      expect(kept.rows).toEqual([{ action: 'export', detail: 'csv' }]);
      expect(await headOf(rosa)).toBe(before);
    });

    it('[C17] says once more what it has forgotten was decided, and takes nothing of it twice', async () => {
      const rosa = await centre().as('rosa', 'device-forgotten');
      const { sql: db } = centre().database;
      const [old, kept, next] = [1, 2, 3].map((n) =>
        rosa.change('vacancy.create', aVacancy(`OLD-${n}`), { n }),
      );
      if (!old || !kept || !next) throw new Error('no changes');
      await rosa.push(old, kept);
      await sql`update sync_mutation set at = now() - interval '91 days'
        where id = ${old.id}::uuid`.execute(db);
      await forgetOldLedger(db, 90);
      const before = await headOf(rosa);
      expect((await rosa.push(old, kept)).results).toMatchObject([
        { outcome: 'rejected', problem: { code: 'duplicate-expired' } },
        { outcome: 'applied' },
      ]);
      // A laptop of protocol 1 knows no newer code.
      const older = await rosa.post(
        '/v1/sync/push',
        { device: rosa.device, mutations: [old] },
        { 'swt-protocol': '1' },
      );
      expect(older.json<PushResponse>().results).toMatchObject([
        { outcome: 'rejected', problem: { code: 'rule' } },
      ]);
      expect(await headOf(rosa)).toBe(before);
      expect((await rosa.push(next)).results[0]).toMatchObject({ outcome: 'applied', n: 3 });
      // A number that is not forgotten, under an id nobody knows: an older copy of the journal.
      const copy = rosa.change('vacancy.create', aVacancy('COPY'), { n: 2 });
      const gap = await rosa.post('/v1/sync/push', { device: rosa.device, mutations: [copy] });
      expect(expectProblem(gap, 409, 'order-gap').expected).toBe(4);
    });

    it('[C17] knows a change under another number, also in a ledger of protocol 1', async () => {
      const rosa = await centre().as('rosa', 'device-renumbered');
      const change = rosa.change('vacancy.create', aVacancy('NUM'), { n: 1 });
      const [first] = (await rosa.push(change)).results;
      const { ageMs: _age, ...numbered } = change;
      const canonical = JSON.stringify(numbered, (_key, inner) =>
        inner && typeof inner === 'object' && !Array.isArray(inner)
          ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
          : inner,
      );
      const hash = createHash('sha256').update(canonical).digest('hex');
      await sql`update sync_mutation set body_hash = ${hash}
        where id = ${change.id}::uuid`.execute(centre().database.sql);
      const other = await centre().as('rosa', 'device-renumbered-2');
      await other.push(other.change('audit.record', { action: 'view' }, { n: 1 }));
      const again = await other.push({ ...change, n: 2 });
      expect(again.results[0]).toMatchObject({ outcome: 'applied', n: 2, seq: first?.seq });
    });

    it('knows each person’s order on a shared device apart', async () => {
      const rosa = await centre().as('rosa', 'device-shared');
      const tom = await centre().as('tom', 'device-shared');
      await rosa.push(rosa.change('noop', {}), rosa.change('noop', {}));
      expect((await tom.push(tom.change('noop', {}))).lastN).toBe(1);
    });
  });
});
