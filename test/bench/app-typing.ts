import type { Page } from '@playwright/test';
import { type KeyPress, nextPress } from './app-page.ts';
import { percentiles, rounded } from './calibration.ts';

/** What a morning's recruiter types into the one box; about 120 key presses with the clearing. */
const TYPED = [
  'safeguarding',
  'amhp thanet',
  'cp sw 20 miles of leeds',
  "o'brien",
  'SW9104',
  'CT21',
  'fostring',
  'iro',
  '"child protection"',
  'mosaic or eclipse',
];
/** Between a screen that has answered and the next key. */
const PAUSE_MS = 30;
const SLOWEST = 12;

/** Types in the running application, a key at a time, each once the one before is on the screen. */
export async function typeInFind(page: Page): Promise<readonly KeyPress[]> {
  const box = page.getByRole('searchbox', { name: 'Name, number, skill or place' });
  await box.focus();
  await page.evaluate(() => void window.swtBench.presses.splice(0));
  let count = 0;
  const press = async (key: string) => {
    await page.keyboard.press(key);
    await page.evaluate(nextPress, count++);
    await page.waitForTimeout(PAUSE_MS);
  };
  for (const text of TYPED) {
    for (const key of text) await press(key === ' ' ? 'Space' : key);
    await press('Escape');
  }
  return page.evaluate(() => window.swtBench.presses);
}

/** What the bench says of the presses. */
export function pressFigures(presses: readonly KeyPress[]) {
  return {
    presses: presses.length,
    toPaint: percentiles(presses.map(({ paintMs }) => paintMs)),
    toAnswer: percentiles(presses.map(({ answerMs }) => answerMs)),
    worker: percentiles(presses.map(({ workerMs }) => workerMs)),
    slowest: presses
      .toSorted((a, b) => b.workerMs - a.workerMs)
      .slice(0, SLOWEST)
      .map(({ text, paintMs, workerMs }) => ({
        text,
        paintMs: rounded(paintMs),
        workerMs: rounded(workerMs),
      })),
  };
}
