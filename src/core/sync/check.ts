import type { StreamId } from '#contract/brands.ts';
import type { Moment, SyncEvent } from './messages.ts';
import { choosePull, hello, reread } from './pull.ts';
import {
  canCheck,
  type EngineState,
  notice,
  type Place,
  place,
  type Step,
  step,
  withoutNotice,
} from './state.ts';
import { parks, troubleWithPull } from './trouble.ts';

/** How often each stream is compared with the centre. */
export const CHECK_EVERY_MS = 86_400_000;
/** How long a comparison waits for quiet, on average. */
const CHECK_DELAY_MS = 60_000;
/** How long one waits that failed, or found too much new. */
const CHECK_LATER_MS = 3_600_000;
/** Differences in a row after which a stream waits for the next day. */
export const DRIFTS_MOST = 3;
function isDue({ cursor, reread, isSuspect, noCheckUntilMonoMs }: Place, at: Moment): boolean {
  // What is to be read again, or held back from it, has nothing to compare yet.
  if (cursor === null || reread || (noCheckUntilMonoMs ?? 0) > at.monoMs) return false;
  // A clock that was set back or forward makes it due as well: that costs one comparison.
  const ageMs = Math.abs(at.wallMs - (cursor.checkedMs ?? 0));
  return isSuspect || ageMs >= CHECK_EVERY_MS;
}

function dueStream(state: EngineState, at: Moment): StreamId | null {
  if (!canCheck(state) || state.replica.is !== 'open') return null;
  const due = state.session?.streams.find((stream) => {
    const now = state.places[stream];
    return now !== undefined && isDue(now, at);
  });
  return due ?? null;
}

/** Nothing is left to read: a stream that is due is compared once it is quiet (SY53). */
export function armCheck(state: EngineState, at: Moment): Step {
  if (
    state.isCheckArmed ||
    state.mode.is !== 'live' ||
    state.mode.asking ||
    dueStream(state, at) === null
  )
    return step(state);
  const delayMs = Math.round(CHECK_DELAY_MS * (0.5 + at.roll));
  return step({ ...state, isCheckArmed: true }, { do: 'arm', timer: 'check', delayMs });
}

/** It is time to compare, if nothing else is under way; else the next quiet moment will do. */
export function onCheckDue(state: EngineState, at: Moment): Step {
  const calm: EngineState = { ...state, isCheckArmed: false };
  const stream = dueStream(calm, at);
  const cursor = stream === null ? null : (calm.places[stream]?.cursor ?? null);
  if (calm.mode.is !== 'live' || calm.mode.asking || cursor === null) return step(calm);
  const run = calm.run + 1;
  return step(
    { ...calm, run, mode: { is: 'live', asking: true } },
    { do: 'disarm', timer: 'poll' },
    { do: 'check', run, cursor },
  );
}

/** A stream was compared: what differed was read again, and that is told until it does not. */
export function onChecked(
  state: EngineState,
  { stream, comparison }: Extract<SyncEvent, { is: 'checked' }>,
  at: Moment,
): Step {
  const { cursor, changed, isWhole } = comparison;
  const wasOwed = state.places[stream]?.cursor?.owed === true;
  // A repair finds what it was made for; a day later the same would be a fault.
  const hasDrifted = changed > 0 && !wasOwed;
  const before = state.places[stream]?.drifts ?? 0;
  const drifts = hasDrifted ? before + 1 : isWhole ? 0 : before;
  const now = place(state, stream, {
    cursor,
    drifts,
    isSuspect: hasDrifted && drifts < DRIFTS_MOST,
    ...(isWhole ? {} : { noCheckUntilMonoMs: at.monoMs + CHECK_LATER_MS }),
  });
  const isOver = Object.values(now.places).every((p) => p.drifts === 0);
  const told = hasDrifted ? notice(now, 'STORE_DRIFTED') : now;
  const calm = isOver ? withoutNotice(told, 'STORE_DRIFTED') : told;
  return choosePull({ ...calm, dirty: calm.dirty || changed > 0, tries: 0, unreachable: 0 }, at);
}

/**
 * A comparison failed. One that a repair owes is tried again; any other waits an hour, so
 * that a centre that cannot compare never keeps a laptop from syncing.
 */
export function onCheckFailed(
  state: EngineState,
  { stream, failure }: Extract<SyncEvent, { is: 'check-failed' }>,
  at: Moment,
): Step {
  if (failure.code === 'SYNC_CURSOR_EXPIRED') return hello(reread(state, stream, at));
  const isOwed = state.places[stream]?.cursor?.owed === true;
  const isGeneral = failure.code === 'NET_UNREACHABLE' || parks(failure.code);
  if (isGeneral) return troubleWithPull(state, failure, { at, stream });
  if (isOwed && failure.code === 'SYNC_BAD_ANSWER')
    return choosePull(reread(state, stream, at), at);
  if (isOwed) return troubleWithPull(state, failure, { at, stream });
  const noCheckUntilMonoMs = at.monoMs + CHECK_LATER_MS;
  return choosePull(place(state, stream, { noCheckUntilMonoMs }), at);
}
