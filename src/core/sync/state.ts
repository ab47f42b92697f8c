import type { IsoInstant, RecordId, StreamId } from '#contract/brands.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { StreamCursor } from '#contract/replica-port.ts';
import type { Effect, Moment } from './messages.ts';
import type { KeptEntry, Order } from './ports.ts';

/** What the engine is doing with the centre. One lane: hello, heads and pulls. */
export type Mode =
  | { readonly is: 'signed-out' }
  | { readonly is: 'asleep' }
  | { readonly is: 'hello' }
  | { readonly is: 'first-sync'; readonly people: number; readonly of: number }
  /** `to`: where the cursor will stand once the page in hand is applied. */
  | { readonly is: 'catching-up'; readonly stream: StreamId; readonly to: number | null }
  | { readonly is: 'live'; readonly asking: boolean }
  | { readonly is: 'waiting'; readonly untilMs: number; readonly why: ErrorCode }
  | { readonly is: 'parked'; readonly why: ErrorCode };

/** The lane of pushes, beside the other one. */
export type PushLane =
  | { readonly is: 'idle' }
  | {
      readonly is: 'in-flight';
      readonly ids: readonly RecordId[];
      /** The first order number in the batch, and whether nothing on this device has it. */
      readonly first: { readonly n: number; readonly isHole: boolean };
      readonly count: number;
    }
  | { readonly is: 'waiting'; readonly untilMs: number; readonly why: ErrorCode }
  | { readonly is: 'parked'; readonly why: ErrorCode };

/** One stream: where the centre is, and where this device is. */
export interface Place {
  readonly epoch: string;
  readonly head: number;
  readonly cursor: StreamCursor | null;
  /** To be read again from its start; what is held stays on screen meanwhile. */
  readonly reread: boolean;
  /** Monotonic times of recent re-reads. */
  readonly rereads: readonly number[];
  /** Where earlier histories are the same as this one. */
  readonly past: readonly { readonly epoch: string; readonly commonSeq: number }[];
  /** Something was odd: it is compared at the next quiet moment. */
  readonly isSuspect: boolean;
  /** Comparisons in a row that found a difference. */
  readonly drifts: number;
  /** Not compared before this monotonic time. */
  readonly noCheckUntilMonoMs: number | null;
  /** Not read until then: it was re-read too often. By the monotonic clock, and to be told. */
  readonly heldBack: { readonly untilMonoMs: number; readonly untilMs: number } | null;
}

/** What the engine keeps of a session. */
export interface SessionFacts {
  readonly grantsRev: number;
  readonly streams: readonly StreamId[];
  readonly pushCount: number;
  readonly pushBytes: number;
  readonly pollMs: number;
  /** How long acknowledged work is kept for a centre that goes back to a backup. */
  readonly journalDays: number;
  /** The newest protocol the centre speaks. */
  readonly protocol: number;
  /** The centre's clock when it answered, and the monotonic one here. */
  readonly nowMs: number;
  readonly atMonoMs: number;
}

/** The whole state of the engine; never changed in place. */
export interface EngineState {
  readonly mode: Mode;
  /** Rises whenever answers under way must not count any more. */
  readonly run: number;
  readonly tries: number;
  /** Failures in a row to reach the centre at all, in the lane that reads. */
  readonly unreachable: number;
  /** The stream that failed last; read last at the next try. */
  readonly avoid: StreamId | null;
  readonly wantsHello: boolean;
  readonly session: SessionFacts | null;
  readonly places: Readonly<Record<string, Place>>;
  /** Streams whose removal is not confirmed yet; only of a centre that signs nothing. */
  readonly purging: readonly StreamId[];
  /** A key was pinned: grants alone remove nothing. */
  readonly signedOnly: boolean;
  /** Directives that are not carried out to their end. */
  readonly orders: readonly Order[];
  /** The centre has more of them once these are receipted. */
  readonly moreOrders: boolean;
  /** Receipts not acknowledged; sent one batch at a time. */
  readonly receipts: {
    readonly count: number;
    readonly isSending: boolean;
    readonly tries: number;
  };
  readonly replica:
    | { readonly is: 'away' }
    | { readonly is: 'ready' }
    | { readonly is: 'opening' }
    | { readonly is: 'open'; readonly streams: readonly StreamId[] };
  readonly replicaRun: number;
  readonly replicaTries: number;
  /** A comparison waits for quiet. */
  readonly isCheckArmed: boolean;
  /** Something was applied since views last agreed. */
  readonly dirty: boolean;
  readonly push: PushLane;
  readonly pushRun: number;
  readonly pushTries: number;
  /** Order gaps in a row. */
  readonly gaps: number;
  /** The centre seems to have gone back: nothing is sent before it has said who calls. */
  readonly mustHear: boolean;
  /** The order number the centre takes next; null = not known. */
  readonly expected: number | null;
  /** Most changes in one push; halved when the centre refuses a batch. */
  readonly pushLimit: number;
  /** Acknowledged since the last time nothing was waiting. */
  readonly sentInRound: number;
  /** The journal failed: left alone until this monotonic time. */
  readonly journalPausedUntilMonoMs: number | null;
  /** The highest number the centre was known to hold when it was last asked who calls. */
  readonly askedWithN: number;
  /** The centre went back to a backup that holds numbers up to this: the rest goes again. */
  readonly lostAfterN: number | null;
  readonly journal: readonly JournalEntry[];
  readonly kept: readonly KeptEntry[];
  readonly lastSyncAt: IsoInstant | null;
  /** Wall time at which `lastSyncAt` was last written down. */
  readonly notedSyncMs: number;
  readonly clockOffByMs: number | null;
  readonly setAside: number;
  readonly notices: readonly ErrorCode[];
}

/** A new state and what to do, in order. */
export interface Step {
  readonly state: EngineState;
  readonly effects: readonly Effect[];
}

/** The most changes one push carries. */
export const PUSH_COUNT = 100;
/** The most bytes of changes one push carries; the rest of 256 KB is for what goes around them. */
export const PUSH_BYTES = 240 * 1024;

/** Builds the state at start; everything given comes from the disk. */
export function buildState(
  journal: readonly JournalEntry[],
  lastSyncAt: IsoInstant | null,
  {
    kept = [],
    orders = [],
  }: { readonly kept?: readonly KeptEntry[]; readonly orders?: readonly Order[] } = {},
): EngineState {
  return {
    mode: { is: 'signed-out' },
    run: 0,
    tries: 0,
    unreachable: 0,
    avoid: null,
    wantsHello: false,
    session: null,
    places: {},
    purging: [],
    signedOnly: false,
    orders,
    moreOrders: false,
    receipts: { count: 0, isSending: false, tries: 0 },
    replica: { is: 'away' },
    replicaRun: 0,
    replicaTries: 0,
    isCheckArmed: false,
    dirty: false,
    push: { is: 'idle' },
    pushRun: 0,
    pushTries: 0,
    gaps: 0,
    mustHear: false,
    expected: null,
    pushLimit: PUSH_COUNT,
    sentInRound: 0,
    journalPausedUntilMonoMs: null,
    askedWithN: 0,
    lostAfterN: null,
    journal,
    kept,
    lastSyncAt,
    notedSyncMs: 0,
    clockOffByMs: null,
    setAside: 0,
    notices: [],
  };
}

/** Builds a step. */
export function step(state: EngineState, ...effects: readonly Effect[]): Step {
  return { state, effects };
}

/**
 * Goes on from a step, keeping its effects in front.
 *
 * Never called `then`: a module with an export of that name is taken for a promise.
 */
export function andThen(first: Step, next: (state: EngineState) => Step): Step {
  const second = next(first.state);
  if (first.effects.length === 0) return second;
  return { state: second.state, effects: [...first.effects, ...second.effects] };
}

/** Whether the journal failed a moment ago and is left alone. */
export function isJournalPaused({ journalPausedUntilMonoMs }: EngineState, at: Moment): boolean {
  return journalPausedUntilMonoMs !== null && at.monoMs < journalPausedUntilMonoMs;
}

/** Adds something to be said in words, once. */
export function notice(state: EngineState, code: ErrorCode): EngineState {
  return state.notices.includes(code) ? state : { ...state, notices: [...state.notices, code] };
}

/** Asks for every order that is not carried out, purges first; twice does no harm (SY61). */
export function obeyAll({ orders }: EngineState): readonly Effect[] {
  const first = orders.filter(({ kind }) => kind === 'purge');
  const others = orders.filter(({ kind }) => kind !== 'purge');
  return [...first, ...others].map((order) => ({ do: 'obey', order }));
}

/** Whether a stream is on its way out: nothing of it is read until it is gone (SY62). */
export function isOnItsWayOut({ orders }: EngineState, stream: StreamId): boolean {
  return orders.some((order) => order.kind === 'purge' && order.stream === stream);
}

/** The first protocol whose centre knows digests and repair. */
const PROTOCOL_OF_DIGESTS = 2;

/** Whether the centre can be asked what its rows come to. */
export function canCheck({ session }: EngineState): boolean {
  return (session?.protocol ?? 0) >= PROTOCOL_OF_DIGESTS;
}

/** Takes back what is not so any more. */
export function withoutNotice(state: EngineState, code: ErrorCode): EngineState {
  if (!state.notices.includes(code)) return state;
  return { ...state, notices: state.notices.filter((told) => told !== code) };
}

/** A stream of which nothing is held yet. */
export const NEW_PLACE: Omit<Place, 'epoch' | 'head'> = {
  cursor: null,
  reread: false,
  rereads: [],
  past: [],
  isSuspect: false,
  drifts: 0,
  noCheckUntilMonoMs: null,
  heldBack: null,
};

/** Changes one stream's place, if there is one. */
export function place(state: EngineState, stream: StreamId, change: Partial<Place>): EngineState {
  const now = state.places[stream];
  if (now === undefined) return state;
  return { ...state, places: { ...state.places, [stream]: { ...now, ...change } } };
}

/** Writes a wall time as an instant; a time no calendar has becomes 1970. */
export function instant(wallMs: number): IsoInstant {
  const isDate = Number.isFinite(wallMs) && Math.abs(wallMs) <= 8.64e15;
  return new Date(isDate ? wallMs : 0).toISOString() as IsoInstant;
}

/** Closes a switch: a new member of the union does not compile until it is handled. */
export function assertNever(value: never): never {
  throw new TypeError(`Not handled: ${JSON.stringify(value)}`);
}
