import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { IsoInstant, RecordId } from '#contract/brands.ts';
import { accessEndedWords } from '#renderer/app/access-ended-banner.tsx';
import { App } from '#renderer/app/app.tsx';
import { wipedWords } from '#renderer/features/sign-in/sign-in.tsx';
import { madeUpWindow, SYNCED } from '#test/builders/made-up-window.ts';
import { anId } from '#test/builders/records.ts';
import { draw } from '../draw.tsx';

const at = '2026-06-09T09:31:00.000Z' as IsoInstant;
const FACT = { id: anId<RecordId>(1), council: 'Kent', at, notSent: 2 };

test('what could not be sent because access ended is told until it is read', async () => {
  await page.viewport(1280, 800);
  const made = madeUpWindow();
  made.sync.set({ ...SYNCED, accessEnded: [FACT] });
  draw(made.sources, <App />);
  const words = /^2 changes could not be sent: your access to Kent ended on 9 June 2026/;
  await expect.element(page.getByText(words)).toBeVisible();
  await page.getByRole('button', { name: 'I have read this' }).click();
  expect(made.requests).toContain('sync.note-read');
});

test('nothing lost is not called lost', () => {
  expect(accessEndedWords({ ...FACT, notSent: 0 })).toMatch(/^Your access to Kent ended on 9 June/);
  expect(accessEndedWords({ ...FACT, notSent: 1 })).toMatch(/^1 change could not be sent/);
});

test('a wiped laptop says who, when, why and what it cost', async () => {
  expect(wipedWords({ at, why: 'ordered', notSent: 2 })).toBe(
    'This laptop was wiped by the programme team on 9 June 2026. 2 changes had not been sent.',
  );
  expect(wipedWords({ at, why: 'access-ended', notSent: 0 })).toContain(
    'Everything you had done was sent',
  );
  expect(wipedWords({ at, why: 'programme-ended', notSent: 1 })).toContain(
    '1 change had not been sent',
  );
  const made = madeUpWindow();
  made.session.set({
    is: 'signed-out',
    apiUrl: 'https://swt.example.org',
    programmeName: 'Social Work Together',
    madeUpAccounts: [],
    problem: null,
    wiped: { at, why: 'ordered', notSent: 2 },
  });
  draw(made.sources, <App />);
  await expect
    .element(page.getByText(/^This laptop was wiped by the programme team/))
    .toBeVisible();
});
