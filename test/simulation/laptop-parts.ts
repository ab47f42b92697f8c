import type { CandidateId, StreamId } from '#contract/brands.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { Clock } from '#core/ports.ts';
import type { OrdersFile } from '#main/directives/orders-file.ts';
import type { Op } from '#renderer/worker/cache/cache.ts';
import type { Centre } from './centre.ts';
import type { Chance } from './chance.ts';
import type { SimulatedDisk } from './disk.ts';
import type { JournalDisk } from './journal-disk.ts';
import type { SimulatedKeys } from './keys.ts';
import type { Network } from './network.ts';
import type { OrdersDisk } from './orders-disk.ts';
import type { Recruiter } from './people.ts';
import type { Weather } from './weather.ts';
import type { Worker } from './worker.ts';
import type { World } from './world.ts';

/** What lies on a laptop, and the app as others see it. */
export interface Machine {
  readonly name: string;
  readonly recruiter: Recruiter;
  readonly disk: SimulatedDisk;
  readonly journalDisk: JournalDisk;
  readonly ordersDisk: OrdersDisk;
  readonly keys: SimulatedKeys;
  readonly clock: Clock;
  /** What it ever called itself to the centre. */
  readonly names: Set<string>;
  readonly openedWith: readonly JournalEntry[];
  isOffline: boolean;
  isHalfOpen: boolean;
  entries(): readonly JournalEntry[];
  kept(): readonly JournalEntry[];
}

/** What watches over what is removed because it was ordered. */
export interface OrdersWatcher {
  keysDestroyed(laptop: Machine): void;
  journalRemoved(laptop: Machine): void;
  accessEnded(laptop: Machine, stream: StreamId): void;
  scrubbed(laptop: Machine, people: readonly CandidateId[]): void;
  /** Who they are is on the disk, so that nothing about them is saved from here on. */
  willForget(laptop: Machine, people: readonly CandidateId[]): void;
  /** Part of the journal is not there any more, and with it who was scrubbed. */
  lostPart(laptop: Machine): void;
  written(laptop: Machine, before: OrdersFile, after: OrdersFile): void;
}

/** What watches a laptop for broken promises. */
export interface Watcher {
  /** The cache begins anew: what was seen may be older for a while. */
  lost(laptop: Machine): void;
  /** The whole machine is an older copy of itself; these were seen refused before that. */
  rolledBack(laptop: Machine, told: readonly JournalEntry[]): void;
  /** An acknowledged entry leaves the device for good. */
  left(laptop: Machine, entry: JournalEntry): void;
  /** The laptop was told that a change is refused, whether or not its disk takes that. */
  refused(id: string): void;
  /** The recruiter is told that some of the journal was lost; this much was. */
  damaged(laptop: Machine, lost: ReadonlySet<string>): void;
  saved(laptop: Machine, entries: readonly JournalEntry[]): void;
  written(laptop: Machine, ops: readonly Op[]): void;
  keyDestroyed(laptop: Machine, stream: StreamId): void;
  shown(laptop: Machine, worker: Worker): void;
  /** The engine has something new to say of itself. */
  told(laptop: Machine): void;
  /** What is removed because the centre ordered it. */
  readonly orders: OrdersWatcher;
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
