import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { App } from '#renderer/app/app.tsx';
import { showSaved, showToast } from '#renderer/ui/toast.tsx';
import { madeUpWindow, SYNCED } from '#test/builders/made-up-window.ts';
import { draw } from '../draw.tsx';

test('on a narrow screen one message stands at a time, and dismissing it shows the one before', async () => {
  await page.viewport(320, 640);
  draw(madeUpWindow().sources, <App />);
  await expect.element(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  for (const words of ['First', 'Second', 'Third']) showToast(`${words} message`);
  await expect.element(page.getByText('Third message')).toBeVisible();
  await expect.element(page.getByText('Second message')).not.toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect.element(page.getByText('Second message')).toBeVisible();
  await page.viewport(1280, 800);
  await expect.element(page.getByText('First message')).toBeVisible();
});

test('what is kept in memory only is not called saved', async () => {
  const made = madeUpWindow();
  draw(made.sources, <App />);
  await expect.element(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  showSaved('Saved: Priya Nair, no answer', async () => ({ ok: true, value: 'taken-back' }));
  await expect.element(page.getByText('Saved: Priya Nair, no answer')).toBeVisible();
  made.sync.set({ ...SYNCED, notices: ['STORE_NOT_PERSISTED'] });
  const kept = page.getByText('Kept only while this app is open: Priya Nair, no answer');
  await expect.element(kept).toBeVisible();
});
