import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { IsoDate } from '#contract/brands.ts';
import { PROGRAMME_STATUSES, type ProgrammeStatus } from '#contract/vocabulary.ts';
import { PROGRAMME_STATUS_LABELS } from '#contract/vocabulary-labels.ts';
import { App } from '#renderer/app/app.tsx';
import { addressOf, go } from '#renderer/ui/place.ts';
import { madeUpWindow, SIGNED_IN } from '#test/builders/made-up-window.ts';
import { draw } from '../../draw.tsx';

if (SIGNED_IN.is !== 'signed-in') throw new Error('The made-up window is signed in.');
const { programme } = SIGNED_IN;

async function openProgramme(status: ProgrammeStatus) {
  await page.viewport(1280, 800);
  const view = {
    ...programme,
    status,
    closesOn: '2026-11-30' as IsoDate,
    retainUntil: '2027-05-30' as IsoDate,
  };
  const made = madeUpWindow({ answers: { 'programme.read': () => view } });
  const place = draw(made.sources, <App />);
  go(addressOf('/programme'));
  const label = PROGRAMME_STATUS_LABELS[status].toLowerCase();
  await expect
    .element(page.getByRole('heading', { level: 1 }))
    .toHaveTextContent(`${programme.name}: ${label}`);
  return place.querySelector('main')?.textContent ?? '';
}

test.each(PROGRAMME_STATUSES)('says what may be done while it is %s', async (status) => {
  const words = await openProgramme(status);
  expect(words).toContain('What you can do now');
  // Starting is offered in exactly the states in which the rules allow it.
  const mayStart = status === 'open' || status === 'reopened';
  expect(words.includes('Create vacancies and shortlists')).toBe(mayStart);
  expect(words.includes('Nothing new can be started')).toBe(status === 'closed');
});

test('only a closed programme names the day on which records are removed', async () => {
  expect(await openProgramme('closed')).toContain('30 May 2027');
});

test('an open programme does not frighten with a day of removal', async () => {
  expect(await openProgramme('open')).not.toContain('30 May 2027');
});
