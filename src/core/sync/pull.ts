import type { StreamId } from '#contract/brands.ts';
import { POOL, PROGRAMME } from '#contract/brands.ts';
import type { ErrorCode, Failure } from '#contract/errors.ts';
import { fail } from '#contract/errors.ts';
import type { Effect, Moment, SyncEvent } from './messages.ts';
import {
  andThen,
  canCheck,
  type EngineState,
  instant,
  isOnItsWayOut,
  notice,
  type Place,
  place,
  type Step,
  step,
} from './state.ts';
import { troubleWithPull } from './trouble.ts';

/** Re-reads of one stream allowed in an hour; then it is left alone and told (I9). */
export const REREADS_PER_HOUR = 3;
/** Changes since the cursor up to which reading on costs less than reading all. */
export const REPAIR_MOST = 20_000;
const HOUR_MS = 3_600_000;
const NOTE_SYNC_EVERY_MS = 60_000;

type EventOf<Name extends SyncEvent['is']> = Extract<SyncEvent, { is: Name }>;

/** Goes to the centre for who, what and how far: the start of every round. */
export function hello(state: EngineState): Step {
  const run = state.run + 1;
  return step(
    { ...state, run, wantsHello: false, askedWithN: knownN(state), mode: { is: 'hello' } },
    { do: 'disarm', timer: 'retry' },
    { do: 'disarm', timer: 'poll' },
    { do: 'hello', run },
  );
}

/** The highest number of this device that the centre is known to have held. */
export function knownN({
  expected,
  journal,
  kept,
}: Pick<EngineState, 'expected' | 'journal' | 'kept'>): number {
  const sent = [...kept.map(({ entry }) => entry), ...journal];
  const numbers = sent.flatMap(({ n, state }) => (state.is === 'sent' ? [n] : []));
  return numbers.reduce((most, n) => Math.max(most, n), (expected ?? 1) - 1);
}

/** Marks a stream to be read again, within the hourly budget (SY15). */
export function reread(state: EngineState, stream: StreamId, at: Moment): EngineState {
  const now = state.places[stream];
  if (now === undefined) return state;
  const recent = now.rereads.filter((time) => at.monoMs - time < HOUR_MS);
  const oldest = recent[0];
  if (recent.length >= REREADS_PER_HOUR && oldest !== undefined) {
    const untilMonoMs = oldest + HOUR_MS;
    const heldBack = { untilMonoMs, untilMs: at.wallMs + untilMonoMs - at.monoMs };
    return notice(place(state, stream, { reread: true, heldBack }), 'SYNC_HELD_BACK');
  }
  return place(state, stream, { reread: true, rereads: [...recent, at.monoMs] });
}

function isBehind({ cursor, reread, epoch, head }: Place): boolean {
  if (cursor === null || reread || cursor.epoch !== epoch || cursor.owed) return true;
  return cursor.snapAt !== undefined || cursor.seq !== head;
}

function isHeldBack({ heldBack }: Place, at: Moment): boolean {
  return heldBack !== null && at.monoMs < heldBack.untilMonoMs;
}

/** The recruiter asks: whatever is held back is tried once, now (SY15). */
export function releasePlaces(state: EngineState): EngineState {
  const places = Object.entries(state.places).map(([stream, p]) => [
    stream,
    p.heldBack === null ? p : { ...p, heldBack: { ...p.heldBack, untilMonoMs: 0 } },
  ]);
  return { ...state, places: Object.fromEntries(places) };
}

/** Whether some stream has more to read. */
export function hasMore(state: EngineState, at: Moment): boolean {
  return Object.keys(state.places).some((stream) => isToRead(state, stream as StreamId, at));
}

function isToRead(state: EngineState, stream: StreamId, at: Moment): boolean {
  const p = state.places[stream];
  return p !== undefined && isBehind(p) && !isHeldBack(p, at) && !isOnItsWayOut(state, stream);
}

/** What everyone reads first, people last: rules and do-not-contact come before the pool. */
function rank(stream: StreamId, avoid: StreamId | null): number {
  if (stream === avoid) return 3;
  if (stream === PROGRAMME) return 0;
  return stream === POOL ? 2 : 1;
}

/** Chooses the next thing to read; with nothing left, everything is confirmed (SY12). */
export function choosePull(state: EngineState, at: Moment): Step {
  const { session } = state;
  if (session === null || state.wantsHello) return hello(state);
  if (state.replica.is !== 'open') return live(state, at);
  const next = session.streams
    .filter((stream) => isToRead(state, stream, at))
    .toSorted((a, b) => rank(a, state.avoid) - rank(b, state.avoid))[0];
  if (next === undefined) return caughtUp(state, at);
  return readNext(state, next, at);
}

function readNext(state: EngineState, stream: StreamId, at: Moment): Step {
  const now = state.places[stream];
  if (now === undefined) return live(state, at);
  if (now.cursor !== null && !now.reread && now.cursor.epoch !== now.epoch) {
    return choosePull(reread(state, stream, at), at);
  }
  const run = state.run + 1;
  const reading: EngineState = {
    ...tryAgain(state, stream, at),
    run,
    mode: { is: 'catching-up', stream, to: null },
  };
  const isOwed = now.cursor?.owed === true && !now.reread;
  if (isOwed && !canCheck(state)) return choosePull(reread(state, stream, at), at);
  if (isOwed && now.cursor !== null && now.cursor.seq === now.head) {
    return step(reading, { do: 'check', run, cursor: now.cursor });
  }
  const isFromStart = now.cursor === null || now.reread;
  const from = isFromStart ? repairFrom(state, stream, at) : null;
  if (stream === POOL && isFromStart && from === null) {
    return step(reading, { do: 'read-manifest', run });
  }
  const ask = {
    stream,
    epoch: now.epoch,
    after: from ?? (isFromStart ? 0 : (now.cursor?.seq ?? 0)),
    snapAt: isFromStart ? null : (now.cursor?.snapAt ?? null),
    ...(isOwed || from !== null ? { repair: true as const } : {}),
  };
  return step(reading, { do: 'pull', run, ask });
}

/**
 * Says where the pool is read on from though its cursor is not served any more (SY54).
 *
 * Rows are read once each at their newest, so all that changed since is still there; what
 * was removed is found by digests. Null: there is nothing to go on from, it would be more
 * than a first sync, or it was tried within the hour.
 */
function repairFrom(state: EngineState, stream: StreamId, at: Moment): number | null {
  const now = state.places[stream];
  if (stream !== POOL || !canCheck(state) || !now?.cursor) return null;
  if (now.rereads.filter((time) => at.monoMs - time < HOUR_MS).length > 1) return null;
  const { epoch, seq } = now.cursor;
  const common =
    epoch === now.epoch ? seq : now.past.find((past) => past.epoch === epoch)?.commonSeq;
  if (common === undefined) return null;
  const from = Math.min(common, seq);
  return from <= now.head && now.head - from <= REPAIR_MOST ? from : null;
}

/** A stream that was held back is re-read now, and that counts as one more. */
function tryAgain(state: EngineState, stream: StreamId, at: Moment): EngineState {
  const now = state.places[stream];
  if (now === undefined || now.heldBack === null) return state;
  const recent = now.rereads.filter((time) => at.monoMs - time < HOUR_MS);
  return place(state, stream, { heldBack: null, rereads: [...recent, at.monoMs] });
}

/** What a notice said is over: everything is here again, or the journal is written again. */
function withoutPast({ notices }: EngineState, isNoteDue: boolean): readonly ErrorCode[] {
  const isPast = (code: ErrorCode) =>
    code === 'STORE_REBUILT' ||
    code === 'SYNC_HELD_BACK' ||
    // A write that fails once more says so once more.
    (isNoteDue && (code === 'SAVE_DISK_FULL' || code === 'SAVE_FAILED'));
  return notices.some(isPast) ? notices.filter((code) => !isPast(code)) : notices;
}

function caughtUp(state: EngineState, at: Moment): Step {
  const isWhole = Object.values(state.places).every((p) => !isBehind(p));
  if (!isWhole) return live(state, at);
  const now = instant(at.wallMs);
  const effects: Effect[] = [];
  const isNoteDue = state.dirty || Math.abs(at.wallMs - state.notedSyncMs) >= NOTE_SYNC_EVERY_MS;
  if (isNoteDue) effects.push({ do: 'note-sync', at: now });
  if (state.dirty) effects.push({ do: 'caught-up', at: now });
  const confirmed: EngineState = {
    ...state,
    dirty: false,
    lastSyncAt: now,
    notedSyncMs: isNoteDue ? at.wallMs : state.notedSyncMs,
    avoid: null,
    notices: withoutPast(state, isNoteDue),
  };
  return andThen(step(confirmed, ...effects), (s) => live(s, at));
}

/** Nothing to read now: asks again after a jittered while. */
function live(state: EngineState, at: Moment): Step {
  const pollMs = state.session?.pollMs ?? 30_000;
  return step(
    { ...state, mode: { is: 'live', asking: false } },
    { do: 'arm', timer: 'poll', delayMs: Math.round(pollMs * (0.5 + at.roll)) },
  );
}

/** A page came: it is passed on only if it is what was asked for (SY10). */
export function onPage(state: EngineState, event: EventOf<'page'>, at: Moment): Step {
  const { ask, page } = event;
  const { facts } = page;
  const now = state.places[ask.stream];
  const isAnswer =
    now !== undefined &&
    facts.stream === ask.stream &&
    facts.epoch === ask.epoch &&
    facts.after === ask.after &&
    facts.to >= facts.after &&
    // The centre has told of more: this is a copy of an older answer.
    facts.head >= now.head &&
    (!facts.more || facts.to > facts.after);
  if (!isAnswer) return badAnswer(state, ask.stream, at);
  const useful = heard(state);
  const head = facts.more ? Math.max(facts.head, facts.to + 1) : facts.to;
  const isFirst = now.cursor === null || now.reread;
  const isMore = now.cursor?.snapAt !== undefined;
  const snapshot = isFirst ? (ask.repair ? 'repair' : 'first') : isMore ? 'more' : 'none';
  return step(
    {
      ...place(useful, ask.stream, { head }),
      wantsHello: state.wantsHello || facts.grantsRev > (state.session?.grantsRev ?? 0),
      mode: { is: 'catching-up', stream: ask.stream, to: facts.to },
    },
    { do: 'apply', run: state.run, page, snapshot },
  );
}

/** The worker has committed a page: its cursor is the truth (SY11). */
export function onApplied(state: EngineState, event: EventOf<'applied'>, at: Moment): Step {
  const { cursor, setAside } = event.applied;
  const to = state.mode.is === 'catching-up' ? state.mode.to : null;
  const moved: EngineState = {
    ...place(state, event.stream, {
      ...{ cursor, reread: false },
      ...(setAside > 0 ? { isSuspect: true } : {}),
    }),
    dirty: true,
    setAside: state.setAside + setAside,
  };
  if (cursor === null || cursor.seq !== to) return badAnswer(moved, event.stream, at);
  return choosePull({ ...moved, tries: 0 }, at);
}

/** The manifest of the pool is here and the worker has said what it lacks. */
export function onManifest(state: EngineState, event: EventOf<'manifest'>, at: Moment): Step {
  const { manifest, missing } = event;
  if (manifest.epoch !== state.places[POOL]?.epoch) {
    return badAnswer({ ...state, wantsHello: true }, POOL, at);
  }
  const lacking = new Set(missing);
  const people = (held: boolean) =>
    manifest.buckets
      .filter(({ b }) => lacking.has(b) !== held)
      .reduce((sum, bucket) => sum + bucket.people, 0);
  const heldCount = people(true);
  return step(
    {
      ...heard(state),
      setAside: 0,
      mode: { is: 'first-sync', people: heldCount, of: heldCount + people(false) },
    },
    { do: 'fetch-buckets', run: state.run, manifest, missing },
  );
}

/** Some more buckets are stored. */
export function onBuckets(state: EngineState, event: EventOf<'buckets'>): Step {
  if (state.mode.is !== 'first-sync') return step(state);
  return step({
    ...heard(state),
    tries: 0,
    setAside: state.setAside + event.setAside,
    mode: { ...state.mode, people: state.mode.people + event.people },
  });
}

/** All buckets are stored: ordinary pages follow from the lowest sequence of them. */
export function onPoolReady(state: EngineState, event: EventOf<'pool-ready'>, at: Moment): Step {
  const { cursor, setAside } = event.applied;
  if (cursor === null) return badAnswer(state, POOL, at);
  return choosePull(
    {
      ...place(state, POOL, { cursor, reread: false }),
      dirty: true,
      tries: 0,
      setAside: state.setAside + setAside,
    },
    at,
  );
}

/** Something of the reading lane failed. */
export function onPullFailed(state: EngineState, event: EventOf<'pull-failed'>, at: Moment): Step {
  const { stream, failure } = event;
  if (failure.code === 'SYNC_CURSOR_EXPIRED' && stream !== null) {
    const isMidway = state.mode.is === 'first-sync';
    // A bucket that changed under a first sync is no re-read: the new manifest says which.
    if (isMidway) return troubleWithPull(heard(state), failure, { at, stream });
    return hello(reread(heard(state), stream, at));
  }
  return troubleWithPull(state, failure, { at, stream });
}

function badAnswer(state: EngineState, stream: StreamId, at: Moment): Step {
  const failure: Failure = fail('SYNC_BAD_ANSWER', 'The answer does not go on from here.').error;
  return troubleWithPull(state, failure, { at, stream });
}

/** The centre answered with something of use. */
export function heard(state: EngineState): EngineState {
  return { ...state, unreachable: 0 };
}
