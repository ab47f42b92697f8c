import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import {
  type Bridge,
  PORT_CHANNEL,
  PUSH_CHANNEL,
  PUSH_NAMES,
  REQUEST_CHANNEL,
} from '#contract/ipc.ts';

// The door: names and values pass, events and Electron's own objects do not.
const bridge: Bridge = {
  request: (name, input) => ipcRenderer.invoke(REQUEST_CHANNEL, name, input),
  subscribe(name, listener) {
    if (!PUSH_NAMES.includes(name)) throw new TypeError('There is no such push.');
    const forward = (_event: IpcRendererEvent, pushed: unknown, value: unknown) => {
      if (pushed === name) listener(value as Parameters<typeof listener>[0]);
    };
    ipcRenderer.on(PUSH_CHANNEL, forward);
    return () => {
      ipcRenderer.removeListener(PUSH_CHANNEL, forward);
    };
  },
  connect: () => ipcRenderer.send(PORT_CHANNEL),
};

// A port cannot cross the bridge; it reaches the page as a window message.
ipcRenderer.on(PORT_CHANNEL, (event) => {
  window.postMessage(PORT_CHANNEL, location.origin, event.ports);
});

contextBridge.exposeInMainWorld('swt', Object.freeze(bridge));
