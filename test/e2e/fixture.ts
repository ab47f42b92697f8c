import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { type CentreProcess, startCentre } from '../commands/centre-process.ts';
import { Laptop } from './laptop.ts';

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const SCREENS = join(import.meta.dirname, '../../out/screens');

interface TestFixtures {
  /** A laptop of its own for each test, not started. */
  readonly laptop: Laptop;
  /** One more laptop, for a colleague; its centre may be somewhere else. */
  readonly addLaptop: (centreUrl?: string) => Promise<Laptop>;
}
interface WorkerFixtures {
  /** One centre for each worker, with 2,000 made-up people. */
  readonly centre: CentreProcess;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  centre: [
    // Playwright reads from the braces which fixtures a function needs, and wants braces.
    async ({ playwright: _ }, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'swt-centre-'));
      const args = ['--port', '0', '--people', '2000', '--seed', '1', '--data', folder];
      const centre = await startCentre(args, () => {});
      await use(centre);
      await centre.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  addLaptop: async ({ centre }, use) => {
    const laptops: Laptop[] = [];
    await use(async (centreUrl = centre.url) => {
      const laptop = await Laptop.make(centreUrl);
      laptops.push(laptop);
      return laptop;
    });
    for (const laptop of laptops) await laptop.discard();
  },
  laptop: async ({ addLaptop }, use) => use(await addLaptop()),
});

export { expect };

/** Pictures of the page as it is, in both themes, at 1280 by 800: `out/screens/<name>-<theme>.png`. */
export async function picture(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const path = join(SCREENS, `${name}-${colorScheme}.png`);
    await page.screenshot({ path, animations: 'disabled' });
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

/** Fails with the rule and the element of everything axe finds, in both themes. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Legacy mode: the other one opens a page of its own, and the application allows none.
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .withTags(AXE_TAGS)
      .analyze();
    const found = violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html }) => `${colorScheme}: ${id}: ${help}: ${html}`),
    );
    expect(found).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}
