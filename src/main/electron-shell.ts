import { join } from 'node:path';
import { app, dialog, ipcMain, Menu, protocol, session } from 'electron';
import { REQUEST_CHANNEL } from '#contract/ipc.ts';
import type { Log } from '#core/ports.ts';
import { readAssetManifest } from './assets.ts';
import { buildDispatcher, type Handlers } from './ipc/handle.ts';
import { buildMenu } from './menu.ts';
import { openPortDoor } from './port-door.ts';
import { serveAssets } from './protocol.ts';
import { denyPermissions } from './security.ts';
import type { Windows } from './windows.ts';
import type { Work } from './work.ts';

/** What the windows are joined to. */
export interface ShellParts {
  readonly windows: Windows;
  readonly handlers: Handlers;
  readonly work: Pick<Work, 'replica'>;
  readonly log: Log;
}

/** Joins Electron to our own parts: pages, requests, ports, menu; opens no window yet. */
export function joinShell({ windows, handlers, work, log }: ShellParts): void {
  denyPermissions(session.defaultSession);
  serveAssets(protocol, readAssetManifest(join(import.meta.dirname, '../renderer')));
  const isOurWindow = windows.isOurs;
  ipcMain.handle(REQUEST_CHANNEL, buildDispatcher({ handlers, isOurWindow, log }));
  openPortDoor(ipcMain, isOurWindow, work.replica.attach);
  const send = (command: string) => windows.push('menu.command', command);
  Menu.setApplicationMenu(Menu.buildFromTemplate(buildMenu(send, process.platform)));
  app.on('second-instance', windows.focus).on('activate', windows.focus);
}

/** Asks which file to open; null when the recruiter changed their mind. */
export async function askWhich(ending: string): Promise<string | null> {
  const filters = [{ name: 'Recovery file', extensions: [ending] }];
  const { canceled, filePaths } = await dialog.showOpenDialog({
    properties: ['openFile'],
    filters,
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks where to save a file; null when the recruiter changed their mind. */
export async function askWhere(defaultPath: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath });
  return canceled || !filePath ? null : filePath;
}
