import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { JournalState } from '#contract/journal.ts';
import type { PutAside } from '#contract/sync-state.ts';
import { App } from '#renderer/app/app.tsx';
import { madeUpWindow, SYNCED } from '#test/builders/made-up-window.ts';

import { anId, ROSA, TUESDAY } from '#test/builders/records.ts';
import { aDraft } from '#test/builders/rows.ts';
import { draw } from '../draw.tsx';
import { journalEntry } from '../worker/centre.ts';

const STATES: Readonly<Record<'waiting' | 'refused' | 'told', JournalState>> = {
  waiting: { is: 'waiting', tries: 0 },
  refused: { is: 'refused', reason: 'This vacancy is closed.', at: TUESDAY },
  told: { is: 'told', epoch: 'e', seq: 1, at: TUESDAY, atMs: 0, conflicts: [] },
};

/** The question that is asked before signing out, with changes in these states. */
async function ask(...states: readonly (keyof typeof STATES)[]) {
  await page.viewport(1280, 800);
  const made = madeUpWindow();
  const on = { vacancyId: anId<never>(7), candidateId: anId<never>(8) };
  made.journal.set(
    states.map((is, n) => ({
      ...journalEntry(aDraft('shortlist.add', on), n + 1),
      state: STATES[is],
    })),
  );
  draw(made.sources, <App />);
  await expect.element(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  made.chooseInMenu('session.sign-out');
  const dialog = page.getByRole(states.length > 0 ? 'alertdialog' : 'dialog');
  await expect.element(dialog).toBeVisible();
  return { made, dialog };
}

test('what waits and what was refused is counted before signing out, and staying comes first', async () => {
  const { made, dialog } = await ask('waiting', 'refused');
  await expect.element(dialog.getByText(/^1 change is not sent yet\./)).toBeVisible();
  await expect.element(dialog.getByText(/^1 change was refused and kept here/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Stay signed in' }).click();
  expect(made.requests).not.toContain('session.sign-out');
});

test('nobody is told to sync what no sync sends', async () => {
  const { dialog } = await ask('refused');
  await expect.element(dialog.getByText(/^1 change was refused and kept here/)).toBeVisible();
  expect(dialog.element().textContent).not.toContain('sync first');
  expect(dialog.element().textContent).not.toContain('not sent yet');
});

test('a question about a change that crossed a colleague’s is not lost in silence', async () => {
  const { dialog } = await ask('told');
  await expect.element(dialog.getByText(/^1 change of yours has crossed/)).toBeVisible();
  expect(dialog.element().textContent).not.toContain('not sent yet');
});

test('with nothing at stake it says what goes from this device', async () => {
  const { dialog } = await ask();
  await expect.element(dialog.getByText(/texts you have not finished/)).toBeVisible();
});

test.each<readonly [PutAside, RegExp, boolean]>([
  [{ owner: ROSA.id, changes: 1, comesBack: true }, /brought back when the central/, true],
  [{ owner: ROSA.id, changes: 1, comesBack: false }, /Tell support about it before/, false],
  [{ owner: null, changes: 1, comesBack: false }, /does not say whose/, false],
])('a file of work that lies aside is named before it is deleted', async (file, words, canTry) => {
  const made = madeUpWindow();
  made.sync.set({ ...SYNCED, putAside: [file] });
  draw(made.sources, <App />);
  await expect.element(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  made.chooseInMenu('session.sign-out');
  const dialog = page.getByRole('alertdialog');
  await expect.element(dialog.getByText(words)).toBeVisible();
  await expect.element(dialog.getByText(/deletes it for good/)).toBeVisible();
  const again = dialog.getByRole('button', { name: 'Try to bring it back now' });
  expect(again.elements()).toHaveLength(canTry ? 1 : 0);
  if (canTry) {
    await again.click();
    expect(made.requests).toContain('sync.now');
    made.sync.set(SYNCED);
    await expect.element(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
  } else {
    await dialog.getByRole('button', { name: 'Sign out and delete the file' }).click();
    expect(made.requests).toContain('session.sign-out');
  }
});
