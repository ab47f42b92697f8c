import { describe, expect, test } from 'vitest';
import type { CandidateId, IsoDate, IsoInstant, RecordId } from '#contract/brands.ts';
import type { Vacancy } from '#contract/records/council-work.ts';
import { asShown } from '#core/domain/as-shown.ts';
import { lossesIn } from '#core/domain/decide-settle.ts';
import { shortlistEntryId } from '#core/domain/ids.ts';
import { anId, aVacancy, ROSA, TOM, TUESDAY } from '#test/builders/records.ts';
import { act, aDraft, MemoryRows } from '#test/builders/rows.ts';

const PRIYA = anId<CandidateId>(1);
const SW114 = aVacancy().id;
const ENTRY = shortlistEntryId(SW114, PRIYA);
const LATER = '2026-06-09T09:00:00.000Z' as IsoInstant;
const ON = { vacancyId: SW114, candidateId: PRIYA };
const FOLLOW_UP = anId<RecordId>(0xf1);

function rowsWithVacancy(): MemoryRows {
  const rows = new MemoryRows();
  rows.put('vacancy', SW114, aVacancy());
  return rows;
}

const edit = (fields: Partial<Vacancy>, base: number) =>
  aDraft('vacancy.edit', { vacancyId: SW114, fields }, base);
const seqOf = (rows: MemoryRows) => rows.get('vacancy', SW114)?.seq ?? 0;
const entryOf = (rows: MemoryRows) => rows.get('shortlist-entry', ENTRY);

describe('[DM4] fields of a vacancy', () => {
  test('the last push wins, and both are told what it replaced', () => {
    const rows = rowsWithVacancy();
    const base = seqOf(rows);
    act(rows, edit({ hoursPerWeek: 30 }, base), { actor: TOM });
    const said = act(rows, edit({ hoursPerWeek: 37 }, base), { at: LATER });
    expect(said.conflicts).toEqual([
      {
        ...{ rule: 'DM4', kind: 'vacancy', id: SW114, field: 'hoursPerWeek' },
        ...{ yours: 37, theirs: 30, by: TOM, at: TUESDAY },
      },
    ]);
    const record = rows.get('vacancy', SW114)?.record as Vacancy;
    expect(record.hoursPerWeek).toBe(37);
    const told = { field: 'hoursPerWeek', mine: 30, theirs: 37, by: ROSA, at: LATER };
    expect(lossesIn(record, TOM.id)).toMatchObject([told]);
    expect(lossesIn(record, ROSA.id)).toEqual([]);
  });

  test('another field, a value seen, or the same value crosses nobody', () => {
    const rows = rowsWithVacancy();
    const base = seqOf(rows);
    act(rows, edit({ hoursPerWeek: 30 }, base), { actor: TOM });
    expect(act(rows, edit({ posts: 3 }, base)).conflicts).toEqual([]);
    expect(act(rows, edit({ hoursPerWeek: 30 }, base)).outcome).toBe('merged');
    expect(act(rows, edit({ hoursPerWeek: 37 }, seqOf(rows))).conflicts).toEqual([]);
  });

  test('who set a field long ago is still known', () => {
    const rows = rowsWithVacancy();
    const base = seqOf(rows);
    act(rows, edit({ posts: 4 }, base), { actor: TOM });
    for (let n = 0; n < 60; n++) act(rows, edit({ title: `Team ${n}` }, seqOf(rows)));
    expect(act(rows, edit({ posts: 5 }, base)).conflicts).toMatchObject([{ theirs: 4, by: TOM }]);
  });

  test('two edits of mine made offline on one base are no news to me', () => {
    const rows = rowsWithVacancy();
    const base = seqOf(rows);
    act(rows, edit({ hoursPerWeek: 30 }, base));
    expect(act(rows, edit({ hoursPerWeek: 37 }, base)).conflicts).toEqual([]);
  });

  test('what I set on my other laptop, and this one did not show, is told', () => {
    const rows = rowsWithVacancy();
    const shown = rowsWithVacancy();
    act(rows, edit({ hoursPerWeek: 30 }, seqOf(rows)));
    const draft = asShown(edit({ hoursPerWeek: 37 }, seqOf(shown)), shown);
    expect(act(rows, draft).conflicts).toMatchObject([{ theirs: 30, yours: 37, by: ROSA }]);
  });
});

describe('[DM22] a loss', () => {
  function lostHours() {
    const rows = rowsWithVacancy();
    const base = seqOf(rows);
    act(rows, edit({ hoursPerWeek: 30 }, base), { actor: TOM });
    act(rows, edit({ hoursPerWeek: 37 }, base), { at: LATER });
    const losses = () => lossesIn(rows.get('vacancy', SW114)?.record as Vacancy, TOM.id);
    return { rows, losses };
  }
  const settle = aDraft('conflict.settle', {
    ...{ record: 'vacancy', id: SW114, field: 'hoursPerWeek', at: LATER },
  });

  test('goes when whoever lost it has settled it, also in a role that only reads', () => {
    const { rows, losses } = lostHours();
    expect(act(rows, settle).outcome).toBe('merged');
    expect(losses()).toHaveLength(1);
    expect(act(rows, settle, { actor: TOM, role: 'viewer' }).outcome).toBe('applied');
    expect(losses()).toEqual([]);
    expect(act(rows, settle, { actor: TOM }).outcome).toBe('merged');
  });

  test('goes when whoever lost it sets the field again, and stays through all else', () => {
    const { rows, losses } = lostHours();
    for (let n = 0; n < 60; n++) act(rows, edit({ title: `Team ${n}` }, seqOf(rows)));
    expect(losses()).toHaveLength(1);
    expect(rows.get('vacancy', SW114)?.record.changes?.length).toBeLessThan(20);
    act(rows, edit({ hoursPerWeek: 30 }, seqOf(rows)), { actor: TOM });
    expect(losses()).toEqual([]);
  });
});

describe('shortlists', () => {
  test('[DM6] a refused move says where they are now, by whom and when', () => {
    const rows = rowsWithVacancy();
    act(rows, aDraft('shortlist.add', ON));
    const base = entryOf(rows)?.seq ?? 0;
    const move = (to: 'interested' | 'contacted') => aDraft('shortlist.move', { ...ON, to }, base);
    act(rows, move('interested'), { actor: TOM, at: LATER });
    expect(act(rows, move('contacted')).conflicts).toEqual([
      {
        ...{ rule: 'DM6', kind: 'shortlist-entry', id: ENTRY, field: 'stage' },
        ...{ yours: 'contacted', theirs: 'interested', by: TOM, at: LATER },
      },
    ]);
  });

  test('[DM6] a second reason for the same stage is kept as a line of the history', () => {
    const rows = rowsWithVacancy();
    act(rows, aDraft('shortlist.add', ON));
    const leave = (reason: string) => aDraft('shortlist.move', { ...ON, to: 'declined', reason });
    act(rows, leave('Pay'));
    expect(act(rows, leave('Too far'), { actor: TOM }).outcome).toBe('applied');
    expect(act(rows, leave('Too far'), { actor: TOM }).outcome).toBe('merged');
    const reasons = entryOf(rows)?.record.history.map(({ reason }) => reason);
    expect(reasons).toEqual([undefined, 'Pay', 'Too far']);
  });

  test('[DM21] that somebody has started stands, and the replaced move is told', () => {
    const rows = rowsWithVacancy();
    act(rows, aDraft('shortlist.add', ON));
    const base = entryOf(rows)?.seq ?? 0;
    act(rows, aDraft('shortlist.move', { ...ON, to: 'interviewed' }, base), { actor: TOM });
    const said = act(rows, aDraft('shortlist.move', { ...ON, to: 'placed' }, base));
    expect(said).toMatchObject({
      outcome: 'applied',
      conflicts: [{ rule: 'DM21', yours: 'placed', theirs: 'interviewed', by: TOM }],
    });
    const record = entryOf(rows)?.record;
    expect(record && lossesIn(record, TOM.id)).toMatchObject([
      { field: 'stage', mine: 'interviewed', theirs: 'placed', by: ROSA },
    ]);
  });

  test('[DM21] an unseen move is never laid over a start, nor an offer over an interview', () => {
    for (const [first, then] of [
      ['placed', 'offer_conditional'],
      ['interviewed', 'offer_conditional'],
    ] as const) {
      const rows = rowsWithVacancy();
      act(rows, aDraft('shortlist.add', ON));
      const base = entryOf(rows)?.seq ?? 0;
      act(rows, aDraft('shortlist.move', { ...ON, to: first }, base), { actor: TOM });
      const said = act(rows, aDraft('shortlist.move', { ...ON, to: then }, base));
      expect(said.outcome).toBe('rejected');
    }
  });

  test('[DM5] an add wins over a removal it has not seen, and the remover is told', () => {
    const rows = rowsWithVacancy();
    act(rows, aDraft('shortlist.add', ON));
    const base = entryOf(rows)?.seq ?? 0;
    act(rows, aDraft('shortlist.remove', ON, base), { actor: TOM, at: LATER });
    expect(act(rows, aDraft('shortlist.add', ON, base)).conflicts).toMatchObject([
      { rule: 'DM5', yours: 'new', theirs: null, by: TOM, at: LATER },
    ]);
    const record = entryOf(rows)?.record;
    expect(record && lossesIn(record, TOM.id)).toMatchObject([{ mine: null, theirs: 'new' }]);
  });

  test('[DM7] a refused removal says what the colleague has done', () => {
    const rows = rowsWithVacancy();
    act(rows, aDraft('shortlist.add', ON));
    const base = entryOf(rows)?.seq ?? 0;
    act(rows, aDraft('shortlist.move', { ...ON, to: 'interested' }, base), { actor: TOM });
    expect(act(rows, aDraft('shortlist.remove', ON, base)).conflicts).toMatchObject([
      { rule: 'DM7', yours: null, theirs: 'interested', by: TOM },
    ]);
  });

  test('[DM5] [DM9] a closed vacancy and a wish to be left alone say who and when', () => {
    const rows = rowsWithVacancy();
    act(rows, edit({ status: 'closed' }, 1), { actor: TOM });
    const closed = { field: 'status', theirs: 'closed', by: TOM, at: TUESDAY };
    expect(act(rows, aDraft('shortlist.add', ON)).conflicts).toMatchObject([closed]);
    const others = rowsWithVacancy();
    const wish = (reason: string) => aDraft('do-not-contact.set', { candidateId: PRIYA, reason });
    act(others, wish('By letter'), { actor: TOM });
    const alone = { rule: 'DM9', field: 'reason', theirs: 'By letter', by: TOM };
    expect(act(others, aDraft('shortlist.add', ON)).conflicts).toMatchObject([alone]);
    const second = { rule: 'DM13', yours: 'By phone', theirs: 'By letter', by: TOM };
    expect(act(others, wish('By phone')).conflicts).toMatchObject([second]);
    expect(act(others, wish('By letter')).conflicts).toBeUndefined();
  });
});

describe('follow-ups', () => {
  const set = (dueOn: string, base = 0) =>
    aDraft(
      'follow-up.set',
      { id: FOLLOW_UP, candidateId: PRIYA, what: 'Ring', dueOn: dueOn as IsoDate, promise: false },
      base,
    );
  const done = (base: number) => aDraft('follow-up.done', { followUpId: FOLLOW_UP }, base);
  const reopen = (base: number) => aDraft('follow-up.reopen', { followUpId: FOLLOW_UP }, base);
  function rowsWithFollowUp() {
    const rows = new MemoryRows();
    act(rows, set('2026-06-10'));
    return { rows, held: () => rows.get('follow-up', FOLLOW_UP) };
  }

  test('[DM11] an edit that comes after done is told, with both values', () => {
    const { rows, held } = rowsWithFollowUp();
    const base = held()?.seq ?? 0;
    act(rows, done(base), { actor: TOM, at: LATER });
    const said = act(rows, set('2026-06-12', base));
    expect(said.outcome).toBe('merged');
    expect(said.conflicts).toMatchObject([
      { field: 'dueOn', yours: '2026-06-12', theirs: '2026-06-10', by: TOM, at: LATER },
    ]);
  });

  test('[DM11] an unseen edit that came before done is told that it was too late', () => {
    const { rows, held } = rowsWithFollowUp();
    const base = held()?.seq ?? 0;
    act(rows, set('2026-06-12', base), { actor: TOM });
    expect(act(rows, done(base)).conflicts).toMatchObject([
      { rule: 'DM11', field: 'dueOn', yours: 'done', theirs: '2026-06-12', by: TOM },
    ]);
    const record = held()?.record;
    expect(record && lossesIn(record, TOM.id)).toMatchObject([
      { field: 'done', myField: 'dueOn', mine: '2026-06-12', theirs: true, by: ROSA },
    ]);
  });

  test('[DM11] a field an edit did not mean to change is left as the colleague set it', () => {
    const { rows, held } = rowsWithFollowUp();
    const shown = rowsWithFollowUp().rows;
    const base = held()?.seq ?? 0;
    act(rows, set('2026-06-12', base), { actor: TOM });
    const what = { ...set('2026-06-10', base).args, what: 'Ring about hours' };
    const draft = asShown(aDraft('follow-up.set', what as never, base), shown);
    expect(act(rows, draft).conflicts).toEqual([]);
    expect(held()?.record).toMatchObject({ what: 'Ring about hours', dueOn: '2026-06-12' });
  });

  test('[DM12] two "done" merge; [DM20] opening again needs to have seen it done', () => {
    const { rows, held } = rowsWithFollowUp();
    const base = held()?.seq ?? 0;
    act(rows, done(base), { actor: TOM });
    expect(act(rows, done(base)).outcome).toBe('merged');
    expect(act(rows, reopen(base))).toMatchObject({
      outcome: 'rejected',
      conflicts: [{ rule: 'DM20', yours: false, theirs: true, by: TOM }],
    });
    expect(act(rows, reopen(held()?.seq ?? 0)).outcome).toBe('applied');
    expect(held()?.record.done).toBeUndefined();
    expect(act(rows, reopen(base)).outcome).toBe('merged');
  });
});
