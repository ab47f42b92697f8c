import { cloneCodec } from './clone-codec.ts';
import type { DevtoolsSession } from './devtools.ts';
import { ipcMain, type Sender } from './ipc-main.ts';
import { MessagePortMain, type PageSide, PortLink } from './message-ports.ts';
import { BINDING, WORLD } from './page-worlds.ts';

/** Larger DevTools messages cost more than their share: 68 MB/s at 128 KiB, 20 at 512 KiB. */
const PART_CHARS = 128 * 1024;

type FromPage =
  | readonly ['invoke', call: number, channel: string, args: readonly unknown[]]
  | readonly ['send', channel: string, args: readonly unknown[]]
  | readonly ['post', channel: string, message: unknown, ports: readonly string[]]
  | readonly ['port', name: string, message: unknown, ports: readonly string[]]
  | readonly ['port-close', name: string]
  | readonly ['preload-error', error: unknown];

/** What passes between main and one page: messages, answers and ports. */
export class PageMessenger implements PageSide {
  readonly #sender: Omit<Sender, 'ports'>;
  readonly #onPreloadError: (error: unknown) => void;
  #session: DevtoolsSession | undefined;
  /** The preload's world in the document that is there now. */
  #world: string | undefined;
  readonly #links = new Map<string, PortLink>();
  #lastLent = 0;

  constructor(sender: Omit<Sender, 'ports'>, onPreloadError: (error: unknown) => void) {
    this.#sender = sender;
    this.#onPreloadError = onPreloadError;
  }

  start(session: DevtoolsSession, mainFrameId: string): void {
    this.#session = session;
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const frame = (context.auxData as { frameId?: string } | undefined)?.frameId;
      if (context.name !== WORLD || frame !== mainFrameId) return;
      this.drop();
      this.#world = context.uniqueId;
    });
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === BINDING) this.#hear(cloneCodec.decode(payload) as FromPage);
    });
  }

  /** The document is gone, and the far ends of its ports with it. */
  drop(): void {
    this.#world = undefined;
    for (const link of this.#links.values()) link.peer?.closed();
    this.#links.clear();
  }

  post(channel: string, message: unknown, transfer: readonly MessagePortMain[]): void {
    if (this.#world === undefined) return;
    this.lend(transfer, (names) => this.tell('post', channel, message, names));
  }

  lend(ports: readonly MessagePortMain[], tell: (names: string[]) => void): void {
    const lent = ports.map((port) => ({ port, link: new PortLink(this, `m${++this.#lastLent}`) }));
    tell(lent.map(({ link }) => link.name)); // first: what a port already holds comes after it
    for (const { port, link } of lent) {
      this.#links.set(link.name, link);
      port.handOver(link);
    }
  }

  tell(...message: unknown[]): void {
    const text = cloneCodec.encode(message); // throws for what cannot cross, document or none
    if (this.#world === undefined) return;
    for (let at = 0; at < text.length; at += PART_CHARS) {
      const isLast = at + PART_CHARS >= text.length;
      const call = {
        functionDeclaration: `(part) => globalThis.${BINDING}(part)`,
        arguments: [{ value: (isLast ? '.' : '+') + text.slice(at, at + PART_CHARS) }],
        uniqueContextId: this.#world,
        silent: true,
      };
      this.#session?.send('Runtime.callFunctionOn', call).catch(() => {}); // the page went away
    }
  }

  #hear(message: FromPage): void {
    switch (message[0]) {
      case 'invoke':
        this.#answer(message[1], message[2], message[3]);
        return;
      case 'send':
        ipcMain.emit(message[1], this.#event([]), ...message[2]);
        return;
      case 'post':
        ipcMain.emit(message[1], this.#event(message[3]), message[2]);
        return;
      case 'port':
        this.#links.get(message[1])?.peer?.deliver(message[2], this.#adopt(message[3]));
        return;
      case 'port-close': {
        const link = this.#links.get(message[1]);
        this.#links.delete(message[1]);
        link?.peer?.closed();
        return;
      }
      case 'preload-error':
        this.#onPreloadError(message[1]);
    }
  }

  #answer(call: number, channel: string, args: readonly unknown[]): void {
    ipcMain
      .answer(this.#event([]), channel, args)
      .then((value) => this.tell('reply', call, null, value))
      .catch((error: unknown) => {
        const words = `Error invoking remote method '${channel}': ${String(error)}`;
        this.tell('reply', call, words, undefined);
      });
  }

  #event(portNames: readonly string[]): Sender {
    return { ...this.#sender, ports: this.#adopt(portNames) };
  }

  /** Ports that the page gave us. */
  #adopt(names: readonly string[]): MessagePortMain[] {
    return names.map((name) => {
      const port = new MessagePortMain();
      const link = new PortLink(this, name);
      this.#links.set(name, link);
      port.peer = link;
      link.peer = port;
      return port;
    });
  }
}
