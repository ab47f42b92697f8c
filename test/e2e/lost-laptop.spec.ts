import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { find, firstDay, goTo, logContact, openRow, syncWords } from './desk.ts';
import { expect, expectNoAxeViolations, picture, test } from './fixture.ts';

const CANARY = 'Prefers the green gate, canary 4417';

test('(g) the programme team wipes a lost laptop: it says so, holds nobody, and the receipt is seen', async ({
  laptop,
  addLaptop,
}) => {
  const page = await firstDay(laptop, 'Rosa Boyd');
  await find(page, 'fostering');
  const name = await openRow(page, 0);
  await laptop.goOffline();
  await logContact(page, '1', CANARY);

  const team = await addLaptop();
  const desk = await firstDay(team, 'Imogen Clay');
  await goTo(desk, '/programme');
  await desk.getByLabel('Find a laptop').fill('Rosa Boyd');
  await desk
    .getByRole('button', { name: /^Wipe the laptop of Rosa Boyd/ })
    .first()
    .click();
  await expect(desk.getByText(/it destroys its keys/)).toBeVisible();
  await picture(desk, 'programme-wipe');
  await expectNoAxeViolations(desk);
  await desk.getByRole('button', { name: 'Wipe this laptop' }).click();
  await expect(desk.getByText(/^Wipe ordered .* Not done yet/).first()).toBeVisible();
  await picture(desk, 'programme-laptops');
  await expectNoAxeViolations(desk);

  await laptop.goOnline();
  await expect(
    page.getByText(/^This laptop was wiped by the programme team on \d+ \w+ \d{4}/),
  ).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText('1 change had not been sent.')).toBeVisible();
  await picture(page, 'sign-in-wiped');
  await expectNoAxeViolations(page);
  await expect(desk.getByText(/^Wiped .* 1 change had not been sent/).first()).toBeVisible({
    timeout: 30_000,
  });

  const databases = await page.evaluate(async () => (await indexedDB.databases()).length);
  expect(databases).toBe(0);
  await page.reload();
  await expect(page.getByText(/^This laptop was wiped/)).toBeVisible();
  await laptop.quit();
  for (const words of [CANARY, name]) expect(await filesWith(laptop.folder, words)).toEqual([]);
  const keys = await readFile(join(laptop.folder, 'keyring.json'), 'utf8');
  expect(Object.keys((JSON.parse(keys) as { keys: object }).keys)).toEqual(['journal']);

  // It is an empty laptop now: whoever signs in next begins anew.
  const again = await laptop.start();
  await laptop.signInAs('Rosa Boyd');
  await expect(syncWords(again, /^All sent/)).toBeVisible({ timeout: 60_000 });
  await find(again, name);
  await openRow(again, 0);
  await expect(again.getByText(CANARY)).toHaveCount(0);
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
