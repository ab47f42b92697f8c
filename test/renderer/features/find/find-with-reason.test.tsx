import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fail } from '#contract/errors.ts';
import { EVERYBODY } from '#contract/find-query.ts';
import { App } from '#renderer/app/app.tsx';
import { findAddress } from '#renderer/data/find-address.ts';
import { findStore } from '#renderer/features/find/find-store.ts';
import { addressOf, go } from '#renderer/ui/place.ts';
import { madeUpWindow } from '#test/builders/made-up-window.ts';
import { draw } from '../../draw.tsx';

test('a language is searched only after a reason was recorded', async () => {
  await page.viewport(1280, 1600);
  const made = madeUpWindow();
  draw(made.sources, <App />);
  go(addressOf('/find', { text: '' }));
  await page.getByRole('button', { name: 'Years or languages' }).click();
  await page.getByRole('button', { name: 'Search with it' }).click();
  await expect.poll(() => document.body.textContent).toContain('Choose years or a language first');
  await page.getByRole('button', { name: /Language/ }).click();
  await page.getByRole('option', { name: 'Welsh' }).click();
  await page.getByRole('button', { name: 'Search with it' }).click();
  await expect
    .poll(() => document.body.textContent)
    .toContain('Say what in the job needs it, in a few words');
  expect(findStore.getState().query.languages).toBeUndefined();
  expect(made.commands).toEqual([]);
  await page.getByLabelText('What in the job needs it').fill('The families speak Welsh');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => findStore.getState().query.languages?.anyOf).toEqual(['Welsh']);
  expect(made.commands).toMatchObject([
    {
      kind: 'audit.record',
      args: { detail: 'Searched for: speaks Welsh. Reason: The families speak Welsh' },
    },
  ]);
  await expect.element(page.getByText('Speaks Welsh').first()).toBeVisible();
  await page.getByRole('button', { name: /Remove.*Welsh/ }).click();
  expect(findStore.getState().query.languages).toBeUndefined();
});

test('a question with a reason that comes by an address is recorded before anybody is found', async () => {
  await page.viewport(1280, 800);
  const asked: boolean[] = [];
  const made = madeUpWindow();
  draw(made.sources, <App />);
  const { ask } = made.sources.worker;
  made.sources.worker.ask = (name, input) => {
    if (name === 'find.run' && 'languages' in (input as { query: object }).query) {
      asked.push(made.commands.length > 0);
    }
    return ask(name, input);
  };
  const languages = { anyOf: ['Welsh'], reason: 'The families speak Welsh' };
  go(findAddress({ ...EVERYBODY, languages }));
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  expect(asked.every(Boolean)).toBe(true);
  const detail = 'Searched for: speaks Welsh. Reason: The families speak Welsh';
  expect(made.commands).toMatchObject([{ kind: 'audit.record', args: { detail } }]);
});

test('nobody is found by what could not be recorded, and it is said why', async () => {
  await page.viewport(1280, 800);
  const made = madeUpWindow({ onCommand: () => fail('SAVE_DISK_FULL', 'disk') });
  draw(made.sources, <App />);
  const languages = { anyOf: ['Polish'], reason: 'The families speak Polish' };
  go(findAddress({ ...EVERYBODY, languages }));
  await expect.poll(() => document.querySelector('[role="alert"]')).not.toBeNull();
  expect(document.querySelector('[aria-label="People found"]')).toBeNull();
});
