import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CandidateId, IsoDate, IsoInstant, RecordId } from '#contract/brands.ts';
import type { MutationDraft } from '#contract/mutations.ts';
import { decide, needs } from '#core/domain/decide.ts';
import { heardAfter } from '#core/domain/decide-contact.ts';
import { shortlistEntryId } from '#core/domain/ids.ts';
import { aCandidate, anId, aVacancy, ROSA, TOM, TUESDAY } from '#test/builders/records.ts';
import { act, aDraft, deciding, MemoryRows } from '#test/builders/rows.ts';

const PRIYA = anId<CandidateId>(1);
const SW114 = aVacancy().id;
const ENTRY = shortlistEntryId(SW114, PRIYA);

function rowsWithVacancy(): MemoryRows {
  const rows = new MemoryRows();
  rows.put('vacancy', SW114, aVacancy());
  return rows;
}

const add = () => aDraft('shortlist.add', { vacancyId: SW114, candidateId: PRIYA });
const move = (to: 'contacted' | 'interested' | 'declined', base = 0, reason?: string) =>
  aDraft(
    'shortlist.move',
    { vacancyId: SW114, candidateId: PRIYA, to, ...(reason ? { reason } : {}) },
    base,
  );
const followUp = (id: number) =>
  aDraft('follow-up.set', {
    id: anId<RecordId>(id),
    candidateId: PRIYA,
    what: 'Ring again',
    dueOn: '2026-06-11' as IsoDate,
    promise: false,
  });
const contact = (
  id: number,
  outcome: 'no_answer' | 'spoke_interested' | 'asked_not_to_be_contacted' | 'asked_to_be_removed',
  at: string = TUESDAY,
) =>
  aDraft('contact.log', {
    id: anId<RecordId>(id),
    candidateId: PRIYA,
    at: at as IsoInstant,
    channel: 'phone',
    direction: 'out',
    outcome,
  });

describe('who may change what', () => {
  test.each(['viewer', 'auditor', 'programme_admin'] as const)('[DM1] a %s only reads', (role) => {
    expect(act(rowsWithVacancy(), add(), { role })).toMatchObject({
      outcome: 'rejected',
      code: 'not-allowed',
    });
  });

  test.each(['closed', 'planned'] as const)('[DM2] nothing new while %s', (programme) => {
    for (const draft of [add(), contact(5, 'no_answer')]) {
      expect(act(rowsWithVacancy(), draft, { programme })).toMatchObject({
        code: 'programme-closed',
      });
    }
  });

  test('[DM2] a wish to be left alone is recorded even when closed', () => {
    const rows = rowsWithVacancy();
    const draft = contact(5, 'asked_not_to_be_contacted');
    expect(act(rows, draft, { programme: 'closed' }).outcome).toBe('applied');
    expect(rows.get('do-not-contact', PRIYA)).not.toBeNull();
  });
});

describe('shortlists', () => {
  test('[DM5] adding twice is adding once', () => {
    const rows = rowsWithVacancy();
    expect(act(rows, add()).outcome).toBe('applied');
    expect(act(rows, add(), { actor: TOM }).outcome).toBe('merged');
    expect(rows.get('shortlist-entry', ENTRY)?.record.history).toHaveLength(1);
  });

  test('[DM5] an add brings a removed person back with their history', () => {
    const rows = rowsWithVacancy();
    act(rows, add());
    act(rows, aDraft('shortlist.remove', { vacancyId: SW114, candidateId: PRIYA }));
    expect(rows.get('shortlist-entry', ENTRY)?.record.removed).toBe(true);
    act(rows, add());
    expect(rows.get('shortlist-entry', ENTRY)?.record).toMatchObject({ removed: false });
    expect(rows.get('shortlist-entry', ENTRY)?.record.history).toHaveLength(3);
  });

  test('[DM5] nobody who withdrew or asked to be left alone can be added', () => {
    expect(act(rowsWithVacancy(), add(), { personHeld: () => false }).outcome).toBe('rejected');
    const rows = rowsWithVacancy();
    act(rows, contact(5, 'asked_not_to_be_contacted'));
    expect(act(rows, add()).outcome).toBe('rejected');
  });

  test('[DM6] [DM13] nobody who withdrew is moved or named in a wish to be left alone', () => {
    const rows = rowsWithVacancy();
    act(rows, add());
    const gone = { personHeld: () => false };
    expect(act(rows, move('contacted', 0), gone).outcome).toBe('rejected');
    const wish = aDraft('do-not-contact.set', { candidateId: PRIYA, reason: 'They said so' });
    expect(act(rows, wish, gone).outcome).toBe('rejected');
  });

  test('[DM6] a move on an older base is refused by the name of who moved', () => {
    const rows = rowsWithVacancy();
    act(rows, add());
    const seen = rows.get('shortlist-entry', ENTRY)?.seq ?? 0;
    act(rows, move('contacted', seen), { actor: TOM });
    expect(act(rows, move('interested', seen))).toMatchObject({
      outcome: 'rejected',
      reason: 'Tom Adeyemi has moved this person since you looked.',
    });
    expect(rows.get('shortlist-entry', ENTRY)?.record.stage).toBe('contacted');
  });

  test('[DM6] a move made before the colleague who added them was seen is refused too', () => {
    const rows = rowsWithVacancy();
    act(rows, add(), { actor: TOM });
    act(rows, move('contacted', 0), { actor: TOM });
    expect(act(rows, add()).outcome).toBe('merged');
    expect(act(rows, move('interested', 0)).outcome).toBe('rejected');
  });

  test('[DM6] my own two moves made offline on one base both apply', () => {
    const rows = rowsWithVacancy();
    act(rows, add());
    const seen = rows.get('shortlist-entry', ENTRY)?.seq ?? 0;
    act(rows, move('contacted', seen));
    expect(act(rows, move('interested', seen)).outcome).toBe('applied');
    expect(rows.get('shortlist-entry', ENTRY)?.record.history.map((step) => step.to)).toEqual([
      'new',
      'contacted',
      'interested',
    ]);
  });

  test('[DM6] the same target merges, an exit needs a reason', () => {
    const rows = rowsWithVacancy();
    act(rows, add());
    act(rows, move('contacted'));
    expect(act(rows, move('contacted'), { actor: TOM }).outcome).toBe('merged');
    expect(act(rows, move('declined')).outcome).toBe('rejected');
    expect(act(rows, move('declined', 0, 'pay')).outcome).toBe('applied');
  });

  test('[DM7] from interview on, taking someone off needs a reason', () => {
    const rows = rowsWithVacancy();
    act(rows, add());
    act(
      rows,
      aDraft('shortlist.move', { vacancyId: SW114, candidateId: PRIYA, to: 'interviewed' }),
    );
    const remove = aDraft('shortlist.remove', { vacancyId: SW114, candidateId: PRIYA });
    expect(act(rows, remove).outcome).toBe('rejected');
  });
});

describe('contacts', () => {
  test('[DM8] the same contact twice is one contact', () => {
    const rows = rowsWithVacancy();
    act(rows, contact(5, 'no_answer'));
    expect(act(rows, contact(5, 'no_answer')).outcome).toBe('merged');
    expect(rows.count('contact')).toBe(1);
  });

  test('[DM9] do-not-contact blocks later outbound contact, keeps earlier facts', () => {
    const rows = rowsWithVacancy();
    act(rows, contact(5, 'asked_not_to_be_contacted'));
    expect(act(rows, contact(6, 'no_answer', '2026-06-10T08:00:00.000Z')).outcome).toBe('rejected');
    expect(act(rows, contact(7, 'no_answer', '2026-06-08T08:00:00.000Z')).outcome).toBe('applied');
  });

  test('[DM9] after the wish nobody is moved forward or back in, and no follow-up is set', () => {
    const rows = rowsWithVacancy();
    act(rows, add());
    act(rows, move('contacted'));
    act(rows, followUp(6));
    act(rows, aDraft('do-not-contact.set', { candidateId: PRIYA, reason: 'By letter' }));
    const refused = { outcome: 'rejected', code: 'rule' };
    expect(act(rows, move('interested'))).toMatchObject(refused);
    expect(act(rows, followUp(7))).toMatchObject(refused);
    expect(act(rows, followUp(6))).toMatchObject(refused);
    const done = aDraft('follow-up.done', { followUpId: anId<RecordId>(6) });
    expect(act(rows, done).outcome).toBe('applied');
    expect(act(rows, move('declined', 0, 'Asked to be left alone')).outcome).toBe('applied');
    expect(act(rows, move('contacted'))).toMatchObject(refused);
    const remove = aDraft('shortlist.remove', { vacancyId: SW114, candidateId: PRIYA });
    expect(act(rows, remove).outcome).toBe('applied');
  });

  test('[DM9] asking to be removed blocks contact at once, like asking to be left alone', () => {
    const rows = rowsWithVacancy();
    act(rows, contact(5, 'asked_to_be_removed'));
    expect(rows.get('do-not-contact', PRIYA)?.record.reason).toBe('Asked to be removed');
    expect(act(rows, contact(6, 'no_answer', '2026-06-10T08:00:00.000Z')).outcome).toBe('rejected');
  });

  test('[DM10] the pool learns days only, and the first spoken day stays the first', () => {
    const at = (day: string) => `${day}T10:00:00.000Z` as IsoInstant;
    const tried = heardAfter(aCandidate(), {
      outcome: 'no_answer',
      direction: 'out',
      at: at('2026-06-01'),
    });
    expect(tried).toMatchObject({ lastTriedOn: '2026-06-01' });
    expect(tried?.firstSpokenOn).toBeUndefined();
    const spoken = heardAfter(aCandidate({ firstSpokenOn: '2026-05-01' as IsoDate }), {
      outcome: 'spoke_interested',
      direction: 'out',
      at: at('2026-06-02'),
    });
    expect(spoken).toMatchObject({ firstSpokenOn: '2026-05-01', lastTriedOn: '2026-06-02' });
    const allowed = new Set([...Object.keys(aCandidate()), 'firstSpokenOn', 'lastTriedOn']);
    expect(Object.keys(spoken ?? {}).filter((key) => !allowed.has(key))).toEqual([]);
  });
});

describe('every order of arrival', () => {
  const script: readonly (readonly [MutationDraft, 'rosa' | 'tom'])[] = [
    [add(), 'rosa'],
    [add(), 'tom'],
    [contact(5, 'no_answer', '2026-06-08T08:00:00.000Z'), 'rosa'],
    [contact(6, 'asked_not_to_be_contacted'), 'tom'],
    [contact(7, 'spoke_interested', '2026-06-10T09:00:00.000Z'), 'rosa'],
  ];

  test('[DM9] do-not-contact stands whatever arrives before or after it', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...script], { minLength: script.length }), (order) => {
        const rows = rowsWithVacancy();
        for (const [draft, who] of order) act(rows, draft, { actor: who === 'tom' ? TOM : ROSA });
        expect(rows.get('do-not-contact', PRIYA)).not.toBeNull();
        expect(rows.get('contact', anId(5))).not.toBeNull();
        expect(rows.get('contact', anId(6))).not.toBeNull();
      }),
    );
  });

  test('a rule looks at nothing the centre did not lock for it', () => {
    for (const draft of [...script.map(([one]) => one), move('contacted'), followUp(6)]) {
      const locked = new Set(needs(draft).map((need) => `${need.kind} ${need.id}`));
      const rows = rowsWithVacancy();
      const looked: string[] = [];
      decide(
        draft,
        {
          get(kind, id) {
            looked.push(`${kind} ${id}`);
            return rows.get(kind, id);
          },
        },
        deciding(),
      );
      expect(looked.filter((key) => !locked.has(key))).toEqual([]);
    }
  });
});
