import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { App } from '#renderer/app/app.tsx';
import { addressOf, go } from '#renderer/ui/place.ts';
import { madeUpWindow } from '#test/builders/made-up-window.ts';
import { draw } from '../../draw.tsx';

async function start() {
  await page.viewport(1280, 800);
  const made = madeUpWindow();
  draw(made.sources, <App />);
  await expect.element(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  return made;
}

test('About in the window’s menu leads to the version and the licences', async () => {
  const made = await start();
  made.chooseInMenu('help.about');
  await expect.element(page.getByRole('heading', { name: 'Settings', level: 1 })).toHaveFocus();
  await expect.element(page.getByText('Version 0.1.0.')).toBeVisible();
  await expect.element(page.getByText(/GeoNames/)).toBeVisible();
});

test('Sign out in the window’s menu asks first', async () => {
  const made = await start();
  made.chooseInMenu('session.sign-out');
  await expect.element(page.getByRole('button', { name: 'Stay signed in' })).toBeVisible();
  await page.getByRole('button', { name: 'Stay signed in' }).click();
  expect(made.requests).not.toContain('session.sign-out');
});

test('switching single letters off is asked of main', async () => {
  const made = await start();
  go(addressOf('/settings'));
  await page.getByLabelText(/^Single-letter keys/).click();
  expect(made.requests).toContain('settings.write');
});

test('F6 goes round every part of the window and comes back to the first', async () => {
  await start();
  const parts: (string | undefined)[] = [];
  for (let press = 0; press < 6; press += 1) {
    await userEvent.keyboard('{F6}');
    parts.push(document.activeElement?.closest('header, main, nav')?.tagName);
  }
  expect(parts.slice(0, 3).toSorted()).toEqual(['HEADER', 'MAIN', 'NAV']);
  expect(parts.slice(3)).toEqual(parts.slice(0, 3));
});
