import { EventEmitter } from 'node:events';
import type { MainFrame } from './main-frame.ts';
import type { MessagePortMain } from './message-ports.ts';

/** Who sent a message, as main's listeners see it. */
export interface Sender {
  readonly type: 'frame';
  /** The page's `WebContents`. */
  readonly sender: object;
  readonly senderFrame: MainFrame | null;
  readonly frameId: number;
  readonly processId: number;
  readonly ports: MessagePortMain[];
}

type Handler = (event: Sender, ...args: never[]) => unknown;

class IpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.#handlers.set(channel, handler);
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** Not Electron's: answers a page's `invoke`. */
  async answer(event: Sender, channel: string, args: readonly unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return handler(event, ...(args as never[]));
  }
}

export const ipcMain: IpcMain = new IpcMain();
