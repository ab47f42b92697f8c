import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ok, type Result } from '#contract/errors.ts';
import type { SyncStatus } from '#contract/sync-state.ts';
import { App } from '#renderer/app/app.tsx';
import { addressOf, go } from '#renderer/ui/place.ts';
import { madeUpWindow, SYNCED, TODAY } from '#test/builders/made-up-window.ts';
import { ROSA, TUESDAY } from '#test/builders/records.ts';
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

const ASIDE = [{ owner: ROSA.id, changes: 1, comesBack: false }];

/** Sync and records with so many changes that are not sent, and what main says of them. */
async function syncScreen(
  notSent: number,
  status: Partial<SyncStatus>,
  onDiscard?: () => Result<unknown>,
) {
  const [change] = TODAY.notSent;
  if (!change) throw new Error('There is no change to show.');
  const made = madeUpWindow({
    ...(onDiscard ? { onDiscard } : {}),
    answers: {
      'store.read': () => ({
        ...{ people: 41, peopleAsAt: TUESDAY, decisions: [], setAside: 0, indexBytes: 0 },
        ...{ marksNotSent: 0, streams: [], pending: Array.from({ length: notSent }, () => change) },
      }),
    },
  });
  made.sync.set({ ...SYNCED, ...status });
  draw(made.sources, <App />);
  go(addressOf('/sync'));
  const main = page.getByRole('main');
  await expect.element(main.getByRole('heading', { name: 'Recovery file' })).toBeVisible();
  return () => main.element().textContent ?? '';
}

test('what was on its way once is not called taken back: the centre may have it', async () => {
  const [change] = TODAY.notSent;
  const offered = { id: change?.id, state: { is: 'waiting', tries: 1 } };
  const text = await syncScreen(1, {}, () => ok([offered]));
  expect(text()).toContain(change?.words);
  await page.getByRole('button', { name: /^Undo: / }).click();
  await expect.element(page.getByText(/If the central service has it already/)).toBeVisible();
  expect(page.getByText(/^Taken back/).elements()).toHaveLength(0);
});

test('what is saved on the disk is called so, one or many', async () => {
  expect((await syncScreen(1, {}))()).toContain('Nothing is lost: it is saved on this device.');
});

test('where part of the work could not be read, nothing says that all is safe or sent', async () => {
  const notices = ['SAVE_JOURNAL_DAMAGED'] as const;
  const one = await syncScreen(1, { notices });
  expect(one()).toContain('It is saved on this device. Other work could not be read');
  expect(one()).not.toContain('Nothing is lost');
});

test('nor once that was read, as long as the damaged file lies here', async () => {
  const none = await syncScreen(0, { putAside: ASIDE });
  expect(none()).toContain('Nothing is waiting to be sent');
  expect(none()).toContain('may hold work of yours');
  expect(none()).not.toMatch(/Everything (you did here has reached|is sent)/);
});

test('S6 work that is in memory only is not called saved on this device', async () => {
  const notices = ['STORE_NOT_PERSISTED', 'AUTH_SIGN_IN_AGAIN'] as const;
  const one = await syncScreen(1, { notices });
  expect(one()).toContain('It is kept only while this app is open. Keep it open until it is sent.');
  expect(one()).toContain('Kept only while this app is open, waiting to be sent.');
  expect(one()).toContain('What you have done is kept only while this app is open.');
  expect(one()).not.toMatch(/[Ss]aved on this device|Nothing is lost/);
});

test.each([0, 1])(
  'what stops everything is said once on the page, %i not sent',
  async (notSent) => {
    const why = 'SYNC_UPGRADE_REQUIRED' as const;
    const said = await syncScreen(notSent, { phase: { is: 'parked', why }, notices: [why] });
    expect(said().split('This version is too old').length - 1).toBe(1);
  },
);
