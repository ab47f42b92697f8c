import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { RecordId } from '#contract/brands.ts';
import { fail } from '#contract/errors.ts';
import { App } from '#renderer/app/app.tsx';
import { addressOf, go } from '#renderer/ui/place.ts';
import { madeUpWindow } from '#test/builders/made-up-window.ts';
import { anId, KENT, ROSA, TUESDAY } from '#test/builders/records.ts';
import { draw } from '../../draw.tsx';

async function openStories(options: Parameters<typeof madeUpWindow>[0] = {}) {
  await page.viewport(1280, 1200);
  const made = madeUpWindow(options);
  draw(made.sources, <App />);
  go(addressOf('/stories'));
  await expect
    .element(page.getByRole('heading', { name: 'Success stories', level: 1 }))
    .toBeVisible();
  return made;
}

/** Fills in the form that is open. */
async function write() {
  await page.getByLabelText('Title').fill('A quick return');
  await page.getByLabelText('Area of work').fill('Hospital discharge');
  await page.getByLabelText('What happened').fill('We rang on the day.');
}

test('writing begins in the title, and nothing is called saved before a word is there', async () => {
  const made = await openStories();
  await page.getByRole('button', { name: 'Write a story' }).click();
  await expect.element(page.getByLabelText('Title')).toHaveFocus();
  expect(page.getByText('Draft saved on this device').elements()).toHaveLength(0);
  await userEvent.keyboard('A quick return');
  await expect.element(page.getByText('Draft saved on this device')).toBeVisible();
  expect(made.drafts.get('story')).toContain('A quick return');
});

test('a draft is there again, and closing the form gives the focus to the screen', async () => {
  await openStories();
  await page.getByRole('button', { name: 'Write a story' }).click();
  await write();
  await page.getByRole('button', { name: 'Keep as a draft and close' }).click();
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
  await page.getByRole('button', { name: 'Write a story' }).click();
  await expect.element(page.getByLabelText('What happened')).toHaveValue('We rang on the day.');
});

test('without the agreement of the person nothing is submitted', async () => {
  const made = await openStories();
  await page.getByRole('button', { name: 'Write a story' }).click();
  await write();
  await page.getByRole('button', { name: 'Submit story' }).click();
  await expect
    .element(page.getByRole('link', { name: 'Confirm that the person has agreed' }))
    .toBeVisible();
  expect(made.commands).toEqual([]);
  await page.getByLabelText('The person it is about has agreed to it').click();
  await page.getByRole('button', { name: 'Submit story' }).click();
  await expect.element(page.getByText(/^Story saved on this device/)).toBeVisible();
  expect(made.commands).toMatchObject([
    { kind: 'story.submit', args: { title: 'A quick return' } },
  ]);
  expect(made.drafts.get('story')).toBe('');
});

test('a story that could not be saved stays in the form and as a draft', async () => {
  const made = await openStories({ onCommand: () => fail('SAVE_DISK_FULL', 'full') });
  await page.getByRole('button', { name: 'Write a story' }).click();
  await write();
  await page.getByLabelText('The person it is about has agreed to it').click();
  await page.getByRole('button', { name: 'Submit story' }).click();
  await expect.element(page.getByRole('link', { name: /^This was not saved/ })).toBeVisible();
  await expect.element(page.getByLabelText('Title')).toHaveValue('A quick return');
  await expect.poll(() => made.drafts.get('story')).toContain('A quick return');
});

test('what we submitted is not among what is published, and says when it is not sent', async () => {
  const story = {
    id: anId<RecordId>(0x900),
    councilId: KENT,
    title: 'Back on the front door',
    body: 'Somebody rang within hours.',
    serviceArea: 'Front door',
    permissionGiven: true,
    status: 'submitted' as const,
    by: ROSA,
    at: TUESDAY,
  };
  await openStories({
    answers: { 'stories.read': () => [{ record: story, seq: 0, notSentYet: true }] },
  });
  await expect.element(page.getByRole('article').getByText('Not sent yet')).toBeVisible();
  await expect.element(page.getByText('No story has been published yet.')).toBeVisible();
});

test('a draft the disk refuses is said so, never called saved', async () => {
  await openStories({ draftsRefused: true });
  await page.getByRole('button', { name: 'Write a story' }).click();
  await page.getByLabelText('Title').fill('A quick return');
  await expect.element(page.getByText(/^This draft is not saved/)).toBeVisible();
  await expect.element(page.getByLabelText('Title')).toHaveValue('A quick return');
});
