import assert from 'node:assert/strict';
import { once } from 'node:events';
import { BrowserWindow } from 'electron';
import { check, sleep } from './harness.mjs';

/** The scheme, the policy, navigation and windows. */
export function addPageChecks({ window, openWindow, js, inPage }) {
  check('the scheme answers with method, body, headers, status and redirect', async () => {
    const init = '{ method: "POST", body: "é", headers: { "x-a": "a" } }';
    const told = await js(`fetch('/echo', ${init}).then(async (r) =>
      [r.status, r.headers.get('x-b'), await r.json()])`);
    const echo = { method: 'POST', url: 'app://site/echo', host: 'site', header: 'a', body: 'é' };
    assert.deepEqual(told, [201, 'b', echo]);
    assert.equal(await js('fetch("/moved").then((r) => r.redirected)'), true);
    assert.equal(await js('fetch("/missing").then((r) => r.status)'), 404);
    assert.equal(window.webContents.getURL(), 'app://site/');
  });

  check('the handler’s policy holds: scripts, connections, Trusted Types', async () => {
    const told = await js(`(async () => {
      const script = document.createElement('script');
      const typed = (() => { try { script.text = 'window.ran = 1'; return 'taken'; } catch { return 'refused'; } })();
      const away = await fetch('https://example.org/').then(() => 'reached', () => 'refused');
      return [typed, away, typeof window.ran, isSecureContext];
    })()`);
    assert.deepEqual(told, ['refused', 'refused', 'undefined', true]);
  });

  check('the page cannot leave, nor open windows, where main says no', async () => {
    const asked = [];
    const listeners = {
      'will-frame-navigate': (event) => asked.push(event.isMainFrame ? 'frame' : 'child'),
      'will-navigate': (event) => {
        event.preventDefault();
        asked.push(event.url);
      },
    };
    for (const [name, fn] of Object.entries(listeners)) window.webContents.on(name, fn);
    window.webContents.setWindowOpenHandler(({ url }) => {
      asked.push(`open ${url}`);
      return { action: 'deny' };
    });
    await js('window.open("https://example.org/a"); 1');
    await js('location.href = "https://example.org/b"; 1');
    await sleep(400);
    assert.deepEqual(asked, ['open https://example.org/a', 'frame', 'https://example.org/b']);
    assert.equal(window.webContents.getURL(), 'app://site/');
    assert.equal(BrowserWindow.getAllWindows().length, 1);
    for (const [name, fn] of Object.entries(listeners)) window.webContents.off(name, fn);
  });

  check('loadURL rejects where nothing answers', async () => {
    const other = await openWindow();
    await assert.rejects(other.loadURL('http://127.0.0.1:1/'), /ERR_/);
    other.destroy();
    await once(other, 'closed');
  });

  check('a window that refuses to close stays, then goes', async () => {
    const other = await openWindow();
    other.once('close', (event) => event.preventDefault());
    other.close();
    await sleep(300);
    assert.equal(other.isDestroyed(), false);
    const closed = once(other, 'closed');
    other.close();
    await closed;
    assert.equal(other.isDestroyed(), true);
  });

  check('what a page stores is there after it crashed and came back', async () => {
    const other = await openWindow();
    await inPage(other, 'localStorage.setItem("kept", "yes"); 1');
    await sleep(200);
    const gone = once(other.webContents, 'render-process-gone');
    other.webContents.forcefullyCrashRenderer();
    await gone;
    await other.loadURL('app://site/again');
    assert.deepEqual(await inPage(other, '[api.add(2, 3), localStorage.getItem("kept")]'), [
      5,
      'yes',
    ]);
    other.destroy();
    await once(other, 'closed');
  });
}
