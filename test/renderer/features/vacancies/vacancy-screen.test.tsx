import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fail, ok } from '#contract/errors.ts';
import type { ListedPerson, VacancyView } from '#contract/queries.ts';
import type { Stage } from '#contract/vocabulary.ts';
import { App } from '#renderer/app/app.tsx';
import { addressOf, go } from '#renderer/ui/place.ts';
import { aCard } from '#test/builders/made-up-people.ts';
import { madeUpWindow } from '#test/builders/made-up-window.ts';
import { anId, aVacancy, ROSA, TUESDAY } from '#test/builders/records.ts';
import { draw } from '../../draw.tsx';

const VACANCY = aVacancy();

function listed(index: number, stage: Stage, isHere = true): ListedPerson {
  const card = aCard(index);
  return {
    entry: {
      record: {
        id: anId(0x500 + index),
        vacancyId: VACANCY.id,
        candidateId: card.id,
        stage,
        removed: false,
        history: [{ at: TUESDAY, by: ROSA, to: stage }],
      },
      seq: 1,
      notSentYet: false,
    },
    card: isHere ? card : null,
    daysHere: 3,
  };
}

async function openVacancy(options: Parameters<typeof madeUpWindow>[0] = {}) {
  await page.viewport(1280, 800);
  const crossed = listed(1, 'new');
  const view: VacancyView = {
    vacancy: { record: VACANCY, seq: 1, notSentYet: false },
    people: [
      listed(0, 'new'),
      { ...crossed, card: crossed.card && { ...crossed.card, twoEdits: 'entry stage' } },
      listed(2, 'offer_conditional', false),
    ],
  };
  const made = madeUpWindow({
    ...options,
    vacancies: [{ vacancy: view.vacancy, onList: 3, spokenTo: 0, placed: 1, twoEdits: 'hours' }],
    answers: { 'vacancy.read': () => view },
  });
  const place = draw(made.sources, <App />);
  go(addressOf(`/vacancies/${VACANCY.id}`));
  await expect.element(page.getByRole('heading', { level: 1, name: /^SW-114/ })).toBeVisible();
  return { made, place };
}

/** Chooses a stage for the first person by keys alone. */
async function move(to: string) {
  (page.getByRole('button', { name: 'Move Priya Nair' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await page.getByRole('menuitem', { name: to }).click();
}

test('a wrong move is corrected by Ctrl+Z: what is not sent goes from the journal', async () => {
  const { made } = await openVacancy();
  await move('Interested');
  await expect.element(page.getByText('Moved Priya Nair to interested')).toBeVisible();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(page.getByText('Taken back: Moved Priya Nair to interested')).toBeVisible();
  expect(made.discarded).toHaveLength(1);
  expect(made.commands).toHaveLength(1);
});

test('a move that was sent already is undone by a change of its own, in words of its own', async () => {
  const on = { vacancyId: VACANCY.id, candidateId: aCard(0).id };
  const back = { kind: 'shortlist.move', args: { ...on, to: 'new', undone: true } } as const;
  const { made } = await openVacancy({
    onDiscard: () => fail('RULE_REFUSED', 'Sent already.'),
    onCommand: () => ok({ saved: [anId(1)], reverse: [back] }),
  });
  await move('Interested');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(page.getByText(/^Undone by a new change/)).toBeVisible();
  expect(made.commands).toMatchObject([
    { kind: 'shortlist.move', args: { to: 'interested' } },
    { kind: 'shortlist.move', args: { to: 'new', undone: true } },
  ]);
});

test('what could not be taken back is not called taken back', async () => {
  await openVacancy({ onDiscard: () => fail('SAVE_DISK_FULL', 'full') });
  await move('Interested');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(page.getByText(/^This was not saved/)).toBeVisible();
  expect(page.getByText(/^Taken back/).elements()).toHaveLength(0);
});

test('nobody leaves the list without a reason, and going back changes nothing', async () => {
  const { made } = await openVacancy();
  await move('Take off this list');
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await expect.element(page.getByText('Error: Enter a reason')).toBeVisible();
  await page.getByRole('button', { name: 'Go back' }).click();
  expect(made.commands).toEqual([]);
});

test('someone who withdrew keeps their place on the list without a name and cannot be moved', async () => {
  const { place } = await openVacancy();
  await expect.element(page.getByText('Someone who has withdrawn')).toBeVisible();
  expect(place.querySelector('main')?.textContent).not.toContain(aCard(2).name);
  expect(page.getByRole('button', { name: /^Move/ }).elements()).toHaveLength(2);
});

test('a person and a vacancy that two people edited lead to where it is settled', async () => {
  const { place } = await openVacancy();
  const tags = [...place.querySelectorAll('main a')].filter((a) => a.textContent === 'Two edits');
  expect(tags.map((a) => a.getAttribute('href'))).toEqual([
    addressOf('/sync', { card: 'entry stage' }),
  ]);
  go(addressOf('/vacancies'));
  const tag = page.getByRole('table').getByRole('link', { name: 'Two edits: SW-114' });
  await expect.element(tag).toHaveAttribute('href', addressOf('/sync', { card: 'hours' }));
});

test('the vacancies say how many posts are still to fill, and the rail where one is', async () => {
  await openVacancy();
  await expect
    .element(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^SW-114/ }))
    .toHaveAttribute('aria-current', 'page');
  go(addressOf('/vacancies'));
  await expect
    .element(page.getByText('1 of 2 posts still to fill in 1 open vacancy.'))
    .toBeVisible();
});

test('a new vacancy begins in its first field; an error is said and nothing typed is lost', async () => {
  const { made } = await openVacancy();
  go(addressOf('/vacancies'));
  await page.getByRole('button', { name: 'New vacancy' }).click();
  await userEvent.keyboard('sw-114');
  await page.getByLabelText('Title').fill('Duty team, Hythe');
  await page.getByRole('button', { name: 'Save vacancy' }).click();
  await expect
    .element(page.getByRole('link', { name: 'sw-114 is in use. Enter another reference' }))
    .toBeVisible();
  expect(made.commands).toEqual([]);
  await page.getByLabelText('Reference').fill('SW-130');
  await page.getByLabelText(/^Closes on/).fill('30 6 2027');
  await page.getByRole('button', { name: 'Save vacancy' }).click();
  await expect.element(page.getByText('Saved: SW-130')).toBeVisible();
  expect(made.commands).toMatchObject([
    { kind: 'vacancy.create', args: { ref: 'SW-130', closesOn: '2027-06-30' } },
  ]);
});
