import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { JournalEntry } from '#contract/journal.ts';
import { type CentreProcess, startCentre } from '../commands/centre-process.ts';
import { find, goTo } from './desk.ts';

/** How many changes the journal of this laptop holds that the centre has not taken. */
export function notSentCount(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const list = await window.swt.request('journal.list', {});
    if (!list.ok) throw new Error(list.error.message);
    // Whom somebody looked at is no work (decision 0021).
    const noWork = ['noop', 'person.see', 'search.look'];
    const isWork = ({ state, mutation }: JournalEntry) =>
      state.is !== 'sent' && !noWork.includes(mutation.kind);
    return list.value.filter(isWork).length;
  });
}

/** Somebody's page, to come back to however lists are ordered by then. */
export interface SomePerson {
  readonly name: string;
  /** Opens their page, in this window or in the one after a restart. */
  open(page: Page): Promise<void>;
}

/** Finds people by a word and opens the page of one of them. */
export async function openSomeone(page: Page, text: string, row = 0): Promise<SomePerson> {
  await find(page, text);
  await page.locator(`[data-row="${row}"]`).press('Enter');
  await expect(page).toHaveURL(/#\/person\//);
  const address = new URL(page.url()).hash.slice(1);
  const heading = page.getByRole('main').getByRole('heading', { level: 1 });
  // The address changes before the screen: neither Find's heading nor that of a page being read.
  await expect(heading).toHaveText(/^(?!Find people$|Person$).*\w/);
  const name = (await heading.textContent()) ?? '';
  return {
    name,
    async open(on) {
      await goTo(on, address);
      await expect(on.getByRole('heading', { name, level: 1 })).toBeVisible();
    },
  };
}

/** Waits until Sync and records says it. */
export async function syncSays(page: Page, words: RegExp): Promise<void> {
  await expect(page.getByRole('main').getByText(words).first()).toBeVisible();
}

/** The people of a centre that a journey may stop. */
export const CENTRE_PEOPLE = '600';

/** A centre of this journey alone, which can be stopped and started on the same data. */
export interface OwnCentre {
  readonly url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  discard(): Promise<void>;
}

/** Starts a centre on a folder of its own, at addresses that stay the same. */
export async function startOwnCentre(): Promise<OwnCentre> {
  const folder = await mkdtemp(join(tmpdir(), 'swt-own-centre-'));
  const [port, issuerPort] = await freePorts();
  const args = ['--port', port, '--issuer-port', issuerPort, '--people', CENTRE_PEOPLE];
  let centre: CentreProcess | null = null;
  const start = async () => {
    centre = await startCentre([...args, '--data', folder], () => {});
    expect(centre.url).toBe(`http://127.0.0.1:${port}`);
  };
  const stop = async () => {
    const running = centre;
    centre = null;
    await running?.stop();
  };
  await start();
  return {
    url: `http://127.0.0.1:${port}`,
    start,
    stop,
    async discard() {
      await stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Two ports that nobody listens at now. */
async function freePorts(): Promise<readonly [string, string]> {
  const servers = [createServer(), createServer()];
  const ports: string[] = [];
  for (const server of servers) {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    ports.push(String(typeof address === 'object' && address ? address.port : 0));
  }
  for (const server of servers) await new Promise((done) => server.close(done));
  return [ports[0] ?? '', ports[1] ?? ''];
}
