import type { Page } from '@playwright/test';
import { CentreCaller } from './centre-caller.ts';
import { find, firstDay, goTo, logContact, openRow, syncWords } from './desk.ts';
import { expect, expectNoAxeViolations, picture, test } from './fixture.ts';

const NOTE = 'Would rather talk after Quillfeather Day';
const HALF = /(this morning|this afternoon)/;

async function syncNow(page: Page): Promise<void> {
  await page.keyboard.press('Control+s');
  await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 30_000 });
}

/** Two councils, one person: each knows of the other before anybody dials, and nothing more. */
test('who was in touch elsewhere is said before dialling, with its age, and settled with one key', async ({
  laptop,
  addLaptop,
  centre,
}) => {
  test.setTimeout(240_000);
  const page = await firstDay(laptop, 'Rosa Boyd');
  // Far down the list: no other journey over this centre has rung them.
  await find(page, 'amhp');
  const person = await openRow(page, 9);
  const address = new URL(page.url()).hash.slice(1);
  await expect(page.getByText(/No other council contact known in the last 21 days/)).toBeVisible();

  const caller = await CentreCaller.signIn(centre.url, (account) => account.council === 'Leeds');
  const leeds = await addLaptop();
  const theirs = await firstDay(leeds, await caller.colleagueOf(''));
  await goTo(theirs, address);
  await expect(theirs.getByRole('heading', { name: person, level: 1 })).toBeVisible();
  await logContact(theirs, '5', NOTE);
  await expect(syncWords(theirs, /^All sent/)).toBeVisible({ timeout: 30_000 });

  // On the page, in the panel that opens with the call, and in the peek of the list.
  await syncNow(page);
  const told = new RegExp(`Leeds reached them ${HALF.source}`);
  await expect(page.getByText(told)).toBeVisible();
  await expect(page.getByText(/As at/)).toHaveCount(0);
  await picture(page, 'presence-person');
  await expectNoAxeViolations(page);
  await page.keyboard.press('l');
  await expect(page.getByRole('note').filter({ hasText: told })).toBeVisible();
  await picture(page, 'presence-log');
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  await find(page, person);
  const first = page.locator('[data-row="0"]');
  await expect(first).toHaveAttribute('aria-label', new RegExp(`^${person}`));
  await first.focus();
  await expect(page.getByText(told)).toBeVisible();
  await picture(page, 'presence-peek');
  await expect(page.getByText(NOTE)).toHaveCount(0);

  // Offline, what is shown says how old it is; after days, what past pattern says.
  await laptop.goOffline();
  await goTo(page, address);
  const atMs = Date.now();
  await page.clock.setFixedTime(atMs + 40 * 60_000);
  await page.reload();
  await expect(page.getByText(told)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/^\s*As at \d/)).toBeVisible();
  await picture(page, 'presence-aged');
  await page.clock.setFixedTime(atMs + 50 * 3_600_000);
  await goTo(page, '/today');
  await goTo(page, address);
  await expect(page.getByText(/As at .* 2 days ago\./)).toBeVisible();
  await picture(page, 'presence-old');
  await page.clock.setFixedTime(atMs);

  // Rung anyway, with no network: once it is back, both councils see that they met.
  await goTo(page, '/today');
  await goTo(page, address);
  await logContact(page, '1');
  await laptop.goOnline();
  await syncNow(page);
  await goTo(page, '/today');
  const met = page.getByText(`You and Leeds both contacted ${person} today`);
  await expect(met).toBeVisible({ timeout: 30_000 });
  await met.scrollIntoViewIfNeeded();
  await picture(page, 'presence-overlap');
  await expectNoAxeViolations(page);
  await goTo(theirs, '/today');
  await syncNow(theirs);
  await expect(theirs.getByText(`You and Kent both contacted ${person} today`)).toBeVisible();

  await page.getByRole('button', { name: `Settled with Leeds: ${person}` }).press('Enter');
  await expect(met).toHaveCount(0);
  await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 30_000 });
  const again = await laptop.relaunch();
  await goTo(again, '/today');
  await expect(again.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  await expect(again.getByText(`You and Leeds both contacted ${person} today`)).toHaveCount(0);
  // Settled by Rosa, for Rosa: Leeds marks their own.
  await expect(theirs.getByText(`You and Kent both contacted ${person} today`)).toBeVisible();
});
