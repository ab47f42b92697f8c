import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { App } from '#renderer/app/app.tsx';
import { addressOf, go } from '#renderer/ui/place.ts';
import { madeUpWindow } from '#test/builders/made-up-window.ts';
import { anId } from '#test/builders/records.ts';
import { draw } from '../../draw.tsx';

test('one person, or people who are gone, are nothing to compare, and what to do is said', async () => {
  await page.viewport(1280, 800);
  const made = madeUpWindow();
  draw(made.sources, <App />);
  go(addressOf('/compare', { people: [anId(1), anId(2)].join() }));
  await expect.element(page.getByText('Choose two to four people.')).toBeVisible();
  await expect
    .element(page.getByRole('main').getByRole('link', { name: 'Find people' }))
    .toBeVisible();
});
