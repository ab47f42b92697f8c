import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import type { CandidateId, RecruiterId, StreamId } from '#contract/brands.ts';
import { POOL, PROGRAMME } from '#contract/brands.ts';
import { fail, ok } from '#contract/errors.ts';
import type { DirectiveKey, Receipts, SignedDirective } from '#contract/http/directives.ts';
import type { Session } from '#contract/http/session.ts';
import type { ReplicaCalls, StreamKey } from '#contract/replica-port.ts';
import { createSealer } from '#core/crypto/seal.ts';
import { ordersFile } from '#main/directives/orders-file.ts';
import { openKeyStore } from '#main/keys/key-store.ts';
import { openKeyring } from '#main/keys/keyring.ts';
import { sealedFile } from '#main/keys/sealed-file.ts';
import { buildVault } from '#main/keys/vault.ts';
import { KeptSession } from '#main/session/kept-session.ts';
import { buildSessionService } from '#main/session/session-service.ts';
import { KeptTokens } from '#main/session/tokens.ts';
import type { WorkerPort } from '#main/sync/port-replica.ts';
import {
  systemClock as clock,
  systemRandom as random,
  systemTimer as timer,
} from '#main/system.ts';
import { openWork } from '#main/work.ts';
import { anId } from '#test/builders/records.ts';
import type { FakeSafeStorage } from '../fake-safe-storage.ts';
import { keptLog } from '../temp-folder.ts';

export const KENT = 'council:kent' as StreamId;
export const MEDWAY = 'council:medway' as StreamId;
export const ME = anId<RecruiterId>(0xaa);
export const PERSON = anId<CandidateId>(0x77);
const API = 'http://127.0.0.1:9';
const STREAMS = [POOL, PROGRAMME, KENT, MEDWAY];

/** A centre with nothing to read: it only tells directives and takes receipts. */
export function aCentre(key: DirectiveKey) {
  const centre = {
    directives: [] as SignedDirective[],
    grants: STREAMS as readonly StreamId[],
    /** Every receipt that arrived, by directive. */
    taken: [] as string[],
    isAway: false,
    fetch: async (url: string, init?: RequestInit): Promise<Response> => {
      if (centre.isAway) throw new TypeError('no network');
      const { pathname, searchParams } = new URL(url);
      if (pathname === '/v1/sync/session') return json(session());
      if (pathname === '/v1/sync/receipts') {
        const { receipts } = JSON.parse(String(init?.body)) as Receipts;
        const ids = receipts.map(({ directive }) => directive);
        centre.taken.push(...ids);
        centre.directives = centre.directives.filter(({ id }) => !ids.includes(id));
        return json({ taken: ids });
      }
      if (pathname === '/v1/sync/heads') return json({ grantsRev: 1, heads: {} });
      const stream = decodeURIComponent(/streams\/([^/]+)\/changes/.exec(pathname)?.[1] ?? '');
      const after = Number(searchParams.get('after'));
      const page = { stream, epoch: 'e', after, to: 0, head: 0, more: false, grantsRev: 1 };
      if (stream !== '') return json({ ...page, items: [] });
      if (pathname.endsWith('/manifest')) {
        return json({ epoch: 'e', schema: 1, bucketCount: 1, buckets: [] });
      }
      throw new TypeError('no such path');
    },
  };
  const session = (): Session =>
    ({
      now: new Date().toISOString(),
      protocol: { min: 1, max: 2 },
      grantsRev: 1,
      grants: centre.grants.map((stream) => ({ stream, epoch: 'e', head: 0, access: 'r' })),
      recruiter: {
        id: ME,
        name: 'Rosa Boyd',
        email: 'r@example.org',
        jobTitle: '',
        role: 'recruiter',
      },
      councils: ['kent', 'medway']
        .filter((id) => centre.grants.includes(`council:${id}` as StreamId))
        .map((id) => ({ id, name: id, region: '', lat: 51, lon: 0 })),
      programme: PROGRAMME_NOW,
      lastN: 0,
      limits: { pushCount: 100, pushBytes: 1000, pollMs: 1000 },
      directives: centre.directives,
      directiveKeys: [key],
    }) as unknown as Session;
  return Object.assign(centre, { session });
}

const PROGRAMME_NOW = {
  id: anId(1),
  name: 'A programme',
  status: 'open',
  opensOn: '2026-01-05',
  policy: {
    presenceDays: 21,
    unsuccessfulMonths: 6,
    auditYears: 6,
    staleDays: 1,
    readOnlyDays: 7,
    lockDays: 14,
    registerFreshDays: 30,
  },
};

function json(value: unknown): Response {
  return new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });
}

/** What the cache of a window's worker keeps: one sealed row for each stream. */
interface Rows {
  [stream: string]: { readonly keyId: string; readonly sealed: string };
}

export const rowsPath = (folder: string) => join(folder, 'rows.json');

function readRows(folder: string): Rows {
  const path = rowsPath(folder);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Rows) : {};
}

function sealRow({ stream, keyId, raw }: StreamKey): Rows[string] {
  const row = { words: `Row of ${stream}`, about: PERSON };
  const sealed = createSealer(raw, keyId, random).sealJson(row, stream);
  return { keyId, sealed: Buffer.from(sealed).toString('base64') };
}

/** Answers as the data worker would, with a small file in the place of IndexedDB. */
function startWorker(folder: string, told: ReplicaCalls['open']['input'][]) {
  const { port1, port2 } = new MessageChannel();
  const write = (rows: Rows) => writeFileSync(rowsPath(folder), JSON.stringify(rows));
  const without = (names: readonly string[]) =>
    write(Object.fromEntries(Object.entries(readRows(folder)).filter(([s]) => !names.includes(s))));
  const calls: { [name: string]: (input: never) => unknown } = {
    open(input: ReplicaCalls['open']['input']) {
      told.push(input);
      const held = readRows(folder);
      const rows: Rows = {};
      for (const key of input.keys) rows[key.stream] ??= held[key.stream] ?? sealRow(key);
      write(rows);
      const streams = Object.keys(rows) as StreamId[];
      const cursors = streams.map((stream) => ({ stream, epoch: 'e', seq: 0 }));
      return { cursors, buckets: [], people: 0, asAt: null, rebuilt: null, diskRefused: false };
    },
    reseal({ keys }: { keys: readonly StreamKey[] }) {
      const held = readRows(folder);
      const fresh = keys.flatMap((key) => (held[key.stream] ? [[key.stream, sealRow(key)]] : []));
      write({ ...held, ...(Object.fromEntries(fresh) as Rows) });
    },
    purge: ({ stream }: { stream: StreamId }) => without([stream]),
    erase: () => without([POOL, PROGRAMME, KENT, MEDWAY]),
    wipe: () => rmSync(rowsPath(folder), { force: true }),
    'caught-up': () => ({ people: 0 }),
    manifest: () => ({ missing: [] }),
    'buckets-done': () => ({ cursor: { stream: POOL, epoch: 'e', seq: 0 }, setAside: 0 }),
    page: () => ({ cursor: { stream: POOL, epoch: 'e', seq: 0 }, setAside: 0 }),
  };
  port2.on('message', ({ id, call, input }: { id: number; call?: string; input: never }) => {
    if (call === undefined) return;
    try {
      const result = ok(calls[call]?.(input) ?? null);
      port2.postMessage({ id, result });
    } catch {
      port2.postMessage({ id, result: fail('INTERNAL_FAULT', 'killed') });
    }
  });
  const port: WorkerPort = {
    postMessage: (message) => port1.postMessage(message),
    on: (event: string, listener: (value: never) => void) =>
      port1.on(event, (data) => listener({ data } as never)),
    start: () => port1.start(),
    close: () => port1.close(),
  };
  return { port, stop: () => port2.close() };
}

/** Writes what a signed-in recruiter leaves behind: session, token, keys, unsent work, rows. */
export async function leaveWork(
  folder: string,
  storage: FakeSafeStorage,
  centre: ReturnType<typeof aCentre>,
): Promise<void> {
  const keyStore = await openKeyStore(storage, 'linux');
  const session = centre.session();
  await sealedFile(join(folder, 'session.sealed'), KeptSession, keyStore).write({
    ...session,
    apiUrl: API,
    councilId: 'kent' as never,
    streams: [...STREAMS],
    directiveKeys: session.directiveKeys ?? [],
  });
  const tokens = { apiUrl: API, refreshToken: 'refresh' };
  await sealedFile(join(folder, 'tokens.sealed'), KeptTokens, keyStore).write(tokens);
  writeFileSync(join(folder, 'settings.json'), '{"exportFolder":"/home/rosa"}');
  const keyring = await openKeyring({
    ...{ path: join(folder, 'keyring.json'), keyStore, random, log: keptLog() },
  });
  const { openJournal } = await import('#main/journal/journal.ts');
  const path = join(folder, 'journal.sqlite');
  const opened = openJournal({
    ...{ path, key: await keyring.key('journal'), clock, random, log: keptLog() },
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const { journal } = opened.value;
  journal.claim(ME);
  journal.append([draftIn(KENT), draftIn(KENT), draftIn(MEDWAY)]);
  journal.writeDraft('story', `half a story about ${PERSON}`);
  journal.close();
  const worker = startWorker(folder, []);
  worker.stop();
  const rows: Rows = {};
  for (const stream of STREAMS) {
    const [key] = await keyring.streamKeys(stream);
    if (!key) throw new Error('no key');
    rows[stream] = sealRow(key);
  }
  writeFileSync(rowsPath(folder), JSON.stringify(rows));
}

function draftIn(stream: StreamId) {
  return {
    kind: 'do-not-contact.set' as const,
    stream,
    entity: PERSON,
    base: 0,
    args: { candidateId: PERSON, reason: `in ${stream}` },
  };
}

/** Starts main as `index.ts` does, on real files, with a worker that keeps its rows in one. */
export async function startApp(
  folder: string,
  storage: FakeSafeStorage,
  centre: ReturnType<typeof aCentre>,
) {
  const log = keptLog();
  const keyStore = await openKeyStore(storage, 'linux');
  const keyring = await openKeyring({ path: join(folder, 'keyring.json'), keyStore, random, log });
  const sessionFile = sealedFile(join(folder, 'session.sealed'), KeptSession, keyStore);
  const tokensFile = sealedFile(join(folder, 'tokens.sealed'), KeptTokens, keyStore);
  let refreshToken = (await tokensFile.read()).is === 'found' ? 'refresh' : null;
  const forgetToken = () => {
    tokensFile.remove();
    const was = refreshToken;
    refreshToken = null;
    return was;
  };
  const forgetSettings = () => rmSync(join(folder, 'settings.json'), { force: true });
  const service = buildSessionService({
    apiUrl: API,
    finder: { ask: async () => fail('NET_UNREACHABLE', ''), find: notHere, origin: () => null },
    tokens: {
      load: async () => (refreshToken === null ? 'none' : 'found'),
      accept: async () => {},
      held: () => (refreshToken === null ? null : 'access'),
      accessToken: async () =>
        refreshToken === null ? fail('AUTH_SIGN_IN_AGAIN', '') : ok('access'),
      refuse: () => {},
      forget: forgetToken,
    },
    file: sessionFile,
    keysWereLost: keyring.wereLost,
    fetchSession: () => work.api.session(),
    openBrowser: async () => false,
    held: () => work.held(),
    workOwner: () => work.owner(),
    claimWork: (recruiter) => work.claim(recruiter),
    wipe: (forget) => work.wipe(forget),
    orders: {
      takes: () => false,
      wiped: () => work.directives.wiped(),
      noteSignedIn: () => work.directives.noteSignedIn(),
      forgetSettings,
      tell: (token) => work.tellReceipts(token),
    },
    ...{ clock, timer, log },
  });
  /** What the worker was opened with, and what the journal held then. */
  const told: ReplicaCalls['open']['input'][] = [];
  const worker = startWorker(folder, told);
  const work = await openWork({
    ...{ keyring, notices: [], clock, random, timer, log },
    vault: (orders) => buildVault(keyring, service.kept, orders),
    directives: {
      file: ordersFile(join(folder, 'directives.json')),
      pinned: () => service.kept()?.directiveKeys ?? null,
    },
    forgetPerson() {
      forgetToken();
      sessionFile.remove();
      forgetSettings();
    },
    wipeOrdered: () => void service.obeyWipe(),
    journalPath: join(folder, 'journal.sqlite'),
    http: {
      fetch: (url, init) => centre.fetch(url, init),
      apiUrl: API,
      tokens: {
        accessToken: async () =>
          refreshToken === null ? fail('AUTH_SIGN_IN_AGAIN', '') : ok('access'),
        refuse: () => {},
      },
      appVersion: '0',
      platform: 'linux',
    },
    session: service.confirm,
    policy: () => null,
    statusChanged: () => {},
    journalChanged: () => {},
    journalRekeyed: () => {},
    firstSyncFinished: () => {},
  });
  service.subscribe((state) => {
    if (state.is === 'signed-in') work.signal('signed-in');
  });
  let isStopped = false;
  await service.start();
  work.replica.attach(worker.port);
  return {
    work,
    service,
    keyring,
    told,
    stop() {
      if (isStopped) return;
      isStopped = true;
      work.close();
      worker.stop();
    },
  };
}

function notHere(): never {
  throw new TypeError('no network');
}
