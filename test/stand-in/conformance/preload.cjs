const { contextBridge, ipcRenderer } = require('electron');

const heard = [];
ipcRenderer.on('count', (_event, n) => heard.push(n));
ipcRenderer.on('port', (event, tag) => window.postMessage({ tag }, '*', event.ports));

contextBridge.exposeInMainWorld('api', {
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  send: (channel, ...args) => ipcRenderer.send(channel, ...args),
  heard: () => heard,
  givePort: (channel, message) => {
    const { port1, port2 } = new MessageChannel();
    ipcRenderer.postMessage(channel, message, [port1]);
    window.postMessage({ tag: 'kept' }, '*', [port2]);
  },
  facts: { list: [1, 2] },
  add: (a, b) => a + b,
  kindsOf: (value) => [value instanceof Map, value instanceof Date, value instanceof Uint8Array],
  callWith: (fn, value) => fn(value),
  callLater: async (fn) => (await fn(20)) + 1,
  fail: () => {
    throw new TypeError('no, at once');
  },
  failLater: async () => {
    throw new Error('no, later');
  },
});
