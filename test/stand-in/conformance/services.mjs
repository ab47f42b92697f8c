import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { app, Menu, nativeTheme, net, safeStorage, session } from 'electron';
import { check, until } from './harness.mjs';

/** Secrets, network, theme, permissions, menu, lock. */
export function addServiceChecks({ window, openWindow, js, inPage }) {
  check(
    'safeStorage gives back what it took, as no plain text, and refuses what it did not',
    async () => {
      if (!(await safeStorage.isAsyncEncryptionAvailable())) return;
      const sealed = await safeStorage.encryptStringAsync('a secret ✓');
      assert.equal(sealed.includes('secret'), false);
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(sealed);
      assert.deepEqual([result, typeof shouldReEncrypt], ['a secret ✓', 'boolean']);
      sealed[sealed.length - 1] ^= 1;
      await assert.rejects(safeStorage.decryptStringAsync(sealed));
    },
  );

  check('net.fetch streams an answer, and names what went wrong', async () => {
    const server = createServer((request, response) => response.end(request.headers['x-a']));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${server.address().port}/`;
    const response = await net.fetch(url, { headers: { 'x-a': 'heard' } });
    assert.equal(await response.text(), 'heard');
    server.close();
    server.closeAllConnections();
    await assert.rejects(net.fetch(url), /net::ERR_CONNECTION_REFUSED/);
  });

  check('the theme that main sets is the one the page sees', async () => {
    const updated = once(nativeTheme, 'updated');
    nativeTheme.themeSource = 'dark';
    await updated;
    assert.equal(nativeTheme.shouldUseDarkColors, true);
    await until(() => js('matchMedia("(prefers-color-scheme: dark)").matches'));
    nativeTheme.themeSource = 'light';
    await until(() => js('!matchMedia("(prefers-color-scheme: dark)").matches'));
  });

  check('a permission that main refuses is refused to the page', async () => {
    session.defaultSession.setPermissionRequestHandler((_contents, _name, answer) => answer(false));
    session.defaultSession.setPermissionCheckHandler(() => false);
    const other = await openWindow();
    const words =
      'new Promise((r) => navigator.geolocation.getCurrentPosition(() => r("given"), (e) => r(e.code)))';
    assert.equal(await inPage(other, words), 1);
    other.destroy();
    await once(other, 'closed');
  });

  check('a menu item is found by its id and calls its listener', () => {
    let clicks = 0;
    const item = { id: 'it', label: 'It', click: () => clicks++ };
    Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'File', submenu: [item] }]));
    Menu.getApplicationMenu().getMenuItemById('it').click();
    assert.equal(clicks, 1);
  });

  check('switches and paths are as given', () => {
    app.commandLine.appendSwitch('conformance', 'yes');
    assert.equal(app.commandLine.getSwitchValue('conformance'), 'yes');
    assert.equal(app.commandLine.hasSwitch('nothing-such'), false);
    assert.equal(app.commandLine.getSwitchValue('nothing-such'), '');
    assert.match(app.getPath('userData'), /conformance-/);
    assert.equal(window.isMinimized(), false);
  });
}
