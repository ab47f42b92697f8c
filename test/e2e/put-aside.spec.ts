import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Page } from '@playwright/test';
import { firstDay, goTo, logContact, syncWords } from './desk.ts';
import { expect, expectNoAxeViolations, picture, test } from './fixture.ts';
import type { Laptop } from './laptop.ts';
import { Meddler, problem } from './meddler.ts';
import { openSomeone } from './trouble.ts';

const NOTE = 'Lost its key before it was sent, canary 71';

/** Chooses "Sign out" in the menu of the app. */
function askToSignOut(laptop: Laptop): Promise<void> {
  return laptop.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.webContents.send('swt.push', 'menu.command', 'session.sign-out');
  });
}

/** As it is, and as at 400 %. */
async function pictures(page: Page, name: string): Promise<void> {
  await picture(page, name);
  await page.setViewportSize({ width: 320, height: 640 });
  await picture(page, `${name}-400`);
  await page.setViewportSize({ width: 1280, height: 800 });
}

test('work that lost its key is nobody else’s to delete, is named before a sign-out, and comes back', async ({
  addLaptop,
  centre,
}) => {
  const meddler = await Meddler.before(centre.url);
  const laptop = await addLaptop(meddler.url);
  await firstDay(laptop, 'Rosa Boyd');
  const person = await openSomeone(laptop.page, 'amhp', 2);
  await laptop.goOffline();
  await logContact(laptop.page, '1', NOTE);
  await laptop.quit();
  await writeFile(join(laptop.folder, 'keyring.json'), '{"version":1}');
  const filesAside = async () =>
    (await readdir(laptop.folder)).filter((file) => /damaged-[^.]*Z$/.test(file));
  meddler.answer = ({ path }) => (path === '/v1/recovery/open' ? problem('fault') : null);

  // (a) Somebody else signs in: refused, told what to do, and nothing is gone.
  await laptop.goOnline();
  let page = await laptop.start();
  await expect(page.getByRole('main')).toContainText('may not be sent waits in a file');
  await pictures(page, 'put-aside-lost-keys');
  await laptop.signInAs('Tom Bassett');
  await expect(page.getByRole('alert')).toContainText(
    /holds work of Rosa Boyd.*They sign in first/,
  );
  await picture(page, 'put-aside-other-recruiter');
  await expectNoAxeViolations(page);
  expect(await filesAside()).toHaveLength(1);

  // (b) Rosa signs in while the centre cannot open it: signing out names it.
  await laptop.signInAs('Rosa Boyd');
  await expect(syncWords(page, /^All else sent/)).toBeVisible({ timeout: 60_000 });
  await goTo(page, '/sync');
  const main = page.getByRole('main');
  await expect(main).toContainText('brought back when the central service answers');
  await expect(main).not.toContainText(/Everything (you did here has reached|is sent)/);
  await pictures(page, 'put-aside-sync');
  await askToSignOut(laptop);
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('brought back when the central service answers');
  await pictures(page, 'put-aside-sign-out');
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Stay signed in' }).click();
  expect(await filesAside()).toHaveLength(1);

  // The centre answers again: it comes back from the dialog itself, and is sent.
  meddler.stopMeddling();
  await askToSignOut(laptop);
  await dialog.getByRole('button', { name: 'Try to bring it back now' }).click();
  await expect(page.getByRole('dialog', { name: 'Sign out?' })).not.toContainText('file', {
    timeout: 30_000,
  });
  expect(await filesAside()).toEqual([]);
  await page.getByRole('button', { name: 'Stay signed in' }).click();
  await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 30_000 });
  await person.open(page);
  await expect(page.getByText(NOTE)).toHaveCount(1);
  await goTo(page, '/sync');
  await expect(page.getByText('Everything you did here has reached')).toBeVisible();
  page = await laptop.relaunch();
  await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 60_000 });
  await meddler.close();
});

test('S6 work that only memory has is said so, and closing the window asks before it is lost', async ({
  laptop,
}) => {
  process.env.SWT_STAND_IN_STORAGE = 'basic_text';
  try {
    const page = await firstDay(laptop, 'Rosa Boyd');
    await openSomeone(page, 'amhp', 2);
    await laptop.goOffline();
    await logContact(page, '1', 'Only in memory, canary 72');
    await goTo(page, '/sync');
    const main = page.getByRole('main');
    await expect(main).toContainText('It is kept only while this app is open');
    await expect(main).not.toContainText(/[Ss]aved on this device|Nothing is lost/);
    await pictures(page, 'in-memory-sync');
    await expectNoAxeViolations(page);

    const asked = () =>
      laptop.app.evaluate(({ BrowserWindow, dialog }) => {
        const told: string[] = [];
        Object.assign(dialog, {
          async showMessageBox(_window: unknown, question: { message: string; detail: string }) {
            told.push(`${question.message} ${question.detail}`);
            return { response: 0, checkboxChecked: false };
          },
        });
        BrowserWindow.getAllWindows()[0]?.close();
        return new Promise<string[]>((done) => setTimeout(() => done(told), 300));
      });
    expect(await asked()).toEqual([expect.stringMatching(/^1 change is not sent yet\. .*gone/)]);
    await expect(main).toContainText('It is kept only while this app is open');

    await laptop.goOnline();
    await page.keyboard.press('Control+s');
    await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 30_000 });
    await expect(main).toContainText('Everything you did since you opened the app has reached');
  } finally {
    delete process.env.SWT_STAND_IN_STORAGE;
  }
});

test('a damaged file with work is named before a sign-out deletes it, also once it was read about', async ({
  laptop,
}) => {
  await firstDay(laptop, 'Rosa Boyd');
  await openSomeone(laptop.page, 'amhp', 2);
  await laptop.goOffline();
  for (const n of [1, 2, 3]) await logContact(laptop.page, '1', `Of three, canary 73${n}`);
  await laptop.quit();
  const journal = new DatabaseSync(join(laptop.folder, 'journal.sqlite'));
  journal.exec(
    'update entry set body = zeroblob(length(body)) where n = (select max(n) from entry)',
  );
  journal.close();
  const page = await laptop.start();
  await goTo(page, '/sync');
  const main = page.getByRole('main');
  await expect(main).toContainText('unsent work could not be read');
  await expect(main).not.toContainText(/Nothing is lost|Everything you did here has reached/);
  await pictures(page, 'damaged-sync');
  await laptop.goOnline();
  await page.keyboard.press('Control+s');
  // Nobody can say that all is: the file may hold what was not.
  await expect(syncWords(page, /^All else sent/)).toBeVisible({ timeout: 30_000 });
  await main.getByRole('button', { name: 'I have read this' }).click();
  await expect(main).not.toContainText('unsent work could not be read');
  await expect(main).not.toContainText(/Nothing is lost|Everything you did here has reached/);
  await askToSignOut(laptop);
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('damaged file on this device may hold work of yours');
  await picture(page, 'damaged-sign-out');
  await dialog.getByRole('button', { name: 'Sign out and delete the file' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible();
  expect((await readdir(laptop.folder)).filter((file) => file.includes('damaged'))).toEqual([]);
});
