import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { firstDay, goTo, logContact, syncWords } from './desk.ts';
import { expect, expectNoAxeViolations, picture, test } from './fixture.ts';
import { Meddler, problem } from './meddler.ts';
import { openSomeone } from './trouble.ts';

const NOTE = 'Lost its key before it was sent, canary 71';

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
  await laptop.signInAs('Tom Bassett');
  await expect(page.getByRole('alert')).toContainText(
    /holds work of Rosa Boyd.*They sign in first/,
  );
  await picture(page, 'put-aside-other-recruiter');
  await expectNoAxeViolations(page);
  expect(await filesAside()).toHaveLength(1);

  // (b) Rosa signs in while the centre cannot open it: signing out names it.
  await laptop.signInAs('Rosa Boyd');
  await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 60_000 });
  await goTo(page, '/sync');
  const main = page.getByRole('main');
  await expect(main).toContainText('brought back when the central service answers');
  await expect(main).not.toContainText(/Everything (you did here has reached|is sent)/);
  await picture(page, 'put-aside-sync');
  const signOut = () =>
    laptop.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send(
        'swt.push',
        'menu.command',
        'session.sign-out',
      ),
    );
  await signOut();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('brought back when the central service answers');
  await picture(page, 'put-aside-sign-out');
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Stay signed in' }).click();
  expect(await filesAside()).toHaveLength(1);

  // The centre answers again: it comes back from the dialog itself, and is sent.
  meddler.stopMeddling();
  await signOut();
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
    await picture(page, 'in-memory-sync');
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
