import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { MessageChannelMain, type MessagePortMain } from './message-ports.ts';

function listen(port: MessagePortMain): unknown[] {
  const heard: unknown[] = [];
  port.on('message', ({ data }) => heard.push(data));
  port.start();
  return heard;
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe('ports in main', () => {
  it('what is said before a port is started waits for it, in order', async () => {
    const { port1, port2 } = new MessageChannelMain();
    for (const n of [1, 2, 3]) port1.postMessage(n);
    const heard = listen(port2);
    port1.postMessage(4);
    await settle();
    expect(heard).toEqual([1, 2, 3, 4]);
  });

  it('a message is a copy, so changing it later changes nothing', async () => {
    const { port1, port2 } = new MessageChannelMain();
    const heard = listen(port2);
    const message = { n: 1 };
    port1.postMessage(message);
    message.n = 2;
    await settle();
    expect(heard).toEqual([{ n: 1 }]);
  });

  it('a port given away takes along what it holds, and its giver is deaf', async () => {
    const outer = new MessageChannelMain();
    const inner = new MessageChannelMain();
    inner.port1.postMessage('before');
    const arrived = once(outer.port2, 'message');
    outer.port2.start();
    outer.port1.postMessage('take it', [inner.port2]);
    const [{ ports }] = (await arrived) as [{ ports: [MessagePortMain] }];
    const heard = listen(ports[0]);
    inner.port1.postMessage('after');
    await settle();
    expect(heard).toEqual(['before', 'after']);
    expect(() => outer.port1.postMessage('again', [inner.port2])).toThrow('already neutered');
  });

  it('what was said before the end is heard before the end', async () => {
    const { port1, port2 } = new MessageChannelMain();
    const told: unknown[] = [];
    port2.on('message', ({ data }) => told.push(data));
    port2.on('close', () => told.push('closed'));
    port2.start();
    port1.postMessage('last words');
    port1.close();
    await settle();
    expect(told).toEqual(['last words', 'closed']);
  });
});
