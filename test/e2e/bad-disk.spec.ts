import type { Page } from '@playwright/test';
import { firstDay, goTo, logContact, syncWords } from './desk.ts';
import { DAMAGES, databaseFolder, fillTables, MEDDLINGS, meddle } from './disk-damage.ts';
import { expect, test } from './fixture.ts';
import { Laptop } from './laptop.ts';
import { notSentCount, openSomeone, type SomePerson, syncSays } from './trouble.ts';

const PEOPLE = 2_000;
const LOST = /list of people on this device was damaged or gone\. It is being read again/;
const REFUSED = /disk of this device did not take the list of people/;

/** A laptop that was shut with work not sent: harmed, opened and shut again, test after test. */
interface Shut {
  readonly laptop: Laptop;
  readonly person: SomePerson;
  /** Written about the person and not sent. */
  readonly note: string;
}
let shut: Shut | undefined;
let notes = 0;

async function shutLaptop(centreUrl: string): Promise<Shut> {
  const before = shut;
  shut = undefined; // whatever a test that fails leaves behind is of no use to the next
  if (before) return before;
  const laptop = await Laptop.make(centreUrl);
  const page = await firstDay(laptop, 'Rosa Boyd');
  return shutAgain(laptop, await openSomeone(page, 'fostering', 1));
}

async function shutAgain(laptop: Laptop, person: SomePerson): Promise<Shut> {
  const { page } = laptop;
  const note = `Before the disk failed, canary 70${notes++}`;
  await fillTables(page);
  await laptop.goOffline();
  await person.open(page);
  await logContact(page, '1', note);
  await page.keyboard.press('l');
  await page.getByLabel('Note').fill(`Not saved: ${note}`);
  await expect(page.getByText('Draft saved on this device')).toBeVisible();
  await laptop.quit();
  return { laptop, person, note };
}

test.afterAll(async () => {
  await shut?.laptop.discard();
});

/** How many people the laptop says it holds, once it says anything. */
async function peopleHeld(page: Page): Promise<number> {
  await goTo(page, '/sync');
  const held = page.getByRole('main').locator('dd').first();
  await expect(held).toHaveText(/\d/, { timeout: 60_000 });
  return Number.parseInt(((await held.textContent()) ?? '').replaceAll(',', ''), 10);
}

/** Opens with no network, then with one: work is there throughout, and in the end everything. */
async function expectRecovery({ laptop, person, note }: Shut): Promise<number> {
  const page = await laptop.start();
  await expect(syncWords(page, /1 not sent yet$/)).toBeVisible();
  const held = await peopleHeld(page);
  expect(await notSentCount(page)).toBe(1);
  await expect(page.getByRole('heading', { name: '1 change not sent yet' })).toBeVisible();
  // Whatever is missing is told.
  if (held < PEOPLE) await syncSays(page, LOST);

  await laptop.goOnline();
  await page.keyboard.press('Control+s');
  await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => peopleHeld(page), { timeout: 60_000 }).toBe(PEOPLE);
  await expect(page.getByRole('main').getByText(LOST)).toHaveCount(0);
  await person.open(page);
  await expect(page.getByText(note, { exact: true })).toHaveCount(1);
  await page.keyboard.press('l');
  await expect(page.getByLabel('Note')).toHaveValue(`Not saved: ${note}`);
  return held;
}

/** One way of each kind, another one each day; all of them with `ALL_DAMAGES=1`. */
function todays<Item>(all: readonly Item[]): readonly Item[] {
  if (process.env.ALL_DAMAGES) return all;
  const day = Math.floor(Date.now() / 86_400_000);
  return all.filter((_, index) => index === day % all.length);
}

for (const [kind, ways] of Object.entries(DAMAGES)) {
  for (const { words, harm, mend } of todays(ways)) {
    test(`(q) ${kind}, ${words}: the app opens, tells, keeps the work and reads the list again`, async ({
      centre,
    }) => {
      const from = await shutLaptop(centre.url);
      const { laptop, person } = from;
      harm(databaseFolder(laptop.folder));
      const held = await expectRecovery(from);
      console.log(`${kind}, ${words}: ${held} of ${PEOPLE} people without a network`);
      if (mend) {
        await goTo(laptop.page, '/sync');
        await syncSays(laptop.page, REFUSED);
        await laptop.quit();
        mend(databaseFolder(laptop.folder));
        const page = await laptop.start();
        await expect.poll(() => peopleHeld(page)).toBe(PEOPLE);
        await expect(page.getByRole('main').getByText(REFUSED)).toHaveCount(0);
      }
      shut = await shutAgain(laptop, person);
    });
  }
}

const HELD_AFTER = {
  half: [PEOPLE * 0.4, PEOPLE * 0.6],
  tables: [PEOPLE, PEOPLE],
  later: [0, 0],
  generation: [0, 0],
} as const;

for (const [how, words] of Object.entries(MEDDLINGS) as [keyof typeof MEDDLINGS, string][]) {
  test(`(q) ${words}: what still opens is there without a network, the rest comes again`, async ({
    centre,
  }) => {
    const from = await shutLaptop(centre.url);
    await meddle(await from.laptop.start(), how);
    await from.laptop.quit();
    const held = await expectRecovery(from);
    const [least, most] = HELD_AFTER[how];
    expect(held).toBeGreaterThanOrEqual(least);
    expect(held).toBeLessThanOrEqual(most);
    shut = await shutAgain(from.laptop, from.person);
  });
}
