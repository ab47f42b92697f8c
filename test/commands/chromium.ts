import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Where the Chromium from the npm registry is unpacked to, when there is no other. */
export const cachedChromium: string = join(root, '.cache/chromium/chromium');

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  cachedChromium,
];

/** The path of a Chromium, or a plain sentence as an error. */
export function findChromium(): string {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (existsSync(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH names ${chosen}, and there is no such file.`);
  }
  const found = PLACES.find((place) => existsSync(place));
  if (found !== undefined) return found;
  throw new Error('No Chromium was found: run npm start or npm test, which bring one along.');
}
