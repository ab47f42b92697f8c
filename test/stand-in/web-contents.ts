import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { WebContents as ElectronWebContents } from 'electron';
import { app } from './app.ts';
import { fromReal, toReal } from './custom-schemes.ts';
import type { DevtoolsSession } from './devtools.ts';
import { type MainFrame, makeMainFrame } from './main-frame.ts';
import type { MessagePortMain } from './message-ports.ts';
import { nativeTheme } from './native-theme.ts';
import { PageMessenger } from './page-messenger.ts';
import { BINDING, pageSource, preloadSource, WORLD } from './page-worlds.ts';
import { preventable } from './preventable.ts';
import { applyPermissions, session } from './session.ts';
import {
  closePage,
  forgetPage,
  type Navigation,
  openPage,
  type PageOwner,
  type PageTarget,
} from './targets.ts';

interface Options {
  readonly preload: string | undefined;
  readonly width: number;
  readonly height: number;
}
type OpenHandler = Parameters<ElectronWebContents['setWindowOpenHandler']>[0];

const all = new Map<number, WebContents>();
let lastId = 0;

export class WebContents extends EventEmitter implements PageOwner {
  readonly id: number = ++lastId;
  readonly session = session.defaultSession;
  readonly mainFrame: MainFrame;
  readonly #preload: string | undefined;
  readonly #messenger: PageMessenger;
  readonly #opening: Promise<PageTarget>;
  #targetId: string | undefined;
  #url = '';
  #asked: string | undefined;
  #isDestroyed = false;
  #openHandler: OpenHandler = () => ({ action: 'allow' });

  constructor({ preload, width, height }: Options) {
    super();
    this.mainFrame = makeMainFrame(() => this.#url);
    this.#preload = preload;
    this.#messenger = new PageMessenger(
      { type: 'frame', sender: this, senderFrame: this.mainFrame, frameId: 1, processId: this.id },
      (error) => {
        console.error('The preload failed:', error);
        this.emit('preload-error', {}, preload, error);
      },
    );
    all.set(this.id, this);
    this.#opening = openPage(this, { width, height }).then(async (target) => {
      this.#targetId = target.targetId;
      await this.#prepare(target);
      return target;
    });
    this.#opening.catch((error: unknown) => this.#isDestroyed || console.error(error));
    queueMicrotask(() => app.emit('web-contents-created', {}, this));
  }

  async #prepare({ targetId, session: page }: PageTarget): Promise<void> {
    this.#messenger.start(page, targetId);
    page.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return;
      this.#url = fromReal(frame.url);
      this.emit('did-navigate', {}, this.#url);
    });
    page.on('Page.domContentEventFired', () => this.emit('dom-ready', {}));
    page.on('Page.loadEventFired', () => {
      if (this.#url !== 'about:blank') this.emit('did-finish-load', {});
    });
    page.on('Page.windowOpen', ({ url, windowName }) => {
      const { action } = this.#openHandler({
        url: fromReal(url),
        frameName: windowName,
        features: '',
        disposition: 'foreground-tab',
        referrer: { url: this.#url, policy: 'strict-origin-when-cross-origin' },
      });
      if (action === 'allow') console.error(`The stand-in refuses every popup: ${url}`);
    });
    page.on('Page.javascriptDialogOpening', ({ type }) => {
      if (type !== 'beforeunload') return;
      const event = preventable({});
      this.emit('will-prevent-unload', event);
      page.send('Page.handleJavaScriptDialog', { accept: event.defaultPrevented }).catch(() => {});
    });
    page.on('Inspector.targetCrashed', () => {
      this.#messenger.drop();
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 11 });
    });
    await Promise.all([
      page.send('Page.enable'),
      page.send('Runtime.enable'),
      this.#addPreload(page),
      this.#showTheme(page),
      page.send('Runtime.runIfWaitingForDebugger'),
    ]);
    const onTheme = (): void => void this.#showTheme(page).catch(() => {});
    nativeTheme.on('updated', onTheme);
    this.once('destroyed', () => nativeTheme.off('updated', onTheme));
  }

  async #addPreload(page: DevtoolsSession): Promise<void> {
    if (this.#preload === undefined) return;
    const bridge = randomUUID();
    const preload = preloadSource(bridge, readFileSync(this.#preload, 'utf8'));
    const script = 'Page.addScriptToEvaluateOnNewDocument';
    await Promise.all([
      page.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD }),
      page.send(script, { source: pageSource(bridge) }), // first: it must be there to be exposed to
      page.send(script, { source: preload, worldName: WORLD }),
    ]);
  }

  async #showTheme(page: DevtoolsSession): Promise<void> {
    const { themeSource } = nativeTheme;
    const value = themeSource === 'system' ? '' : themeSource;
    const features = [{ name: 'prefers-color-scheme', value }];
    await page.send('Emulation.setEmulatedMedia', { features });
  }

  send(channel: string, ...args: unknown[]): void {
    this.#messenger.tell('send', channel, args);
  }

  postMessage(channel: string, message: unknown, transfer: MessagePortMain[] = []): void {
    this.#messenger.post(channel, message, transfer);
  }

  async loadURL(url: string): Promise<void> {
    const { session: page } = await this.#opening;
    await applyPermissions(url);
    this.#asked = withoutHash(url);
    const finished = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()));
    const { errorText } = await page.send('Page.navigate', { url: toReal(url) });
    if (errorText !== undefined && errorText !== '') {
      const code = errorText.replace(/^net::/, '');
      this.emit('did-fail-load', {}, -2, code, url, true);
      throw Object.assign(new Error(`${code} (-2) loading '${url}'`), { code, errno: -2, url });
    }
    await finished;
  }

  reload(): void {
    this.#opening.then(({ session: page }) => page.send('Page.reload')).catch(() => {});
  }

  mayNavigate({ url, isMainFrame, isRedirect }: Navigation): boolean {
    if (isRedirect) return this.#ask('will-redirect', url, isMainFrame);
    const isAsked = isMainFrame && url === this.#asked;
    if (isAsked) this.#asked = undefined;
    // A reload by the user asks nobody; here it cannot be told from a link to the same page.
    if (isAsked || (isMainFrame && url === withoutHash(this.#url))) return true;
    if (!this.#ask('will-frame-navigate', url, isMainFrame)) return false;
    return !isMainFrame || this.#ask('will-navigate', url, true);
  }

  #ask(name: string, url: string, isMainFrame: boolean): boolean {
    const frame = isMainFrame ? this.mainFrame : null;
    const event = preventable({ url, isMainFrame, isSameDocument: false, frame });
    this.emit(name, event, url, false, isMainFrame);
    return !event.defaultPrevented;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  /** In the page's own world. */
  async executeJavaScript(expression: string): Promise<unknown> {
    const { session: page } = await this.#opening;
    const options = { awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = await page.send('Runtime.evaluate', {
      expression,
      ...options,
    });
    if (!exceptionDetails) return result.value;
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }

  forcefullyCrashRenderer(): void {
    this.#opening.then(({ session: page }) => page.send('Page.crash')).catch(() => {});
  }

  getURL(): string {
    return this.#url;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  /** With `waitForBeforeUnload` the page may refuse, else this is the end of it. */
  close({ waitForBeforeUnload = false }: { waitForBeforeUnload?: boolean } = {}): void {
    this.#opening
      .then(({ targetId, session: page }) =>
        waitForBeforeUnload ? page.send('Page.close') : closePage(targetId),
      )
      .catch(() => this.gone());
  }

  /** Not Electron's: the page has ended. */
  gone(): void {
    if (this.#isDestroyed) return;
    this.#messenger.drop();
    this.#isDestroyed = true;
    all.delete(this.id);
    forgetPage(this);
    this.emit('destroyed');
  }

  /** Not Electron's: the page as a PNG. */
  async picture(): Promise<Buffer> {
    const { session: page } = await this.#opening;
    const { data } = await page.send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(data, 'base64');
  }

  /** Not Electron's: whether this is the page that DevTools calls `targetId`. */
  isTarget(targetId: string): boolean {
    return this.#targetId === targetId;
  }
}

function withoutHash(url: string): string {
  return url.replace(/#.*/s, '');
}

/** Playwright finds a page's window through it. */
export const webContents = {
  getAllWebContents: (): WebContents[] => [...all.values()],
  fromDevToolsTargetId: (targetId: string): WebContents | undefined =>
    [...all.values()].find((each) => each.isTarget(targetId)),
};
