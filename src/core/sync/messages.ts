import type { IsoInstant, RecordId, StreamId } from '#contract/brands.ts';
import type { Failure } from '#contract/errors.ts';
import type { PushResponse } from '#contract/http/push.ts';
import type { Session } from '#contract/http/session.ts';
import type { Heads, PoolManifest } from '#contract/http/streams.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { Applied, ReplicaState, StreamCursor } from '#contract/replica-port.ts';
import type { Comparison } from './compare.ts';
import type { JournalChange, KeptEntry, Order, OrderNews, Page, PageAsk } from './ports.ts';

/** When an event is reduced, and the one random draw that goes with it. */
export interface Moment {
  readonly wallMs: number;
  readonly monoMs: number;
  /** From 0 up to but not including 1. */
  readonly roll: number;
}

/** The engine's timers; arming one replaces the one of the same name. */
export type TimerName = 'poll' | 'retry' | 'push' | 'replica' | 'receipts' | 'check';

/**
 * Everything that can happen to the engine.
 *
 * Answers carry the `run` of the lane that asked; an answer of another run is late and
 * changes nothing.
 */
export type SyncEvent =
  | { readonly is: 'signed-in' }
  | { readonly is: 'signed-out' }
  | { readonly is: 'suspend' }
  | { readonly is: 'resume' }
  | { readonly is: 'network-up' }
  | { readonly is: 'sync-now' }
  | { readonly is: 'timer'; readonly name: TimerName }
  | { readonly is: 'nudge'; readonly heads: Heads }
  | {
      readonly is: 'journal';
      readonly entries: readonly JournalEntry[];
      readonly kept: readonly KeptEntry[];
    }
  | { readonly is: 'journal-failed'; readonly failure: Failure }
  | { readonly is: 'replica-up' }
  | { readonly is: 'replica-down' }
  | {
      readonly is: 'opened';
      readonly run: number;
      readonly streams: readonly StreamId[];
      readonly held: ReplicaState;
    }
  | { readonly is: 'open-failed'; readonly run: number; readonly failure: Failure }
  | {
      readonly is: 'session';
      readonly run: number;
      readonly session: Session;
      /** The number this device gives next. */
      readonly nextN: number;
      readonly orders: OrderNews;
    }
  | { readonly is: 'heads'; readonly run: number; readonly heads: Heads }
  | { readonly is: 'page'; readonly run: number; readonly ask: PageAsk; readonly page: Page }
  | {
      readonly is: 'applied';
      readonly run: number;
      readonly stream: StreamId;
      readonly applied: Applied;
    }
  | {
      readonly is: 'manifest';
      readonly run: number;
      readonly manifest: PoolManifest;
      readonly missing: readonly number[];
    }
  | {
      readonly is: 'buckets';
      readonly run: number;
      readonly people: number;
      readonly setAside: number;
    }
  | { readonly is: 'pool-ready'; readonly run: number; readonly applied: Applied }
  | {
      readonly is: 'checked';
      readonly run: number;
      readonly stream: StreamId;
      readonly comparison: Comparison;
    }
  | {
      readonly is: 'check-failed';
      readonly run: number;
      readonly stream: StreamId;
      readonly failure: Failure;
    }
  | {
      readonly is: 'pull-failed';
      readonly run: number;
      readonly stream: StreamId | null;
      readonly failure: Failure;
    }
  | { readonly is: 'pushed'; readonly run: number; readonly response: PushResponse }
  | { readonly is: 'push-failed'; readonly run: number; readonly failure: Failure }
  | { readonly is: 'purged'; readonly stream: StreamId }
  | { readonly is: 'purge-failed'; readonly stream: StreamId }
  | { readonly is: 'obeyed'; readonly order: Order; readonly receipts: number }
  | { readonly is: 'obey-failed'; readonly order: Order }
  | { readonly is: 'receipts-sent'; readonly left: number }
  | { readonly is: 'receipts-failed'; readonly failure: Failure };

/** Everything the engine can ask for. Each is carried out in order by the runner. */
export type Effect =
  | { readonly do: 'hello'; readonly run: number }
  | { readonly do: 'heads'; readonly run: number }
  | {
      readonly do: 'open';
      readonly run: number;
      /** Null: those of the last session this device knew. */
      readonly streams: readonly StreamId[] | null;
    }
  | { readonly do: 'pull'; readonly run: number; readonly ask: PageAsk }
  | {
      readonly do: 'apply';
      readonly run: number;
      readonly page: Page;
      readonly snapshot: 'none' | 'first' | 'more' | 'repair';
    }
  | { readonly do: 'check'; readonly run: number; readonly cursor: StreamCursor }
  | { readonly do: 'read-manifest'; readonly run: number }
  | {
      readonly do: 'fetch-buckets';
      readonly run: number;
      readonly manifest: PoolManifest;
      readonly missing: readonly number[];
    }
  | { readonly do: 'caught-up'; readonly at: IsoInstant }
  | { readonly do: 'note-sync'; readonly at: IsoInstant }
  | {
      readonly do: 'push';
      readonly run: number;
      readonly ids: readonly RecordId[];
      /** Order numbers that nothing on this device fills any more: sent as `noop`. */
      readonly holes: readonly number[];
      /** The stream a `noop` is sent in. */
      readonly holeStream: StreamId;
    }
  | { readonly do: 'settle'; readonly changes: readonly JournalChange[] }
  | { readonly do: 'renumber'; readonly from: number }
  | { readonly do: 're-register' }
  | { readonly do: 'share-journal'; readonly entries: readonly JournalEntry[] }
  | { readonly do: 'purge'; readonly stream: StreamId }
  | { readonly do: 'obey'; readonly order: Order }
  | { readonly do: 'send-receipts' }
  | { readonly do: 'wipe' }
  | { readonly do: 'tell-standing' }
  | { readonly do: 'lock' }
  | { readonly do: 'listen'; readonly on: boolean }
  | { readonly do: 'arm'; readonly timer: TimerName; readonly delayMs: number }
  | { readonly do: 'disarm'; readonly timer: TimerName };
