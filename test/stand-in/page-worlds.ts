/**
 * The two halves that run in the page: its own world, and the preload's isolated one. Each
 * function is self-contained, for it is injected as source text.
 */
import { type CloneCodec, makeCloneCodec } from './clone-codec.ts';
import { makePageBridge } from './page-bridge.ts';

export const WORLD = 'Electron Isolated Context';
export const BINDING = '__electronStandIn';

type Listener = (...args: unknown[]) => unknown;
type Preload = (require: (name: string) => unknown, module: object, process: object) => void;

/** Runs first, in the page's own world: waits for what the preload exposes. */
function pageWorld(id: string): void {
  if (window.top !== window) return;
  const { unpack } = makePageBridge(id, 'page', 'preload');
  const freeze = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
    Object.freeze(value);
    Object.values(value).forEach(freeze);
    return value;
  };
  window.addEventListener(
    `${id}:expose`,
    (event) => {
      event.stopImmediatePropagation();
      const { key, api } = (event as CustomEvent<{ key: string; api: unknown }>).detail;
      Object.defineProperty(window, key, { value: freeze(unpack(api)), enumerable: true });
    },
    true,
  );
}

/** The preload's world: `require('electron')` of a sandboxed preload, over one DevTools binding. */
function preloadWorld(
  id: string,
  binding: string,
  process: object,
  { encode, decode }: CloneCodec,
  preload: Preload,
): void {
  if (window.top !== window) return;
  const world = globalThis as unknown as Record<string, (text: string) => void>;
  const post = world[binding] as (text: string) => void;
  const tell = (...message: unknown[]): void => post(encode(message));
  const { pack } = makePageBridge(id, 'preload', 'page');

  const listeners = new Map<string, Set<Listener>>();
  const calls = new Map<number, { resolve: Listener; reject: Listener }>();
  const ports = new Map<string, MessagePort>();
  let lastCall = 0;
  let lastPort = 0;

  /** From now on what this port hears goes to main, where its other end is. */
  function link(name: string, port: MessagePort): void {
    ports.set(name, port);
    port.onmessage = ({ data, ports: sent }) => tell('port', name, data, sent.map(give));
    port.addEventListener('close', () => {
      if (ports.delete(name)) tell('port-close', name);
    });
  }
  function give(port: MessagePort): string {
    const name = `r${++lastPort}`;
    link(name, port);
    return name;
  }
  function take(name: string): MessagePort {
    const { port1, port2 } = new MessageChannel();
    link(name, port1);
    return port2;
  }
  function emit(channel: string, args: unknown[], sent: MessagePort[]): void {
    for (const listener of [...(listeners.get(channel) ?? [])]) {
      listener({ sender: ipcRenderer, ports: sent }, ...args);
    }
  }

  const hear: Record<string, (...args: never[]) => void> = {
    reply(call: number, error: string | null, value: unknown) {
      const waiting = calls.get(call);
      calls.delete(call);
      if (error === null) waiting?.resolve(value);
      else waiting?.reject(new Error(error));
    },
    send(channel: string, args: unknown[]) {
      emit(channel, args, []);
    },
    post(channel: string, message: unknown, names: string[]) {
      emit(channel, [message], names.map(take));
    },
    port(name: string, data: unknown, names: string[]) {
      ports.get(name)?.postMessage(data, names.map(take));
    },
    'port-close'(name: string) {
      const port = ports.get(name);
      ports.delete(name);
      port?.close();
    },
  };
  let heard: string[] = [];
  // Main calls this; a leading '+' says that more of the text follows.
  world[binding] = (part) => {
    heard.push(part.slice(1));
    if (part.startsWith('+')) return;
    const text = heard.join('');
    heard = [];
    const [kind, ...args] = decode(text) as [string, ...never[]];
    hear[kind]?.(...args);
  };

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        calls.set(++lastCall, { resolve, reject });
        tell('invoke', lastCall, channel, args);
      }),
    send: (channel: string, ...args: unknown[]) => tell('send', channel, args),
    postMessage: (channel: string, message: unknown, transfer: MessagePort[] = []) =>
      tell('post', channel, message, transfer.map(give)),
    on(channel: string, listener: Listener) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      return ipcRenderer;
    },
    off(channel: string, listener: Listener) {
      listeners.get(channel)?.delete(listener);
      return ipcRenderer;
    },
    removeListener: (channel: string, listener: Listener) => ipcRenderer.off(channel, listener),
  };
  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown) {
      const detail = { key, api: pack(api) };
      window.dispatchEvent(new CustomEvent(`${id}:expose`, { detail }));
    },
  };
  const require = (name: string): unknown => {
    if (name === 'electron') return { ipcRenderer, contextBridge };
    throw new Error(`module not found: ${name}`);
  };
  try {
    preload(require, { exports: {} }, process);
  } catch (error) {
    tell('preload-error', error);
    throw error;
  }
}

export function pageSource(id: string): string {
  return `(() => {
    ${makePageBridge};
    (${pageWorld})(${JSON.stringify(id)});
  })()`;
}

export function preloadSource(id: string, preload: string): string {
  const { platform, arch, versions } = process;
  const shown = { platform, arch, versions, type: 'renderer', sandboxed: true, env: {} };
  return `(() => {
    ${makePageBridge};
    const codec = (${makeCloneCodec})((bytes) => bytes.toBase64(), (text) => Uint8Array.fromBase64(text));
    (${preloadWorld})(${JSON.stringify(id)}, ${JSON.stringify(BINDING)}, ${JSON.stringify(shown)}, codec,
      (require, module, process) => { const { exports } = module;\n${preload}\n});
  })()`;
}
