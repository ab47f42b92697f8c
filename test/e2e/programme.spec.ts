import { CentreCaller } from './centre-caller.ts';
import { find, firstDay, goTo, logContact, openRow, syncWords } from './desk.ts';
import { expect, expectNoAxeViolations, picture, test } from './fixture.ts';

test('(e) the programme closes to read only, and reopens', async ({ laptop, centre }) => {
  const team = await CentreCaller.programmeTeam(centre.url);
  const page = await firstDay(laptop, 'Rosa Boyd');
  try {
    await team.changeProgramme({ status: 'closed' });
    await page.keyboard.press('Control+s');
    await expect(page.getByText(/The programme is closed/).first()).toBeVisible();
    await expect(page.getByText(/are removed on \d+ \w+ \d{4}/).first()).toBeVisible();

    await goTo(page, '/vacancies');
    const create = page.getByRole('button', { name: 'New vacancy' });
    await expect(create).toHaveAttribute('aria-disabled', 'true');
    await find(page, 'amhp');
    await openRow(page, 0);
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('l');
    await expect(page.getByRole('button', { name: /^Save/ })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await goTo(page, '/programme');
    await expect(page.getByRole('heading', { level: 1, name: /closed/i })).toBeVisible();
    await picture(page, 'programme-closed');
    await expectNoAxeViolations(page);

    await team.changeProgramme({ status: 'reopened' });
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('heading', { level: 1, name: /reopened/i })).toBeVisible();
    await find(page, 'amhp');
    await openRow(page, 0);
    await logContact(page, '1');
    await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 30_000 });
  } finally {
    await team.changeProgramme({ status: 'open' });
  }
});
