import { once } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import type { StreamId } from '#contract/brands.ts';
import { fail, ok, type Result } from '#contract/errors.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { MutationDraft } from '#contract/mutations.ts';
import type { PortReply, PortRequest } from '#contract/replica-port.ts';
import { createPortReplica, type WorkerPort } from '#main/sync/port-replica.ts';

const POOL = 'pool' as StreamId;

/** A real port, with Electron's way of telling messages. */
function asElectron(port: MessagePort): WorkerPort {
  return {
    postMessage: (message) => port.postMessage(message),
    on: (event: string, listener: (event: { readonly data: unknown }) => void) =>
      port.on(event, (data: unknown) => listener({ data })),
    start: () => port.start(),
    close: () => port.close(),
  };
}

function setUp() {
  const news: string[] = [];
  const warnings: string[] = [];
  const appended: (readonly MutationDraft[])[] = [];
  let answer: Result<readonly JournalEntry[]> = ok([]);
  const replica = createPortReplica({
    append(drafts) {
      appended.push(drafts);
      return answer;
    },
    changed: (is) => void news.push(is),
    log: { info: () => {}, warn: (event) => void warnings.push(event) },
  });
  /** Attaches a fresh worker, and gives its end. */
  function attach() {
    const { port1, port2 } = new MessageChannel();
    onTestFinished(() => {
      port1.close();
      port2.close();
    });
    const heard: (PortRequest | PortReply)[] = [];
    port2.on('message', (message: PortRequest | PortReply) => heard.push(message));
    replica.attach(asElectron(port1));
    const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
    const reply = (id: number, value: unknown) => port2.postMessage({ id, result: ok(value) });
    return { port: port2, heard, settle, reply };
  }
  const answerWith = (result: typeof answer) => {
    answer = result;
  };
  return { replica, news, warnings, appended, attach, answerWith };
}

test('bytes arrive whole, and the answer goes to the call that asked', async () => {
  const { replica, attach } = setUp();
  const { heard, settle, reply } = attach();
  const bytes = new Uint8Array(1_000_000).fill(9);
  const page = replica.call('page', { bytes, snapshot: 'none' });
  const purge = replica.call('purge', { stream: POOL });
  await settle();
  const [first, second] = heard as PortRequest[];
  expect(first?.input).toEqual({ bytes, snapshot: 'none' });
  reply(second?.id ?? 0, null);
  reply(first?.id ?? 0, { cursor: null, setAside: 3 });
  expect(await purge).toEqual(ok(null));
  expect(await page).toEqual(ok({ cursor: null, setAside: 3 }));
});

test('at most two calls are under way, and the others follow in order', async () => {
  const { replica, attach } = setUp();
  const { heard, settle, reply } = attach();
  const calls = ['a', 'b', 'c', 'd'].map((at) => replica.call('caught-up', { at }));
  await settle();
  expect(heard).toHaveLength(2);
  reply(heard[0]?.id ?? 0, { people: 1 });
  await settle();
  expect(heard.map((message) => (message as PortRequest).input)).toEqual(
    ['a', 'b', 'c'].map((at) => ({ at })),
  );
  for (const { id } of heard.slice(1)) reply(id, { people: 1 });
  await settle();
  reply(heard[3]?.id ?? 0, { people: 1 });
  expect(await Promise.all(calls)).toHaveLength(4);
});

test('a window that reloads: pending and queued calls fail after the news, the fresh worker serves', async () => {
  const { replica, news, attach } = setUp();
  attach();
  const order: string[] = [];
  const calls = ['a', 'b', 'c'].map((at) =>
    replica.call('caught-up', { at }).then((result) => {
      order.push(`${at} failed after ${news.length} news`);
      return result;
    }),
  );
  const { heard, settle, reply } = attach();
  for (const result of await Promise.all(calls)) expect(result.ok).toBe(false);
  expect(news).toEqual(['replica-up', 'replica-down', 'replica-up']);
  expect(order).toHaveLength(3);
  const call = replica.call('purge', { stream: POOL });
  await settle();
  reply(heard[0]?.id ?? 0, null);
  expect((await call).ok).toBe(true);
});

test('a worker that dies is told, and a call without a worker fails at once', async () => {
  const { replica, news, attach } = setUp();
  const { port, settle } = attach();
  const call = replica.call('purge', { stream: POOL });
  port.close();
  await once(port, 'close');
  expect((await call).ok).toBe(false);
  await settle();
  expect(news).toEqual(['replica-up', 'replica-down']);
  expect((await replica.call('lock', {})).ok).toBe(false);
});

test('what the worker saves is answered by the journal, its refusal included', async () => {
  const { appended, attach, answerWith } = setUp();
  const { port, heard, settle } = attach();
  const draft = {
    kind: 'audit.record',
    stream: 'council:kent',
    entity: '01900000-0000-7000-8000-000000000001',
    base: 0,
    args: { action: 'view' },
  };
  port.postMessage({ id: 1, call: 'append', input: { drafts: [draft] } });
  await settle();
  expect(appended).toEqual([[draft]]);
  expect(heard).toEqual([{ id: 1, result: ok([]) }]);
  answerWith(fail('SAVE_DISK_FULL', 'There is no room left.'));
  port.postMessage({ id: 2, call: 'append', input: { drafts: [draft] } });
  await settle();
  expect(heard[1]).toMatchObject({
    id: 2,
    result: { ok: false, error: { code: 'SAVE_DISK_FULL' } },
  });
});

test('what is no change of the contract is not saved, and nonsense is passed over', async () => {
  const { appended, warnings, attach } = setUp();
  const { port, heard, settle } = attach();
  const bad = [
    { kind: 'candidate.delete', stream: 'pool', entity: 'x', base: 0, args: {} },
    null,
    { kind: 'constructor', stream: 'pool', base: 0 },
  ];
  for (const [id, draft] of bad.entries()) {
    port.postMessage({ id, call: 'append', input: { drafts: [draft] } });
  }
  port.postMessage('hello');
  port.postMessage({ id: 99, result: ok(1) });
  port.postMessage({ id: 'x', call: 'append' });
  await settle();
  expect(appended).toEqual([]);
  expect(heard).toHaveLength(3);
  for (const reply of heard) {
    expect(reply).toMatchObject({ result: { ok: false, error: { code: 'IPC_BAD_REQUEST' } } });
  }
  expect(warnings).toHaveLength(2);
});

test('[SY8] a worker that found damage is opened anew, as one that has just come', async () => {
  const { attach, news, warnings } = setUp();
  const { port, settle } = attach();
  port.postMessage({ id: 1, call: 'damaged', input: {} });
  await settle();
  expect(news).toEqual(['replica-up', 'replica-up']);
  expect(warnings).toEqual([]);
});
