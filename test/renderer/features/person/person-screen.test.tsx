import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CandidateId, RecordId } from '#contract/brands.ts';
import type { ContactLog } from '#contract/records/council-work.ts';
import { App } from '#renderer/app/app.tsx';
import { addressOf, go } from '#renderer/ui/place.ts';
import { aPerson } from '#test/builders/made-up-people.ts';
import { madeUpWindow } from '#test/builders/made-up-window.ts';
import { anId, aVacancy, ROSA, TUESDAY } from '#test/builders/records.ts';
import { draw } from '../../draw.tsx';

const PRIYA = anId<CandidateId>(1);

async function openPerson(options: Parameters<typeof madeUpWindow>[0] = {}) {
  await page.viewport(1280, 800);
  const made = madeUpWindow(options);
  const place = draw(made.sources, <App />);
  go(addressOf(`/person/${PRIYA}`));
  return { made, place };
}

test('every fact has its day beside it, and what is not known is said', async () => {
  const { place } = await openPerson();
  await expect.element(page.getByRole('heading', { name: 'Priya Nair', level: 1 })).toBeVisible();
  const facts = place.querySelector('[aria-label="Facts"]')?.textContent ?? '';
  expect(facts).toContain('Told us 12 March 2026');
  expect(facts).toContain('March 2023');
  expect(facts).not.toContain('undefined');
});

test('the timeline says what is not sent yet, on that entry only', async () => {
  const { place } = await openPerson();
  await expect.element(page.getByText('Prefers text. Ask about Saturdays.')).toBeVisible();
  const unsent = [...place.querySelectorAll('main ol > li')].filter((entry) =>
    entry.textContent?.includes('Not sent yet'),
  );
  expect(unsent).toHaveLength(1);
  expect(unsent[0]?.textContent).toContain('Prefers text');
});

test('words of a search that found them are marked in our notes, and in nothing we wrote ourselves', async () => {
  const note = 'Prefers text. Ask about Saturdays.';
  const marked: (readonly string[])[] = [];
  const record: ContactLog = {
    id: '1' as RecordId,
    candidateId: PRIYA,
    channel: 'phone',
    direction: 'out',
    outcome: 'voicemail_left',
    note,
    at: TUESDAY,
    by: ROSA,
  };
  const { place } = await openPerson({
    person: (id) => {
      const person = aPerson(id);
      if (person.is !== 'held') return person;
      return { ...person, contacts: [{ record, seq: 1, notSentYet: false }] };
    },
    answers: {
      'find.marks': ({ texts }) => {
        marked.push(texts);
        return texts.map(() => [{ at: 8, length: 4 }]);
      },
    },
  });
  await expect.poll(() => place.querySelector('mark')?.textContent).toBe('text');
  expect(place.querySelectorAll('mark')).toHaveLength(1);
  expect(marked.at(-1)).toEqual([note]);
});

test('nothing is marked about somebody no search found', async () => {
  let asked = 0;
  await openPerson({
    answers: {
      'find.neighbours': () => null,
      'find.marks': ({ texts }) => {
        asked += 1;
        return texts.map(() => [{ at: 0, length: 4 }]);
      },
    },
  });
  await expect.element(page.getByText('Prefers text. Ask about Saturdays.')).toBeVisible();
  expect(asked).toBe(0);
});

test.each([']', 'j'])(
  'the next person, by %s, takes the place of this one: one step back is the list',
  async (key) => {
    await openPerson();
    go(addressOf('/find'));
    await expect.element(page.getByRole('grid', { name: 'People found' })).toBeVisible();
    await page
      .getByRole('row', { name: /^Priya Nair/ })
      .first()
      .click();
    go(addressOf(`/person/${PRIYA}`));
    await expect.element(page.getByRole('heading', { name: 'Priya Nair', level: 1 })).toBeVisible();
    const before = window.history.length;
    await userEvent.keyboard(key);
    await expect.poll(() => window.location.hash).toContain(anId(2));
    expect(window.history.length).toBe(before);
  },
);

test('a person who is not on this device is not called withdrawn, and a sync is offered', async () => {
  const { made } = await openPerson({ person: () => ({ is: 'not-held' }) });
  await expect
    .element(page.getByRole('heading', { name: 'We do not hold this person on this device' }))
    .toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Sync now' }).click();
  expect(made.requests).toContain('sync.now');
});

test('somebody already on the list is not said to be shortlisted again', async () => {
  const vacancy = { record: aVacancy(), seq: 1 };
  await openPerson({
    person: (id) => aPerson(id),
    vacancies: [
      {
        vacancy: { ...vacancy, notSentYet: false },
        onList: 1,
        spokenTo: 0,
        placed: 0,
        twoEdits: null,
      },
    ],
    onCommand: () => ({ ok: true, value: { saved: [], reverse: [] } }),
  });
  await expect.element(page.getByRole('link', { name: /^SW-114/ })).toBeVisible();
  await userEvent.keyboard('S');
  await page.getByRole('button', { name: /^SW-114/ }).click();
  await expect.element(page.getByText('Priya Nair is already on SW-114.')).toBeVisible();
});
