import { join } from 'node:path';
import { BrowserWindow, dialog, nativeTheme, type WebContents } from 'electron';
import { PUSH_CHANNEL, type Pushes } from '#contract/ipc.ts';
import type { Log } from '#core/ports.ts';
import { guardClose } from './close-guard.ts';
import { watchCrashes } from './crashes.ts';
import { guardContents, ORIGIN } from './security.ts';

/** Every window gets these and nothing else. Rules S1 and S4. */
export const WEB_PREFERENCES = Object.freeze({
  preload: join(import.meta.dirname, '../preload/index.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  // Chromium would fetch its dictionaries from a public address.
  spellcheck: false,
  devTools: false,
});

/** The windows of the app, as main sees them. */
export interface Windows {
  open(): void;
  /** Brings a window to the front, opening one if there is none. */
  focus(): void;
  isOurs(contentsId: number): boolean;
  push<Name extends keyof Pushes>(name: Name, value: Pushes[Name]): void;
  /** The page that the recruiter is looking at. */
  current(): WebContents | null;
}

/** What the windows are made of. */
export interface WindowsParts {
  readonly openOutside: (url: string) => void;
  /** Changes that would be lost with the app (decision S6). */
  readonly countLost: () => number;
  readonly log: Log;
}

/** Keeps the windows; opens none by itself. */
export function keepWindows({ openOutside, countLost, log }: WindowsParts): Windows {
  const windows = new Set<BrowserWindow>();

  const open = () => {
    const window = new BrowserWindow({
      name: 'main',
      windowStatePersistence: true,
      width: 1280,
      height: 800,
      minWidth: 800,
      minHeight: 600,
      show: false,
      title: 'Social Work Together',
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#0e2023' : '#ffffff',
      webPreferences: WEB_PREFERENCES,
    });
    windows.add(window);
    window.once('closed', () => windows.delete(window));
    window.once('ready-to-show', () => window.show());
    guardClose(window, { countLost, ask: (lost) => askBeforeLoss(window, lost) });
    guardContents(window.webContents, openOutside);
    watchCrashes(window.webContents, {
      reload: () => window.reload(),
      ask: () => askAfterCrash(window),
      log,
    });
    // A window that is closed while it loads is no fault; a page that is missing is.
    window.loadURL(`${ORIGIN}/index.html`).catch(() => log.warn('window.not-loaded'));
  };
  const first = () => [...windows][0];

  return {
    open,
    focus() {
      const window = first();
      if (!window) return open();
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    isOurs: (contentsId) => [...windows].some(({ webContents }) => webContents.id === contentsId),
    push(name, value) {
      for (const { webContents } of windows) {
        if (!webContents.isDestroyed()) webContents.send(PUSH_CHANNEL, name, value);
      }
    },
    current: () => (BrowserWindow.getFocusedWindow() ?? first())?.webContents ?? null,
  };
}

async function askBeforeLoss(window: BrowserWindow, lost: number): Promise<boolean> {
  const [are, they] = lost === 1 ? ['change is', 'it is'] : ['changes are', 'they are'];
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Social Work Together',
    message: `${lost} ${are} not sent yet.`,
    detail: `This device has no safe place for keys, so its disk keeps nothing. If you close the app now, ${they} gone for good. Keep it open until ${they} sent.`,
    buttons: ['Keep the app open', lost === 1 ? 'Close and lose it' : 'Close and lose them'],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}

async function askAfterCrash(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'Social Work Together',
    message: 'The window stopped working twice.',
    detail: 'What you saved is still here. Open the window again, or close it.',
    buttons: ['Open again', 'Close'],
    defaultId: 0,
    cancelId: 1,
  });
  if (window.isDestroyed()) return;
  if (response === 0) window.reload();
  else window.close();
}
