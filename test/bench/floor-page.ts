import { openWorkerPage } from './worker-page.ts';

/** The machine's own floor of a key press, taken whenever it is asked. */
export interface FloorPage {
  /** Types so many letters; milliseconds from each key to its letter on the screen. */
  type(count: number): Promise<readonly number[]>;
  close(): Promise<void>;
}

/** Between a letter on the screen and the next key, as in the application. */
const PAUSE_MS = 30;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Opens a page of the same Chromium with one controlled input and nothing else. */
export async function openFloorPage(): Promise<FloorPage> {
  const { page, close } = await openWorkerPage('floor-input.ts');
  await page.addScriptTag({ url: '/worker.js', type: 'module' });
  await page.getByLabel('Floor').focus();
  return {
    close,
    async type(count) {
      await page.evaluate(() => void window.floorPresses.splice(0));
      for (let i = 0; i < count; i += 1) {
        await page.keyboard.press(LETTERS[i % LETTERS.length] ?? 'a');
        await page.waitForFunction((wanted) => window.floorPresses.length > wanted, i);
        await page.waitForTimeout(PAUSE_MS);
      }
      await page.getByLabel('Floor').fill('');
      return page.evaluate(() => window.floorPresses);
    },
  };
}

declare global {
  interface Window {
    /** Kept by `floor-input.ts`. */
    floorPresses: number[];
  }
}
