import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions } from 'electron';
import { app } from './app.ts';
import { preventable } from './preventable.ts';
import { WebContents } from './web-contents.ts';

const windows = new Map<number, BrowserWindow>();
let focused: BrowserWindow | null = null;

export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents;
  readonly id: number;
  #title: string;
  #isVisible: boolean;
  #isMinimized = false;
  #isDestroyed = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    const { width = 800, height = 600, show = true, title = app.getName() } = options;
    this.webContents = new WebContents({ preload: options.webPreferences?.preload, width, height });
    this.id = this.webContents.id;
    this.#title = title;
    this.#isVisible = show;
    windows.set(this.id, this);
    focused = this;
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
    this.webContents.once('destroyed', () => this.#onDestroyed());
    queueMicrotask(() => app.emit('browser-window-created', {}, this));
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()];
  }
  static getFocusedWindow(): BrowserWindow | null {
    return focused;
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return windows.get(contents.id) ?? null;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }
  reload(): void {
    this.webContents.reload();
  }

  show(): void {
    this.#isVisible = true;
    this.emit('show');
    this.focus();
  }
  focus(): void {
    focused = this;
    this.emit('focus');
  }
  minimize(): void {
    this.#isMinimized = true;
    this.emit('minimize');
  }
  restore(): void {
    this.#isMinimized = false;
    this.emit('restore');
  }
  isVisible(): boolean {
    return this.#isVisible;
  }
  isFocused(): boolean {
    return focused === this;
  }
  isMinimized(): boolean {
    return this.#isMinimized;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  getTitle(): string {
    return this.#title;
  }
  setTitle(title: string): void {
    this.#title = title;
  }

  close(): void {
    const event = preventable({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.webContents.close({ waitForBeforeUnload: true });
  }
  destroy(): void {
    this.webContents.close();
  }

  #onDestroyed(): void {
    this.#isDestroyed = true;
    windows.delete(this.id);
    if (focused === this) focused = [...windows.values()].at(-1) ?? null;
    this.emit('closed');
    if (windows.size > 0 || app.isQuitting) return;
    // As in Electron: whoever listens decides whether the application ends.
    if (!app.emit('window-all-closed')) app.quit();
  }
}

/** Closes every window; false as soon as one stays. */
export async function closeAllWindows(): Promise<boolean> {
  for (const window of BrowserWindow.getAllWindows()) {
    const closed = new Promise<true>((resolve) => window.once('closed', () => resolve(true)));
    const kept = new Promise<false>((resolve) => {
      window.once('close', (event: { defaultPrevented: boolean }) => {
        // Later listeners have their say first.
        setImmediate(() => event.defaultPrevented && resolve(false));
      });
      window.webContents.once('will-prevent-unload', (event: { defaultPrevented: boolean }) => {
        setImmediate(() => event.defaultPrevented || resolve(false));
      });
    });
    window.close();
    if (!(await Promise.race([closed, kept]))) return false;
  }
  return true;
}
