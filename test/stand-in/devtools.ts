/**
 * Chromium as a child process on a DevTools pipe.
 *
 * The pipe ties its life to ours: however this process dies, kill -9 included, the pipe closes and
 * Chromium ends by itself.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
// Types only: Playwright carries the protocol's declarations and exports no entry point for them.
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts';
import { findChromium } from '../commands/chromium.ts';

export type { Protocol };

type Commands = Protocol.CommandParameters;
type Answers = Protocol.CommandReturnValues;
type Events = Protocol.Events;

/** No screen to draw on: nobody can see or click a window. */
export const isHeadless: boolean =
  process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

const SWITCHES = [
  'no-first-run',
  'no-default-browser-check',
  'no-startup-window', // with the pipe open, Chromium then lives on without a window
  'disable-background-networking',
  'disable-component-update',
  'disable-default-apps',
  'disable-extensions',
  'disable-infobars',
  'disable-quic',
  'disable-search-engine-choice-screen',
  'disable-sync',
  'password-store=basic',
  'use-mock-keychain',
  'enable-blink-features=MessagePortCloseEvent', // Electron's pages have this event
];

/** One DevTools session: the browser's own, or one page's. */
export class DevtoolsSession {
  readonly #chromium: Chromium;
  readonly #id: string | undefined;
  readonly #events = new EventEmitter();

  constructor(chromium: Chromium, id?: string) {
    this.#chromium = chromium;
    this.#id = id;
  }

  send<M extends keyof Commands>(method: M, params?: Commands[M]): Promise<Answers[M]> {
    return this.#chromium.call(method, params ?? {}, this.#id);
  }

  on<E extends keyof Events>(event: E, listener: (payload: Events[E]) => void): void {
    this.#events.on(event, listener);
  }

  hear(event: string, payload: unknown): void {
    this.#events.emit(event, payload);
  }
}

interface Call {
  readonly method: string;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly sessionId?: string };
  readonly sessionId?: string;
  readonly result?: never;
  readonly error?: { readonly message: string };
}

export class Chromium {
  readonly root: DevtoolsSession = new DevtoolsSession(this);
  readonly #child: ChildProcess;
  readonly #sessions = new Map<string | undefined, DevtoolsSession>([[undefined, this.root]]);
  readonly #calls = new Map<number, Call>();
  #lastCall = 0;
  #unread: Buffer[] = [];

  constructor(profile: string, switches: readonly string[], onEnd: (error?: Error) => void) {
    const chromium = findChromium();
    if (chromium === undefined) {
      throw new Error('The stand-in needs a Chromium: npm start and npm test bring one along.');
    }
    const isRoot = process.getuid?.() === 0;
    const all = [...SWITCHES, ...switches, 'remote-debugging-pipe', `user-data-dir=${profile}`];
    if (isHeadless) all.push('headless');
    if (isRoot) all.push('no-sandbox');
    // Playwright reads the address of the debugging port from stderr.
    const isLoud =
      process.env.ELECTRON_ENABLE_LOGGING !== undefined ||
      switches.some((name) => name.startsWith('remote-debugging-port'));
    this.#child = spawn(
      chromium,
      all.map((name) => `--${name}`),
      {
        detached: true, // Ctrl+C reaches the whole group; Chromium must outlive `will-quit`
        stdio: ['ignore', 'ignore', isLoud ? 'inherit' : 'ignore', 'pipe', 'pipe'],
      },
    );
    this.#child.on('exit', () => onEnd());
    this.#child.on('error', onEnd);
    this.#input.on('error', () => {});
    (this.#child.stdio[4] as Readable).on('data', (data: Buffer) => this.#read(data));
  }

  get #input(): Writable {
    return this.#child.stdio[3] as Writable;
  }

  call(method: string, params: object, sessionId?: string): Promise<never> {
    const id = ++this.#lastCall;
    return new Promise((resolve, reject) => {
      this.#calls.set(id, { method, resolve, reject });
      this.#input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  session(id: string): DevtoolsSession {
    const session = new DevtoolsSession(this, id);
    this.#sessions.set(id, session);
    return session;
  }

  /** Asks Chromium to write what it holds and end. */
  end(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#child.exitCode !== null || this.#child.signalCode !== null) resolve();
      this.#child.once('exit', () => resolve());
      this.root.send('Browser.close').catch(() => {});
    });
  }

  #read(data: Buffer): void {
    let rest = data;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const text = Buffer.concat([...this.#unread, rest.subarray(0, end)]).toString();
      this.#unread = [];
      rest = rest.subarray(end + 1);
      this.#receive(JSON.parse(text) as Message);
    }
    if (rest.length > 0) this.#unread.push(rest);
  }

  #receive({ id, method, params, sessionId, result, error }: Message): void {
    if (id === undefined) {
      this.#sessions.get(sessionId)?.hear(method ?? '', params);
      if (method === 'Target.detachedFromTarget') this.#sessions.delete(params?.sessionId);
      return;
    }
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    if (error) call?.reject(new Error(`${call.method}: ${error.message}`));
    else call?.resolve(result as never);
  }
}
