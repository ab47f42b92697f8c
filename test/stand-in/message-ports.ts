import { EventEmitter } from 'node:events';
import type { MessageEvent } from 'electron';

/** What a port speaks to: another port of main's, or the page's end of a link. */
export interface Peer {
  deliver(data: unknown, ports: MessagePortMain[]): void;
  closed(): void;
}

/** How a page is told of its ports. */
export interface PageSide {
  /** Hands `ports` to the page, then calls `tell` with the names they have there. */
  lend(ports: readonly MessagePortMain[], tell: (names: string[]) => void): void;
  tell(kind: string, ...args: unknown[]): void;
}

interface PortEvents {
  message: [event: Pick<MessageEvent, 'data'> & { ports: MessagePortMain[] }];
  close: [];
}

/** A port in main: it queues until `start`, and is dead to its giver once it is given away. */
export class MessagePortMain extends EventEmitter<PortEvents> implements Peer {
  peer: Peer | undefined;
  #isStarted = false;
  #isOpen = true;
  #queue: { data: unknown; ports: MessagePortMain[] }[] = [];

  postMessage(message: unknown, transfer: MessagePortMain[] = []): void {
    if (!this.#isOpen) return;
    this.peer?.deliver(
      structuredClone(message),
      transfer.map((port) => port.#moved()),
    );
  }

  start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    this.#drain();
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.peer?.closed();
    queueMicrotask(() => this.emit('close'));
  }

  deliver(data: unknown, ports: MessagePortMain[]): void {
    this.#queue.push({ data, ports });
    if (this.#isStarted) setImmediate(() => this.#drain());
  }

  closed(): void {
    // What was said before the end is still heard before it.
    setImmediate(() => {
      if (this.#isStarted) this.#drain();
      if (!this.#isOpen) return;
      this.#isOpen = false;
      this.emit('close');
    });
  }

  /** Gives what this port holds, and whom it speaks to, to `to`. */
  handOver(to: MessagePortMain | PortLink): void {
    if (!this.#isOpen || this.#isStarted) throw new Error('Port at index 0 is already neutered');
    this.#isOpen = false;
    const { peer } = this;
    if (peer instanceof MessagePortMain || peer instanceof PortLink) peer.peer = to;
    to.peer = peer;
    for (const { data, ports } of this.#queue) to.deliver(data, ports);
    this.#queue = [];
  }

  #moved(): MessagePortMain {
    const port = new MessagePortMain();
    this.handOver(port);
    return port;
  }

  #drain(): void {
    while (this.#isOpen) {
      const next = this.#queue.shift();
      if (!next) return;
      this.emit('message', next);
    }
  }
}

export class MessageChannelMain {
  readonly port1: MessagePortMain = new MessagePortMain();
  readonly port2: MessagePortMain = new MessagePortMain();

  constructor() {
    this.port1.peer = this.port2;
    this.port2.peer = this.port1;
  }
}

/** A port whose other end lives in a page, where it goes by `name`. */
export class PortLink implements Peer {
  peer: Peer | undefined;
  readonly name: string;
  readonly #page: PageSide;

  constructor(page: PageSide, name: string) {
    this.#page = page;
    this.name = name;
  }

  deliver(data: unknown, ports: MessagePortMain[]): void {
    this.#page.lend(ports, (names) => this.#page.tell('port', this.name, data, names));
  }

  closed(): void {
    this.#page.tell('port-close', this.name);
  }
}
