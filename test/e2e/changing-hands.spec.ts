import { CentreCaller } from './centre-caller.ts';
import { find, firstDay, goTo, logContact, openRow, saved, syncWords } from './desk.ts';
import { expect, test } from './fixture.ts';

const NOTE = 'Would rather talk after Quillfeather Day';

/** The next recruiter of the same laptop works for another council and finds nothing of the first. */
test('one laptop, two councils: the second sees nothing of the first, not even work not sent', async ({
  laptop,
  centre,
}) => {
  const page = await firstDay(laptop, 'Rosa Boyd');
  await find(page, 'child protection');
  const person = await openRow(page, 0);
  await laptop.goOffline();
  await logContact(page, '1', NOTE);
  await goTo(page, '/vacancies');
  const vacancy = (await page.getByRole('link', { name: /^SW-/ }).first().textContent()) ?? '';

  // Pressed twice, as people do; the second must not undo what the first began.
  const ended = await page.evaluate(() => {
    const { swt } = window as unknown as {
      swt: { request(name: string, input: object): Promise<{ ok: boolean }> };
    };
    const leave = () => swt.request('session.sign-out', { anyway: true });
    return Promise.all([leave(), leave()]);
  });
  expect(ended.map(({ ok }) => ok)).toEqual([true, true]);
  await laptop.goOnline();
  const leeds = await CentreCaller.signIn(centre.url, (account) => account.council === 'Leeds');
  await laptop.signInAs(await leeds.colleagueOf(''));
  await goTo(page, '/today');
  await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('banner')).toContainText('Leeds');
  await expect(page.getByRole('banner')).not.toContainText('Kent');
  await find(page, person);
  await openRow(page, 0);
  await expect(page.getByText(NOTE)).toHaveCount(0);
  await goTo(page, '/vacancies');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(vacancy, { exact: true })).toHaveCount(0);

  // What is on the disk is the second's alone, and what they save is theirs and goes out.
  const databases = await page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name),
  );
  expect(databases).toHaveLength(1);
  await find(page, person);
  await openRow(page, 0);
  await logContact(page, '1', 'A call from Leeds');
  await expect(saved(page, /^Saved:/)).toBeVisible();
  await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 60_000 });
  const rosa = await CentreCaller.signIn(centre.url, (account) => account.name === 'Rosa Boyd');
  expect(await leeds.streamText('council:leeds')).toContain('A call from Leeds');
  for (const text of [
    await leeds.streamText('council:leeds'),
    await rosa.streamText('council:kent'),
  ]) {
    expect(text).not.toContain(NOTE);
  }
});
