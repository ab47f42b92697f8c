import type { Page } from '@playwright/test';
import { CentreCaller } from './centre-caller.ts';
import { find, firstDay, goTo, openRow, syncWords } from './desk.ts';
import { expect, expectNoAxeViolations, picture, test } from './fixture.ts';

/** Opens the first vacancy that is open and gives its address. */
async function openVacancy(page: Page): Promise<string> {
  await goTo(page, '/vacancies');
  await page.getByRole('table', { name: 'Open vacancies' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name: /^SW-/ })).toBeVisible();
  return new URL(page.url()).hash.slice(1);
}

async function move(page: Page, name: string, stage: string): Promise<void> {
  await page.getByRole('button', { name: `Move ${name}` }).press('Enter');
  await page.getByRole('menuitem', { name: stage, exact: true }).click();
  await expect(page.getByText(`Moved ${name} to ${stage.toLowerCase()}`)).toBeVisible();
}

async function setHours(page: Page, hours: string): Promise<void> {
  await page.getByRole('button', { name: 'Change this vacancy' }).press('Enter');
  await page.getByLabel('Hours a week, if set').fill(hours);
  await page.getByRole('button', { name: 'Save changes' }).press('Enter');
  await expect(page.getByText(/^Saved: SW-/).last()).toBeVisible();
}

/** At 400 % zoom nothing scrolls sideways; leaves a picture. */
async function lookNarrow(page: Page, name: string, at = '[data-card]'): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  const card = page.locator(at).first();
  await card.scrollIntoViewIfNeeded();
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, `${name} scrolls sideways by ${over} px`).toBeLessThanOrEqual(0);
  await picture(page, `${name}-narrow`);
  await page.setViewportSize({ width: 1280, height: 800 });
}

const group = (page: Page) => page.getByRole('region', { name: 'Needs a decision' });

/**
 * Two recruiters of one council, both without a network, move the same person and set the
 * same hours; both come back. Nothing is overwritten in silence, and one key settles each.
 */
test('two laptops cross each other offline; whoever loses sees both values and settles with one key', async ({
  laptop,
  addLaptop,
  centre,
}) => {
  test.setTimeout(240_000);
  const caller = await CentreCaller.signIn(centre.url, (account) => account.council === 'Kent');
  const colleague = await caller.colleagueOf('Rosa Boyd');
  const rosa = await firstDay(laptop, 'Rosa Boyd');
  const others = await addLaptop();
  const other = await firstDay(others, colleague);

  const address = await openVacancy(rosa);
  await goTo(other, address);
  const label = await rosa
    .getByRole('button', { name: /^Move / })
    .first()
    .getAttribute('aria-label');
  const person = String(label).replace(/^Move /, '');
  await laptop.goOffline();
  await others.goOffline();
  await move(other, person, 'Interested');
  await setHours(other, '31');
  await move(rosa, person, 'Reserve');
  await setHours(rosa, '23');
  await expect(rosa.getByText('Not sent yet').first()).toBeVisible();

  // The colleague is back first. Then Rosa: her move is refused, her hours stand over theirs.
  await others.goOnline();
  await other.keyboard.press('Control+s');
  await expect(syncWords(other, /^All sent/)).toBeVisible({ timeout: 30_000 });
  await laptop.goOnline();
  await rosa.keyboard.press('Control+s');
  await expect(syncWords(rosa, /^2 need a decision/)).toBeVisible({ timeout: 30_000 });

  await goTo(rosa, '/today');
  const refused = rosa.locator('[data-card]').filter({ hasText: person });
  await expect(refused).toContainText('You: Reserve.');
  await expect(refused).toContainText(`${colleague}`);
  await expect(refused).toContainText('Interested, in force');
  await expect(refused).toContainText('A move counts only on the stage it was made from');
  await refused.scrollIntoViewIfNeeded();
  await picture(rosa, 'conflict-today');
  await expectNoAxeViolations(rosa);
  await lookNarrow(rosa, 'conflict-today');

  // Every row of the person and of the vacancy says so, and leads to the very card.
  await find(rosa, person);
  // Another person may have the same name.
  const row = rosa.getByRole('row', { name: /, two edits$/ });
  await expect(row).toContainText(person);
  await row.focus();
  await picture(rosa, 'two-edits-find');
  await lookNarrow(rosa, 'two-edits-find', '[aria-label^="Two edits"]');
  await row.press('Enter');
  await expect(rosa.getByRole('heading', { name: person, level: 1 })).toBeVisible();
  await expect(rosa.getByRole('link', { name: `Two edits: ${person}` })).toBeVisible();
  await picture(rosa, 'two-edits-person');
  await lookNarrow(rosa, 'two-edits-person', 'main h1');
  await expectNoAxeViolations(rosa);
  await goTo(rosa, address);
  await lookNarrow(rosa, 'two-edits-list', 'main [aria-label^="Two edits"]');
  await rosa.getByRole('link', { name: `Two edits: ${person}` }).press('Enter');
  await expect(rosa.locator('[data-card] h3:focus')).toContainText(person);
  await goTo(rosa, '/vacancies');
  const crossed = rosa.getByRole('table').getByRole('link', { name: /^Two edits: SW-/ });
  await expect(crossed).toBeVisible();
  await picture(rosa, 'two-edits-vacancies');
  await lookNarrow(rosa, 'two-edits-vacancies', 'main [aria-label^="Two edits"]');
  await crossed.press('Enter');
  await expect(rosa.locator('[data-card] h3:focus')).toContainText('Hours a week');
  await goTo(rosa, '/today');
  await refused.getByRole('button', { name: /^Open/ }).press('Enter');
  await expect(rosa.locator('[data-card] h3:focus')).toContainText(person);
  await expect(rosa.getByText('A move counts only on the stage it was made from')).toBeVisible();
  await expect(
    rosa.getByText('The one that arrives last counts, so yours is in force'),
  ).toBeVisible();
  await picture(rosa, 'conflict-sync');
  await expectNoAxeViolations(rosa);
  await lookNarrow(rosa, 'conflict-sync');

  // A crash does not take it away, and one key makes it again on what stands now.
  await laptop.kill();
  const again = await laptop.start();
  await goTo(again, '/sync');
  const card = again.locator('[data-card]').filter({ hasText: person });
  await card.getByRole('button').first().focus();
  await again.keyboard.press('r');
  await expect(again.getByText(`Made again for ${person}: Reserve`)).toBeVisible();
  await expect(again.locator('[data-card]')).toHaveCount(1);
  // The focus has gone on to the next one, and one key keeps it as it is.
  await again.keyboard.press('a');
  await expect(again.getByText(/^Kept yours for .*: 23/)).toBeVisible();
  await expect(syncWords(again, /^All sent/)).toBeVisible({ timeout: 30_000 });
  await expect(
    again.getByText('Everything you did here has reached the central service.'),
  ).toBeVisible();

  // The colleague has lost the hours they set, and is told by whom, on Today.
  await other.keyboard.press('Control+s');
  await goTo(other, '/today');
  const lost = other.locator('[data-card]');
  await expect(lost).toContainText('You: 31.', { timeout: 30_000 });
  await expect(lost).toContainText('Rosa Boyd');
  await expect(lost).toContainText('23, in force');
  await lost.scrollIntoViewIfNeeded();
  await picture(other, 'conflict-lost');
  await lost.getByRole('button', { name: /^Keep theirs/ }).press('Enter');
  await expect(group(other)).toHaveCount(0);
  await expect(syncWords(other, /^All sent/)).toBeVisible({ timeout: 30_000 });

  // Both see the same.
  for (const page of [again, other]) {
    await goTo(page, address);
    const place = page.getByRole('listitem').filter({ hasText: person });
    await place.getByRole('button', { name: /^Show history/ }).press('Enter');
    await expect(place).toContainText('Rosa Boyd: Interested to Reserve');
    await expect(page.getByText(/23 hours/)).toBeVisible();
  }

  // What is sent is undone by a move of its own; the first one stays in the history.
  await move(again, person, 'Shortlisted');
  await again.keyboard.press('Control+s');
  await expect(syncWords(again, /^All sent/)).toBeVisible({ timeout: 8_000 });
  await again.keyboard.press('Control+z');
  await expect(again.getByText(/^Undone by a new change: /)).toBeVisible();
  await expect(syncWords(again, /^All sent/)).toBeVisible({ timeout: 30_000 });
  await other.keyboard.press('Control+s');
  const place = other.getByRole('listitem').filter({ hasText: person });
  // Whoever changes stage is drawn anew, with the history shut.
  await expect(async () => {
    const show = place.getByRole('button', { name: /^Show history/ });
    if ((await show.count()) > 0) await show.press('Enter');
    const moved = 'Rosa Boyd: Undone, Shortlisted to Reserve';
    await expect(place).toContainText(moved, { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await expect(place).toContainText('Rosa Boyd: Reserve to Shortlisted');
});

test('a refused change stays with its reason, through a crash, until its author sends it again', async ({
  laptop,
  addLaptop,
  centre,
}) => {
  test.setTimeout(240_000);
  const caller = await CentreCaller.signIn(centre.url, (account) => account.council === 'Kent');
  const rosa = await firstDay(laptop, 'Rosa Boyd');
  const others = await addLaptop();
  const other = await firstDay(others, await caller.colleagueOf('Rosa Boyd'));
  const address = await openVacancy(other);

  await find(rosa, 'fostering');
  await laptop.goOffline();
  const person = await openRow(rosa, 4);
  await rosa.keyboard.press('s');
  // The vacancies are asked for: until the first of them has the focus, Enter chooses nothing.
  await expect(rosa.getByRole('button', { name: /^SW-/ }).first()).toBeFocused();
  await rosa.keyboard.press('Enter');
  await expect(rosa.getByText(/shortlisted to SW-/)).toBeVisible();
  await other.getByRole('button', { name: 'Close this vacancy' }).press('Enter');
  // "All sent" stood there before, too.
  await expect(other.getByText(/^Closed SW-/)).toBeVisible();
  await other.keyboard.press('Control+s');
  await expect(syncWords(other, /^All sent/)).toBeVisible({ timeout: 30_000 });
  await laptop.goOnline();
  await rosa.keyboard.press('Control+s');
  await expect(syncWords(rosa, /^1 needs a decision/)).toBeVisible({ timeout: 30_000 });

  await laptop.kill();
  const again = await laptop.start();
  await goTo(again, '/sync');
  const card = again.locator('[data-card]').filter({ hasText: person });
  await expect(card).toContainText('Added to the shortlist for SW-');
  await expect(card).toContainText('Nobody is added to a vacancy that is closed.');
  await expect(card).toContainText('It cannot be sent again now: This vacancy is closed.');
  await card.getByRole('button', { name: /^Copy/ }).press('Enter');
  await expect(again.getByText('Copied.')).toBeVisible();
  await expect(card.getByRole('button', { name: /^Discard/ })).toBeVisible();
  await picture(again, 'refused-sync');
  await expectNoAxeViolations(again);
  await lookNarrow(again, 'refused-sync');
  // An addition has no words to edit: the way to the list it was meant for is named.
  await card.getByRole('button', { name: /^Go to the shortlist/ }).press('Enter');
  await expect(again.getByRole('heading', { level: 1, name: /^SW-/ })).toBeVisible();
  await goTo(again, '/sync');

  // Once the rule would take it, one key sends it again.
  await goTo(other, address);
  await other.getByRole('button', { name: 'Open it again' }).press('Enter');
  await expect(other.getByText(/^Opened SW-.* again/)).toBeVisible();
  await other.keyboard.press('Control+s');
  await expect(syncWords(other, /^All sent/)).toBeVisible({ timeout: 30_000 });
  await again.keyboard.press('Control+s');
  const retry = card.getByRole('button', { name: /^Try again/ });
  await expect(retry).toBeVisible({ timeout: 30_000 });
  await retry.focus();
  await again.keyboard.press('r');
  await expect(card).toHaveCount(0);
  await expect(syncWords(again, /^All sent/)).toBeVisible({ timeout: 30_000 });
  await other.keyboard.press('Control+s');
  await expect(other.getByRole('listitem').filter({ hasText: person })).toBeVisible({
    timeout: 30_000,
  });
});
