import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type CandidateId,
  type IsoDate,
  type IsoInstant,
  PRESENCE,
  type RecordId,
  userStream,
} from '#contract/brands.ts';
import type { MutationArgs } from '#contract/mutations.ts';
import { checkRecord } from '#contract/records/check-record.ts';
import type { Presence } from '#contract/records/presence.ts';
import type { ProgrammeStatus } from '#contract/vocabulary.ts';
import { inTransaction } from '#server/db/database.ts';
import { publish } from '#server/modules/streams/feed.ts';
import { KENT_STREAM, STAFF, SURREY, SURREY_STREAM } from '../../staff.ts';
import { onEachEngine, type TestCentre } from '../../test-centre.ts';

const NOON = '2026-06-09T09:00:00.000Z' as IsoInstant;
const DAY_MS = 86_400_000;
const newId = () => randomUUID() as RecordId;

const contact = (candidateId: CandidateId, over: Partial<MutationArgs['contact.log']> = {}) => ({
  id: newId(),
  candidateId,
  at: NOON,
  channel: 'phone' as const,
  direction: 'out' as const,
  outcome: 'spoke_interested' as const,
  note: 'secret words',
  ...over,
});

onEachEngine((centre) => {
  let next = 0;
  /** Somebody no other test is about. */
  const somebody = () => {
    const person = centre().people[next++];
    if (!person) throw new Error('the sample has run out of people');
    return person.id;
  };
  const rosa = () => centre().as('rosa', `device-${newId()}`);
  const una = () => centre().as('una', `device-${newId()}`);

  /** Every row of the stream that names somebody, as a laptop of Surrey reads it. */
  async function told(candidateId: CandidateId): Promise<readonly Presence[]> {
    const { items } = await (await una()).changes(PRESENCE, 0, { limit: 2000 });
    return items.flatMap(({ op, doc }) => {
      if (op !== 'u') return [];
      expect(checkRecord('presence', doc)).toBe(true);
      const row = doc as Presence;
      return JSON.stringify(row).includes(candidateId) ? [row] : [];
    });
  }

  async function setProgramme(status: ProgrammeStatus) {
    const pat = await centre().as('pat');
    expect((await pat.post('/v1/programme/status', { status })).statusCode).toBe(200);
  }

  afterEach(() => {
    centre().clock.nowMs = Date.parse(NOON);
  });

  describe('what councils let each other know', () => {
    it('is one half-day and one word, in the same push as the contact', async () => {
      const person = somebody();
      const client = await rosa();
      await client.push(client.change('contact.log', contact(person)));
      const [row, ...more] = await told(person);
      expect(more).toEqual([]);
      expect(row).toMatchObject({ councilId: 'kent', on: '2026-06-09', half: 'am' });
      expect(row?.reached).toContain(person);
      const page = JSON.stringify(await (await una()).changes(PRESENCE, 0));
      for (const secret of ['secret', 'Rosa', STAFF.rosa.id, 'phone', 'spoke'])
        expect(page).not.toContain(secret);
    });

    it('joins the row of its council, at the half-day it really was', async () => {
      const [one, two] = [somebody(), somebody()];
      const client = await rosa();
      // Made yesterday at 4pm on a laptop whose clock is years ahead, sent only now.
      const wrong = '2031-01-01T00:00:00.000Z' as IsoInstant;
      const ageMs = 18 * 3_600_000;
      const made = { ageMs, at: wrong };
      await client.push(
        { ...client.change('contact.log', contact(one, { at: wrong })), ...made },
        {
          ...client.change('contact.log', contact(two, { at: wrong, outcome: 'no_answer' })),
          ...made,
        },
      );
      const [row] = await told(one);
      expect(row).toMatchObject({ on: '2026-06-08', half: 'pm' });
      expect([row?.reached.includes(one), row?.tried.includes(two)]).toEqual([true, true]);
    });

    it('keeps the stronger word, and a wish to be left alone shows as any talk', async () => {
      const person = somebody();
      const client = await rosa();
      await client.push(
        client.change('contact.log', contact(person, { outcome: 'asked_not_to_be_contacted' })),
        client.change('contact.log', contact(person, { outcome: 'no_answer', direction: 'in' })),
      );
      const [row] = await told(person);
      expect(row?.reached).toContain(person);
      expect(JSON.stringify(row)).not.toContain('asked');
    });

    it('counts a new promise to ring, not one that is put off', async () => {
      const person = somebody();
      const client = await rosa();
      const promise = { candidateId: person, what: 'Ring', promise: true };
      const followUp = { ...promise, id: newId(), dueOn: '2026-06-12' as IsoDate };
      await client.push(client.change('follow-up.set', followUp, { ageMs: 2 * DAY_MS }));
      await client.push(
        client.change('follow-up.set', { ...followUp, dueOn: '2026-06-20' as IsoDate }),
      );
      const rows = await told(person);
      expect(rows.map(({ on, promised }) => [on, promised.includes(person)])).toEqual([
        ['2026-06-07', true],
      ]);
    });

    it('says nothing of a contact the rules refuse, or of one sent twice', async () => {
      const person = somebody();
      const client = await rosa();
      const change = client.change('contact.log', contact(person));
      await client.push(change);
      const { to } = await client.changes(PRESENCE, 0, { limit: 2000 });
      await client.push(change);
      const viewer = await centre().as('vera', `device-${newId()}`);
      await viewer.push(viewer.change('contact.log', contact(somebody())));
      expect((await client.changes(PRESENCE, to)).items).toEqual([]);
    });

    it('goes with the person who asks to be removed, and the others in the row stay', async () => {
      const [leaving, staying, alone] = [somebody(), somebody(), somebody()];
      const [client, other] = [await rosa(), await una()];
      await client.push(
        client.change('contact.log', contact(leaving), { ageMs: 3 * DAY_MS }),
        client.change('contact.log', contact(staying), { ageMs: 3 * DAY_MS }),
      );
      await other.push(
        other.change('contact.log', contact(alone), { stream: SURREY_STREAM, ageMs: 9 * DAY_MS }),
      );
      const { to } = await client.changes(PRESENCE, 0, { limit: 2000 });
      const pat = await centre().as('pat');
      for (const candidateId of [leaving, alone]) {
        expect((await pat.post('/v1/programme/withdrawals', { candidateId })).statusCode).toBe(204);
      }
      expect(await told(leaving)).toEqual([]);
      expect((await told(staying))[0]?.reached).toEqual([staying]);
      // Laptops hear of it, and the row that is empty now is removed.
      const { items } = await client.changes(PRESENCE, to);
      expect(items.map(({ op }) => op).toSorted()).toEqual(['d', 'u']);
      const left = await sql`select 1 from sync_body where position(${leaving} in doc) > 0
        or position(${alone} in doc) > 0`.execute(centre().database.sql);
      expect(left.rows).toEqual([]);
    });

    it('is removed when its days are over, before anybody reads it', async () => {
      const person = somebody();
      const client = await rosa();
      await client.push(client.change('contact.log', contact(person), { ageMs: 5 * DAY_MS }));
      const { to } = await client.changes(PRESENCE, 0, { limit: 2000 });
      centre().clock.nowMs += 15 * DAY_MS;
      expect(await told(person)).toHaveLength(1);
      centre().clock.nowMs += DAY_MS;
      expect(await told(person)).toEqual([]);
      const { items } = await client.changes(PRESENCE, to);
      expect(items.filter(({ op }) => op === 'd').length).toBeGreaterThan(0);
      // What comes in that late is not told at all.
      const late = somebody();
      await client.push(client.change('contact.log', contact(late), { ageMs: 22 * DAY_MS }));
      expect(await told(late)).toEqual([]);
    });

    it('is empty while the programme is closed and where the policy says no', async () => {
      const person = somebody();
      const client = await rosa();
      await client.push(client.change('contact.log', contact(person)));
      expect(await told(person)).toHaveLength(1);
      await setProgramme('closed');
      expect(await told(person)).toEqual([]);
      const wish = contact(somebody(), { outcome: 'asked_not_to_be_contacted' });
      await client.push(client.change('contact.log', wish));
      expect(await told(wish.candidateId)).toEqual([]);
      await setProgramme('reopened');
      await withPolicy(centre(), 0, async () => {
        const silent = somebody();
        await client.push(client.change('contact.log', contact(silent)));
        expect(await told(silent)).toEqual([]);
      });
      const heard = somebody();
      await client.push(client.change('contact.log', contact(heard)));
      expect(await told(heard)).toHaveLength(1);
    });
  });

  describe('a mark that an overlap is settled', () => {
    const settle = (candidateId: CandidateId, on = '2026-06-09') => ({
      candidateId,
      councilId: SURREY,
      on: on as IsoDate,
    });

    it('is in the recruiter’s own stream, which nobody else reads or writes', async () => {
      const person = somebody();
      const client = await rosa();
      const own = userStream(STAFF.rosa.id);
      const { results } = await client.push(
        client.change('overlap.settle', settle(person), { stream: own }),
        client.change('overlap.settle', settle(person), { stream: KENT_STREAM }),
        client.change('overlap.settle', settle(person), { stream: userStream(STAFF.una.id) }),
        client.change('contact.log', contact(person), { stream: own }),
        client.change('noop', {}, { stream: own }),
      );
      expect(results.map(({ outcome }) => outcome)).toEqual([
        'applied',
        'rejected',
        'rejected',
        'rejected',
        'applied',
      ]);
      const { items } = await client.changes(own, 0);
      expect(items.map(({ doc }) => doc)).toMatchObject([settle(person)]);
      const other = await una();
      const page = await other.get(`/v1/sync/streams/${own}/changes?epoch=x&after=0`);
      expect(page.statusCode).toBe(403);
    });

    it('is forgotten with the overlap, and with the person', async () => {
      const [old, gone] = [somebody(), somebody()];
      const client = await rosa();
      const own = userStream(STAFF.rosa.id);
      await client.push(
        client.change('overlap.settle', settle(old, '2026-05-20'), { stream: own }),
        client.change('overlap.settle', settle(gone), { stream: own }),
      );
      const pat = await centre().as('pat');
      await pat.post('/v1/programme/withdrawals', { candidateId: gone });
      centre().clock.nowMs += 2 * DAY_MS;
      await client.changes(PRESENCE, 0);
      const { items } = await client.changes(own, 0);
      const names = items.flatMap(({ op, doc }) =>
        op === 'u' ? [(doc as { candidateId: CandidateId }).candidateId] : [],
      );
      expect(names).not.toContain(old);
      expect(names).not.toContain(gone);
    });
  });
});

/** Runs a piece under another `presenceDays`. */
async function withPolicy(centre: TestCentre, days: number, run: () => Promise<void>) {
  const read = async () => {
    const found = await sql<{ doc: string }>`select doc from sync_body
      where stream = 'programme' and kind = 'programme'`.execute(centre.database.sql);
    return JSON.parse(found.rows[0]?.doc ?? '');
  };
  const write = async (presenceDays: number) => {
    const now = await read();
    const doc = { ...now, policy: { ...now.policy, presenceDays } };
    await inTransaction(centre.database.sql, (transaction) =>
      publish(transaction, [
        {
          stream: 'programme' as never,
          kind: 'programme',
          id: doc.id,
          op: 'u',
          doc,
          isNew: false,
        },
      ]),
    );
  };
  await write(days);
  await run();
  await write(21);
}
