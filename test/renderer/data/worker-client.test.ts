import { afterEach, describe, expect, it } from 'vitest';
import { PORT_CHANNEL } from '#contract/ipc.ts';
import type { Topic } from '#contract/queries.ts';
import {
  createWorkerClient,
  type WorkerClient,
  type WorkerFault,
} from '#renderer/data/worker-client.ts';

/** Echoes the input, counts ports, fails on `boom`, stays silent on `wait`. */
const SCRIPT = `
  let ports = 0;
  onmessage = ({ data, ports: [port] }) => {
    if (data.port) { ports += 1; return; }
    if (data.input.text === 'boom') throw new Error('boom');
    if (data.input.text === 'wait') return;
    if (data.input.text === 'change') postMessage({ changed: ['work'] });
    postMessage({ id: data.id, result: { ok: true, value: { input: data.input, ports } } });
  };
`;

let client: WorkerClient;
afterEach(() => client.stop());

function start(script = SCRIPT) {
  let connects = 0;
  let workers = 0;
  const faults: WorkerFault[] = [];
  const changes: Topic[] = [];
  client = createWorkerClient({
    connect() {
      connects += 1;
      window.postMessage(PORT_CHANNEL, location.origin, [new MessageChannel().port2]);
    },
    startWorker() {
      workers += 1;
      return new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
    },
  });
  client.onFault((fault) => faults.push(fault));
  client.onChanged((topics) => changes.push(...topics));
  return { faults, changes, connects: () => connects, workers: () => workers };
}

const say = (text: string) => client.ask('places.suggest', { text });

describe('the page’s side of the data worker', () => {
  it('answers each question with its own answer and hands main’s port on', async () => {
    start();
    const [a, b] = await Promise.all([say('a'), say('b')]);
    expect([a, b]).toMatchObject([
      { value: { input: { text: 'a' } } },
      { value: { input: { text: 'b' } } },
    ]);
    await expect.poll(async () => say('c')).toMatchObject({ value: { ports: 1 } });
  });

  it('passes on what changed', async () => {
    const { changes } = start();
    await say('change');
    expect(changes).toEqual(['work']);
  });

  it('starts a worker that failed again, with a fresh port, and invites everyone to read', async () => {
    const { faults, changes, connects, workers } = start();
    await say('a');
    const asked = say('wait');
    void say('boom');
    expect(await asked).toMatchObject({ ok: false, error: { code: 'INTERNAL_FAULT' } });
    expect(faults).toMatchObject([{ gaveUp: false }]);
    expect(changes).toEqual(['people', 'work', 'programme', 'store']);
    await expect.poll(async () => say('b')).toMatchObject({ ok: true, value: { ports: 1 } });
    expect([connects(), workers()]).toEqual([2, 2]);
  });

  it('gives up when it fails over and over, and says so instead of spinning', async () => {
    const { faults, workers } = start('throw new Error("never starts")');
    await expect.poll(() => faults.at(-1)?.gaveUp).toBe(true);
    expect(workers()).toBe(4);
    expect(await say('a')).toMatchObject({ ok: false });
  });

  it('takes no port from a message that is not main’s', async () => {
    start();
    await expect.poll(async () => say('a')).toMatchObject({ value: { ports: 1 } });
    window.postMessage('something else', location.origin, [new MessageChannel().port2]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await say('b')).toMatchObject({ value: { ports: 1 } });
  });
});
