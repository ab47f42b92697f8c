import { expect, type Page } from '@playwright/test';
import type { Laptop } from './laptop.ts';

/** Signs in and waits until the people are on this laptop. */
export async function firstDay(laptop: Laptop, name: string): Promise<Page> {
  const page = await laptop.start();
  await laptop.signInAs(name);
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  await expect(syncWords(page, /^All sent/)).toBeVisible({ timeout: 60_000 });
  return page;
}

/** The six words of the header. */
export function syncWords(page: Page, words: RegExp) {
  return page.getByRole('banner').getByRole('link', { name: words });
}

/** Goes to a screen by its address, as a bookmark would. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, address);
}

/** Types into the one box of Find and waits for the list of it: its sentence is drawn with it. */
export async function find(page: Page, text: string): Promise<void> {
  await goTo(page, '/find');
  const box = page.getByRole('searchbox', { name: 'Name, number, skill or place' });
  const sentence = page.locator('#find-reading p').first();
  await expect(sentence).not.toBeEmpty();
  const [typed, before] = [await box.inputValue(), (await sentence.textContent()) ?? ''];
  await box.fill(text);
  if (text.trim() !== typed.trim()) await expect(sentence).not.toHaveText(before);
}

/** The name in a row of the list, by its place from 0. */
export async function nameInRow(page: Page, row: number): Promise<string> {
  const label = await page.locator(`[data-row="${row}"]`).getAttribute('aria-label');
  if (!label) throw new Error(`Row ${row} has no name.`);
  return label.split(',')[0] ?? '';
}

/** The words of the toast that says something is durable. */
export function saved(page: Page, words: RegExp | string) {
  return page.getByRole('status').filter({ hasText: words }).first();
}

/** Opens a row of Find's list as a person. */
export async function openRow(page: Page, row: number): Promise<string> {
  const name = await nameInRow(page, row);
  await page.locator(`[data-row="${row}"]`).press('Enter');
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  return name;
}

/** Logs a contact from the person's page with keys alone; `digit` picks the outcome. */
export async function logContact(page: Page, digit: string, note?: string): Promise<void> {
  const panel = page.getByRole('heading', { name: 'Log a contact' });
  // A page that is just being drawn anew may not hear the first press; a recruiter presses again.
  await expect(async () => {
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('l');
    await expect(panel).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 20_000 });
  await page.keyboard.press(digit);
  if (note !== undefined) await page.getByLabel('Note').fill(note);
  await page.keyboard.press('Control+Enter');
  // The panel closes only when the journal has answered; an earlier toast proves nothing.
  await expect(page.getByRole('heading', { name: 'Log a contact' })).toHaveCount(0);
  await expect(page.getByText(/^(?:Saved|Kept only while this app is open):/).last()).toBeVisible();
}
