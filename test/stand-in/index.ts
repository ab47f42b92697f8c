/** The module that `electron` resolves to in main: what the application uses of it, no more. */
export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { protocol } from './custom-schemes.ts';
export { dialog, powerMonitor, shell } from './desktop.ts';
export { ipcMain } from './ipc-main.ts';
export { Menu } from './menu.ts';
export { MessageChannelMain } from './message-ports.ts';
export { nativeTheme } from './native-theme.ts';
export { net } from './net.ts';
export { safeStorage } from './safe-storage.ts';
export { session } from './session.ts';
export { webContents } from './web-contents.ts';
