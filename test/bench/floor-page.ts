import type { Page } from '@playwright/test';
import { drawList } from './floor-list.ts';
import { openWorkerPage } from './worker-page.ts';

/** The machine's own floor of a key press and of scrolling, taken whenever it is asked. */
export interface FloorPage {
  /** Types so many letters; milliseconds from each key to its letter on the screen. */
  type(count: number): Promise<readonly number[]>;
  /** Opens another page, in front of this one, with so many bare rows to be scrolled through. */
  list(rows: number): Promise<Page>;
  close(): Promise<void>;
}

/** Between a letter on the screen and the next key, as in the application. */
const PAUSE_MS = 30;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Opens a page of the same Chromium with one controlled input and nothing else. */
export async function openFloorPage(): Promise<FloorPage> {
  const { page, another, close } = await openWorkerPage('floor-input.ts');
  await page.addScriptTag({ url: '/worker.js', type: 'module' });
  await page.getByLabel('Floor').focus();
  return {
    close,
    async list(rows) {
      const front = await another();
      await front.setViewportSize({ width: 1280, height: 800 });
      await front.evaluate(drawList, rows);
      return front;
    },
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
