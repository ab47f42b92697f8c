import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CentreCaller } from './centre-caller.ts';
import { find, firstDay, goTo, logContact, openRow, syncWords } from './desk.ts';
import { expect, expectNoAxeViolations, picture, test } from './fixture.ts';
import type { Laptop } from './laptop.ts';

const NOTE = 'Would start in autumn, canary 9021';

/** Answers the questions of the operating system as a recruiter would who picks this file. */
async function picks(laptop: Laptop, path: string): Promise<void> {
  await laptop.app.evaluate(({ dialog }, filePath) => {
    Object.assign(dialog, {
      showSaveDialog: async () => ({ canceled: false, filePath }),
      showOpenDialog: async () => ({ canceled: false, filePaths: [filePath] }),
    });
  }, path);
}

test('what a broken laptop had not sent goes on from a recovery file on another, once', async ({
  laptop,
  addLaptop,
  centre,
}) => {
  const page = await firstDay(laptop, 'Rosa Boyd');
  await laptop.goOffline();
  await find(page, 'amhp');
  await openRow(page, 0);
  await logContact(page, '5', NOTE);
  await goTo(page, '/sync');
  const file = join(laptop.folder, 'mine.swt-work');
  await picks(laptop, file);
  await page.getByRole('button', { name: 'Save a recovery file' }).click();
  await expect(page.getByText(/^1 change saved to/)).toBeVisible();
  await picture(page, 'recovery-saved');
  await expectNoAxeViolations(page);
  const bytes = await readFile(file, 'utf8');
  expect(bytes).not.toContain('canary');

  // A colleague's laptop cannot open it; her own other one can.
  const tom = await addLaptop();
  const toms = await firstDay(tom, 'Tom Bassett');
  await picks(tom, file);
  await goTo(toms, '/sync');
  await toms.getByRole('button', { name: 'Open a recovery file' }).click();
  await expect(toms.getByText(/saved by another recruiter/)).toBeVisible();

  const second = await addLaptop();
  const other = await firstDay(second, 'Rosa Boyd');
  await picks(second, file);
  await goTo(other, '/sync');
  await other.getByRole('button', { name: 'Open a recovery file' }).click();
  await expect(other.getByText(/^1 change is on this device now/)).toBeVisible();
  await expect(syncWords(other, /^All sent/)).toBeVisible({ timeout: 60_000 });
  // Opened once more, and the first laptop mended after all: nothing is doubled.
  await other.getByRole('button', { name: 'Open a recovery file' }).click();
  await laptop.goOnline();
  await page.keyboard.press('Control+s');
  await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 60_000 });
  await expect(syncWords(other, /^All sent/)).toBeVisible({ timeout: 60_000 });
  const rosa = await CentreCaller.signIn(centre.url, (account) => account.name === 'Rosa Boyd');
  expect((await rosa.streamText('council:kent')).split(NOTE)).toHaveLength(2);
});
