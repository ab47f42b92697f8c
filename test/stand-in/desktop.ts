/** What Electron takes from the desktop: answered as by somebody who cancels every question. */
import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type {
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogReturnValue,
  SaveDialogReturnValue,
} from 'electron';
import { isHeadless } from './devtools.ts';
import { openOutside } from './targets.ts';

export const dialog = {
  async showMessageBox(...args: readonly unknown[]): Promise<MessageBoxReturnValue> {
    const { cancelId = 0, title = '', message } = args.at(-1) as MessageBoxOptions;
    console.error(`[stand-in] A question nobody sees, cancelled: ${title} ${message}`);
    return { response: cancelId, checkboxChecked: false };
  },
  async showSaveDialog(..._args: readonly unknown[]): Promise<SaveDialogReturnValue> {
    return { canceled: true, filePath: '' };
  },
  async showOpenDialog(..._args: readonly unknown[]): Promise<OpenDialogReturnValue> {
    return { canceled: true, filePaths: [] };
  },
  showErrorBox(title: string, content: string): void {
    console.error(`${title}: ${content}`);
  },
};

export const shell = {
  /** Without a screen, Chromium itself is the system's browser: a page with cookies of its own. */
  async openExternal(url: string): Promise<void> {
    if (!/^https?:$/.test(new URL(url).protocol)) {
      console.error('[stand-in] Only web addresses are opened here.');
      return;
    }
    if (isHeadless || !(await opensOnDesktop(url))) await openOutside(url);
  },
};

function opensOnDesktop(url: string): Promise<boolean> {
  const command = process.platform === 'darwin' ? 'open' : 'xdg-open';
  return new Promise((resolve) => {
    const child = spawn(command, [url], { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => resolve(true));
    child.unref();
  });
}

export const powerMonitor: EventEmitter = new EventEmitter();
