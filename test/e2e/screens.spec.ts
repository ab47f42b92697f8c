import type { Page } from '@playwright/test';
import { find, firstDay, goTo, openRow } from './desk.ts';
import { expect, expectNoAxeViolations, picture, test } from './fixture.ts';

/** Every screen and its states: looked at by axe in both themes, and pictured. */
test('every screen passes axe in light and dark and has its picture', async ({ laptop }) => {
  test.setTimeout(240_000);
  const page = await firstDay(laptop, 'Rosa Boyd');

  await goTo(page, '/today');
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  await look(page, 'today');

  await find(page, 'amhp');
  await expect(page.locator('[data-row="1"]')).toBeVisible();
  await page.locator('[data-row="0"]').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('x');
  await look(page, 'find');
  await page.keyboard.press('Escape');
  await find(page, 'zzzz nobody');
  await expect(page.getByText('No one matches').first()).toBeVisible();
  await look(page, 'find-empty');
  await find(page, 'amhp (kent or dementai) role:wizard');
  await page.getByRole('checkbox', { name: /^Registered \d/ }).click();
  await page
    .getByRole('button', { name: /: change how it counts$/ })
    .first()
    .click();
  await page.getByRole('menuitemradio', { name: 'Must not have it' }).click();
  await expect(page.getByText('Nothing is known as “role:wizard”')).toBeVisible();
  await look(page, 'find-demands');
  await page.getByRole('button', { name: 'Clear filters' }).click();

  await measureFromTwoPlaces(page);
  await look(page, 'find-places');
  await page.getByRole('button', { name: 'Clear filters' }).click();

  await find(page, 'child protection');
  await openRow(page, 0);
  await look(page, 'person');
  await page.keyboard.press('l');
  await expect(page.getByRole('heading', { name: 'Log a contact' })).toBeVisible();
  await page.keyboard.press('5');
  await look(page, 'person-log');
  await page.keyboard.press('Escape');

  await goTo(page, '/vacancies');
  await expect(page.getByRole('table', { name: 'Open vacancies' })).toBeVisible();
  await look(page, 'vacancies');
  await page.getByRole('button', { name: 'New vacancy' }).click();
  await page.getByRole('button', { name: 'Save vacancy' }).click();
  await expect(page.getByText('Enter a short reference').first()).toBeVisible();
  await look(page, 'vacancy-form-errors');
  await page.getByRole('link', { name: /^SW-/ }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /^SW-/ })).toBeVisible();
  await page
    .getByRole('button', { name: /^Show history/ })
    .first()
    .click();
  await look(page, 'vacancy');

  await goTo(page, '/insights');
  await expect(page.getByRole('figure').first()).toBeVisible();
  await look(page, 'insights');
  await page.getByRole('button', { name: 'Show as table' }).first().click();
  await look(page, 'insights-table');

  await goTo(page, '/stories');
  await expect(page.getByRole('heading', { name: 'Published' })).toBeVisible();
  await look(page, 'stories');
  await page.getByRole('button', { name: 'Write a story' }).click();
  await look(page, 'stories-writing');

  for (const [address, name] of [
    ['/programme', 'programme'],
    ['/sync', 'sync'],
    ['/settings', 'settings'],
  ] as const) {
    await goTo(page, address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look(page, name);
  }
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look(page, 'palette');
  await page.keyboard.press('Escape');
});

test('a chart mark opens Find with the same count', async ({ laptop }) => {
  const page = await firstDay(laptop, 'Rosa Boyd');
  await goTo(page, '/insights');
  const bar = page.getByRole('figure').first().getByRole('link').first();
  const count = /([\d,]+) people$/.exec((await bar.textContent()) ?? '')?.[1];
  expect(count).toBeDefined();
  await bar.press('Enter');
  await expect(page.getByText(`${count} people`, { exact: true }).first()).toBeVisible();
});

test('400 % zoom and forced colours keep every screen usable', async ({ laptop }) => {
  const page = await firstDay(laptop, 'Rosa Boyd');
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of ['/today', '/find', '/vacancies', '/insights', '/stories', '/sync']) {
    await goTo(page, address);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
    if (address === '/find') {
      await find(page, 'amhp kent');
      await page.locator('[data-row="0"]').focus();
      await page.keyboard.press('x');
      await expect(page.getByRole('region', { name: 'Selected people' })).toBeVisible();
    }
    await lookNarrow(page, `narrow${address.replace('/', '-')}`);
    if (address === '/find') {
      await page.locator('summary').click();
      await measureFromTwoPlaces(page);
      await page.getByLabel('Or from another place').scrollIntoViewIfNeeded();
      await lookNarrow(page, 'narrow-find-places');
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ forcedColors: 'active' });
  await goTo(page, '/find');
  await page.waitForTimeout(300);
  await page.screenshot({ path: 'out/screens/find-forced-colours.png' });
});

/** Chooses the council as the place, and another beside it; the field for one more stays. */
async function measureFromTwoPlaces(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Near Kent' }).click();
  const another = page.getByLabel('Or from another place');
  await another.fill('medway');
  await expect(page.locator('#find-other-places option').first()).toBeAttached();
  await another.blur();
  await expect(page.getByRole('button', { name: /^Not from Medway/ })).toBeVisible();
  await another.fill('cant');
}

/** As at 400 %: nothing scrolls sideways, in the page or in its main part. */
async function lookNarrow(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(300);
  const over = await page.evaluate(() =>
    Math.max(
      ...[document.documentElement, document.querySelector('main')].map((each) =>
        each ? each.scrollWidth - each.clientWidth : 0,
      ),
    ),
  );
  expect(over, `${name} scrolls sideways by ${over} px`).toBeLessThanOrEqual(0);
  await picture(page, name);
}

async function look(page: Page, name: string): Promise<void> {
  await picture(page, name);
  await expectNoAxeViolations(page);
}
