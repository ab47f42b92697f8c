import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { fail, ok } from '#contract/errors.ts';
import type { SessionState } from '#contract/sync-state.ts';
import { App } from '#renderer/app/app.tsx';
import { madeUpWindow, SYNCED } from '#test/builders/made-up-window.ts';
import { anId } from '#test/builders/records.ts';
import { aDraft } from '#test/builders/rows.ts';
import { draw } from '../../draw.tsx';
import { journalEntry } from '../../worker/centre.ts';

const SIGNED_OUT: SessionState = {
  is: 'signed-out',
  apiUrl: 'https://centre.example.org',
  programmeName: 'A programme',
  madeUpAccounts: [],
  problem: null,
  wiped: null,
};

test('a file that does not say whose it is goes only when whoever signs in says so', async () => {
  const asked: object[] = [];
  const made = madeUpWindow({
    onRequest(name, input) {
      if (name !== 'session.sign-in') return undefined;
      asked.push(input);
      const details = { unknownWork: true };
      return asked.length > 1 ? ok(null) : fail('RULE_REFUSED', 'A damaged file.', { details });
    },
  });
  made.session.set(SIGNED_OUT);
  draw(made.sources, <App />);
  await page.getByRole('button', { name: 'Sign in with your work account' }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('A damaged file.');
  await page.getByRole('button', { name: 'Delete that file and sign in' }).click();
  expect(asked).toEqual([{}, { dropsUnknown: true }]);
});

test('a refusal that has no such way out shows no such button', async () => {
  const made = madeUpWindow({
    onRequest: (name) =>
      name === 'session.sign-in' ? fail('RULE_REFUSED', 'They sign in first.') : undefined,
  });
  made.session.set(SIGNED_OUT);
  draw(made.sources, <App />);
  await page.getByRole('button', { name: 'Sign in with your work account' }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('They sign in first.');
  expect(page.getByRole('button', { name: /Delete/ }).elements()).toHaveLength(0);
});

test('where keys were lost, work that is not sent is named with what becomes of it', async () => {
  const made = madeUpWindow();
  made.session.set({ ...SIGNED_OUT, problem: 'STORE_KEYS_LOST' });
  const on = { vacancyId: anId<never>(7), candidateId: anId<never>(8) };
  made.journal.set([journalEntry(aDraft('shortlist.add', on), 1)]);
  draw(made.sources, <App />);
  const main = page.getByRole('main');
  await expect
    .element(main.getByText(/^1 change made on this device is not sent yet/))
    .toBeVisible();
  made.journal.set([]);
  const file = { owner: null, changes: 1 };
  made.sync.set({ ...SYNCED, putAside: [{ ...file, comesBack: true }] });
  await expect.element(main.getByText(/waits in a file.*brought back and sent/)).toBeVisible();
  made.sync.set({ ...SYNCED, putAside: [{ ...file, comesBack: false }] });
  await expect.element(main.getByText(/^A damaged file on this device/)).toBeVisible();
  made.sync.set(SYNCED);
  await expect.element(main.getByText(/^A damaged file/)).not.toBeInTheDocument();
});
