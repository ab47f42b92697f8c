import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { takeInstanceLock } from './instance-lock.ts';
import { preventable } from './preventable.ts';

interface Setup {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  readonly switches: Map<string, string>;
  /** Closes every window; false if one stays. */
  readonly closeAllWindows: () => Promise<boolean>;
}

let setup: Setup;

class App extends EventEmitter {
  readonly isPackaged = false;
  /** Not Electron's: whether `quit` is under way. */
  isQuitting = false;
  /** Not Electron's: ends Chromium. */
  endChromium: () => Promise<unknown> = async () => {};
  readonly #paths = new Map<string, string>();
  readonly #whenReady = Promise.withResolvers<void>();
  #isReady = false;

  readonly commandLine = {
    appendSwitch: (name: string, value = ''): void => void setup.switches.set(name, value),
    hasSwitch: (name: string): boolean => setup.switches.has(name),
    getSwitchValue: (name: string): string => setup.switches.get(name) ?? '',
  };

  /** Not Electron's: called before the application's own code. */
  prepare(what: Setup): void {
    setup = what;
    const userData = what.switches.get('user-data-dir');
    if (userData !== undefined && userData !== '') this.setPath('userData', resolve(userData));
  }

  whenReady(): Promise<void> {
    return this.#whenReady.promise;
  }
  isReady(): boolean {
    return this.#isReady;
  }
  /** Not Electron's. */
  becomeReady(): void {
    this.#isReady = true;
    this.#whenReady.resolve();
    this.emit('ready', {}, {});
  }

  getName(): string {
    return setup.name;
  }
  getVersion(): string {
    return setup.version;
  }
  getAppPath(): string {
    return setup.folder;
  }
  setAppUserModelId(_id: string): void {}

  getPath(name: 'home' | 'temp' | 'appData' | 'userData' | 'sessionData' | 'logs'): string {
    const set = this.#paths.get(name);
    if (set !== undefined) return set;
    const home = homedir();
    if (name === 'home') return home;
    if (name === 'temp') return tmpdir();
    if (name === 'appData') return process.env.XDG_CONFIG_HOME ?? join(home, '.config');
    if (name === 'userData') return join(this.getPath('appData'), setup.name);
    if (name === 'sessionData') return this.getPath('userData');
    if (name === 'logs') return join(this.getPath('userData'), 'logs');
    throw new Error(`Failed to get '${String(name)}' path`);
  }
  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  requestSingleInstanceLock(): boolean {
    const message = [process.argv, process.cwd(), {}];
    return takeInstanceLock(this.getPath('userData'), message, (knock) =>
      this.emit('second-instance', {}, ...(knock as unknown[])),
    );
  }

  quit(): void {
    if (this.isQuitting) return;
    const event = preventable({});
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.isQuitting = true;
    void this.#closeAndExit();
  }

  async #closeAndExit(): Promise<void> {
    if (await setup.closeAllWindows()) {
      const event = preventable({});
      this.emit('will-quit', event);
      if (!event.defaultPrevented) return this.exit(0);
    }
    this.isQuitting = false;
  }

  exit(code = 0): void {
    this.isQuitting = true;
    this.emit('quit', {}, code);
    if (!this.#isReady) process.exit(code);
    setTimeout(() => process.exit(code), 3000);
    void this.endChromium().finally(() => process.exit(code));
  }
}

export const app: App = new App();

/** Where Chromium keeps what the pages store. */
export function makeProfileFolder(): string {
  const folder = join(app.getPath('sessionData'), 'chromium');
  mkdirSync(folder, { recursive: true });
  return folder;
}
