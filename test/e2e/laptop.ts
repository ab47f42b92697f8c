import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { Gate } from './gate.ts';
import { killTree } from './process-tree.ts';
import { signInInBrowser } from './system-browser.ts';

const root = join(import.meta.dirname, '../..');

/** One recruiter's laptop: a folder, a network, and the application started or not. */
export class Laptop {
  readonly folder: string;
  readonly gate: Gate;
  /** Where the built application lies that this laptop runs, from the root of the project. */
  build = '.';
  #app: ElectronApplication | undefined;
  #page: Page | undefined;

  private constructor(folder: string, gate: Gate) {
    this.folder = folder;
    this.gate = gate;
  }

  static async make(centreUrl: string): Promise<Laptop> {
    const gate = new Gate(Number(new URL(centreUrl).port));
    await gate.open();
    return new Laptop(await mkdtemp(join(tmpdir(), 'swt-laptop-')), gate);
  }

  get app(): ElectronApplication {
    if (!this.#app) throw new Error('The application is not running on this laptop.');
    return this.#app;
  }

  get page(): Page {
    if (!this.#page) throw new Error('The application is not running on this laptop.');
    return this.#page;
  }

  /** Starts the application and waits until its page shows something. */
  async start(...args: readonly string[]): Promise<Page> {
    const app = await _electron.launch({
      args: [this.build, `--user-data-dir=${this.folder}`, `--api-url=${this.gate.url}`, ...args],
      colorScheme: null,
      cwd: root,
    });
    this.#app = app;
    await app.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openExternal = async (url) => void opened.push(url);
    });
    this.#page = await app.firstWindow();
    await this.#page.locator('#root > *').first().waitFor(); // the window is there before its page
    await this.#page.setViewportSize({ width: 1280, height: 800 });
    return this.#page;
  }

  /** What the application asked the system to open, since it started. */
  opened(): Promise<string[]> {
    return this.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  }

  /** Chooses the account on the sign-in screen, then acts as the person in the browser. */
  async signInAs(name: string, button = name): Promise<void> {
    const before = (await this.opened()).length;
    await this.page.getByRole('button', { name: button }).first().click();
    const deadline = Date.now() + 15_000;
    for (;;) {
      const address = (await this.opened())[before];
      if (address !== undefined) return signInInBrowser(address, name);
      if (Date.now() > deadline) throw new Error('The application opened no sign-in page.');
      await this.page.waitForTimeout(50);
    }
  }

  /** What a sealed file of this laptop says, opened by its own key store. */
  readSealed(name: string): Promise<string> {
    return this.app.evaluate(
      async ({ safeStorage }, path) => {
        const { readFileSync } = process.getBuiltinModule('node:fs');
        const { result } = await safeStorage.decryptStringAsync(readFileSync(path));
        return result;
      },
      join(this.folder, name),
    );
  }

  goOffline(): Promise<void> {
    return this.gate.shut();
  }

  goOnline(): Promise<void> {
    return this.gate.open();
  }

  /** Quits in the proper way; nothing to do where it is not running. */
  async quit(): Promise<void> {
    const app = this.#app;
    this.#app = undefined;
    this.#page = undefined;
    await app?.close();
  }

  /** As the battery pulled out: main, Chromium and its children have no chance to write anything. */
  async kill(): Promise<void> {
    const { app } = this;
    const ended = app.waitForEvent('close');
    this.#app = undefined;
    this.#page = undefined;
    await killTree(app.process().pid);
    await ended;
  }

  /** Starts the application and kills it in the middle of its start. */
  async startAndKill(moment: Promise<unknown>): Promise<void> {
    const child = this.#spawn([`--api-url=${this.gate.url}`]);
    await moment;
    const ended = once(child, 'close');
    await killTree(child.pid);
    await ended;
  }

  async relaunch(...args: readonly string[]): Promise<Page> {
    await this.quit();
    return this.start(...args);
  }

  /** Starts a second copy on the same folder and gives its exit code and what it said. */
  async runSecondCopy(): Promise<{ readonly exitCode: number; readonly said: string }> {
    const child = this.#spawn([]);
    let said = '';
    child.stderr.on('data', (bytes: Buffer) => {
      said += bytes.toString();
    });
    const [code] = (await once(child, 'close')) as [number | null];
    return { exitCode: code ?? 1, said };
  }

  #spawn(args: readonly string[]) {
    const electron = createRequire(import.meta.url)('electron') as string;
    const all = ['--no-sandbox', this.build, `--user-data-dir=${this.folder}`, ...args];
    return spawn(electron, all, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  }

  /** Sets the clock that the application's main process reads, from the right time. */
  shiftClock(minutes: number): Promise<void> {
    return this.app.evaluate((_electron, ms) => {
      const kept = globalThis as unknown as { rightNow?: () => number };
      kept.rightNow ??= Date.now.bind(Date);
      const { rightNow } = kept;
      Date.now = () => rightNow() + ms;
    }, minutes * 60_000);
  }

  async discard(): Promise<void> {
    await this.quit();
    await this.gate.shut();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
