import { find, firstDay, goTo, logContact, openRow, syncWords } from './desk.ts';
import { expect, expectNoAxeViolations, picture, test } from './fixture.ts';

const DAY_MINUTES = 24 * 60;

test('a laptop that does not sync says so, starts nothing new, then shows nobody, and loses nothing', async ({
  laptop,
}) => {
  let page = await firstDay(laptop, 'Rosa Boyd');
  await laptop.goOffline();
  await find(page, 'amhp');
  const person = await openRow(page, 0);
  await logContact(page, '5', 'Before the long holiday, canary 77');
  const wakeAfter = async (days: number) => {
    await laptop.shiftClock(days * DAY_MINUTES);
    await laptop.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));
  };

  await wakeAfter(2);
  await expect(page.getByText(/last synced 2 days ago\. What others/)).toBeVisible();
  await wakeAfter(8);
  await expect(page.getByText(/last synced 8 days ago\. You can read/)).toBeVisible();
  await picture(page, 'lease-read-only');
  await expectNoAxeViolations(page);
  await goTo(page, '/vacancies');
  await expect(page.getByRole('heading', { name: 'Vacancies', level: 1 })).toBeVisible();
  await expect(page.getByText('This laptop has not synced for 8 days').first()).toBeAttached();

  await wakeAfter(15);
  await expect(page.getByRole('heading', { name: 'This laptop is locked' })).toBeVisible();
  await expect(page.getByText('1 change of yours is safe on this device')).toBeVisible();
  await expect(page.getByText(person)).toHaveCount(0);
  await picture(page, 'lease-locked');
  await expectNoAxeViolations(page);
  // Started anew it stays locked: the lock is not a matter of one window.
  page = await laptop.relaunch();
  await wakeAfter(15);
  await expect(page.getByRole('heading', { name: 'This laptop is locked' })).toBeVisible();

  await laptop.goOnline();
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible({
    timeout: 30_000,
  });
  await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 60_000 });
});
