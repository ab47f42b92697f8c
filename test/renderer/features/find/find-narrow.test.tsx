import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { App } from '#renderer/app/app.tsx';
import { findStore } from '#renderer/features/find/find-store.ts';
import { addressOf, go } from '#renderer/ui/place.ts';
import { madeUpWindow } from '#test/builders/made-up-window.ts';
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
