import type { StreamId } from '#contract/brands.ts';
import { fail, ok, type Result } from '#contract/errors.ts';
import type { Heads } from '#contract/http/streams.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { MutationDraft } from '#contract/mutations.ts';
import type { CommandDraft } from '#contract/queries.ts';
import { type SyncEngine, startSyncEngine } from '#core/sync/engine.ts';
import type { JournalPort } from '#core/sync/ports.ts';
import { type Journal, openJournal } from '#main/journal/journal.ts';
import type { Keyring } from '#main/keys/keyring.ts';
import { buildVault } from '#main/keys/vault.ts';
import { type KeptSession, readKeptSession } from '#main/session/kept-session.ts';
import { createHttpApi } from '#main/sync/http-api.ts';
import { createPortReplica, type PortReplica } from '#main/sync/port-replica.ts';
import type { Op } from '#renderer/worker/cache/cache.ts';
import type { Centre } from './centre.ts';
import type { Chance } from './chance.ts';
import { SimulatedDisk, type WriteFate } from './disk.ts';
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
  /** An acknowledged entry leaves the journal. */
  left(entry: JournalEntry): void;
  saved(laptop: Laptop, entries: readonly JournalEntry[]): void;
  written(laptop: Laptop, ops: readonly Op[]): void;
  keyDestroyed(laptop: Laptop, stream: StreamId): void;
  shown(laptop: Laptop, worker: Worker): void;
}

/** What the world gives a laptop. */
export interface LaptopParts {
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
  readonly engine: SyncEngine;
  readonly replica: PortReplica;
  heard: ((heads: Heads) => void) | null;
}

interface Window {
  isOver: boolean;
  readonly pipe: Pipe;
  readonly worker: Worker;
}

/** A laptop: what survives on its disk, and the app that runs on it now and then. */
export class Laptop {
  readonly name: string;
  readonly recruiter: Recruiter;
  readonly disk = new SimulatedDisk();
  readonly journal: Journal;
  isOffline = false;
  isSignedIn = true;
  /** Losses of the cache so far. */
  losses = 0;
  /** The journal when the window was last opened. */
  openedWith: readonly JournalEntry[] = [];
  readonly #parts: LaptopParts;
  readonly #keys = new Map<string, { keyId: string; raw: Uint8Array<ArrayBuffer> }>();
  #keyNumber = 0;
  #kept: KeptSession | null = null;
  #run: Run | null = null;
  #window: Window | null = null;
  #shiftMs = 0;

  constructor(parts: LaptopParts) {
    this.#parts = parts;
    this.name = parts.name;
    this.recruiter = parts.recruiter;
    const key = { keyId: 'j', raw: parts.chance.bytes(32) };
    const log = { info: () => {}, warn: () => {} };
    const opened = openJournal({ path: null, key, clock: this.clock, random: parts.chance, log });
    if (!opened.ok) throw new Error(opened.error.message);
    this.journal = opened.value.journal;
  }

  readonly clock = {
    nowMs: () => START_MS + this.#parts.world.nowMs + this.#shiftMs,
    monotonicMs: () => this.#parts.world.nowMs,
  };

  get isUp(): boolean {
    return this.#run !== null;
  }

  get engine(): SyncEngine | null {
    return this.#run?.engine ?? null;
  }

  get worker(): Worker | null {
    return this.#window?.worker ?? null;
  }

  holdsKey(stream: string): boolean {
    return this.#keys.has(stream);
  }

  shiftClock(ms: number): void {
    this.#shiftMs = ms;
  }

  nudge(heads: Heads): void {
    this.#run?.heard?.(heads);
  }

  /** Starts the app; its window comes a moment later. */
  start(): void {
    const { world, chance, network, weather } = this.#parts;
    if (this.#run) return;
    world.note(`${this.name} starts`);
    const { clock } = this;
    const log = { info: () => {}, warn: (event: string) => world.count(`log ${event}`) };
    const replica = createPortReplica({
      append: (drafts) => this.#append(run, drafts),
      changed: (is) => run.engine.signal(is),
      log,
    });
    const isOver = () => run.isOver;
    const api = createHttpApi({
      fetch: network.fetchFor({
        name: this.name,
        recruiter: this.recruiter,
        isOffline: () => this.isOffline,
        isOver,
      }),
      apiUrl: 'http://centre.example.org',
      tokens: { accessToken: async () => ok('token'), refuse: () => {} },
      device: this.journal.device,
      appVersion: '0.1.0',
      platform: 'linux',
    });
    const engine = startSyncEngine({
      api,
      replica,
      clock,
      random: chance,
      log,
      journal: this.#journalPort(() => run),
      vault: buildVault(
        this.#keyring(() => run),
        () => this.#kept,
      ),
      timer: {
        after: (ms, fire) =>
          world.after(ms, () => {
            if (!run.isOver) fire();
          }),
      },
      nudges: { listen: (heard) => this.#listen(run, heard) },
      listener: {
        status: () => {},
        session: async (session) => {
          this.#orDie(run, 'crash at session', () => {
            this.#kept = readKeptSession(session, 'http://centre.example.org', this.#kept);
          });
        },
      },
    });
    const run: Run = { isOver: false, engine, replica, heard: null };
    this.#run = run;
    if (this.isSignedIn) engine.signal('signed-in');
    world.after(chance.int(300), () => {
      if (!run.isOver) this.openWindow();
    });
    if (weather.strikes('crash at session')) world.after(chance.int(500), () => this.#end(run));
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
    this.openedWith = this.journal.list();
    run.replica.attach(pipe.main);
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
    const { world, chance } = this.#parts;
    world.fault('crash');
    run.isOver = true;
    run.engine.stop();
    this.#run = null;
    if (this.#window) this.#window.isOver = true;
    this.#window?.pipe.cut();
    this.#window = null;
    world.after(100 + chance.int(20_000), () => this.start());
  }

  async command(drafts: readonly CommandDraft[]): Promise<void> {
    const done = await this.worker?.command(drafts);
    if (done) this.#parts.world.count(done.ok ? 'command' : `command ${done.error.code}`);
  }

  #append(run: Run, drafts: readonly MutationDraft[]): Result<readonly JournalEntry[]> {
    return this.#durable(run, () => {
      const saved = this.journal.append(drafts);
      if (saved.ok) this.#parts.watcher.saved(this, saved.value);
      return saved;
    });
  }

  /** One commit of the journal: done, refused by a full disk, or the last thing that happens. */
  #durable<Value>(run: Run, act: () => Result<Value>): Result<Value> {
    if (this.#strikes('journal full')) return fail('SAVE_DISK_FULL', 'There is no room left.');
    return this.#orDie(run, 'crash at journal', act);
  }

  #orDie<Value>(run: Run, fault: Fault, act: () => Value): Value {
    if (run.isOver) throw new Killed();
    if (!this.#strikes(fault)) return act();
    if (this.#parts.chance.may(0.5)) act();
    this.#end(run);
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
    if (!this.#strikes('crash at cache')) return 'done';
    return this.#parts.chance.may(0.5) ? 'cut before' : 'cut after';
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

  #journalPort(run: () => Run): JournalPort {
    const { journal } = this;
    return {
      list: () => journal.list(),
      lastSyncAt: () => journal.lastSyncAt(),
      wasDamaged: false,
      offer: (ids) => this.#durable(run(), () => journal.offer(ids)),
      settle: (changes) =>
        this.#durable(run(), () => {
          const gone = new Set(changes.flatMap(({ to, id }) => (to === 'gone' ? [id] : [])));
          for (const entry of journal.list()) {
            if (gone.has(entry.id)) this.#parts.watcher.left(entry);
          }
          return journal.settle(changes);
        }),
      renumber: (from) => this.#durable(run(), () => journal.renumber(from)),
      scrub: (people) => this.#durable(run(), () => journal.scrub(people)),
      noteSync: (at) => this.#durable(run(), () => journal.noteSync(at)),
      subscribe: (changed) => journal.subscribe(changed),
    };
  }

  #keyring(run: () => Run): Keyring {
    const { chance, watcher } = this.#parts;
    const key = async (name: string) => {
      const held = this.#keys.get(name) ?? {
        keyId: `key ${++this.#keyNumber}`,
        raw: chance.bytes(32),
      };
      this.#orDie(run(), 'crash at keys', () => this.#keys.set(name, held));
      return { keyId: held.keyId, raw: held.raw.slice() };
    };
    return {
      generation: () => 'generation 1',
      isPersisted: true,
      wereLost: false,
      key,
      names: () => [...this.#keys.keys()] as StreamId[],
      streamKey: async (stream) => ({ stream, ...(await key(stream)) }),
      destroy: (name) => {
        this.#orDie(run(), 'crash at keys', () => {
          this.#keys.delete(name);
          watcher.keyDestroyed(this, name as StreamId);
        });
      },
      destroyAll: () => this.#keys.clear(),
    };
  }

  #listen(run: Run, heard: (heads: Heads) => void): () => void {
    const { centre, world, chance } = this.#parts;
    const hear = (delayMs: number) => {
      const heads = centre.headsFor(this.recruiter.actor.id);
      world.after(delayMs, () => {
        if (!run.isOver && run.heard && !this.isOffline) run.heard(heads);
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
