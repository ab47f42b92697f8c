import type { CandidateId, IsoInstant, RecordId, StreamId } from '#contract/brands.ts';
import type { Conflict } from '#contract/conflict.ts';
import type { ErrorCode, Result } from '#contract/errors.ts';
import type { Receipt } from '#contract/http/directives.ts';
import type { PushResponse } from '#contract/http/push.ts';
import type { Session } from '#contract/http/session.ts';
import type { Heads, PoolManifest, StreamDigest } from '#contract/http/streams.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { Mutation } from '#contract/mutations.ts';
import type { ReplicaCalls, StreamKey } from '#contract/replica-port.ts';
import type { EngineStatus } from '#contract/sync-state.ts';
import type { Clock, Log, Random, Timer } from '../ports.ts';

/** Which page of a stream is wanted. */
export interface PageAsk {
  readonly stream: StreamId;
  readonly epoch: string;
  readonly after: number;
  /** While a snapshot is being paged: the head at its first page. */
  readonly snapAt: number | null;
  /** Goes on below the floor, or from an earlier history: removals are found by digests. */
  readonly repair?: true;
}

/** Which group of a stream is wanted, in which cut of it. */
export interface GroupAsk {
  readonly stream: StreamId;
  readonly epoch: string;
  /** Where the caller stands: the answer is of this sequence or later. */
  readonly at: number;
  readonly of: number;
  readonly group: number;
}

/** What main must know of a page; the rows themselves stay bytes until the worker. */
export interface PageFacts {
  readonly stream: StreamId;
  readonly epoch: string;
  readonly after: number;
  readonly to: number;
  readonly head: number;
  readonly more: boolean;
  readonly grantsRev: number;
  /** People whose every trace must go (op `e`). */
  readonly erased: readonly CandidateId[];
}

/** A page as it came. */
export interface Page {
  readonly facts: PageFacts;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The centre, as the engine sees it.
 *
 * Never throws. An answer that is not ours is `NET_UNREACHABLE`, one of ours in a form
 * not agreed is `SYNC_BAD_ANSWER`; neither is ever data or an instruction.
 */
export interface Api {
  session(): Promise<Result<Session>>;
  heads(): Promise<Result<Heads>>;
  changes(ask: PageAsk): Promise<Result<Page>>;
  /** What the rows of a stream come to, at `at` or later; of protocol 2. */
  digest(ask: Pick<GroupAsk, 'stream' | 'epoch' | 'at'>): Promise<Result<StreamDigest>>;
  /** Every living row of one group, as a page from 0; of protocol 2. */
  group(ask: GroupAsk): Promise<Result<Page>>;
  manifest(): Promise<Result<PoolManifest>>;
  /** Fails with `SYNC_CURSOR_EXPIRED` when the centre holds another version of the bucket. */
  bucket(b: number, etag: string): Promise<Result<Uint8Array<ArrayBuffer>>>;
  push(mutations: readonly Mutation[]): Promise<Result<PushResponse>>;
  /** Says what was removed, for the device it was asked of; gives what need not be said again. */
  receipts(device: string, receipts: readonly Receipt[]): Promise<Result<readonly RecordId[]>>;
}

/** "Something changed" from the centre; the caller works without it too (decision C4). */
export interface Nudges {
  /** Listens until the returned function is called. */
  listen(heard: (heads: Heads) => void): () => void;
}

/** The cache at the other end of the replica port. Never throws. */
export interface ReplicaStore {
  call<Name extends keyof ReplicaCalls>(
    name: Name,
    input: ReplicaCalls[Name]['input'],
  ): Promise<Result<ReplicaCalls[Name]['output']>>;
}

/** What only the shell can say about the cache: whose it is, and its keys. */
export interface Vault {
  /**
   * Says how to open the cache for these streams, making the keys that are missing.
   *
   * With null: for the streams of the last session this device knew; fails when there
   * was none.
   */
  opening(
    streams: readonly StreamId[] | null,
  ): Promise<Result<Omit<ReplicaCalls['open']['input'], 'entries'>>>;
  /** Destroys a stream's key for good; asked before its rows are removed (decision S6). */
  destroyKey(stream: StreamId): Promise<Result<null>>;
  /**
   * Begins a change of every key, on the disk when it answers: people are about to be erased,
   * and a disk may keep bytes of what was removed (SY17).
   */
  beginRotation(): Promise<Result<null>>;
  /** The keys that all is to lie under; null = no change of keys is under way. */
  nextKeys(): Promise<Result<readonly StreamKey[] | null>>;
  /** All in the cache lies under the next keys: the journal follows, the older keys end. */
  endRotation(): Promise<Result<null>>;
  /** What the recruiter may do now, as the last session said. */
  standing(): ReplicaCalls['standing']['input'] | null;
}

/** What became of one entry. A change that does not fit the entry's state is skipped. */
export type JournalChange =
  | {
      readonly to: 'sent';
      readonly id: RecordId;
      readonly epoch: string;
      readonly seq: number;
      readonly at: IsoInstant;
      readonly conflicts?: readonly Conflict[];
    }
  | {
      readonly to: 'refused';
      readonly id: RecordId;
      readonly reason: string;
      readonly at: IsoInstant;
      readonly conflicts?: readonly Conflict[];
    }
  /** Offered again: its acknowledgement belongs to a history the centre no longer has. */
  | { readonly to: 'waiting'; readonly id: RecordId; readonly lastError: ErrorCode | null }
  /**
   * Its echo is here: out of every list, kept for the day the centre goes back to a backup;
   * or `told`, while there is something to read about it.
   */
  | { readonly to: 'kept'; readonly id: RecordId; readonly atMs: number }
  /** Leaves the journal: only from `sent`, `told` or `kept`. */
  | { readonly to: 'gone'; readonly id: RecordId };

/** Acknowledged work whose echo is here; `atMs` is when, by the centre's clock. */
export interface KeptEntry {
  readonly entry: JournalEntry;
  readonly atMs: number;
}

/**
 * The recruiter's own work, durable on this device. Every answer follows the commit.
 */
export interface JournalPort {
  list(): readonly JournalEntry[];
  /** Never part of the list: nothing here is shown or counted. */
  kept(): readonly KeptEntry[];
  /** The number the next change gets. */
  nextN(): number;
  lastSyncAt(): IsoInstant | null;
  /** Some of it could not be read, now or before, and the recruiter has not read that yet. */
  readonly wasDamaged: boolean;
  /** Counts a try on each entry, then gives the mutations as they go out, with their age. */
  offer(ids: readonly RecordId[]): Result<readonly Mutation[]>;
  settle(changes: readonly JournalChange[]): Result<null>;
  /** Gives every waiting entry a new number from `from`, in the same order. */
  renumber(from: number): Result<null>;
  /** Gives this device a new name to the centre and numbers its work anew (SY26). */
  reRegister(): Result<null>;
  /** Removes the named people from every entry, kept or not, and text being written. */
  scrub(people: readonly CandidateId[]): Result<null>;
  /** Access to a stream has ended: everything written for it goes, its bodies with it. */
  endAccess(stream: StreamId): Result<null>;
  noteSync(at: IsoInstant): Result<null>;
  /** Calls after every change of the list; returns the remover. */
  subscribe(changed: (entries: readonly JournalEntry[]) => void): () => void;
}

/** Something a directive asks for, checked and written down; finished whatever happens. */
export type Order =
  | { readonly id: RecordId; readonly kind: 'purge'; readonly stream: StreamId }
  | { readonly id: RecordId; readonly kind: 'erase'; readonly people: readonly CandidateId[] };

/** What the shell knows of directives after a session, and what is to be told of them. */
export interface OrderNews {
  /** A key was pinned once: only what it signed removes anything (D10). */
  readonly signedOnly: boolean;
  readonly pending: readonly Order[];
  /** Receipts that the centre has not acknowledged. */
  readonly receipts: number;
  /** The centre has more to tell once these are receipted. */
  readonly more: boolean;
  /** This laptop is to be emptied: the shell does it, and the engine stops. */
  readonly wipes: boolean;
  readonly notices: readonly ErrorCode[];
}

/**
 * The centre's directives on this device, durable.
 *
 * What is to be obeyed is on the disk before its first step, and its receipt before it is
 * forgotten; every step may be done twice.
 */
export interface Orders {
  /** Checks what a session brought and writes down what is to be obeyed. */
  take(session: Session): Result<OrderNews>;
  pending(): readonly Order[];
  /** An order was carried out to its end: its receipt takes its place, in one write. */
  done(id: RecordId): Result<null>;
  receipts(): readonly { readonly device: string; readonly receipt: Receipt }[];
  /** The centre has these: they are not sent again. */
  acknowledged(ids: readonly RecordId[]): Result<null>;
}

/** Who the engine tells. */
export interface Listener {
  status(status: EngineStatus): void;
  /** A fresh session; kept by the shell before anything is opened with it. */
  session(session: Session): Promise<void>;
  /** This laptop is to be emptied; the engine has stopped. */
  wipe(): void;
}

/** Everything the engine reaches the world by. */
export interface EnginePorts {
  readonly api: Api;
  readonly nudges: Nudges;
  readonly replica: ReplicaStore;
  readonly vault: Vault;
  readonly journal: JournalPort;
  readonly orders: Orders;
  readonly clock: Clock;
  readonly random: Random;
  readonly timer: Timer;
  readonly log: Log;
  readonly listener: Listener;
}
