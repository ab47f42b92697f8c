import assert from 'node:assert/strict';
import { once } from 'node:events';
import { ipcMain, MessageChannelMain } from 'electron';
import { check, until } from './harness.mjs';

/** The bridge, messages and ports. */
export function addMessageChecks({ window, js }) {
  check('the bridge carries values, callbacks both ways, promises and errors', async () => {
    assert.deepEqual(await js('[api.facts.list, Object.isFrozen(api.facts)]'), [[1, 2], true]);
    assert.equal(await js('api.add(1, 2)'), 3);
    assert.deepEqual(await js('api.kindsOf(new Map())'), [true, false, false]);
    assert.deepEqual(await js('api.kindsOf(new Date())'), [false, true, false]);
    assert.deepEqual(await js('api.kindsOf(new Uint8Array(1))'), [false, false, true]);
    assert.equal(await js('api.callWith((x) => x * 2, 21)'), 42);
    assert.equal(await js('api.callLater(async (x) => x * 2)'), 41);
    assert.equal(await js('try { api.fail() } catch (e) { e.message }'), 'no, at once');
    assert.equal(await js('api.failLater().catch((e) => e.message)'), 'no, later');
  });

  check('the page gets the bridge and nothing else', async () => {
    assert.equal(
      await js('typeof require + typeof process + typeof module'),
      'undefined'.repeat(3),
    );
    const fixed = 'Object.getOwnPropertyDescriptor(window, "api")';
    assert.deepEqual(await js(`[${fixed}.writable, ${fixed}.configurable]`), [false, false]);
  });

  check(
    'invoke says so where nobody answers, somebody throws, or it cannot be cloned',
    async () => {
      const words = (channel) => js(`api.invoke('${channel}').catch((e) => e.message)`);
      const none = "Error invoking remote method 'none': Error: No handler registered for 'none'";
      assert.equal(await words('none'), none);
      ipcMain.handle('throws', () => {
        throw new TypeError('boom');
      });
      assert.equal(await words('throws'), "Error invoking remote method 'throws': TypeError: boom");
      ipcMain.handle('uncloneable', () => () => 1);
      assert.match(await words('uncloneable'), /An object could not be cloned/);
      assert.throws(() => window.webContents.send('count', () => 1), /could not be cloned/);
    },
  );

  check('a handler sees who asks', async () => {
    ipcMain.handle('who', ({ sender, senderFrame }) => [
      sender === window.webContents,
      senderFrame.url,
      senderFrame.top === senderFrame || senderFrame.parent === null,
    ]);
    assert.deepEqual(await js('api.invoke("who")'), [true, 'app://site/', true]);
  });

  check('500 messages keep their order, either way', async () => {
    const wanted = [...Array(500).keys()];
    for (const n of wanted) window.webContents.send('count', n);
    await until(() => js('api.heard().length === 500'));
    assert.deepEqual(await js('api.heard()'), wanted);
    const heard = [];
    ipcMain.on('up', (_event, n) => heard.push(n));
    await js('for (let i = 0; i < 500; i++) api.send("up", i)');
    await until(() => heard.length === 500);
    assert.deepEqual(heard, wanted);
  });

  check('clones survive the way there and back', async () => {
    ipcMain.handle('echo', (_event, value) => value);
    const sent = `{ date: new Date(5), map: new Map([['k', new Set([1])]]), big: 10n ** 30n,
      bytes: new Uint8Array([1, 255]), buffer: new ArrayBuffer(3), list: [undefined, -0, NaN] }`;
    const told = await js(`api.invoke('echo', ${sent}).then((v) => [
      v.date.getTime(), v.map.get('k').has(1), String(v.big), v.bytes[1], v.buffer.byteLength,
      v.list[0] === undefined, Object.is(v.list[1], -0), Number.isNaN(v.list[2])])`);
    assert.deepEqual(told, [5, true, String(10n ** 30n), 255, 3, true, true, true]);
  });

  check('a port that the page gives speaks both ways and closes', async () => {
    const given = once(ipcMain, 'take');
    await js(`new Promise((resolve) => {
      addEventListener('message', ({ data, ports }) => {
        if (data.tag !== 'kept') return;
        window.kept = ports[0];
        kept.onmessage = (event) => { window.last = event.data; };
        resolve();
      });
      api.givePort('take', { a: 1 });
    })`);
    const [event, message] = await given;
    assert.deepEqual(message, { a: 1 });
    const [port] = event.ports;
    const said = once(port, 'message');
    port.start();
    await js('kept.postMessage(new Uint8Array([7]))');
    assert.deepEqual([...(await said)[0].data], [7]);
    port.postMessage('down');
    await until(() => js('window.last === "down"'));
    const closed = once(port, 'close');
    await js('kept.close()');
    await closed;
  });

  check(
    'a port that main gives keeps what was said early, and carries 1 MiB to a worker',
    async () => {
      const { port1, port2 } = new MessageChannelMain();
      await js(`window.told = []; addEventListener('message', ({ data, ports }) => {
      if (data.tag !== 'main') return;
      const policy = trustedTypes.createPolicy('checks', { createScriptURL: (url) => url });
      const worker = new Worker(policy.createScriptURL('/worker.js'));
      ports[0].onmessage = ({ data }) => {
        if (typeof data === 'string') { told.push(data); return; }
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = (answer) => ports[0].postMessage(answer.data);
        worker.postMessage(data, [port2, data]);
      };
    })`);
      port1.postMessage('early');
      window.webContents.postMessage('port', 'main', [port2]);
      await until(() => js('told.length === 1'));
      const said = once(port1, 'message');
      port1.start();
      port1.postMessage(new ArrayBuffer(2 ** 20));
      assert.equal((await said)[0].data, 2 ** 20);
      const closed = once(port1, 'close');
      const loaded = once(window.webContents, 'did-finish-load');
      window.reload();
      await Promise.all([closed, loaded]);
    },
  );

  check('two ports in main queue until started, and close together', async () => {
    const { port1, port2 } = new MessageChannelMain();
    port1.postMessage({ map: new Map([[1, 2]]) });
    const said = once(port2, 'message');
    port2.start();
    assert.deepEqual((await said)[0].data, { map: new Map([[1, 2]]) });
    const closed = once(port2, 'close');
    port1.close();
    await closed;
  });
}
