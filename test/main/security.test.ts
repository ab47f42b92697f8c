import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { expect, test } from 'vitest';
import { watchCrashes } from '#main/crashes.ts';
import { denyPermissions, guardContents } from '#main/security.ts';
import { keptLog } from './temp-folder.ts';

type Check = (contents: unknown, permission: string, origin: string) => boolean;
type Ask = (
  contents: unknown,
  permission: string,
  answer: (isGranted: boolean) => void,
  details: { requestingUrl: string },
) => void;

/** What Electron would be told, kept for asking. */
function guardedSession() {
  const held: { check?: Check; ask?: Ask; device?: () => boolean } = {};
  const session = {
    setPermissionCheckHandler(handler: Check) {
      held.check = handler;
    },
    setPermissionRequestHandler(handler: Ask) {
      held.ask = handler;
    },
    setDevicePermissionHandler(handler: () => boolean) {
      held.device = handler;
    },
  };
  denyPermissions(session as unknown as Session);
  const request = (permission: string, requestingUrl: string) => {
    let answer: boolean | undefined;
    const take = (isGranted: boolean) => {
      answer = isGranted;
    };
    held.ask?.({}, permission, take, { requestingUrl });
    return answer;
  };
  return { held, request };
}

const OTHERS = [
  'clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'keyboardLock',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'pointerLock',
  'serial',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'usb',
  'window-management',
  'unknown',
  'one-that-comes-later',
];

test('S8 every permission and device is refused, checked or asked, but copying from our page', () => {
  const { held, request } = guardedSession();
  for (const permission of OTHERS) {
    expect(held.check?.({}, permission, 'app://swt/'), permission).toBe(false);
    expect(request(permission, 'app://swt/index.html'), permission).toBe(false);
  }
  expect(held.check?.({}, 'clipboard-sanitized-write', 'app://swt/')).toBe(true);
  expect(request('clipboard-sanitized-write', 'app://swt/index.html')).toBe(true);
  expect(held.check?.({}, 'clipboard-sanitized-write', 'https://example.org/')).toBe(false);
  expect(request('clipboard-sanitized-write', 'https://example.org/')).toBe(false);
  expect(held.device?.()).toBe(false);
});

test('S9 a window stays on its page; a new window is denied and its address judged outside', () => {
  const opened: string[] = [];
  let open: ((details: { url: string }) => unknown) | undefined;
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler(handler: typeof open) {
      open = handler;
    },
  });
  guardContents(contents as unknown as WebContents, (url) => opened.push(url));
  const events = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'];
  for (const name of events) {
    const prevented: string[] = [];
    contents.emit(name, { preventDefault: () => prevented.push(name) }, 'app://swt/index.html');
    expect(prevented).toEqual([name]);
  }
  expect(open?.({ url: 'https://www.gov.uk/' })).toEqual({ action: 'deny' });
  expect(opened).toEqual(['https://www.gov.uk/']);
});

test('a page whose process is gone is opened again once, then the recruiter is asked', () => {
  const done: string[] = [];
  const contents = new EventEmitter();
  watchCrashes(contents as unknown as WebContents, {
    reload: () => void done.push('reload'),
    ask: async () => void done.push('ask'),
    log: keptLog(),
  });
  contents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 });
  expect(done).toEqual([]);
  contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  contents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 5 });
  contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  expect(done).toEqual(['reload', 'ask', 'ask']);
});
