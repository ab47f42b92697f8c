import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Candidate } from '#contract/records/candidate.ts';
import { decodeBucket, encodeBucket } from '#core/codec/bucket.ts';
import { CentreCaller } from './centre-caller.ts';
import { firstDay, goTo, logContact, syncWords } from './desk.ts';
import { expect, test } from './fixture.ts';
import type { Laptop } from './laptop.ts';
import { type Call, Meddler } from './meddler.ts';
import { notSentCount, openSomeone, syncSays } from './trouble.ts';

test('(l) one malformed record in each of two streams is set aside and counted; a lost cache is read again', async ({
  addLaptop,
  centre,
}) => {
  const meddler = await Meddler.before(centre.url);
  meddler.rewrite = spoilOneOfEach();
  const laptop = await addLaptop(meddler.url);
  let page = await firstDay(laptop, 'Rosa Boyd');
  await goTo(page, '/sync');
  await syncSays(page, /^2 records set aside: not in the agreed form$/);
  await syncSays(page, /^1,999/);
  await laptop.goOffline();
  const person = await openSomeone(page, 'fostering');
  await logContact(page, '1', 'Before the cache went, canary 17');

  await laptop.quit();
  const caches = await foldersCalled('IndexedDB', laptop.folder);
  expect(caches).not.toEqual([]);
  for (const cache of caches) await rm(cache, { recursive: true });

  // Without a network the list is gone, and the work is still there.
  page = await laptop.start();
  await expect(syncWords(page, /1 not sent yet$/)).toBeVisible();
  expect(await notSentCount(page)).toBe(1);
  await goTo(page, '/sync');
  await syncSays(
    page,
    /list of people on this device was damaged or gone\. It is being read again/,
  );
  meddler.stopMeddling();
  await laptop.goOnline();
  await page.keyboard.press('Control+s');
  await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 60_000 });
  await goTo(page, '/sync');
  await syncSays(page, /^2,000/);
  await syncSays(page, /^Healthy$/);
  await expect(page.getByRole('main').getByText(/damaged or gone/)).toHaveCount(0);
  await person.open(page);
  await expect(page.getByText('Before the cache went, canary 17')).toHaveCount(1);
  await meddler.close();
});

test('(m) on a full disk nothing is called saved, what was typed stays, and with room it is saved', async ({
  laptop,
}) => {
  const problem = mountSmallDisk(laptop.folder);
  if (problem !== null) console.warn(`skipped: ${problem}`);
  test.skip(problem !== null, problem ?? '');
  try {
    const page = await firstDay(laptop, 'Rosa Boyd');
    const person = await openSomeone(page, 'amhp');
    await logContact(page, '1', 'While there was room');
    await expect(syncWords(page, /^All sent/)).toBeVisible();
    await laptop.goOffline();

    const ballast = join(laptop.folder, 'ballast');
    fillDisk(ballast);
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('l');
    await page.keyboard.press('1');
    await page.getByLabel('Note').fill('Typed on a full disk, canary 28');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('alert')).toContainText(
      'This was not saved: the disk of this device is full.',
    );
    await expect(page.getByRole('alert')).toContainText('Free some space, then save again.');
    await expect(page.getByLabel('Note')).toHaveValue('Typed on a full disk, canary 28');
    await expect(page.getByText('Draft saved on this device')).toHaveCount(0);
    expect(await notSentCount(page)).toBe(0);

    await rm(ballast);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'Log a contact' })).toHaveCount(0);
    expect(await notSentCount(page)).toBe(1);
    await laptop.goOnline();
    await page.keyboard.press('Control+s');
    await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 30_000 });
    const again = await laptop.relaunch();
    await person.open(again);
    await expect(again.getByText('Typed on a full disk, canary 28')).toHaveCount(1);
  } finally {
    await laptop.quit();
    execFileSync('umount', ['-l', laptop.folder]);
  }
});

test('(m) what the centre sends to a full disk is told, costs nothing that was here, and comes with room', async ({
  laptop,
  addLaptop,
  centre,
}) => {
  const problem = mountSmallDisk(laptop.folder);
  if (problem !== null) console.warn(`skipped: ${problem}`);
  test.skip(problem !== null, problem ?? '');
  try {
    const page = await firstDay(laptop, 'Rosa Boyd');
    const person = await openSomeone(page, 'amhp', 3);
    await laptop.goOffline();
    await logContact(page, '1', 'Saved before the disk was full, canary 81');

    const rosa = await CentreCaller.signIn(centre.url, ({ name }) => name === 'Rosa Boyd');
    const other = await addLaptop();
    const desk = await firstDay(other, await rosa.colleagueOf('Rosa Boyd'));
    await person.open(desk);
    await logContact(desk, '1', 'Meanwhile from a colleague, canary 82');
    await expect(syncWords(desk, /^All sent/)).toBeVisible({ timeout: 30_000 });
    const ballast = join(laptop.folder, 'ballast');
    fillDisk(ballast);
    await laptop.goOnline();
    await page.keyboard.press('Control+s');
    await goTo(page, '/sync');
    await syncSays(page, /disk of this device (is full|did not take)/);
    await person.open(page);
    await expect(page.getByText('Saved before the disk was full, canary 81')).toHaveCount(1);

    await rm(ballast);
    await page.keyboard.press('Control+s');
    await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 60_000 });
    const again = await laptop.relaunch();
    await person.open(again);
    for (const note of [/canary 81/, /canary 82/]) {
      await expect(again.getByText(note)).toHaveCount(1);
    }
    await goTo(again, '/sync');
    await syncSays(again, /^2,000/);
    await expect(again.getByText(/disk of this device/)).toHaveCount(0);
  } finally {
    await laptop.quit();
    execFileSync('umount', ['-l', laptop.folder]);
  }
});

test('(n) a laptop whose clock is wrong signs in, is told by how much, and sends', async ({
  laptop,
}) => {
  await laptop.start();
  await laptop.shiftClock(47);
  await laptop.signInAs('Rosa Boyd');
  const { page } = laptop;
  await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 60_000 });
  await goTo(page, '/sync');
  await syncSays(page, /clock is 47 minutes ahead\. Nothing is lost/);
  await laptop.shiftClock(-190);
  await page.keyboard.press('Control+s');
  await syncSays(page, /clock is 3 hours behind\. Nothing is lost/);
  const person = await openSomeone(page, 'amhp', 1);
  await logContact(page, '1', 'At another time, canary 39');
  await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 30_000 });
  expect(await notSentCount(page)).toBe(0);
  await laptop.shiftClock(0);
  await goTo(page, '/sync');
  await expect(async () => {
    await page.keyboard.press('Control+s'); // one pressed in the middle of a sync starts no other
    await expect(page.getByText(/clock is/)).toHaveCount(0, { timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
  await person.open(page);
  await expect(page.getByText('At another time, canary 39')).toHaveCount(1);
});

test('(o) a second copy says one sentence, ends well, and brings the first to the front', async ({
  laptop,
}) => {
  const page = await laptop.start();
  await laptop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const second = await laptop.runSecondCopy();
  expect(second.exitCode).toBe(0);
  expect(second.said).toContain(
    'Social Work Together is already open for this folder; its window is in front.',
  );
  const isFront = () =>
    laptop.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return window?.isVisible() === true && !window.isMinimized();
    });
  await expect.poll(isFront).toBe(true);
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible();
});

test('(p) lost keys ask for a sign-in and say what became of unsent work', async ({ laptop }) => {
  // The tokens are lost, the data keys are not: the work is kept and sent.
  await firstDay(laptop, 'Rosa Boyd');
  const person = await openSomeone(laptop.page, 'amhp', 2);
  await workOffline(laptop, 'Kept through lost tokens, canary 50');
  await writeFile(join(laptop.folder, 'tokens.sealed'), 'not what it was');
  let page = await signInAgain(laptop);
  expect(await notSentCount(page)).toBe(0);
  await expect(page.getByText(/unsent work/)).toHaveCount(0);
  await person.open(page);
  await expect(page.getByText('Kept through lost tokens, canary 50')).toHaveCount(1);

  // The data keys are lost: the centre opens the journal's own for her, and all comes back.
  await workOffline(laptop, 'Lost with its key and rescued, canary 51');
  await writeFile(join(laptop.folder, 'keyring.json'), '{"version":1}');
  page = await signInAgain(laptop);
  await person.open(page);
  await expect(page.getByText('Lost with its key and rescued, canary 51')).toHaveCount(1);
  await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 30_000 });
  await goTo(page, '/sync');
  await expect(page.getByText(/unsent work could not be read/)).toHaveCount(0);

  // Without the rescue file: what was sent comes again, what was not is told and put aside.
  await person.open(page);
  await workOffline(laptop, 'Lost with its key, canary 53');
  await writeFile(join(laptop.folder, 'keyring.json'), '{"version":1}');
  await rm(join(laptop.folder, 'journal.sqlite.rescue'));
  page = await signInAgain(laptop);
  await goTo(page, '/sync');
  await syncSays(page, /unsent work could not be read/);
  // Said where it could be acted on, and not any more once it has been.
  await expect(page.getByText(/can no longer open/)).toHaveCount(0);
  await syncSays(page, /^2,000/);
  const files = await readdir(laptop.folder);
  expect(files.filter((file) => /^journal\.sqlite\.damaged-[^.]*Z$/.test(file))).toHaveLength(1);
  await person.open(page);
  await expect(page.getByText('Kept through lost tokens, canary 50')).toHaveCount(1);
  await logContact(page, '1', 'After the keys, canary 52');
  await expect(syncWords(page, /^All else sent/)).toBeVisible({ timeout: 30_000 });
});

/** Logs a contact with whoever's page is open, with no network, and quits. */
async function workOffline(laptop: Laptop, note: string): Promise<void> {
  await laptop.goOffline();
  await logContact(laptop.page, '1', note);
  expect(await notSentCount(laptop.page)).toBe(1);
  await laptop.quit();
  await laptop.goOnline();
}

async function signInAgain(laptop: Laptop) {
  const page = await laptop.start();
  await expect(page.getByRole('alert')).toContainText(
    'This device can no longer open what it had stored. What was sent is safe',
  );
  await laptop.signInAs('Rosa Boyd');
  await expect(syncWords(page, /^All (else )?sent/)).toBeVisible({ timeout: 60_000 });
  return page;
}

/** Spoils one person of the third bucket and one record of the council's, and nothing else. */
function spoilOneOfEach(): Meddler['rewrite'] {
  let isCouncilDone = false;
  return ({ path }: Call, body) => {
    if (path.endsWith('/buckets/3')) {
      const people = decodeBucket(inflateRawSync(body)) as Candidate[];
      const spoilt = people.map((person, at) =>
        at === 4 ? { ...person, specialisms: 7 } : person,
      );
      return deflateRawSync(encodeBucket(spoilt as unknown as Candidate[]));
    }
    if (isCouncilDone || !/council.*changes/.test(path)) return body;
    isCouncilDone = true;
    const page = JSON.parse(body.toString()) as { items: { kind: string; doc: object }[] };
    const at = page.items.findIndex(({ kind }) => kind === 'contact-log');
    page.items.splice(at, 1, { ...page.items[at], doc: { nonsense: true } } as never);
    return JSON.stringify(page);
  };
}

async function foldersCalled(name: string, under: string): Promise<readonly string[]> {
  const entries = await readdir(under, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && entry.name === name)
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Null, or why it cannot be done on this machine. */
function mountSmallDisk(folder: string): string | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', folder], { stdio: 'pipe' });
    return null;
  } catch {
    return 'a small disk cannot be mounted here (needs root)';
  }
}

/** Writes until there is no room for one more byte. */
function fillDisk(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (let bytes = 1024 * 1024; bytes >= 1; ) {
      try {
        if (writeSync(file, Buffer.alloc(bytes)) < bytes) bytes = Math.floor(bytes / 2);
      } catch (error) {
        expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
        bytes = Math.floor(bytes / 2);
      }
    }
  } finally {
    closeSync(file);
  }
}
