import { EventEmitter } from 'node:events';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Bridge } from '#contract/ipc.ts';

/** Electron as preload sees it: the seam that only Electron itself can fill. */
const ipc = Object.assign(new EventEmitter(), {
  invoke: async (...args: unknown[]) => args,
  send: (channel: string) => void sent.push(channel),
});
let sent: string[] = [];
let exposed: Record<string, unknown> = {};
let posted: unknown[] = [];

vi.mock('electron', () => ({
  ipcRenderer: ipc,
  contextBridge: {
    exposeInMainWorld: (name: string, value: unknown) => {
      exposed[name] = value;
    },
  },
}));

beforeEach(async () => {
  ipc.removeAllListeners();
  [sent, exposed, posted] = [[], {}, []];
  vi.stubGlobal('location', { origin: 'app://swt' });
  vi.stubGlobal('window', { postMessage: (...args: unknown[]) => posted.push(args) });
  vi.resetModules();
  await import('#preload/index.ts');
});

const bridge = () => exposed.swt as Bridge;

test('S15 three named functions, frozen, and nothing of Electron’s', () => {
  expect(Object.keys(exposed)).toEqual(['swt']);
  expect(Object.keys(bridge()).sort()).toEqual(['connect', 'request', 'subscribe']);
  expect(Object.isFrozen(bridge())).toBe(true);
  for (const value of Object.values(bridge())) expect(typeof value).toBe('function');
});

test('a request goes out on the one channel with its name and argument', async () => {
  expect(await bridge().request('desk.open', { url: 'tel:1' })).toEqual([
    'swt.request',
    'desk.open',
    { url: 'tel:1' },
  ]);
});

test('S15 a listener hears its own push without the event, until it is removed', () => {
  const heard: unknown[] = [];
  const remove = bridge().subscribe('menu.command', (...args) => heard.push(args));
  ipc.emit('swt.push', { sender: 'secret' }, 'menu.command', 'sync.now');
  ipc.emit('swt.push', { sender: 'secret' }, 'settings.changed', {});
  expect(heard).toEqual([['sync.now']]);
  remove();
  ipc.emit('swt.push', {}, 'menu.command', 'sync.now');
  expect(heard).toHaveLength(1);
  expect(ipc.listenerCount('swt.push')).toBe(0);
});

test('a push that does not exist cannot be listened to', () => {
  const subscribe = bridge().subscribe as (name: string, listener: () => void) => () => void;
  expect(() => subscribe('swt.anything', () => {})).toThrow('There is no such push.');
  expect(ipc.listenerCount('swt.push')).toBe(0);
});

test('a port that main sends reaches our own page only', () => {
  bridge().connect();
  expect(sent).toEqual(['swt.port']);
  ipc.emit('swt.port', { ports: ['port'] });
  expect(posted).toEqual([['swt.port', 'app://swt', ['port']]]);
});
