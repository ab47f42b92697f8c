import { ok } from '#contract/errors.ts';
import type { Heads } from '#contract/http/streams.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { CommandDraft } from '#contract/queries.ts';
import { type SyncEngine, startSyncEngine } from '#core/sync/engine.ts';
import type { Directives } from '#main/directives/directives.ts';
import { type EmptyingParts, emptyLaptop, finishCaches } from '#main/directives/empty-laptop.ts';
import type { Journal } from '#main/journal/journal.ts';
import { streamsOf } from '#main/keys/keyring.ts';
import { buildVault } from '#main/keys/vault.ts';
import { type KeptSession, readKeptSession } from '#main/session/kept-session.ts';
import { createHttpApi } from '#main/sync/http-api.ts';
import { createPortReplica, type PortReplica } from '#main/sync/port-replica.ts';
import { type OpenFate, SimulatedDisk, type WriteFate } from './disk.ts';
import { JournalDisk } from './journal-disk.ts';
import { SimulatedKeys } from './keys.ts';
import type { LaptopParts, Machine } from './laptop-parts.ts';
import { type Life, openLaptopWork } from './laptop-work.ts';
import { nudgesFor } from './nudges.ts';
import { OrdersDisk } from './orders-disk.ts';
import type { Recruiter } from './people.ts';
import { createPipe, type Pipe } from './pipe.ts';
import type { Fault } from './weather.ts';
import { startWorker, type Worker } from './worker.ts';
import { Killed, START_MS } from './world.ts';

/** One run of the app, from its start to its end. */
interface Run {
  isOver: boolean;
  isEmptying: boolean;
  readonly journal: Journal;
  readonly engine: SyncEngine;
  readonly replica: PortReplica;
  readonly directives: Directives;
  heard: ((heads: Heads) => void) | null;
}

interface Window {
  isOver: boolean;
  readonly pipe: Pipe;
  readonly worker: Worker;
}

/** A laptop: what survives on its disk, and the app that runs on it now and then. */
export class Laptop implements Machine {
  readonly name: string;
  readonly recruiter: Recruiter;
  readonly isAbsent: boolean;
  readonly disk = new SimulatedDisk();
  readonly journalDisk = new JournalDisk();
  readonly ordersDisk = new OrdersDisk();
  readonly keys: SimulatedKeys;
  /** What it ever called itself to the centre. */
  readonly names = new Set<string>();
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

  /** What it calls itself to the centre, or did when it last ran. */
  device(): string {
    return this.journal?.device() ?? [...this.names].at(-1) ?? '';
  }

  /** Whether it was told that the programme may only be read; null while it does not run. */
  isFrozen(): boolean | null {
    return this.#run?.directives.isFrozen() ?? null;
  }

  /** What a run has that is being emptied is not what the disk has. */
  #workOpen(): Journal | null {
    return this.#run?.isEmptying ? null : this.journal;
  }

  /** The recruiter's own work as it stands, whether the app runs or not. */
  entries(): readonly JournalEntry[] {
    return this.#workOpen()?.list() ?? this.journalDisk.entries();
  }

  /** What is kept behind it for a restore. */
  kept(): readonly JournalEntry[] {
    return (this.#workOpen()?.kept() ?? this.journalDisk.kept()).map(({ entry }) => entry);
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
    const parts = [this.disk, this.journalDisk, this.ordersDisk, this.keys].map((part) =>
      part.copy(),
    );
    const kept = this.#kept;
    this.#restoreCopy = () => {
      for (const putBack of parts) putBack();
      this.#kept = kept;
    };
  }

  /** The machine is put back to its copy, while it is off; false = there is none. */
  rollBackMachine(): boolean {
    if (this.#restoreCopy === null) return false;
    const told = this.entries().filter(({ state }) => state.is === 'refused');
    this.#restoreCopy();
    this.#parts.watcher.rolledBack(this, told);
    return true;
  }

  /** Starts the app; its window comes a moment later. */
  start(): void {
    const { world, chance, network, weather, watcher } = this.#parts;
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
    const life: Life = {
      ...{ isOver, end },
      strikes: (fault) => this.#strikes(fault),
      orDie: (fault, act) => this.#orDie(life, fault, act),
    };
    const person = { kept: () => this.#kept, forget: () => this.#forgetPerson() };
    const log = { info: () => {}, warn: (event: string) => world.count(`log ${event}`) };
    const work = openLaptopWork(this, this.#parts, { life, person, log });
    if (work === null) return;
    const { journal, keyring, directives, emptying } = work;
    const replica = createPortReplica({
      append: work.append,
      changed(is) {
        if (is === 'replica-up') void finishCaches({ directives, keyring }, replica);
        engine.signal(is);
      },
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
      formerly: journal.formerly,
      obeyed: directives.obeyed,
      since: directives.since,
      holds: () => streamsOf(keyring),
      appVersion: '0.1.0',
      platform: 'linux',
    });
    const engine = startSyncEngine({
      ...{ api, replica, clock, random: chance, log },
      journal: work.port,
      vault: buildVault(keyring, person.kept, directives),
      orders: work.orders,
      timer: {
        after: (ms, fire) =>
          world.after(ms, () => {
            if (!isOver()) fire();
          }),
      },
      nudges: nudgesFor(this, this.#parts, () => run),
      listener: {
        status: () => watcher.told(this),
        wipe: () => void this.#empty(started, emptying),
        session: async (session) => {
          this.#orDie(life, 'crash at session', () => {
            const next = readKeptSession(session, 'http://centre.example.org', this.#kept);
            if (next) this.#kept = next;
          });
        },
      },
    });
    const started: Run = {
      isOver: false,
      isEmptying: false,
      journal,
      engine,
      replica,
      directives,
      heard: null,
    };
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

  /** The centre wants this laptop emptied; the app begins anew in what is left. */
  async #empty(run: Run, emptying: EmptyingParts): Promise<void> {
    const { world } = this.#parts;
    world.note(`${this.name} is emptied`);
    run.isEmptying = true;
    try {
      await emptyLaptop(emptying, run.replica);
    } catch (fault) {
      world.caught(fault);
    }
    if (run.isOver) return;
    this.#stop(run);
    world.after(1_000, () => this.start());
  }

  /** Nobody is signed in any more; after a while somebody is. */
  #forgetPerson(): void {
    const { world, chance } = this.#parts;
    this.#kept = null;
    this.isSignedIn = false;
    world.after(chance.int(60_000), () => {
      this.isSignedIn = true;
      this.signal('signed-in');
    });
  }

  /** The power goes: nothing runs from here on, and only the disk is left. */
  crash(): void {
    if (this.#run) this.#end(this.#run);
  }

  #end(run: Run): void {
    if (run.isOver) return;
    this.#stop(run);
    this.#startLater();
  }

  #stop(run: Run): void {
    run.isOver = true;
    run.engine.stop();
    this.#run = null;
    if (this.#window) this.#window.isOver = true;
    this.#window?.pipe.cut();
    this.#window = null;
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
}
