import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { JournalState } from '#contract/journal.ts';
import { App } from '#renderer/app/app.tsx';
import { madeUpWindow } from '#test/builders/made-up-window.ts';

import { anId, TUESDAY } from '#test/builders/records.ts';
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
