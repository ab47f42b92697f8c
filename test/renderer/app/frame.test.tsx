import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CandidateId, RecordId } from '#contract/brands.ts';
import { fail } from '#contract/errors.ts';
import { App } from '#renderer/app/app.tsx';
import { addressOf, go } from '#renderer/ui/place.ts';
import { aPerson } from '#test/builders/made-up-people.ts';
import { madeUpWindow, SIGNED_IN } from '#test/builders/made-up-window.ts';
import { anId } from '#test/builders/records.ts';
import { draw } from '../draw.tsx';

const PRIYA = anId<CandidateId>(1);

beforeEach(() => page.viewport(1280, 800));

/** Opens the person page of Priya Nair and waits for her. */
async function openPerson(options: Parameters<typeof madeUpWindow>[0] = {}) {
  const made = madeUpWindow(options);
  draw(made.sources, <App />);
  go(addressOf(`/person/${PRIYA}`));
  await expect.element(page.getByRole('heading', { name: 'Priya Nair', level: 1 })).toBeVisible();
  return made;
}

test('no answer is logged with three keys', async () => {
  const made = await openPerson();
  await userEvent.keyboard('l');
  await expect.element(page.getByRole('heading', { name: 'Log a contact' })).toBeVisible();
  await userEvent.keyboard('1{Enter}');
  await expect.element(page.getByText('Saved: Priya Nair, no answer')).toBeVisible();
  expect(made.commands).toMatchObject([
    { kind: 'contact.log', args: { candidateId: PRIYA, outcome: 'no_answer', channel: 'phone' } },
  ]);
});

test('"not now, until" asks when, and one save makes contact and follow-up: under ten keys', async () => {
  const made = await openPerson();
  await userEvent.keyboard('l');
  await expect.element(page.getByRole('heading', { name: 'Log a contact' })).toBeVisible();
  await userEvent.keyboard('7{Enter}');
  await expect.element(page.getByRole('link', { name: /^Enter when to ring/ })).toBeVisible();
  expect(made.commands).toEqual([]);
  await page.getByRole('link', { name: /^Enter when to ring/ }).click();
  await userEvent.keyboard('2w{Enter}');
  await expect.element(page.getByText(/^Saved: Priya Nair, not now, until/)).toBeVisible();
  expect(made.commands.map((each) => each.kind)).toEqual(['contact.log', 'follow-up.set']);
});

test('what was not saved is not called saved, and nothing typed is lost', async () => {
  await openPerson({ onCommand: () => fail('SAVE_DISK_FULL', 'disk full') });
  await userEvent.keyboard('l');
  await page.getByLabelText('Note', { exact: true }).fill('Prefers text');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByRole('link', { name: 'Select what happened' })).toBeVisible();
  await userEvent.keyboard('2{Enter}');
  await expect.element(page.getByRole('link', { name: /^This was not saved/ })).toBeVisible();
  await expect.element(page.getByLabelText('Note', { exact: true })).toHaveValue('Prefers text');
  await expect.element(page.getByText(/^Saved:/)).not.toBeInTheDocument();
});

test('a note survives the panel, and the letters in it run no shortcuts', async () => {
  const made = await openPerson();
  await userEvent.keyboard('l');
  await page.getByLabelText('Note', { exact: true }).click();
  await userEvent.keyboard('lgfs/?');
  await expect.element(page.getByText('Draft saved on this device')).toBeVisible();
  expect(made.drafts.get(`contact:${PRIYA}`)).toContain('lgfs/?');
  await userEvent.keyboard('{Escape}');
  await expect
    .element(page.getByRole('heading', { name: 'Log a contact' }))
    .not.toBeInTheDocument();
  await userEvent.keyboard('l');
  await expect.element(page.getByLabelText('Note', { exact: true })).toHaveValue('lgfs/?');
  expect(made.commands).toEqual([]);
});

test('undo takes back what was just saved', async () => {
  const made = await openPerson();
  await userEvent.keyboard('l');
  await userEvent.keyboard('1{Enter}');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByText(/^Taken back: Priya Nair/)).toBeVisible();
  expect(made.discarded).toHaveLength(1);
});

test('contact details are covered, and showing them is recorded first', async () => {
  const made = await openPerson();
  await expect.element(page.getByText(/07700 900123/)).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Show contact details' }).click();
  await expect.element(page.getByText(/07700 900123/)).toBeVisible();
  expect(made.commands).toMatchObject([{ kind: 'audit.record', args: { action: 'reveal' } }]);
});

test('a person who asked to be left alone cannot be called, and it says why', async () => {
  const blocked = {
    ...aPerson(PRIYA),
    doNotContact: {
      record: {
        id: PRIYA,
        candidateId: PRIYA,
        reason: 'Asked not to be contacted',
        at: '2026-06-09T08:31:00.000Z' as never,
        by: { id: anId<never>(2), name: 'Tom Adeyemi' },
      },
      seq: 1,
      notSentYet: false,
    },
  };
  const made = await openPerson({ person: () => blocked });
  await expect.element(page.getByText('Do not contact.')).toBeVisible();
  await expect
    .element(page.getByRole('button', { name: 'Call' }))
    .toHaveAttribute('aria-disabled', 'true');
  await userEvent.keyboard('c');
  await expect
    .element(page.getByRole('status').getByText(/^They asked your council/))
    .toBeVisible();
  expect(made.requests).not.toContain('desk.open');
});

test('a person who withdrew leaves nothing but that sentence', async () => {
  const made = madeUpWindow({ person: () => ({ is: 'withdrawn', on: '2026-06-08' as never }) });
  const place = draw(made.sources, <App />);
  go(addressOf(`/person/${PRIYA}`));
  await expect
    .element(page.getByText('Their details were removed on 8 June 2026. Do not contact.'))
    .toBeVisible();
  expect(place.querySelector('main')?.textContent).not.toContain('Priya');
});

test('shortlisting asks which vacancy once, then S goes to the same one', async () => {
  const vacancy = {
    id: anId<RecordId>(0x77),
    councilId: 'kent' as never,
    ref: 'SW-114',
    title: 'Duty team',
    roleGroup: 'social_worker' as const,
    specialisms: ['cin_cp' as const],
    posts: 2,
    employmentTypes: [],
    status: 'open' as const,
    createdBy: { id: anId<never>(2), name: 'Tom Adeyemi' },
    createdAt: '2026-06-01T08:31:00.000Z' as never,
  };
  const made = await openPerson({
    vacancies: [
      {
        vacancy: { record: vacancy, seq: 1, notSentYet: false },
        onList: 0,
        spokenTo: 0,
        placed: 0,
        twoEdits: null,
      },
    ],
  });
  await expect.element(page.getByRole('link', { name: 'SW-114 Duty team' })).toBeVisible();
  await userEvent.keyboard('s');
  await page.getByRole('button', { name: /^SW-114 Duty team/ }).click();
  await expect.element(page.getByText('Priya Nair shortlisted to SW-114')).toBeVisible();
  await userEvent.keyboard('s');
  await expect.poll(() => made.commands.length).toBe(2);
});

test('G then F goes to Find; the focus goes to its heading and the title says so', async () => {
  await openPerson();
  await userEvent.keyboard('gf');
  await expect.element(page.getByRole('grid', { name: 'People found' })).toBeVisible();
  expect(document.title).toBe('Find people, 41 people - Social Work Together');
  expect(document.activeElement?.tagName).toBe('H1');
});

test('while the programme is closed a wish to be left alone is still recorded, and nothing else', async () => {
  const made = await openPerson();
  if (SIGNED_IN.is !== 'signed-in') throw new Error('The made-up window is signed in.');
  made.session.set({ ...SIGNED_IN, programme: { ...SIGNED_IN.programme, status: 'closed' } });
  await userEvent.keyboard('l');
  await expect
    .element(page.getByText(/^The programme is closed. You can still record/))
    .toBeVisible();
  await userEvent.keyboard('1{Enter}');
  await expect
    .element(page.getByRole('button', { name: /^Save/ }))
    .toHaveAttribute('aria-disabled', 'true');
  expect(made.commands).toEqual([]);
  await userEvent.keyboard('9{Enter}');
  await expect.element(page.getByText('Saved: Priya Nair, do not contact')).toBeVisible();
  expect(made.commands).toMatchObject([{ args: { outcome: 'asked_not_to_be_contacted' } }]);
});
