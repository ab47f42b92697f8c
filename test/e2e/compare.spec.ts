import type { Page } from '@playwright/test';
import { find, firstDay } from './desk.ts';
import { expect, picture, test } from './fixture.ts';

/** Sheets of A4 that printing the page takes. */
async function sheets(page: Page): Promise<number> {
  const printer = await page.context().newCDPSession(page);
  const { data } = await printer.send('Page.printToPDF', { paperWidth: 8.27, paperHeight: 11.69 });
  await printer.detach();
  const pages = Buffer.from(data, 'base64')
    .toString('latin1')
    .match(/\/Type\s*\/Page[^s]/g);
  return pages?.length ?? 0;
}

test('four people beside each other are one sheet of paper, held against a vacancy too', async ({
  laptop,
}) => {
  const page = await firstDay(laptop, 'Rosa Boyd');
  await find(page, 'amhp');
  for (const row of [0, 1, 2, 3]) {
    await page.locator(`[data-row="${row}"]`).focus();
    await page.keyboard.press('x');
  }
  await page.keyboard.press('m');
  await expect(page.getByRole('heading', { level: 1, name: 'Compare 4 people' })).toBeVisible();
  expect(await sheets(page)).toBe(1);

  await page.getByRole('button', { name: /Held against/ }).click();
  await page.getByRole('option').nth(1).click();
  await expect(page.getByText(/Nobody is put in order by this/)).toBeVisible();
  await picture(page, 'compare');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await page.screenshot({ path: 'out/screens/compare-print.png', fullPage: true });
  await page.emulateMedia({ media: null });
  expect(await sheets(page)).toBe(1);
});
