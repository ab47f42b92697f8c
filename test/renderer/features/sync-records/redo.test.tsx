import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CandidateId, IsoDate, RecordId } from '#contract/brands.ts';
import type { Decision } from '#contract/decision.ts';
import { EVERYBODY } from '#contract/find-query.ts';
import { MUTATIONS, type MutationArgs, type MutationKind } from '#contract/mutations.ts';
import { App } from '#renderer/app/app.tsx';
import { typedWords } from '#renderer/data/decision-words.ts';
import { redoOf } from '#renderer/features/sync-records/redo.ts';
import { addressOf, go } from '#renderer/ui/place.ts';
import { madeUpWindow, TODAY } from '#test/builders/made-up-window.ts';
import { anId, aVacancy, TUESDAY } from '#test/builders/records.ts';
import { draw } from '../../draw.tsx';

const MOVED = TODAY.decisions[0] as Decision;
const BO = anId<CandidateId>(5);
const SW114 = anId<RecordId>(0xb1);
const RECORD = anId<RecordId>(0x300);
const ON = { vacancyId: SW114, candidateId: BO };
const ARGS: { readonly [Kind in Exclude<MutationKind, 'noop'>]: MutationArgs[Kind] } = {
  'vacancy.create': aVacancy(),
  'vacancy.edit': { vacancyId: SW114, fields: { title: 'Duty team', posts: 3 } },
  'shortlist.add': ON,
  'shortlist.move': { ...ON, to: 'interviewed' },
  'shortlist.remove': { ...ON, reason: 'Moved to Wales' },
  'contact.log': {
    ...{ id: RECORD, candidateId: BO, at: TUESDAY, channel: 'phone', direction: 'out' },
    ...{ outcome: 'voicemail_left', note: 'Ring on Friday' },
  },
  'follow-up.set': {
    ...{ id: RECORD, candidateId: BO, what: 'Send the job description', promise: false },
    dueOn: '2026-06-12' as IsoDate,
  },
  'follow-up.done': { followUpId: RECORD },
  'follow-up.reopen': { followUpId: RECORD },
  'do-not-contact.set': { candidateId: BO, reason: 'Asked by letter' },
  'story.submit': { id: RECORD } as MutationArgs['story.submit'],
  'overlap.settle': {
    ...{ candidateId: BO, councilId: 'medway' as never, on: '2026-06-08' as IsoDate },
  },
  'search.save': {
    ...{ id: RECORD, name: 'AMHP near Hythe', query: { ...EVERYBODY, text: 'amhp' } },
    shared: true,
  },
  'search.remove': { searchId: RECORD, shared: false },
  'search.look': { searchId: RECORD, asAt: TUESDAY },
  'person.see': { candidateId: BO, seen: true },
  'person.dismiss': { ...ON, dismissed: true, reason: 'hours' },
  'conflict.settle': { record: 'vacancy', id: SW114, field: 'posts', at: TUESDAY },
  'audit.record': { action: 'reveal', candidateId: BO },
};
const KINDS = Object.keys(ARGS) as (keyof typeof ARGS)[];

/** A change of Bo's that was refused, as the worker tells it. */
function refused(kind: keyof typeof ARGS, over: Partial<Decision> = {}): Decision {
  const change = { kind, args: ARGS[kind] } as Decision['change'];
  return {
    ...MOVED,
    ...{ id: RECORD, is: 'refused', words: 'What I did', name: 'Bo Hart', candidateId: BO },
    ...{ vacancyId: SW114, sides: [], other: null, settle: { entry: RECORD }, change, ...over },
  };
}

async function openSync(decision: Decision) {
  await page.viewport(1280, 800);
  const store = { people: 41, peopleAsAt: TUESDAY, pending: [], marksNotSent: 0 };
  const vacancy = { record: aVacancy(), seq: 1, notSentYet: false };
  const made = madeUpWindow({
    vacancies: [{ vacancy, onList: 1, spokenTo: 0, placed: 0, twoEdits: null }],
    answers: {
      'store.read': () => ({
        ...{ ...store, decisions: [decision], setAside: 0, indexBytes: 0, streams: [] },
      }),
    },
  });
  draw(made.sources, <App />);
  go(addressOf('/sync'));
  await expect.element(page.getByRole('button', { name: /^Discard/ })).toBeVisible();
  return made;
}

test('every kind of refused change has a way to be put right', () => {
  expect(KINDS).toHaveLength(Object.keys(MUTATIONS).length - 1);
  const ways = KINDS.map((kind) => {
    const redo = redoOf(refused(kind));
    return [kind, redo?.is === 'place' ? redo.words : redo?.is];
  });
  expect(Object.fromEntries(ways)).toEqual({
    'vacancy.create': 'form',
    'vacancy.edit': 'form',
    'shortlist.add': 'Go to the shortlist',
    'shortlist.move': 'dialog',
    'shortlist.remove': 'dialog',
    'contact.log': 'form',
    'follow-up.set': 'form',
    'follow-up.done': 'Go to the person',
    'follow-up.reopen': 'Go to the person',
    'do-not-contact.set': 'dialog',
    'story.submit': 'form',
    'overlap.settle': 'Go to the person',
    'search.save': 'form',
    'search.remove': 'Go to the saved search',
    'search.look': 'Go to the saved search',
    'person.see': 'Go to the person',
    'person.dismiss': 'form',
    'conflict.settle': 'Go to the person',
    'audit.record': 'Go to the person',
  });
});

test('where the form cannot be opened any more, the place is named instead', () => {
  const words = (decision: Decision) => {
    const redo = redoOf(decision);
    return redo?.is === 'place' ? redo.words : redo;
  };
  const gone = { name: null };
  expect(words(refused('contact.log', gone))).toBe('Go to the person');
  expect(words(refused('shortlist.move', gone))).toBe('Go to the shortlist');
  expect(words(refused('shortlist.add', { vacancyId: null }))).toBe('Go to the person');
  const alone = { name: null, candidateId: null };
  expect(words(refused('conflict.settle', alone))).toBe('Go to the vacancy');
  expect(words(refused('vacancy.edit', { ...alone, vacancyId: null }))).toBe('Go to the vacancies');
  const closed = { vacancyId: SW114, fields: { status: 'closed' } };
  const change = { kind: 'vacancy.edit', args: closed } as Decision['change'];
  expect(words(refused('vacancy.edit', { ...alone, change }))).toBe('Go to the vacancy');
  // Mine stands, and a value of theirs was replaced: nothing was refused.
  expect(redoOf({ ...MOVED, is: 'told', change: null })).toBeNull();
});

test('Copy takes every word along, whatever was typed into', () => {
  const words = (kind: keyof typeof ARGS) => typedWords(refused(kind).change).join(' | ');
  expect(words('vacancy.edit')).toBe('Title: Duty team | Posts: 3');
  expect(words('search.save')).toBe('AMHP near Hythe');
  expect(words('shortlist.remove')).toBe('Moved to Wales');
});

test('an addition has nothing to edit: E goes to the shortlist, and says so', async () => {
  await openSync(refused('shortlist.add'));
  await expect.element(page.getByRole('button', { name: /^Go to the shortlist: / })).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^Edit/ })).not.toBeInTheDocument();
  await userEvent.keyboard('ee');
  await expect.poll(() => window.location.hash).toBe(addressOf(`/vacancies/${SW114}`));
});

test('a refused removal keeps the reason that was typed', async () => {
  const made = await openSync(refused('shortlist.remove'));
  await userEvent.keyboard('ee');
  const dialog = page.getByRole('dialog', { name: 'Take Bo Hart off the list' });
  await expect.element(dialog.getByLabelText(/Reason/)).toHaveValue('Moved to Wales');
  await dialog.getByLabelText(/Reason/).fill('');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect.element(dialog.getByText('Error: Enter a reason')).toBeVisible();
  await dialog.getByLabelText(/Reason/).fill('Moved to Cardiff');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(() => made.commands)
    .toEqual([{ kind: 'shortlist.remove', args: { ...ON, reason: 'Moved to Cardiff' } }]);
  expect(made.instead).toEqual([RECORD]);
});

test('whoever was left out is left out anew with the reason that was chosen', async () => {
  const made = await openSync(refused('person.dismiss'));
  await userEvent.keyboard('ee');
  await expect.element(page.getByRole('button', { name: /^Hours/ })).toBeVisible();
  await page.getByRole('button', { name: /^SW-114/ }).click();
  await expect
    .poll(() => made.commands)
    .toMatchObject([{ kind: 'person.dismiss', args: { candidateId: BO, reason: 'hours' } }]);
  expect(made.instead).toEqual([RECORD]);
});

test('a refused search is opened in Find with its name, and saved under the id it had', async () => {
  const made = await openSync(refused('search.save'));
  await userEvent.keyboard('ee');
  const dialog = page.getByRole('dialog', { name: 'Save this search' });
  await expect.element(dialog.getByLabelText('Name')).toHaveValue('AMHP near Hythe');
  await expect.element(dialog.getByRole('checkbox')).toBeChecked();
  await dialog.getByLabelText('Name').fill('AMHP in Hythe');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(() => made.commands)
    .toMatchObject([
      { kind: 'search.save', args: { id: RECORD, name: 'AMHP in Hythe', shared: true } },
    ]);
  expect(made.instead).toEqual([RECORD]);
});
