import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { App } from '#renderer/app/app.tsx';
import { findStore } from '#renderer/features/find/find-store.ts';
import { addressOf, go } from '#renderer/ui/place.ts';
import { madeUpWindow } from '#test/builders/made-up-window.ts';
import { anId } from '#test/builders/records.ts';
import { draw } from '../../draw.tsx';

test('zoomed in while it is open, Find folds its filters, closes the peek and covers no row', async () => {
  await page.viewport(1280, 800);
  findStore.setState({ isPeeking: true });
  draw(madeUpWindow({ people: 41 }).sources, <App />);
  go(addressOf('/find', { text: '' }));
  const grid = page.getByRole('grid', { name: 'People found' });
  await expect.element(grid).toBeVisible();
  const peek = () => document.querySelector('[data-pane="peek"]');
  const filters = () => document.querySelector('details');
  await expect.poll(peek).not.toBeNull();
  await expect.poll(() => filters()?.open).toBe(true);

  await page.viewport(320, 200);
  await expect.poll(() => filters()?.open).toBe(false);
  await expect.poll(peek).toBeNull();
  await userEvent.keyboard('/{ArrowDown}xjx');
  const tray = page.getByRole('region', { name: 'Selected people' }).element();
  const row = document.activeElement as HTMLElement;
  expect(row.dataset.row).toBe('1');
  expect(tray.getBoundingClientRect().bottom).toBeLessThanOrEqual(row.getBoundingClientRect().top);
  const main = document.querySelector('main') as HTMLElement;
  expect(main.scrollWidth).toBeLessThanOrEqual(main.clientWidth);

  await userEvent.keyboard(' ');
  await expect.poll(peek).not.toBeNull();
  await page.viewport(1280, 800);
  await expect.poll(() => filters()?.open).toBe(true);
});

test('at 400 % what is selected is one line, and its menu does all that its buttons do', async () => {
  await page.viewport(320, 640);
  const made = madeUpWindow({ answers: { 'find.outside': ({ ids }) => ids.slice(0, 10) } });
  const chosen = Array.from({ length: 12 }, (_, n) => [anId(n + 1), `Person ${n}`] as const);
  findStore.setState({
    selected: new Map(chosen.map(([id, label]) => [id as string, { id, label }])),
  });
  draw(made.sources, <App />);
  go(addressOf('/find', { text: '' }));
  const tray = page.getByRole('region', { name: 'Selected people' });
  await expect.element(tray.getByText('12 selected (10 not in view)')).toBeVisible();
  const box = () => tray.element().getBoundingClientRect();
  expect(box().height).toBeLessThanOrEqual(40);
  expect(box().right).toBeLessThanOrEqual(320);
  const words = tray.element().querySelector('p') as HTMLElement;
  expect(words.scrollWidth, 'nothing is cut').toBeLessThanOrEqual(words.clientWidth);
  const actions = tray.getByRole('button', { name: 'Actions: Selected people' });
  await actions.click();
  await page.getByRole('menuitem', { name: 'Show names' }).click();
  await expect.element(tray.getByText('Person 3, not in view')).toBeVisible();
  await actions.click();
  await page.getByRole('menuitem', { name: 'Clear' }).click();
  await expect.poll(() => findStore.getState().selected.size).toBe(0);
});

test('what is searched beside a word is no filter, and is not counted as one', async () => {
  await page.viewport(320, 640);
  draw(madeUpWindow().sources, <App />);
  go(addressOf('/find', { text: 'amhp' }));
  await expect.element(page.getByRole('button', { name: /^AMHP \+2 more words/ })).toBeVisible();
  const summary = () => document.querySelector('summary')?.textContent;
  expect(summary()).toBe('Filters');
  await page.getByText('Filters', { exact: true }).first().click();
  await page.getByRole('checkbox', { name: 'Now 29' }).click();
  await expect.poll(summary).toBe('Filters (1)');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect.poll(summary).toBe('Filters');
});

test('with less room than a box usually takes, the box is as wide as the list', async () => {
  await page.viewport(290, 640);
  draw(madeUpWindow().sources, <App />);
  go(addressOf('/find', { text: 'amhp' }));
  await expect.element(page.getByRole('grid', { name: 'People found' })).toBeVisible();
  const rightOf = (element: Element) => element.getBoundingClientRect().right;
  const typed = document.querySelector('main input[type="search"]')?.parentElement as HTMLElement;
  const list = page.getByRole('grid', { name: 'People found' }).element();
  expect(rightOf(typed)).toBeLessThanOrEqual(rightOf(list));
});
