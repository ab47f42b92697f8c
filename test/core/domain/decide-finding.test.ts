import { describe, expect, test } from 'vitest';
import type { CandidateId, IsoInstant, RecordId } from '#contract/brands.ts';
import { EVERYBODY } from '#contract/find-query.ts';
import type { MutationArgs } from '#contract/mutations.ts';
import { needs } from '#core/domain/decide.ts';
import { dismissalId, lookedId, seenId } from '#core/domain/ids.ts';
import { reverseOf } from '#core/domain/reverse-of.ts';
import { anId, aVacancy, TOM } from '#test/builders/records.ts';
import { act, aDraft, MemoryRows } from '#test/builders/rows.ts';

const PRIYA = anId<CandidateId>(1);
const search = (n: number) => anId<RecordId>(0x500 + n);
const save = (n: number, over: Partial<MutationArgs['search.save']> = {}) =>
  aDraft('search.save', {
    ...{ id: search(n), name: `Search ${n}`, query: EVERYBODY, shared: true },
    ...over,
  });

describe('saved searches', () => {
  test('[DM31] saving the same again changes nothing, another name does', () => {
    const rows = new MemoryRows();
    expect(act(rows, save(1)).outcome).toBe('applied');
    expect(act(rows, save(1)).outcome).toBe('merged');
    expect(act(rows, save(1, { name: 'AMHPs' })).outcome).toBe('applied');
    expect(rows.get('saved-search', search(1))?.record.name).toBe('AMHPs');
  });

  test('[DM31] a colleague cannot change or take away a shared search, and is told what they can do', () => {
    const rows = new MemoryRows();
    act(rows, save(1));
    for (const draft of [
      save(1, { name: 'Mine' }),
      aDraft('search.remove', { searchId: search(1), shared: true }),
    ]) {
      const verdict = act(rows, draft, { actor: TOM });
      expect(verdict).toMatchObject({ outcome: 'rejected', code: 'not-allowed' });
    }
    expect(rows.get('saved-search', search(1))?.record.name).toBe('Search 1');
  });

  test('[DM31] taking it away twice is once, and saving brings it back', () => {
    const rows = new MemoryRows();
    act(rows, save(1));
    const remove = aDraft('search.remove', { searchId: search(1), shared: true });
    expect(act(rows, remove).outcome).toBe('applied');
    expect(act(rows, remove).outcome).toBe('merged');
    expect(rows.get('saved-search', search(1))?.record.removed).toBe(true);
    expect(act(rows, save(1)).outcome).toBe('applied');
    expect(rows.get('saved-search', search(1))?.record.removed).toBeUndefined();
  });

  test('[DM32] no circle, and no tower of more than five', () => {
    const rows = new MemoryRows();
    act(rows, save(0));
    for (let n = 1; n <= 5; n += 1) {
      expect(act(rows, save(n, { buildsOn: search(n - 1) })).outcome).toBe('applied');
    }
    expect(act(rows, save(6, { buildsOn: search(5) })).outcome).toBe('rejected');
    expect(act(rows, save(0, { buildsOn: search(2) })).outcome).toBe('rejected');
    expect(act(rows, save(7, { buildsOn: search(7) })).outcome).toBe('rejected');
  });

  test('[DM33] a look can be undone', () => {
    const rows = new MemoryRows();
    const look = (asAt: string) =>
      act(rows, aDraft('search.look', { searchId: search(1), asAt: asAt as IsoInstant })).outcome;
    expect(look('2026-06-09T08:00:00.000Z')).toBe('applied');
    expect(look('2026-06-09T08:00:00.000Z')).toBe('merged');
    expect(look('2026-06-08T08:00:00.000Z')).toBe('applied');
    expect(rows.get('looked', lookedId(search(1)))?.record.asAt).toBe('2026-06-08T08:00:00.000Z');
  });
});

describe('marks about people', () => {
  const see = (seen: boolean) => aDraft('person.see', { candidateId: PRIYA, seen });

  test('[DM34] seen is marked once and can be taken back, by who may only read too', () => {
    const rows = new MemoryRows();
    expect(act(rows, see(false)).outcome).toBe('merged');
    expect(act(rows, see(true), { role: 'viewer', programme: 'closed' }).outcome).toBe('applied');
    expect(act(rows, see(true)).outcome).toBe('merged');
    expect(act(rows, see(false)).outcome).toBe('applied');
    expect(rows.get('seen', seenId(PRIYA))?.record.seen).toBe(false);
  });

  test('[DM34] [DM35] nobody who withdrew is marked', () => {
    const rows = new MemoryRows();
    const gone = { personHeld: () => false };
    rows.put('vacancy', aVacancy().id, aVacancy());
    expect(act(rows, see(true), gone).outcome).toBe('merged');
    expect(act(rows, leaveOut(true), gone).outcome).toBe('rejected');
  });

  const leaveOut = (dismissed: boolean) =>
    aDraft('person.dismiss', { vacancyId: aVacancy().id, candidateId: PRIYA, dismissed });

  test('[DM35] a colleague can bring back who was left out, a viewer cannot', () => {
    const rows = new MemoryRows();
    expect(act(rows, leaveOut(true)).outcome).toBe('rejected');
    rows.put('vacancy', aVacancy().id, aVacancy());
    expect(act(rows, leaveOut(true)).outcome).toBe('applied');
    expect(act(rows, leaveOut(false), { role: 'viewer' }).outcome).toBe('rejected');
    expect(act(rows, leaveOut(false), { actor: TOM }).outcome).toBe('applied');
    const held = rows.get('dismissal', dismissalId(aVacancy().id, PRIYA))?.record;
    expect(held).toMatchObject({ dismissed: false, by: TOM });
  });

  test('every rule reads only the rows it says it needs', () => {
    for (const draft of [
      save(2, { buildsOn: search(1) }),
      aDraft('search.remove', { searchId: search(1), shared: true }),
      aDraft('search.look', {
        searchId: search(1),
        asAt: '2026-06-09T08:00:00.000Z' as IsoInstant,
      }),
      see(true),
      leaveOut(true),
    ]) {
      const named = new Set(needs(draft).map(({ kind, id }) => `${kind} ${id}`));
      const rows = new MemoryRows();
      const read: string[] = [];
      const get = rows.get.bind(rows);
      rows.get = (kind, id) => {
        read.push(`${kind} ${id}`);
        return get(kind, id);
      };
      act(rows, draft);
      expect(read.filter((each) => !named.has(each))).toEqual([]);
    }
  });
});

test('[DM23] what was saved, looked at, seen or left out goes back to what stood before', () => {
  const rows = new MemoryRows();
  rows.put('vacancy', aVacancy().id, aVacancy());
  act(rows, save(1, { name: 'Before' }));
  const look = (asAt: string) =>
    aDraft('search.look', { searchId: search(1), asAt: asAt as IsoInstant });
  act(rows, look('2026-06-08T08:00:00.000Z'));
  for (const [draft, kind, id] of [
    [save(1, { name: 'After' }), 'saved-search', search(1)],
    [aDraft('search.remove', { searchId: search(1), shared: true }), 'saved-search', search(1)],
    [look('2026-06-09T08:00:00.000Z'), 'looked', lookedId(search(1))],
  ] as const) {
    const before = rows.get(kind, id)?.record;
    const back = reverseOf(draft, rows, () => anId(0xc2));
    expect(act(rows, draft).outcome).toBe('applied');
    expect(rows.get(kind, id)?.record).not.toEqual(before);
    if (!back) throw new Error(`${draft.kind} cannot be undone`);
    expect(act(rows, aDraft(back.kind, back.args as never)).outcome).toBe('applied');
    expect(rows.get(kind, id)?.record).toEqual(before);
  }
  expect(
    reverseOf(look('2026-06-08T08:00:00.000Z'), new MemoryRows(), () => anId(0xc2)),
  ).toBeNull();
  const fresh = reverseOf(save(2), rows, () => anId(0xc2));
  expect(fresh).toEqual({
    kind: 'search.remove',
    args: { searchId: search(2), shared: true },
  });
});
