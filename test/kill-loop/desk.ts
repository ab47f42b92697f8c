import type { Page } from '@playwright/test';
import type { JournalEntry } from '#contract/journal.ts';
import { find, goTo, syncWords } from '../e2e/desk.ts';
import type { Laptop } from '../e2e/laptop.ts';

/** Longer than anything takes on a laptop that is not stuck. */
const MOST_MS = 45_000;

/** What a page shows first. */
export type Shown = 'sign-in' | 'first-sync' | 'frame';

/** Waits until the page has made up its mind who is there. */
export async function whatIsShown(page: Page): Promise<Shown> {
  const signIn = page.getByRole('heading', { name: 'Sign in', level: 1 });
  const first = page.getByRole('heading', { name: 'Getting people onto this device' });
  const frame = page.getByRole('banner').getByRole('searchbox');
  await signIn.or(first).or(frame).first().waitFor({ timeout: MOST_MS });
  if (await frame.isVisible()) return 'frame';
  return (await first.isVisible()) ? 'first-sync' : 'sign-in';
}

/** Signs in as the recruiter, in the app and in the browser. */
export async function signIn(laptop: Laptop, name: string): Promise<void> {
  const { page } = laptop;
  const account = page.getByRole('button', { name }).first();
  await account.waitFor({ timeout: MOST_MS });
  await laptop.signInAs(name);
}

/** Waits until the centre has everything; signs in again where that is asked for. */
export async function untilAllSent(
  laptop: Laptop,
  name: string,
): Promise<'sent' | 'signed-in-again'> {
  const { page } = laptop;
  const sent = syncWords(page, /^All (else )?sent/);
  const ended = syncWords(page, /^Cannot send: sign in again/);
  await sent.or(ended).first().waitFor({ timeout: MOST_MS });
  if (!(await ended.isVisible())) return 'sent';
  await goTo(page, '/sync');
  await laptop.signInAs(name, 'Sign in again');
  await sent.waitFor({ timeout: MOST_MS });
  return 'signed-in-again';
}

/** The ids of some people whom a search finds. */
export async function somePeople(page: Page, text: string, count: number): Promise<string[]> {
  await find(page, text);
  const addresses: string[] = [];
  for (let row = 0; row < count; row++) {
    await page.locator(`[data-row="${row}"]`).press('Enter', { timeout: MOST_MS });
    await page.waitForURL(/#\/person\//);
    addresses.push(new URL(page.url()).hash.slice(1).split('?')[0] ?? '');
    await find(page, text);
  }
  return addresses;
}

/** Opens the panel to log a contact with somebody, with nothing in it. */
export async function openLogPanel(page: Page, address: string): Promise<void> {
  await goTo(page, address);
  const form = logForm(page);
  // Pressed again where the page was still reading.
  for (const untilMs = Date.now() + MOST_MS; Date.now() < untilMs; ) {
    await page.getByRole('main').getByRole('heading', { level: 1 }).focus({ timeout: MOST_MS });
    await page.keyboard.press('l');
    if (
      await form.waitFor({ timeout: 1_000 }).then(
        () => true,
        () => false,
      )
    )
      return;
  }
  throw new Error('The panel to log a contact does not open.');
}

/** The form of the panel: it goes away when the contact is saved, and only then. */
export function logForm(page: Page) {
  return page.getByRole('form', { name: /^Log a contact with/ });
}

/** Fills the open panel; what is left to do is to press Ctrl+Enter. */
export async function fillLog(page: Page, note: string): Promise<void> {
  await page.keyboard.press('1');
  await page.getByLabel('Note').fill(note);
}

/** Presses Ctrl+Enter; settles once the screen says "Saved". */
export async function pressSave(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  // Asked by the page itself at each frame: nearer to the moment than asking from here.
  await page.waitForFunction(
    () =>
      !document.querySelector('form[aria-label^="Log a contact with"]') &&
      [...document.querySelectorAll('[role="status"]')].some((each) =>
        each.textContent.includes('Saved:'),
      ),
    undefined,
    { timeout: MOST_MS },
  );
}

/** The whole journal of this laptop, as text: the notes in it are what it would send. */
export async function journalText(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const list = await window.swt.request('journal.list', {});
    if (!list.ok) throw new Error(list.error.message);
    const isKept = ({ mutation }: JournalEntry) => mutation.kind !== 'noop';
    return JSON.stringify(list.value.filter(isKept));
  });
}
