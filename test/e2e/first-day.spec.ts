import { CentreCaller } from './centre-caller.ts';
import { find, firstDay, goTo, logContact, nameInRow, openRow, saved, syncWords } from './desk.ts';
import { expect, expectNoAxeViolations, picture, test } from './fixture.ts';

const NOTE = 'Would do alternate Saturdays, canary 4711';

test('(a) a recruiter signs in and 2,000 people come to the laptop', async ({ laptop }) => {
  const page = await laptop.start();
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: /Rosa Boyd/ })).toBeVisible();
  await picture(page, 'sign-in');
  await expectNoAxeViolations(page);
  await laptop.quit();

  const signedIn = await firstDay(laptop, 'Rosa Boyd');
  await expect(signedIn.getByText(/people in our area have not been spoken to/)).toBeVisible();
  await goTo(signedIn, '/find');
  // Everybody who can be contacted, and the line that says who is hidden, are all of the 2,000.
  await expect(signedIn.getByText(/hidden/).first()).toBeVisible();
  await goTo(signedIn, '/sync');
  // Another journey on the same centre may have removed somebody who asked for it.
  await expect(signedIn.getByText(/^(2,000|1,99\d)/).first()).toBeVisible();
});

test('(b, c) a day with no network is kept, sent once, and seen by the right people', async ({
  laptop,
  addLaptop,
  centre,
}) => {
  let page = await firstDay(laptop, 'Rosa Boyd');
  await laptop.goOffline();

  await find(page, 'amhp');
  await expect(page.locator('[data-row="2"]')).toBeVisible();
  const listed: string[] = [];
  for (const row of [0, 1, 2]) {
    listed.push(await nameInRow(page, row));
    await page.locator(`[data-row="${row}"]`).focus();
    await page.keyboard.press(row === 0 ? 'Shift+S' : 's');
    if (row === 0) await page.getByRole('button', { name: /^SW-/ }).first().click();
    await expect(saved(page, listed[row] ?? '')).toBeVisible();
  }
  const person = await openRow(page, 0);
  await logContact(page, '1');
  await logContact(page, '5', NOTE);
  await page.keyboard.press('f');
  await page.getByLabel('When', { exact: false }).first().fill('2w');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('banner').getByText(/6 not sent yet/)).toBeVisible();

  page = await laptop.relaunch();
  await expect(syncWords(page, /6 not sent yet/)).toBeVisible();
  await goTo(page, '/sync');
  await expect(page.getByRole('heading', { name: '6 changes not sent yet' })).toBeVisible();
  await picture(page, 'sync-not-sent');
  await expectNoAxeViolations(page);
  await expect(page.getByText(new RegExp(person)).first()).toBeVisible();

  await laptop.goOnline();
  await page.keyboard.press('Control+s');
  await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 60_000 });

  // Exactly once at the centre, and nothing of it for another council.
  const rosa = await CentreCaller.signIn(centre.url, (account) => account.name === 'Rosa Boyd');
  const ours = await rosa.streamText('council:kent');
  expect(ours.split(NOTE)).toHaveLength(2);
  const leeds = await CentreCaller.signIn(centre.url, (account) => account.council === 'Leeds');
  for (const grant of (await leeds.session()).grants) {
    expect(await leeds.streamText(grant.stream)).not.toContain(NOTE);
  }
  await expect(leeds.streamText('council:kent')).rejects.toThrow(/not granted/);

  const colleague = await addLaptop();
  const theirs = await firstDay(colleague, await rosa.colleagueOf('Rosa Boyd'));
  await find(theirs, person);
  await openRow(theirs, 0);
  await expect(theirs.getByText(NOTE)).toBeVisible();

  const stranger = await addLaptop();
  const elsewhere = await firstDay(stranger, await leeds.colleagueOf(''));
  await find(elsewhere, person);
  await openRow(elsewhere, 0);
  await expect(elsewhere.getByText(NOTE)).toHaveCount(0);
});

test('(f) what is called saved survives the power going', async ({ laptop }) => {
  await firstDay(laptop, 'Rosa Boyd');
  await laptop.goOffline();
  await find(laptop.page, 'form f');
  await openRow(laptop.page, 0);
  await logContact(laptop.page, '2');
  await laptop.kill();
  const page = await laptop.start();
  await expect(syncWords(page, /1 not sent yet/)).toBeVisible();
});
