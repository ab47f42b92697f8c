import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CentreCaller } from './centre-caller.ts';
import { find, firstDay, goTo, logContact, openRow, syncWords } from './desk.ts';
import { expect, test } from './fixture.ts';

const CANARY = 'Prefers the blue door, canary 9382';

test('(d) a person who withdraws is gone from list, page, shortlist and disk after one sync', async ({
  laptop,
  centre,
}) => {
  const page = await firstDay(laptop, 'Rosa Boyd');
  await find(page, 'fostering');
  const name = await openRow(page, 0);
  const id = new URL(page.url()).hash.split('/').at(-1) ?? '';
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('Shift+S');
  await page.getByRole('button', { name: /^SW-/ }).first().click();
  await logContact(page, '1', CANARY);
  await page.keyboard.press('Control+s');
  await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 30_000 });
  const list = await page.getByRole('link', { name: /^SW-/ }).first().getAttribute('href');

  const team = await CentreCaller.programmeTeam(centre.url);
  await team.withdraw(id);
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/has withdrawn/).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(name)).toHaveCount(0);
  await expect(page.getByText(CANARY)).toHaveCount(0);

  await find(page, name);
  await expect(page.getByText('No one matches').first()).toBeVisible();
  await goTo(page, list ?? '/vacancies');
  await expect(page.getByText('Someone who has withdrawn').first()).toBeVisible();
  await expect(page.getByText(name)).toHaveCount(0);

  await laptop.quit();
  expect(await filesWith(laptop.folder, CANARY)).toEqual([]);
  expect(await filesWith(laptop.folder, name)).toEqual([]);
});

/** Every file of the laptop that holds the words, in either of the encodings Chromium writes. */
async function filesWith(folder: string, words: string): Promise<readonly string[]> {
  const found: string[] = [];
  const needles = [Buffer.from(words, 'utf8'), Buffer.from(words, 'utf16le')];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    if (needles.some((needle) => bytes.includes(needle))) found.push(path);
  }
  return found;
}
