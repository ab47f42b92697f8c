import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { App } from '#renderer/app/app.tsx';
import { addressOf, go } from '#renderer/ui/place.ts';
import { madeUpWindow, SYNCED } from '#test/builders/made-up-window.ts';
import { draw } from '../../draw.tsx';

test('a sign-in that ended is said once wherever one is, and has a button to sign in again', async () => {
  const made = madeUpWindow();
  draw(made.sources, <App />);
  const ended = page.getByText(/Your sign-in has ended/);
  await expect.element(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  const word = { is: 'cannot-send', why: 'sign-in-again', notSent: 1 } as const;
  made.sync.set({ ...SYNCED, word, notices: ['AUTH_SIGN_IN_AGAIN'] });
  await expect.element(ended).toBeVisible();
  made.sync.set({ ...SYNCED, word, notices: ['AUTH_SIGN_IN_AGAIN'], nextTryAt: null });
  expect(ended.elements()).toHaveLength(1);
  go(addressOf('/sync'));
  await page.getByRole('button', { name: 'Sign in again' }).click();
  expect(made.requests).toContain('session.sign-in');
});

test('while nothing is wrong there is no button to sign in again', async () => {
  const made = madeUpWindow();
  draw(made.sources, <App />);
  go(addressOf('/sync'));
  await expect.element(page.getByRole('button', { name: /^Sync now/ })).toBeVisible();
  expect(page.getByRole('button', { name: 'Sign in again' }).elements()).toHaveLength(0);
});

test('that part of the work could not be read stays until it has been read; only that has a button', async () => {
  const made = madeUpWindow();
  draw(made.sources, <App />);
  made.sync.set({ ...SYNCED, notices: ['STORE_REBUILT', 'SAVE_JOURNAL_DAMAGED'] });
  go(addressOf('/sync'));
  const told = page.getByRole('main').getByText(/holds your unsent work could not be read/);
  await expect.element(told).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'I have read this' }).click();
  expect(made.requests).toContain('sync.note-damage-read');
});
