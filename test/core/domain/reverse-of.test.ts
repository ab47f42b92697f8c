import { expect, test } from 'vitest';
import type { CandidateId, IsoDate, RecordId } from '#contract/brands.ts';
import type { MutationDraft } from '#contract/mutations.ts';
import { shortlistEntryId } from '#core/domain/ids.ts';
import { reverseOf } from '#core/domain/reverse-of.ts';
import { anId, aVacancy, TUESDAY } from '#test/builders/records.ts';
import { act, aDraft, MemoryRows } from '#test/builders/rows.ts';

const PRIYA = anId<CandidateId>(1);
const SW114 = aVacancy().id;
const ON = { vacancyId: SW114, candidateId: PRIYA };
const ENTRY = shortlistEntryId(SW114, PRIYA);
const FOLLOW_UP = anId<RecordId>(0xf1);
const CONTACT = anId<RecordId>(0xc1);

function filled(): MemoryRows {
  const rows = new MemoryRows();
  rows.put('vacancy', SW114, aVacancy({ hoursPerWeek: 30 }));
  act(rows, aDraft('shortlist.add', ON));
  act(rows, aDraft('follow-up.set', followUp('2026-06-10')));
  return rows;
}

const followUp = (dueOn: string) => ({
  ...{ id: FOLLOW_UP, candidateId: PRIYA, what: 'Ring', dueOn: dueOn as IsoDate, promise: false },
});
const baseOf = (rows: MemoryRows) => rows.get('shortlist-entry', ENTRY)?.seq ?? 0;

/** Does it, then undoes it as the centre would take it; gives what stands after each. */
function doAndUndo(rows: MemoryRows, draft: MutationDraft) {
  const before = new MemoryRows();
  for (const [kind, id] of [
    ['vacancy', SW114],
    ['shortlist-entry', ENTRY],
    ['follow-up', FOLLOW_UP],
  ] as const) {
    const held = rows.get(kind, id);
    if (held) before.put(kind, id, held.record);
  }
  const back = reverseOf(draft, before, () => anId(0xc2));
  expect(act(rows, draft).outcome).toBe('applied');
  if (!back) return null;
  expect(act(rows, aDraft(back.kind, back.args as never, baseOf(rows))).outcome).toBe('applied');
  return back;
}

test('[DM23] a move, a removal and an add go back to where they were, marked as undone', () => {
  const rows = filled();
  const entry = () => rows.get('shortlist-entry', ENTRY)?.record;
  doAndUndo(rows, aDraft('shortlist.move', { ...ON, to: 'interested' }, baseOf(rows)));
  expect(entry()).toMatchObject({ stage: 'new', removed: false });
  expect(entry()?.history.at(-1)).toMatchObject({ from: 'interested', to: 'new', undone: true });
  doAndUndo(rows, aDraft('shortlist.remove', ON, baseOf(rows)));
  expect(entry()).toMatchObject({ stage: 'new', removed: false });
  act(rows, aDraft('shortlist.remove', ON, baseOf(rows)));
  doAndUndo(rows, aDraft('shortlist.add', ON, baseOf(rows)));
  expect(entry()).toMatchObject({ removed: true });
});

test('[DM23] out of the running and back: the reason that had been given stands again', () => {
  const rows = filled();
  act(rows, aDraft('shortlist.move', { ...ON, to: 'declined', reason: 'Pay' }, baseOf(rows)));
  doAndUndo(rows, aDraft('shortlist.move', { ...ON, to: 'interested' }, baseOf(rows)));
  const last = rows.get('shortlist-entry', ENTRY)?.record.history.at(-1);
  expect(last).toMatchObject({ to: 'declined', reason: 'Pay', undone: true });
});

test('[DM23] an edit and a new vacancy: the former values, and closed', () => {
  const rows = filled();
  const edit = { vacancyId: SW114, fields: { hoursPerWeek: 37, title: 'Court team' } };
  doAndUndo(rows, aDraft('vacancy.edit', edit, 1));
  const record = rows.get('vacancy', SW114)?.record;
  expect(record).toMatchObject({ hoursPerWeek: 30, title: 'Duty team, Hythe' });
  const {
    councilId: _c,
    createdBy: _b,
    createdAt: _a,
    status: _s,
    ...args
  } = aVacancy({ id: anId(0xb2) });
  doAndUndo(rows, aDraft('vacancy.create', args));
  expect(rows.get('vacancy', anId(0xb2))?.record.status).toBe('closed');
});

test('[DM23] a follow-up set by mistake is taken back, one done by mistake is open again', () => {
  const rows = filled();
  doAndUndo(rows, aDraft('follow-up.done', { followUpId: FOLLOW_UP }, 9));
  expect(rows.get('follow-up', FOLLOW_UP)?.record.done).toBeUndefined();
  doAndUndo(rows, aDraft('follow-up.set', followUp('2026-06-12'), 9));
  expect(rows.get('follow-up', FOLLOW_UP)?.record.dueOn).toBe('2026-06-10');
  const fresh = new MemoryRows();
  doAndUndo(fresh, aDraft('follow-up.set', followUp('2026-06-10')));
  expect(fresh.get('follow-up', FOLLOW_UP)?.record.done).toMatchObject({ undone: true });
});

test('[DM23] a contact logged by mistake stays, with a row beside it that says so', () => {
  const rows = filled();
  const contact = {
    ...{ id: CONTACT, candidateId: PRIYA, at: TUESDAY, note: 'Rang the wrong person' },
    ...({ channel: 'phone', direction: 'out', outcome: 'no_answer' } as const),
  };
  doAndUndo(rows, aDraft('contact.log', contact));
  expect(rows.get('contact', CONTACT)?.record.note).toBe('Rang the wrong person');
  const row = rows.get('contact', anId(0xc2))?.record;
  expect(row).toMatchObject({ correctionOf: CONTACT, undone: true });
  expect(row).not.toHaveProperty('note');
});

test('[DM23] what a person asked for, was shown or was read is never taken back', () => {
  const rows = filled();
  const wish = {
    ...{ id: CONTACT, candidateId: PRIYA, at: TUESDAY },
    ...({ channel: 'phone', direction: 'in', outcome: 'asked_not_to_be_contacted' } as const),
  };
  for (const draft of [
    aDraft('contact.log', wish),
    aDraft('do-not-contact.set', { candidateId: PRIYA, reason: 'By letter' }),
    aDraft('audit.record', { action: 'view' }),
  ]) {
    expect(reverseOf(draft, rows, () => anId(0xc2))).toBeNull();
  }
});
