import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import type { RecordId } from '#contract/brands.ts';
import { ok, type Result } from '#contract/errors.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { CommandDraft } from '#contract/queries.ts';
import type { Random } from '#core/ports.ts';
import type { Vault } from '#core/sync/ports.ts';
import { ordersFile } from '#main/directives/orders-file.ts';
import { openKeyStore } from '#main/keys/key-store.ts';
import { openKeyring } from '#main/keys/keyring.ts';
import { buildVault } from '#main/keys/vault.ts';
import { type KeptSession, readKeptSession } from '#main/session/kept-session.ts';
import type { WorkerPort } from '#main/sync/port-replica.ts';
import { openWork, type Work } from '#main/work.ts';
import { createMainPort } from '#renderer/worker/serve-port.ts';
import { createDataSession, type DataSession } from '#renderer/worker/session.ts';
import type { Recruiter } from '#server/modules/session/repository.ts';
import { fakeSafeStorage } from '../../main/fake-safe-storage.ts';
import type { Link } from './link.ts';
import type { VirtualTime } from './time.ts';

/** The app's own parts: today's, or those of an earlier version (`test/skew`). */
export interface AppCode {
  readonly createDataSession: typeof createDataSession;
  readonly createMainPort: typeof createMainPort;
  readonly buildVault: typeof buildVault;
  readonly openKeyStore: typeof openKeyStore;
  readonly openKeyring: typeof openKeyring;
  readonly readKeptSession: typeof readKeptSession;
  readonly openWork: typeof openWork;
}

const TODAYS: AppCode = {
  ...{ createDataSession, createMainPort, buildVault, openKeyStore, openKeyring },
  ...{ readKeptSession, openWork },
};

/** What a laptop is made of. */
export interface LaptopParts {
  readonly code?: AppCode;
  readonly recruiter: Recruiter;
  readonly folder: string;
  readonly link: Link;
  readonly token: string;
  readonly time: VirtualTime;
  readonly random: Random;
}

const API = 'http://centre.example.org';
const quiet = { info: () => {}, warn: () => {} };

/**
 * One recruiter's laptop: main's own work, engine, journal file and keyring, and the data
 * worker's own session, replica, index and commands, joined by a real message channel.
 *
 * The worker's cache is the one in memory: IndexedDB is not in Node.
 */
export class RealLaptop {
  readonly recruiter: Recruiter;
  /** Every change that was ever saved here, by id. */
  readonly saved = new Map<RecordId, JournalEntry>();
  /** What the recruiter took back while it was not sent. */
  readonly takenBack = new Set<RecordId>();
  /** What was refused, and the recruiter sent again as a new change or dropped. */
  readonly settledByHand = new Set<RecordId>();
  readonly link: Link;
  readonly #parts: LaptopParts;
  readonly #code: AppCode;
  readonly #storage = fakeSafeStorage();
  #kept: KeptSession | null = null;
  #work: Work | null = null;
  #session: DataSession | null = null;
  #closePorts = () => {};

  constructor(parts: LaptopParts) {
    this.#parts = parts;
    this.#code = parts.code ?? TODAYS;
    this.recruiter = parts.recruiter;
    this.link = parts.link;
  }

  get work(): Work {
    if (!this.#work) throw new Error('The app is not open.');
    return this.#work;
  }

  get ask(): DataSession['queries'] {
    if (!this.#session) throw new Error('The app is not open.');
    return this.#session.queries;
  }

  /** Starts the app as it would start on this disk. */
  async start(): Promise<void> {
    const { folder, link, token, time, random, recruiter } = this.#parts;
    const { clock, timer } = time;
    const keyStore = await this.#code.openKeyStore(this.#storage, 'linux');
    const path = join(folder, 'keyring.json');
    const keyring = await this.#code.openKeyring({ path, keyStore, random, log: quiet });
    const work = await this.#code.openWork({
      ...{ keyring, clock, random, timer, log: quiet },
      vault: (orders) => inMemory(this.#code.buildVault(keyring, () => this.#kept, orders)),
      directives: {
        file: ordersFile(join(folder, 'directives.json')),
        pinned: () => this.#kept?.directiveKeys ?? null,
      },
      forgetPerson: () => {},
      wipeOrdered: () => {},
      journalPath: join(folder, 'journal.sqlite'),
      notices: [],
      http: {
        fetch: link.fetch,
        apiUrl: API,
        tokens: { accessToken: async () => ok(token), refuse: () => {} },
        appVersion: '0.0.0',
        platform: 'linux',
      },
      session: async (session) => {
        this.#kept = this.#code.readKeptSession(session, API, this.#kept);
      },
      policy: () => this.#kept?.programme.policy ?? null,
      statusChanged: () => {},
      journalChanged: () => {},
      journalRekeyed: () => {},
      firstSyncFinished: () => {},
    });
    const claimed = work.claim(recruiter.id);
    if (!claimed.ok) throw new Error(claimed.error.message);
    this.#work = work;
    this.#openWindow(work);
    work.signal('signed-in');
  }

  /** Ends the app; what is on the disk stays. */
  stop(): void {
    this.#work?.close();
    this.#closePorts();
    this.#work = null;
    this.#session = null;
  }

  /** Does something as its screen would; true when it was saved. */
  async do(
    draft: CommandDraft,
    instead?: RecordId,
  ): Promise<Result<{ readonly saved: readonly RecordId[] }>> {
    const done = await this.ask.command({
      drafts: [draft],
      ...(instead === undefined ? {} : { instead }),
    });
    if (!done.ok) return done;
    for (const entry of this.work.list()) {
      if (done.value.saved.includes(entry.id)) this.saved.set(entry.id, entry);
    }
    return done;
  }

  /** Takes back a change that was not sent; false when it cannot be taken back. */
  takeBack(id: RecordId): boolean {
    const done = this.work.discard(id);
    if (done.ok) this.takenBack.add(id);
    return done.ok;
  }

  /** Sends a refused change again as a new one. */
  async sendAgain({ id, mutation }: JournalEntry): Promise<void> {
    const { kind, args } = mutation;
    const done = await this.do({ kind, args }, id);
    if (done.ok) this.settledByHand.add(id);
  }

  #openWindow(work: Work): void {
    const { time, random } = this.#parts;
    const main = this.#code.createMainPort(() => session);
    const session = this.#code.createDataSession({
      clock: time.clock,
      random,
      append: main.append,
      emit: () => {},
      onStuck: () => {},
    });
    const { port1, port2 } = new MessageChannel();
    main.attach(port2 as unknown as MessagePort);
    work.replica.attach(countedPort(port1, time));
    this.#session = session;
    this.#closePorts = () => {
      port1.close();
      port2.close();
    };
  }
}

/** Main's end of a channel; time stands still while a call to the worker is under way. */
function countedPort(port: MessageChannel['port1'], time: VirtualTime): WorkerPort {
  const underWay = new Set<number>();
  return {
    postMessage(message) {
      const { id, call } = message as { readonly id: number; readonly call?: string };
      if (call !== undefined) {
        underWay.add(id);
        time.begin();
      }
      port.postMessage(message);
    },
    on(event: string, listener: (value: never) => void) {
      if (event === 'close') {
        return port.on('close', () => {
          for (const _ of underWay) time.end();
          underWay.clear();
          listener(undefined as never);
        });
      }
      return port.on(event, (data: { readonly id: number; readonly result?: unknown }) => {
        if (data.result !== undefined && underWay.delete(data.id)) time.end();
        listener({ data } as never);
      });
    },
    start: () => port.start(),
    close: () => port.close(),
  };
}

/** Opens the cache in memory, with everything else as it is. */
function inMemory(vault: Vault): Vault {
  return {
    ...vault,
    async opening(asked) {
      const opening = await vault.opening(asked);
      return opening.ok ? ok({ ...opening.value, persist: false }) : opening;
    },
  };
}
