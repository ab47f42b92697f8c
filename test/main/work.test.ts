import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { expect, onTestFinished, test, vi } from 'vitest';
import { POOL, type RecruiterId, type StreamId } from '#contract/brands.ts';
import { fail, ok } from '#contract/errors.ts';
import type { SyncStatus } from '#contract/sync-state.ts';
import type { Vault } from '#core/sync/ports.ts';
import { NO_ORDERS, ordersFile } from '#main/directives/orders-file.ts';
import { openKeyStore } from '#main/keys/key-store.ts';
import { openKeyring } from '#main/keys/keyring.ts';
import type { WorkerPort } from '#main/sync/port-replica.ts';
import {
  systemClock as clock,
  systemRandom as random,
  systemTimer as timer,
} from '#main/system.ts';
import { openWork, type WorkParts } from '#main/work.ts';
import { fakeSafeStorage } from './fake-safe-storage.ts';
import { keptLog, tempFolder } from './temp-folder.ts';

const ME = '01900000-0000-7000-8000-0000000000aa' as RecruiterId;
const draft = {
  kind: 'audit.record',
  stream: 'council:kent' as StreamId,
  entity: '01900000-0000-7000-8000-000000000001',
  base: 0,
  args: { action: 'view' },
};

async function open(
  folder: string,
  storage = fakeSafeStorage(),
  answer = ok({ people: 7 }),
  policy: WorkParts['policy'] extends () => infer Policy ? Policy : never = null,
) {
  const log = keptLog();
  const keyStore = await openKeyStore(storage, 'linux');
  const keyring = await openKeyring({ path: join(folder, 'keyring.json'), keyStore, random, log });
  const vault: Vault = {
    async opening() {
      const keys = await keyring.streamKeys(POOL);
      const owner = { streams: [POOL] } as never;
      return ok({ owner, keys, generation: keyring.generation(), persist: true });
    },
    destroyKey: async () => ok(null),
    beginRotation: async () => ok(null),
    nextKeys: async () => ok(null),
    endRotation: async () => ok(null),
    standing: () => null,
  };
  const told: number[] = [];
  const statuses: SyncStatus[] = [];
  const work = await openWork({
    ...{ keyring, clock, random, timer, log },
    vault: () => vault,
    directives: { file: ordersFile(join(folder, 'directives.json')), pinned: () => null },
    forgetPerson: () => {},
    wipeOrdered: () => {},
    journalPath: keyring.isPersisted ? join(folder, 'journal.sqlite') : null,
    notices: keyring.isPersisted ? [] : ['STORE_NOT_PERSISTED'],
    http: {
      fetch: () => Promise.reject(new Error('net::ERR_INTERNET_DISCONNECTED')),
      apiUrl: 'http://127.0.0.1:9',
      tokens: { accessToken: async () => fail('NET_UNREACHABLE', ''), refuse: () => {} },
      appVersion: '0',
      platform: 'linux',
    },
    session: async () => {},
    policy: () => policy,
    statusChanged: (status) => statuses.push(status),
    journalChanged: () => {},
    journalRekeyed: () => {},
    firstSyncFinished: (people) => told.push(people),
  });

  /** The data worker's end: answers everything, and keeps what it was asked. */
  const calls: string[] = [];
  const keysAtWipe: string[] = [];
  const replies: unknown[] = [];
  const { port1, port2 } = new MessageChannel();
  const main: WorkerPort = {
    postMessage: (message) => port1.postMessage(message),
    on: (event: string, listener: (value: never) => void) =>
      port1.on(event, (data) => listener({ data } as never)),
    start: () => port1.start(),
    close: () => port1.close(),
  };
  port2.on('message', (message: { id: number; call?: string }) => {
    if (message.call === undefined) return void replies.push(message);
    calls.push(message.call);
    const keys = join(folder, 'keyring.json');
    if (message.call === 'wipe')
      keysAtWipe.push(existsSync(keys) ? readFileSync(keys, 'utf8') : '');
    port2.postMessage({ id: message.id, result: answer });
  });
  onTestFinished(() => port2.close());
  work.claim(ME);
  const save = async (what: object = draft) => {
    const before = replies.length;
    port2.postMessage({ id: 1, call: 'append', input: { drafts: [what] } });
    await vi.waitUntil(() => replies.length > before);
    return replies.at(-1);
  };
  return { work, keyring, main, calls, keysAtWipe, told, statuses, save, storage };
}

test('what the page saves is there after a restart, and counts as not sent', async () => {
  const folder = tempFolder();
  const first = await open(folder);
  first.work.replica.attach(first.main);
  expect(await first.save()).toMatchObject({ result: { ok: true } });
  expect(first.work.countNotSent()).toBe(1);
  first.work.close();
  const second = await open(folder, first.storage);
  expect(second.work.countNotSent()).toBe(1);
  expect(second.work.status().word).toMatchObject({ notSent: 1 });
  second.work.close();
});

test('[SY62] nothing is saved for a council on its way out: it would go with what is removed', async () => {
  const folder = tempFolder();
  const first = await open(folder);
  first.work.close();
  const [id, device] = [draft.entity, 'a-laptop'];
  const order = { kind: 'purge', stream: draft.stream };
  const pending = [{ id, device, takenAt: '2026-06-09T08:00:00.000Z', order, notSent: 0 }];
  const file = JSON.stringify({ ...NO_ORDERS, pending });
  writeFileSync(join(folder, 'directives.json'), file);
  const { work, main, save } = await open(folder, first.storage);
  work.replica.attach(main);
  const refused = { ok: false, error: { code: 'RULE_REFUSED' } };
  expect(await save()).toMatchObject({ result: refused });
  expect(await save({ ...draft, stream: 'council:leeds' })).toMatchObject({ result: { ok: true } });
  work.close();
});

test('that part of the work could not be read is told until the recruiter has read it', async () => {
  const folder = tempFolder();
  const first = await open(folder);
  first.work.close();
  truncateSync(join(folder, 'journal.sqlite'), 9_000);
  for (let start = 0; start < 2; start++) {
    const { work } = await open(folder, first.storage);
    expect(work.status().notices).toEqual(['SAVE_JOURNAL_DAMAGED']);
    work.close();
  }
  const { work, statuses } = await open(folder, first.storage);
  expect(work.noteDamageRead().ok).toBe(true);
  expect(statuses.at(-1)?.notices).toEqual([]);
  work.close();
  const last = await open(folder, first.storage);
  expect(last.work.status().notices).toEqual([]);
  last.work.close();
});

test('whose work it is is known after a restart, and forgotten by a wipe', async () => {
  const folder = tempFolder();
  const first = await open(folder);
  first.work.close();
  const second = await open(folder, first.storage);
  expect(second.work.owner()).toBe(ME);
  await second.work.wipe(() => {});
  expect(second.work.owner()).toBeNull();
  second.work.close();
});

test('S30 a wipe destroys the keys first, then the copies, then the work; a new life follows', async () => {
  const folder = tempFolder();
  const laptop = await open(folder);
  laptop.work.replica.attach(laptop.main);
  await laptop.save();
  const { keyId } = await laptop.keyring.key(POOL);
  const generation = laptop.keyring.generation();
  await laptop.work.wipe(() => {});
  expect(laptop.calls.filter((call) => call !== 'journal').slice(-1)).toEqual(['wipe']);
  // At the start there was no key at all: whatever the worker had was nobody's, and went.
  expect(laptop.keysAtWipe).toHaveLength(2);
  expect(laptop.keysAtWipe[1]).not.toContain(keyId);
  expect(laptop.keyring.generation()).not.toBe(generation);
  expect(laptop.work.countNotSent()).toBe(0);
  // What the page that is on its way out still sends is nobody's, so it is not kept.
  expect(await laptop.save()).toMatchObject({ result: { error: { code: 'AUTH_SIGN_IN_AGAIN' } } });
  expect(laptop.work.writeDraft('story', 'half a story').ok).toBe(false);
  expect(laptop.work.readDraft('story')).toEqual(ok(''));
  // The next recruiter can save at once, through the same window.
  laptop.work.claim(ME);
  expect(await laptop.save()).toMatchObject({ result: { ok: true } });
  expect(laptop.work.countNotSent()).toBe(1);
  laptop.work.close();
});

test('S6 where nothing may be kept, the work is in memory, said so, and gone with the program', async () => {
  const folder = tempFolder();
  const storage = Object.assign(fakeSafeStorage(), { backend: 'basic_text' as const });
  const laptop = await open(folder, storage);
  laptop.work.replica.attach(laptop.main);
  expect(await laptop.save()).toMatchObject({ result: { ok: true } });
  expect(laptop.work.status().notices).toContain('STORE_NOT_PERSISTED');
  laptop.work.close();
  expect(readdirSync(folder)).toEqual([]);
});

test('DM30 what starts something new is not saved by a laptop that has not synced for a week', async () => {
  const folder = tempFolder();
  const policy = { staleDays: 1, readOnlyDays: 7, lockDays: 14 } as never;
  const laptop = await open(folder, fakeSafeStorage(), ok({ people: 7 }), policy);
  laptop.work.replica.attach(laptop.main);
  const { journal } = laptop.work.current;
  const synced = (days: number) =>
    journal().noteSync(new Date(Date.now() - days * 86_400_000).toISOString() as never);
  const about = '01900000-0000-7000-8000-000000000009';
  const task = { id: about, candidateId: about, what: 'Ring', dueOn: '2026-06-09', promise: false };
  const begins = { ...draft, kind: 'follow-up.set', args: task };
  const wish = { ...draft, kind: 'do-not-contact.set', args: { candidateId: about, reason: 'x' } };
  synced(6);
  expect(await laptop.save(begins)).toMatchObject({ result: { ok: true } });
  synced(7);
  const refused = {
    result: {
      error: { code: 'RULE_REFUSED', message: expect.stringMatching(/not synced for 7 days/) },
    },
  };
  expect(await laptop.save(begins)).toMatchObject(refused);
  expect(await laptop.save(wish)).toMatchObject({ result: { ok: true } });
  expect(laptop.work.status().lease).toEqual({ is: 'read-only', days: 7 });
  synced(14);
  expect(laptop.work.status().lease).toEqual({ is: 'locked', days: 14 });
  expect(laptop.work.countNotSent()).toBe(2);
  laptop.work.close();
});

test('a journal whose key was lost is held work, counted when the laptop is emptied, and gone then', async () => {
  const folder = tempFolder();
  const first = await open(folder);
  first.work.replica.attach(first.main);
  await first.save();
  first.work.close();
  writeFileSync(join(folder, 'keyring.json'), '{"version":1}');
  const { work } = await open(folder, first.storage);
  const aside = [{ owner: ME, changes: 1, comesBack: false }];
  expect(work.held()).toEqual({ notSent: 0, undecided: 0, putAside: aside });
  expect(work.status().putAside).toEqual(aside);
  await work.wipe(() => {});
  expect(work.held().putAside).toEqual([]);
  expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([]);
  work.close();
});
