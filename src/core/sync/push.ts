import type { ErrorCode, Failure } from '#contract/errors.ts';
import { fail } from '#contract/errors.ts';
import type { PushResponse } from '#contract/http/push.ts';
import { chooseWaitMs } from './backoff.ts';
import { planBatch } from './batch.ts';
import { applyChanges, isUnsent, numberedAnew } from './journal-rules.ts';
import type { Moment } from './messages.ts';
import type { JournalChange } from './ports.ts';
import { choosePull, hasMore, hello, knownN } from './pull.ts';
import {
  andThen,
  type EngineState,
  instant,
  isJournalPaused,
  notice,
  PUSH_BYTES,
  PUSH_COUNT,
  place,
  type Step,
  step,
} from './state.ts';
import { PARKED_RETRY_MS, park, parks } from './trouble.ts';

/** Order gaps in a row after which the lane waits instead of asking again at once. */
const GAPS_AT_ONCE = 3;
/** As long as an answer to hello says where the centre stands. */
const FRESH_MS = 5_000;

function mayPush(state: EngineState, at: Moment): boolean {
  const { mode, push, session, mustHear } = state;
  if (session === null || push.is !== 'idle' || mustHear || isJournalPaused(state, at))
    return false;
  switch (mode.is) {
    case 'signed-out':
    case 'asleep':
    case 'parked':
      return false;
    case 'waiting':
      // The centre is there, only something to read is in trouble: work still goes out.
      return mode.why !== 'NET_UNREACHABLE' && mode.why !== 'NET_BUSY';
    case 'hello':
    case 'first-sync':
    case 'catching-up':
    case 'live':
      return true;
  }
}

/** Sends what waits, if nothing is under way: at most one push in flight (SY20). */
export function startPush(state: EngineState, at: Moment): Step {
  if (!mayPush(state, at) || state.session === null) return step(state);
  const batch = planBatch(state.journal, state.expected, {
    count: Math.max(1, Math.min(state.pushLimit, state.session.pushCount, PUSH_COUNT)),
    bytes: Math.min(state.session.pushBytes, PUSH_BYTES),
  });
  if (batch === null) {
    return step(state.sentInRound === 0 ? state : { ...state, sentInRound: 0 });
  }
  if (isUnknown(state, at)) return step({ ...state, wantsHello: true, mustHear: true });
  const { ids, holes, holeStream, first, count } = batch;
  const pushRun = state.pushRun + 1;
  return step(
    { ...state, pushRun, push: { is: 'in-flight', ids, first, count } },
    { do: 'push', run: pushRun, ids, holes, holeStream },
  );
}

/**
 * Whether a restored centre could take this device's first change for the first of all.
 *
 * Under a new name no number tells it that it has gone back and lost what the former name had
 * sent: that goes first, and only a hello of now tells of it (SY26).
 */
function isUnknown({ session, kept, journal, expected }: EngineState, at: Moment): boolean {
  const isOld = session !== null && at.monoMs - session.atMonoMs > FRESH_MS;
  return (
    isOld && knownN({ kept, journal, expected }) === 0 && kept.some(({ entry }) => entry.n < 1)
  );
}

/** The centre answered: each outcome is terminal, and none moves a cursor (SY22). */
export function onPushed(state: EngineState, response: PushResponse, at: Moment): Step {
  if (state.push.is !== 'in-flight') return step(state);
  const asked = new Set<string>(state.push.ids);
  const now = instant(at.wallMs);
  let isOtherHistory = false;
  const changes = response.results.flatMap((result): readonly JournalChange[] => {
    if (!asked.has(result.id)) return [];
    const told = result.conflicts?.length ? { conflicts: result.conflicts } : {};
    if (result.outcome === 'rejected') {
      const reason = result.problem?.detail ?? result.problem?.title ?? 'The centre said no.';
      return [{ to: 'refused', id: result.id, reason, at: now, ...told }];
    }
    const held = state.places[result.stream];
    if (held !== undefined && held.epoch !== result.epoch) {
      isOtherHistory = true;
      return [];
    }
    const { id, epoch, seq } = result;
    return [{ to: 'sent', id, epoch, seq, at: now, ...told }];
  });
  const hasMoved = changes.length > 0 || response.lastN + 1 > (state.expected ?? 1);
  const before = state.journal.filter(isUnsent).length;
  const { journal, kept } = applyChanges(state, changes);
  const settled: EngineState = {
    ...state,
    unreachable: 0,
    journal,
    kept,
    push: { is: 'idle' },
    // Never back by an answer to something older; only a 409 says otherwise.
    expected: Math.max(state.expected ?? 1, response.lastN + 1),
    sentInRound: state.sentInRound + before - journal.filter(isUnsent).length,
    wantsHello: state.wantsHello || isOtherHistory,
  };
  if (isOtherHistory || !hasMoved) {
    const busy = fail('NET_BUSY', 'The centre answered without an outcome.').error;
    const waiting = wait(settled, busy, at);
    return step(waiting.state, { do: 'settle', changes }, ...waiting.effects);
  }
  const calm = {
    ...settled,
    pushTries: 0,
    gaps: 0,
    pushLimit: Math.min(PUSH_COUNT, state.pushLimit * 2),
  };
  const told = changes.length === 0 ? step(calm) : step(calm, { do: 'settle', changes });
  return andThen(told, (next) => readWhatCrossed(next, response, at));
}

/**
 * Reads on at once where a change met a colleague's, so that both are on screen now (SY47).
 *
 * A number of the push is a hint like a nudge; the cursor moves by what is read alone. An
 * answer to "how far?" that is under way may be from before, and does not count any more.
 */
function readWhatCrossed(state: EngineState, { results }: PushResponse, at: Moment): Step {
  const crossed = results.filter(
    ({ outcome, conflicts }) => outcome !== 'applied' || conflicts?.length,
  );
  if (crossed.length === 0) return step(state);
  const hinted = crossed.reduce((known, { stream, seq }) => {
    const head = Math.max(known.places[stream]?.head ?? 0, seq);
    return place(known, stream, { head });
  }, state);
  const canRead = hinted.mode.is === 'live' && hinted.replica.is === 'open';
  return canRead && hasMore(hinted, at) ? choosePull(hinted, at) : step(hinted);
}

/** The push failed as a whole. Nothing leaves the journal by that. */
export function onPushFailed(state: EngineState, failure: Failure, at: Moment): Step {
  if (state.push.is !== 'in-flight') return step(state);
  if (parks(failure.code)) return park(state, failure.code);
  const { code } = failure;
  if (code === 'SYNC_ORDER_GAP') return onGap(state, failure, at);
  if (code === 'SYNC_TOO_LARGE' || code === 'SYNC_REFUSED') return split(state, failure, at);
  if (code === 'SYNC_PROGRAMME_CLOSED' || code === 'AUTH_NOT_ALLOWED') {
    return parkPush(state, code, at);
  }
  const told = code.startsWith('SAVE_') ? notice(state, code) : state;
  return lookAgain(wait(told, failure, at), failure);
}

/** Whether the centre is there at all is for the other lane to find out, and soon. */
function lookAgain(waiting: Step, failure: Failure): Step {
  if (failure.code !== 'NET_UNREACHABLE' || waiting.state.mode.is !== 'live') return waiting;
  return step(waiting.state, ...waiting.effects, { do: 'arm', timer: 'poll', delayMs: 0 });
}

/** Only this lane stops; reading goes on, and a hello or a reopening lets it go (SY28). */
function parkPush(state: EngineState, why: ErrorCode, at: Moment): Step {
  const wantsHello = why === 'AUTH_NOT_ALLOWED';
  return step(
    { ...notice(state, why), push: { is: 'parked', why }, wantsHello },
    { do: 'arm', timer: 'push', delayMs: Math.round(PARKED_RETRY_MS * (0.5 + at.roll)) },
  );
}

function wait(state: EngineState, failure: Failure, at: Moment): Step {
  const delayMs = chooseWaitMs(state.pushTries, failure, at.roll);
  const untilMs = at.wallMs + delayMs;
  return step(
    {
      ...state,
      pushTries: state.pushTries + 1,
      push: { is: 'waiting', untilMs, why: failure.code },
    },
    { do: 'arm', timer: 'push', delayMs },
  );
}

/**
 * The device's order and the centre's differ (SY26).
 *
 * The centre has gone back: who calls is asked first, because what was acknowledged may
 * have to go again before this. Behind: the numbers the centre lacks go out, as work or as
 * `noop`. Ahead: the numbers were used by a journal this one is an older copy of.
 */
function onGap(state: EngineState, failure: Failure, at: Moment): Step {
  const expected = failure.details?.expected;
  if (typeof expected !== 'number' || !Number.isSafeInteger(expected) || expected < 1) {
    return wait(state, failure, at);
  }
  const first = state.push.is === 'in-flight' ? state.push.first : null;
  const gaps = state.gaps + 1;
  if (expected <= knownN(state)) {
    // However often: to fill numbers that had been acknowledged would be to lose that work.
    const asking: EngineState = { ...state, gaps, wantsHello: true, mustHear: true };
    return gaps > GAPS_AT_ONCE
      ? wait(asking, failure, at)
      : step({ ...asking, push: { is: 'idle' } });
  }
  const known: EngineState = { ...state, expected, gaps, push: { is: 'idle' } };
  if (gaps > GAPS_AT_ONCE) return wait(known, failure, at);
  const isOlderCopy = first !== null && !first.isHole && first.n < expected;
  return isOlderCopy ? reRegister(known) : step(known);
}

/**
 * Comes to the centre as another device: this journal is an older copy of one that has
 * used its numbers. What the other has sent already is known to the ledger by its id.
 */
export function reRegister(state: EngineState): Step {
  const pushRun = state.pushRun + 1;
  const anew: EngineState = {
    ...state,
    ...numberedAnew(state),
    expected: 1,
    askedWithN: 0,
    gaps: 0,
  };
  const known = step({ ...anew, push: { is: 'idle' }, pushRun }, { do: 're-register' });
  return andThen(known, hello);
}

/** A batch the centre will not take is halved; a single change it will not take is refused. */
function split(state: EngineState, failure: Failure, at: Moment): Step {
  if (state.push.is !== 'in-flight') return step(state);
  const { count, ids } = state.push;
  if (count > 1) {
    return step({ ...state, push: { is: 'idle' }, pushLimit: Math.ceil(count / 2) });
  }
  const id = ids[0];
  if (id === undefined) return wait(state, failure, at);
  const changes: JournalChange[] = [
    { to: 'refused', id, reason: failure.message, at: instant(at.wallMs) },
  ];
  return step(
    {
      ...state,
      push: { is: 'idle' },
      pushLimit: Math.max(1, state.pushLimit),
      ...applyChanges(state, changes),
    },
    { do: 'settle', changes },
  );
}
