import type { StreamId } from '#contract/brands.ts';
import { ok, type Result } from '#contract/errors.ts';
import type { Heads } from '#contract/http/streams.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { MutationDraft } from '#contract/mutations.ts';
import type { CommandDraft } from '#contract/queries.ts';
import type { Log } from '#core/ports.ts';
import { type SyncEngine, startSyncEngine } from '#core/sync/engine.ts';
import type { JournalPort } from '#core/sync/ports.ts';
import { type Journal, openJournal } from '#main/journal/journal.ts';
import { buildVault } from '#main/keys/vault.ts';
import { type KeptSession, readKeptSession } from '#main/session/kept-session.ts';
import { createHttpApi } from '#main/sync/http-api.ts';
import { createPortReplica, type PortReplica } from '#main/sync/port-replica.ts';
import type { Op } from '#renderer/worker/cache/cache.ts';
import { NO_DIRECTIVES, noOrders } from '#test/builders/orders.ts';
import type { Centre } from './centre.ts';
import type { Chance } from './chance.ts';
import { type OpenFate, SimulatedDisk, type WriteFate } from './disk.ts';
import { type CommitFate, JournalDisk } from './journal-disk.ts';
import { SimulatedKeys } from './keys.ts';
import type { Network } from './network.ts';
import type { Recruiter } from './people.ts';
import { createPipe, type Pipe } from './pipe.ts';
import type { Fault, Weather } from './weather.ts';
import { startWorker, type Worker } from './worker.ts';
import { Killed, START_MS, type World } from './world.ts';

/** What watches a laptop for broken promises. */
export interface Watcher {
  /** The cache begins anew: what was seen may be older for a while. */
  lost(laptop: Laptop): void;
  /** The whole machine is an older copy of itself. */
  rolledBack(laptop: Laptop): void;
  /** An acknowledged entry leaves the device for good. */
  left(laptop: Laptop, entry: JournalEntry): void;
  /** The recruiter is told that some of the journal was lost; this much was. */
  damaged(laptop: Laptop, lost: ReadonlySet<string>): void;
  saved(laptop: Laptop, entries: readonly JournalEntry[]): void;
  written(laptop: Laptop, ops: readonly Op[]): void;
  keyDestroyed(laptop: Laptop, stream: StreamId): void;
  shown(laptop: Laptop, worker: Worker): void;
}

/** What the world gives a laptop. */
export interface LaptopParts {
  /** Left out of this seed: it never starts. */
  readonly isAbsent: boolean;
  readonly name: string;
  readonly recruiter: Recruiter;
  readonly world: World;
  readonly centre: Centre;
  readonly network: Network;
  readonly weather: Weather;
  readonly watcher: Watcher;
  readonly chance: Chance;
}

/** One run of the app, from its start to its end. */
interface Run {
  isOver: boolean;
  readonly journal: Journal;
  readonly engine: SyncEngine;
  readonly replica: PortReplica;
  heard: ((heads: Heads) => void) | null;
}

/** A run from its first moment, before there is an engine. */
interface Life {
  isOver(): boolean;
  end(): void;
}

interface Window {
  isOver: boolean;
  readonly pipe: Pipe;
  readonly worker: Worker;
}

/** Binds what is kept of this laptop; not a secret of anyone. */
const JOURNAL_KEY = { keyId: 'j', raw: new Uint8Array(32) };

/** A laptop: what survives on its disk, and the app that runs on it now and then. */
export class Laptop {
  readonly name: string;
  readonly recruiter: Recruiter;
  readonly isAbsent: boolean;
  readonly disk = new SimulatedDisk();
  readonly journalDisk = new JournalDisk();
  readonly keys: SimulatedKeys;
  isOffline = false;
  /** Nothing comes through, and nothing says so. */
  isHalfOpen = false;
  /** Nobody opens it. */
  isAway = false;
  isSignedIn = true;
  /** At rest only once all was compared after this moment. */
  mustCompareFromMs: number | null = null;
  /** The journal when the window was last opened. */
  openedWith: readonly JournalEntry[] = [];
  readonly #parts: LaptopParts;
  #kept: KeptSession | null = null;
  #run: Run | null = null;
  #window: Window | null = null;
  #shiftMs = 0;
  #restoreCopy: (() => void) | null = null;

  constructor(parts: LaptopParts) {
    this.#parts = parts;
    this.isAbsent = parts.isAbsent;
    this.name = parts.name;
    this.recruiter = parts.recruiter;
    this.keys = new SimulatedKeys(parts.chance.fork());
  }

  readonly clock = {
    nowMs: () => START_MS + this.#parts.world.nowMs + this.#shiftMs,
    monotonicMs: () => this.#parts.world.nowMs,
  };

  get engine(): SyncEngine | null {
    return this.#run?.engine ?? null;
  }

  /** Null while the app does not run. */
  get journal(): Journal | null {
    return this.#run?.journal ?? null;
  }

  get worker(): Worker | null {
    return this.#window?.worker ?? null;
  }

  /** The recruiter's own work as it stands, whether the app runs or not. */
  entries(): readonly JournalEntry[] {
    return this.journal?.list() ?? this.journalDisk.entries();
  }

  /** What is kept behind it for a restore. */
  kept(): readonly JournalEntry[] {
    return (this.journal?.kept() ?? this.journalDisk.kept()).map(({ entry }) => entry);
  }

  /** Tells the app what the machine or its recruiter does: nothing, while its lid is closed. */
  signal(is: Parameters<SyncEngine['signal']>[0]): void {
    if (!this.isAway) this.engine?.signal(is);
  }

  shiftClock(ms: number): void {
    this.#shiftMs = ms;
  }

  nudge(heads: Heads): void {
    this.#run?.heard?.(heads);
  }

  /** Somebody takes a copy of the whole machine. */
  copyMachine(): void {
    const parts = [this.disk, this.journalDisk, this.keys].map((part) => part.copy());
    const kept = this.#kept;
    this.#restoreCopy = () => {
      for (const putBack of parts) putBack();
      this.#kept = kept;
    };
  }

  /** The machine is put back to its copy, while it is off; false = there is none. */
  rollBackMachine(): boolean {
    if (this.#restoreCopy === null) return false;
    this.#restoreCopy();
    this.#parts.watcher.rolledBack(this);
    return true;
  }

  /** Starts the app; its window comes a moment later. */
  start(): void {
    const { world, chance, network, weather } = this.#parts;
    if (this.#run || this.isAbsent || this.isAway) return;
    world.note(`${this.name} starts`);
    const { clock } = this;
    const isOver = () => run?.isOver ?? hasEnded;
    let run: Run | null = null;
    let hasEnded = false;
    const end = () => {
      hasEnded = true;
      if (run) this.#end(run);
      else this.#startLater();
    };
    const life: Life = { isOver, end };
    const log = { info: () => {}, warn: (event: string) => world.count(`log ${event}`) };
    const journal = this.#openJournal(life, log);
    if (journal === null) return;
    const replica = createPortReplica({
      append: (drafts) => this.#append(journal, drafts),
      changed: (is) => engine.signal(is),
      log,
    });
    const { recruiter, name } = this;
    const isOffline = () => this.isOffline;
    const isHalfOpen = () => this.isHalfOpen;
    const api = createHttpApi({
      fetch: network.fetchFor({ name, recruiter, isOffline, isHalfOpen, isOver }),
      apiUrl: 'http://centre.example.org',
      tokens: { accessToken: async () => ok('token'), refuse: () => {} },
      device: journal.device,
      appVersion: '0.1.0',
      platform: 'linux',
    });
    const keyring = this.keys.mount({
      commit: (act) => this.#orDie(life, 'crash at keys', act),
      destroyed: (stream) => this.#parts.watcher.keyDestroyed(this, stream),
    });
    const engine = startSyncEngine({
      ...{ api, replica, clock, random: chance, log },
      journal: this.#watched(journal),
      vault: buildVault(keyring, () => this.#kept, NO_DIRECTIVES),
      orders: noOrders(),
      timer: {
        after: (ms, fire) =>
          world.after(ms, () => {
            if (!isOver()) fire();
          }),
      },
      nudges: { listen: (heard) => this.#listen(run, heard) },
      listener: {
        status: () => {},
        wipe: () => {},
        session: async (session) => {
          this.#orDie(life, 'crash at session', () => {
            this.#kept = readKeptSession(session, 'http://centre.example.org', this.#kept);
          });
        },
      },
    });
    const started: Run = { isOver: false, journal, engine, replica, heard: null };
    run = started;
    this.#run = run;
    if (this.isSignedIn) engine.signal('signed-in');
    world.after(chance.int(300), () => {
      if (!started.isOver) this.openWindow();
    });
    if (weather.strikes('crash at session')) {
      world.after(chance.int(500), () => this.#end(started));
    }
  }

  /** Opens the window with a fresh worker, in the place of the one before. */
  openWindow(): void {
    const { world, chance, watcher } = this.#parts;
    const run = this.#run;
    if (!run) return;
    this.closeWindow();
    const pipe = createPipe(world, chance);
    const disk = this.disk.mount({
      fate: () => this.#fate(),
      openFate: () => this.#openFate(),
      isOver: () => window.isOver,
      pauseMs: () => (this.#strikes('cache slow') ? 200 + chance.int(8_000) : 0),
      wait: (ms) => new Promise((resolve) => void world.after(ms, resolve)),
      cut: () => this.#cut(window),
      rebuilt: () => watcher.lost(this),
      written: (ops) => watcher.written(this, ops),
    });
    const worker = startWorker({
      port: pipe.worker,
      disk,
      clock: this.clock,
      random: chance,
      changed: () => {
        if (!window.isOver) watcher.shown(this, worker);
      },
    });
    const window: Window = { isOver: false, pipe, worker };
    this.#window = window;
    this.openedWith = this.entries();
    run.replica.attach(pipe.main);
    if (!run.journal.wasDamaged) return;
    // Only who is told may miss anything; told once more until it is read.
    watcher.damaged(this, this.journalDisk.lost());
    world.after(chance.int(60_000), () => {
      if (!window.isOver && run.journal.wasDamaged) run.journal.noteDamageRead();
    });
  }

  closeWindow(): void {
    if (!this.#window) return;
    const { pipe } = this.#window;
    this.#window.isOver = true;
    this.#window = null;
    pipe.cut();
  }

  /** The power goes: nothing runs from here on, and only the disk is left. */
  crash(): void {
    if (this.#run) this.#end(this.#run);
  }

  #end(run: Run): void {
    if (run.isOver) return;
    run.isOver = true;
    run.engine.stop();
    this.#run = null;
    if (this.#window) this.#window.isOver = true;
    this.#window?.pipe.cut();
    this.#window = null;
    this.#startLater();
  }

  #startLater(): void {
    const { world, chance } = this.#parts;
    world.fault('crash');
    world.after(100 + chance.int(20_000), () => this.start());
  }

  async command(drafts: readonly CommandDraft[]): Promise<void> {
    const done = await this.worker?.command(drafts);
    if (done) this.#parts.world.count(done.ok ? 'command' : `command ${done.error.code}`);
  }

  #openJournal(life: Life, log: Log): Journal | null {
    const { chance } = this.#parts;
    const files = this.journalDisk.mount({
      fate: () => this.#commitFate(life),
      cut: () => {
        life.end();
        throw new Killed();
      },
    });
    const key = { ...JOURNAL_KEY, raw: JOURNAL_KEY.raw.slice() };
    const opened = openJournal({ path: '', key, clock: this.clock, random: chance, log, files });
    if (opened.ok) return opened.value.journal;
    // It does not start, and the recruiter tries again.
    if (!life.isOver()) life.end();
    return null;
  }

  #append(journal: Journal, drafts: readonly MutationDraft[]): Result<readonly JournalEntry[]> {
    const saved = journal.append(drafts);
    if (saved.ok) this.#parts.watcher.saved(this, saved.value);
    return saved;
  }

  #orDie(life: Life, fault: Fault, act: () => void): void {
    if (life.isOver()) throw new Killed();
    const isStruck = this.#strikes(fault);
    if (!isStruck || this.#parts.chance.may(0.5)) act();
    if (!isStruck) return;
    life.end();
    throw new Killed();
  }

  #strikes(fault: Fault): boolean {
    const { weather, world } = this.#parts;
    const isStruck = weather.strikes(fault);
    if (isStruck) world.fault(fault);
    return isStruck;
  }

  #commitFate(life: Life): CommitFate {
    if (life.isOver()) throw new Killed();
    if (this.#strikes('journal full')) return 'full';
    if (this.#strikes('journal not synced')) return 'not synced';
    if (!this.#strikes('crash at journal')) return 'done';
    return this.#parts.chance.may(0.5) ? 'cut before' : 'cut after';
  }

  #fate(): WriteFate {
    if (this.#strikes('cache full')) return 'full';
    if (this.#strikes('cache aborts')) return 'aborted';
    if (!this.#strikes('crash at cache')) return 'done';
    return this.#parts.chance.may(0.5) ? 'cut before' : 'cut after';
  }

  #openFate(): OpenFate {
    if (this.#strikes('cache does not open')) return { is: 'error' };
    const { chance } = this.#parts;
    const afterMs = this.#strikes('cache blocked') ? 1_000 + chance.int(40_000) : 0;
    return { is: 'open', afterMs };
  }

  #cut(window: Window): void {
    const { world, chance } = this.#parts;
    const run = this.#run;
    if (window.isOver || !run) return;
    if (!chance.may(0.3)) {
      this.#end(run);
      return;
    }
    world.fault('window dies at cache');
    window.isOver = true;
    // Main hears of it a moment later.
    world.after(chance.int(50), () => {
      if (this.#window === window) this.closeWindow();
      world.after(chance.int(3_000), () => {
        if (!run.isOver && !this.#window) this.openWindow();
      });
    });
  }

  /** What leaves because its echo is here is looked at. */
  #watched(journal: Journal): JournalPort {
    return {
      ...journal,
      settle: (changes) => {
        const gone = new Set(changes.flatMap(({ to, id }) => (to === 'gone' ? [id] : [])));
        for (const entry of [...journal.list(), ...journal.kept().map((kept) => kept.entry)]) {
          if (gone.has(entry.id)) this.#parts.watcher.left(this, entry);
        }
        return journal.settle(changes);
      },
    };
  }

  #listen(run: Run | null, heard: (heads: Heads) => void): () => void {
    const { centre, world, chance } = this.#parts;
    if (!run) return () => {};
    const hear = (delayMs: number) => {
      const heads = centre.headsFor(this.recruiter.actor.id);
      world.after(delayMs, () => {
        if (!run.isOver && !this.isOffline && !this.isHalfOpen) run.heard?.(heads);
      });
    };
    run.heard = heard;
    const stop = centre.subscribe(() => {
      if (run.isOver || this.#strikes('nudge lost')) return;
      hear(this.#strikes('nudge late') ? chance.int(60_000) : 20 + chance.int(80));
      if (this.#strikes('nudge twice')) hear(chance.int(5_000));
    });
    return () => {
      run.heard = null;
      stop();
    };
  }
}
