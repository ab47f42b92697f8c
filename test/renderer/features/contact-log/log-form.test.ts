import { expect, test } from 'vitest';
import type { CandidateId, IsoDate, RecordId } from '#contract/brands.ts';
import { OUTCOMES, type Outcome } from '#contract/vocabulary.ts';
import {
  checkLog,
  draftsOf,
  EMPTY_FORM,
  parseDraft,
} from '#renderer/features/contact-log/log-form.ts';
import {
  OTHER_OUTCOMES,
  OUTCOME_GROUPS,
  outcomeOfDigit,
} from '#renderer/features/contact-log/outcomes.ts';
import { anId } from '#test/builders/records.ts';

const when = { dueOn: '2026-06-11' as IsoDate, dueTime: '14:00', warning: null };
let made = 0;
const parts = {
  personId: anId<CandidateId>(1),
  nowMs: Date.parse('2026-06-09T08:31:00Z'),
  newId: () => anId<RecordId>(++made),
};

test('every outcome of the trade can be reached, by a digit or from the list', () => {
  const offered: Outcome[] = [
    ...OUTCOME_GROUPS.flatMap((group) => group.choices.map((choice) => choice.value)),
    ...OTHER_OUTCOMES.map((choice) => choice.value),
  ];
  expect(offered.toSorted()).toEqual([...OUTCOMES].toSorted());
});

test('ten digits pick ten outcomes, and nothing else does', () => {
  const picked = [...'0123456789'].map(outcomeOfDigit);
  expect(new Set(picked).size).toBe(10);
  expect(outcomeOfDigit('a')).toBeNull();
});

test('outcomes that need a day are not saved without one', () => {
  for (const outcome of ['callback_requested', 'spoke_maybe_later'] as const) {
    expect(checkLog({ ...EMPTY_FORM, outcome }, null)).toHaveLength(1);
    expect(checkLog({ ...EMPTY_FORM, outcome, next: 'thu 2pm' }, when)).toEqual([]);
  }
});

test('a day that was not understood is asked about, not dropped', () => {
  const form = { ...EMPTY_FORM, outcome: 'no_answer' as const, next: 'soonish' };
  expect(checkLog(form, null)[0]?.words).toMatch(/day to come/);
});

test('[DM9] with a wish to be left alone a typed day is asked about, and nothing typed is lost', () => {
  const wish = { ...EMPTY_FORM, outcome: 'asked_not_to_be_contacted' as const, note: 'By letter' };
  expect(checkLog({ ...wish, next: 'thu 2pm' }, when)[0]).toMatchObject({ field: 'log-next' });
  expect(checkLog(wish, null)).toEqual([]);
  const later = { ...EMPTY_FORM, outcome: 'callback_requested' as const, direction: 'in' as const };
  expect(checkLog(later, null, true)).toEqual([]);
  expect(checkLog({ ...later, next: 'thu 2pm' }, when, true)[0]?.words).toMatch(/clear this/);
});

test('a day makes a follow-up beside the contact, in one save', () => {
  const form = {
    ...EMPTY_FORM,
    outcome: 'spoke_interested' as const,
    next: 'thu 2pm',
    promise: true,
  };
  const drafts = draftsOf(form, { ...parts, when });
  expect(drafts.map((draft) => draft.kind)).toEqual(['contact.log', 'follow-up.set']);
  expect(drafts[1]?.args).toMatchObject({ dueOn: '2026-06-11', dueTime: '14:00', promise: true });
});

test('an empty note is left out: not known is never blank', () => {
  const [contact] = draftsOf(
    { ...EMPTY_FORM, outcome: 'no_answer', note: '  ' },
    { ...parts, when: null },
  );
  expect(contact?.args).not.toHaveProperty('note');
});

test('a damaged draft is an empty form', () => {
  for (const saved of ['', '{', 'null', '[]', '{"note":5,"direction":"up"}'])
    expect(parseDraft(saved)).toEqual(EMPTY_FORM);
});
