// What the application relies on of Electron, as checks that run in Electron and in its stand-in:
//   electron test/stand-in/conformance/main.mjs
import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, BrowserWindow, protocol } from 'electron';
import { runChecks, sum, tell } from './harness.mjs';
import { addMessageChecks } from './messages.mjs';
import { addPageChecks } from './pages.mjs';
import { addServiceChecks } from './services.mjs';
import { answer } from './site.mjs';

app.setPath('userData', mkdtempSync(join(tmpdir(), 'conformance-')));
const privileges = { standard: true, secure: true, supportFetchAPI: true };
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);

const order = [];
for (const name of ['window-all-closed', 'before-quit', 'will-quit', 'quit']) {
  app.on(name, () => order.push(name));
}

async function openWindow(url = 'app://site/') {
  const preload = join(import.meta.dirname, 'preload.cjs');
  const webPreferences = { preload, contextIsolation: true, sandbox: true };
  const window = new BrowserWindow({ show: false, webPreferences });
  await window.loadURL(url);
  return window;
}

function inPage(window, code) {
  return window.webContents.executeJavaScript(code);
}

app.whenReady().then(async () => {
  protocol.handle('app', answer);
  const window = await openWindow();
  const context = { window, openWindow, js: (code) => inPage(window, code), inPage };
  addMessageChecks(context);
  addPageChecks(context);
  addServiceChecks(context);
  await runChecks();

  const closed = new Promise((resolve) => window.once('closed', resolve));
  window.destroy();
  await closed;
  app.once('will-quit', (event) => {
    event.preventDefault();
    setTimeout(() => app.quit(), 50);
  });
  app.on('quit', () => {
    const wanted = ['window-all-closed', 'before-quit', 'will-quit', 'before-quit', 'will-quit'];
    try {
      assert.deepEqual(order, [...wanted, 'quit']);
      tell('quitting tells its events in order, and can be held up once');
    } catch (error) {
      tell('quitting tells its events in order, and can be held up once', error);
    }
    process.exit(sum());
  });
  app.quit();
});
