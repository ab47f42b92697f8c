import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { CandidateId, IsoDate, IsoInstant, RecordId } from '#contract/brands.ts';
import { forgetOldLedger } from '#server/modules/push/repository.ts';
import { KENT_STREAM } from '../../staff.ts';
import { onEachEngine, type TestCentre } from '../../test-centre.ts';

const newId = () => randomUUID() as RecordId;

function aContact(candidateId: CandidateId, at: string) {
  return {
    ...{ id: newId(), candidateId, at: at as IsoInstant },
    ...({ channel: 'phone', direction: 'out', outcome: 'spoke_interested' } as const),
  };
}

onEachEngine((centre: () => TestCentre) => {
  describe('a change whose date is in no calendar', () => {
    it.each(['2026-99-99T08:30:00.000Z', '2026-02-30T08:30:00.000Z', '2026-06-09T25:61:00.000Z'])(
      '%s is refused in words, for good, and what goes with it is taken',
      async (at) => {
        const rosa = await centre().as('rosa', `device-dates-${newId()}`);
        const candidateId = centre().people[0]?.id as CandidateId;
        const good = aContact(candidateId, '2026-06-09T08:30:00.000Z');
        const batch = [
          rosa.change('contact.log', good),
          rosa.change('contact.log', aContact(candidateId, at)),
          rosa.change('contact.log', { ...good, id: newId() }),
        ];
        const { results, lastN } = await rosa.push(...batch);
        expect(results.map(({ outcome }) => outcome)).toEqual(['applied', 'rejected', 'applied']);
        expect(results[1]?.problem).toMatchObject({
          ...{ code: 'invalid', status: 422 },
          detail: `contact.log: "${at}" is no date of any calendar.`,
        });
        expect(lastN).toBe(3);
        const again = (await rosa.push(...batch)).results;
        expect(again.map(({ outcome, seq }) => [outcome, seq])).toEqual(
          results.map(({ outcome, seq }) => [outcome, seq]),
        );
      },
    );

    it('is found in what is due as well', async () => {
      const rosa = await centre().as('rosa', 'device-due');
      const candidateId = centre().people[0]?.id as CandidateId;
      const due = { id: newId(), candidateId, what: 'Ring back', promise: false };
      const [wrong, right] = ['2026-13-01', '2026-12-01'].map((dueOn) => ({
        ...due,
        dueOn: dueOn as IsoDate,
      }));
      if (!wrong || !right) throw new Error('no changes');
      const answer = await rosa.push(
        rosa.change('follow-up.set', wrong),
        rosa.change('follow-up.set', right),
      );
      expect(answer.results.map(({ outcome }) => outcome)).toEqual(['rejected', 'applied']);
    });
  });

  it('[C17] a contact the ledger has forgotten is no second contact under another number', async () => {
    const rosa = await centre().as('rosa', 'device-long-ago');
    const candidateId = centre().people[1]?.id as CandidateId;
    const logged = rosa.change('contact.log', aContact(candidateId, '2026-06-09T08:30:00.000Z'));
    await rosa.push(logged);
    const { sql: db } = centre().database;
    await sql`update sync_mutation set at = now() - interval '91 days'
      where id = ${logged.id}::uuid`.execute(db);
    await forgetOldLedger(db, 90);
    const copy = await centre().as('rosa', 'device-older-copy');
    const head = async () => (await copy.get('/v1/sync/heads')).json().heads[KENT_STREAM].seq;
    const before = await head();
    const { results } = await copy.push({ ...logged, n: 1 });
    expect(results[0]?.outcome).toBe('merged');
    expect(await head()).toBe(before);
  });
});
