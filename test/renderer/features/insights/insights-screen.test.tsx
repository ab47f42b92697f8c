import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EVERYBODY } from '#contract/find-query.ts';
import { App } from '#renderer/app/app.tsx';
import { findAddress } from '#renderer/data/find-address.ts';
import { addressOf, go } from '#renderer/ui/place.ts';
import { madeUpWindow } from '#test/builders/made-up-window.ts';
import { draw } from '../../draw.tsx';

const LONDON = { ...EVERYBODY, facets: { region: ['london'] } };
const NORTH = { ...EVERYBODY, facets: { region: ['north_east'] } };
const VIEW = {
  people: 2000,
  unheard: 1147,
  charts: [
    {
      id: 'region' as const,
      title: 'Where they live',
      finding: '313 people (16%) live in London, more than any other.',
      note: '20 people did not say.',
      marks: [
        { id: 'london', label: 'London', count: 1313, query: LONDON },
        { id: 'north_east', label: 'North East', count: 114, query: NORTH },
      ],
    },
  ],
};

async function openInsights(view = VIEW) {
  await page.viewport(1280, 800);
  const made = madeUpWindow({ answers: { 'insights.read': () => view } });
  const place = draw(made.sources, <App />);
  go(addressOf('/insights'));
  return { made, place };
}

test('the heading is the finding, and each bar is a link with its number to exactly its people', async () => {
  await openInsights();
  await expect
    .element(page.getByRole('heading', { level: 1 }))
    .toHaveTextContent('1,147 of 2,000 people have not been spoken to');
  const bar = page.getByRole('link', { name: /^London ?, 1,313 people$/ });
  expect(bar.element().getAttribute('href')).toBe(findAddress(LONDON));
  (bar.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('grid', { name: 'People found' })).toBeVisible();
});

test('the table twin has the same numbers and the same links, and goes back to bars', async () => {
  const { place } = await openInsights();
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect.element(page.getByRole('columnheader', { name: 'People' })).toBeVisible();
  const rows = [...place.querySelectorAll('figure tbody tr')];
  expect(rows.map((row) => row.querySelector('td')?.textContent)).toEqual(['1,313', '114']);
  expect(rows.map((row) => row.querySelector('a')?.getAttribute('href'))).toEqual(
    [LONDON, NORTH].map((query) => findAddress(query)),
  );
  await page.getByRole('button', { name: 'Show as bars' }).click();
  expect(place.querySelector('figure table')).toBeNull();
});

test('with nobody on the device there is no empty chart but a sentence', async () => {
  const { place } = await openInsights({ people: 0, unheard: 0, charts: [] });
  await expect.element(page.getByText('There are no people on this device yet.')).toBeVisible();
  expect(place.querySelector('figure')).toBeNull();
});
