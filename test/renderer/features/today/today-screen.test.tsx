import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CandidateId, CouncilId, IsoDate } from '#contract/brands.ts';
import type { ElsewhereContact } from '#contract/queries.ts';
import { App } from '#renderer/app/app.tsx';
import { madeUpWindow, TODAY } from '#test/builders/made-up-window.ts';
import { anId } from '#test/builders/records.ts';
import { draw } from '../../draw.tsx';

async function openToday(options: Parameters<typeof madeUpWindow>[0] = {}) {
  await page.viewport(1280, 800);
  const made = madeUpWindow(options);
  const place = draw(made.sources, <App />);
  await expect.element(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  return { made, place };
}

test('J and K go from person to person, and L logs a contact with the one that has the focus', async () => {
  const { place } = await openToday();
  const names = [...place.querySelectorAll('main [data-today-row] a')].map((a) => a.textContent);
  await userEvent.keyboard('jj');
  expect(document.activeElement?.textContent).toBe(names[1]);
  await userEvent.keyboard('k');
  expect(document.activeElement?.textContent).toBe(names[0]);
  await userEvent.keyboard('jl');
  await expect
    .element(page.getByRole('form', { name: `Log a contact with ${names[1]}` }))
    .toBeVisible();
});

test('the sentence and the link below the list count the same people', async () => {
  await openToday();
  await expect
    .element(page.getByText(/^41 people in our area have not been spoken to/))
    .toBeVisible();
  const all = page.getByRole('link', { name: 'Show all 41' });
  const asked = decodeURIComponent(all.element().getAttribute('href') ?? '');
  expect(asked).toContain(JSON.stringify(TODAY.unheard.query.facets));
});

test('a day with nothing due and nobody waiting says so, and where to go on', async () => {
  const quiet = {
    ...TODAY,
    followUps: [],
    decisions: [],
    notSent: [],
    unheard: { ...TODAY.unheard, total: 0, rows: [] },
  };
  await openToday({ answers: { 'today.read': () => quiet } });
  await expect.element(page.getByText('Everyone in our area has been spoken to.')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Find people' }).click();
  await expect.element(page.getByRole('grid', { name: 'People found' })).toBeVisible();
});

test('a follow-up that is done can be taken back', async () => {
  const { made } = await openToday();
  await page.getByRole('button', { name: /^Done: .*Amara Okafor/ }).click();
  await expect.element(page.getByText(/^Done: .*Amara Okafor/)).toBeVisible();
  expect(made.commands).toMatchObject([{ kind: 'follow-up.done' }]);
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(page.getByText(/^Taken back: Done/)).toBeVisible();
  expect(made.discarded).toHaveLength(1);
});

test('Open leads to that very card of Sync and records', async () => {
  const decisions = ['first', 'second'].flatMap((id) =>
    TODAY.decisions.slice(0, 1).map((decision) => ({ ...decision, id })),
  );
  const store = { people: 41, peopleAsAt: null, pending: [], marksNotSent: 0, decisions };
  await openToday({
    answers: {
      'today.read': () => ({ ...TODAY, decisions }),
      'store.read': () => ({ ...store, setAside: 0, indexBytes: 0, streams: [] }),
    },
  });
  await page
    .getByRole('button', { name: /^Open: / })
    .nth(1)
    .click();
  const heading = () => document.activeElement;
  await expect
    .poll(() => heading()?.closest('[data-card]')?.getAttribute('data-card'))
    .toBe('second');
  expect(heading()?.tagName).toBe('H3');
});

const MEDWAY: ElsewhereContact = {
  councilId: 'medway' as CouncilId,
  council: 'Medway',
  was: 'reached',
  on: '2026-06-08' as IsoDate,
  half: 'pm',
};

test('a follow-up says which other council was in touch, below what is to be done', async () => {
  const followUps = TODAY.followUps.map((due, n) =>
    n === 0 ? { ...due, elsewhere: MEDWAY } : due,
  );
  await openToday({ answers: { 'today.read': () => ({ ...TODAY, followUps }) } });
  await expect.element(page.getByText('Medway reached them yesterday afternoon')).toBeVisible();
});

test('[DM17] an overlap is said once and marked as settled with one key', async () => {
  const overlap = {
    candidateId: anId<CandidateId>(1),
    name: 'Amara Okafor',
    ours: { on: '2026-06-08' as IsoDate, half: 'am' as const, was: 'tried' as const },
    theirs: MEDWAY,
    on: '2026-06-08' as IsoDate,
  };
  const { made, place } = await openToday({
    answers: { 'today.read': () => ({ ...TODAY, overlaps: [overlap] }) },
  });
  await expect
    .element(page.getByText('You and Medway both contacted Amara Okafor yesterday'))
    .toBeVisible();
  await expect
    .element(page.getByText(/1 person was also contacted by another council\./))
    .toBeVisible();
  const settled = [...place.querySelectorAll('button')].find((button) =>
    button.getAttribute('aria-label')?.startsWith('Settled with Medway'),
  );
  settled?.focus();
  await userEvent.keyboard('{Enter}');
  expect(made.commands).toEqual([
    {
      kind: 'overlap.settle',
      args: { candidateId: overlap.candidateId, councilId: 'medway', on: '2026-06-08' },
    },
  ]);
});
