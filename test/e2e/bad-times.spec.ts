import type { Page } from '@playwright/test';
import { CentreCaller } from './centre-caller.ts';
import { goTo, logContact, syncWords } from './desk.ts';
import { expect, test } from './fixture.ts';
import { Meddler, webPage } from './meddler.ts';
import { CENTRE_PEOPLE, notSentCount, openSomeone, startOwnCentre, syncSays } from './trouble.ts';

test('(i) no network at the first start, a sign-in given up, and a first sync cut in the middle', async ({
  addLaptop,
  centre,
}) => {
  const meddler = await Meddler.before(centre.url);
  const laptop = await addLaptop(meddler.url);
  await laptop.goOffline();
  const page = await laptop.start();
  await expect(page.getByRole('alert')).toContainText('The central service cannot be reached');
  await laptop.goOnline();
  await expect(page.getByRole('alert')).toHaveCount(0);

  await page.getByRole('button', { name: 'Rosa Boyd' }).click();
  await expect(page.getByRole('heading', { name: 'Finish signing in' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible();

  meddler.answer = ({ path }) => {
    if (bucketPaths(meddler).length <= 10 || !path.includes('/buckets/')) return null;
    void laptop.goOffline();
    return webPage(502);
  };
  await laptop.signInAs('Rosa Boyd');
  await expect(page.getByRole('alert')).toContainText('The central service cannot be reached');
  await expect(page.getByText(/it will go on from here/i)).toBeVisible();
  const before = bucketPaths(meddler);
  meddler.stopMeddling();
  const tryAgain = page.getByRole('button', { name: 'Try again now' });
  await expect(tryAgain).toBeVisible();
  await laptop.goOnline();
  // It may try by itself at that very moment: then, and only then, there is no button to click.
  await tryAgain.click({ timeout: 5_000 }).catch(() => expect(tryAgain).toHaveCount(0));
  await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 60_000 });
  await expectPeople(page, /^2,000/);
  // What was here was not read again, but for the few that were cut on their way.
  const arrived = before.slice(0, 10);
  const again = bucketPaths(meddler).slice(before.length);
  expect(again.filter((path) => arrived.includes(path)).length).toBeLessThanOrEqual(4);
  expect(new Set([...before, ...again]).size).toBe(32);
  await meddler.close();
});

test('(j) the centre stops in the middle of a sync and with work under way, and comes back', async ({
  addLaptop,
}) => {
  test.setTimeout(180_000);
  const own = await startOwnCentre();
  const meddler = await Meddler.before(own.url);
  try {
    const laptop = await addLaptop(meddler.url);
    const page = await laptop.start();
    const stopAt = (isTime: (path: string) => boolean) =>
      new Promise<void>((done) => {
        let isStopping = false;
        meddler.answer = ({ path }) => {
          if (!isStopping && isTime(path)) {
            isStopping = true;
            void own.stop().then(done);
          }
          return null;
        };
      });
    const midSync = stopAt(() => bucketPaths(meddler).length > 3);
    const account = page.getByRole('button', { name: /Kent/ }).first();
    const name = (await account.locator('b').textContent()) ?? '';
    await laptop.signInAs(name);
    await expect(page.getByRole('alert')).toContainText('The central service cannot be reached');
    await midSync;
    await own.start();
    await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 60_000 });
    await expectPeople(page, new RegExp(`^${CENTRE_PEOPLE}`));

    // Now with work: the centre goes away when the change is on its way.
    const midPush = stopAt((path) => path.includes('/push'));
    await openSomeone(page, 'social');
    await logContact(page, '1', 'On its way, canary 503');
    await expect(syncWords(page, /^(Offline, )?1 not sent yet$/)).toBeVisible();
    await midPush;
    await goTo(page, '/sync');
    await page.keyboard.press('Control+s');
    await expect(syncWords(page, /^Offline, 1 not sent yet$/)).toBeVisible();
    await syncSays(page, /The central service cannot be reached\. It will try again by itself/);
    await own.start();
    await page.keyboard.press('Control+s');
    await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 60_000 });
    expect(await notSentCount(page)).toBe(0);
    const caller = await CentreCaller.signIn(own.url, (each) => each.name === name);
    expect((await caller.streamText('council:kent')).split('canary 503')).toHaveLength(2);
  } finally {
    await meddler.close();
    await own.discard();
  }
});

function bucketPaths({ calls }: Meddler): readonly string[] {
  return calls.map(({ path }) => path).filter((path) => path.includes('/buckets/'));
}

async function expectPeople(page: Page, count: RegExp): Promise<void> {
  await goTo(page, '/sync');
  await expect(page.getByRole('main').getByText(count).first()).toBeVisible();
}
