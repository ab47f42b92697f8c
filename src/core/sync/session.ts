import type { StreamId } from '#contract/brands.ts';
import { fail } from '#contract/errors.ts';
import type { Session } from '#contract/http/session.ts';
import type { Heads } from '#contract/http/streams.ts';
import type { Effect, Moment, SyncEvent } from './messages.ts';
import { sendReceipts, withOrders } from './orders.ts';
import { choosePull, hasMore, heard, hello } from './pull.ts';
import { reRegister } from './push.ts';
import { openReplica, replicaFits } from './replica.ts';
import {
  andThen,
  type EngineState,
  isJournalPaused,
  isOnItsWayOut,
  NEW_PLACE,
  obeyAll,
  type Place,
  type Step,
  step,
} from './state.ts';
import { troubleWithPull } from './trouble.ts';

/** A clock further off than this is said on screen (features.md 4.7; sync.md 2, row 19). */
export const CLOCK_OFF_MS = 120_000;
/** How long acknowledged work is kept when the centre does not say (sync.md 3.2). */
export const JOURNAL_DAYS = 30;
/** The widest wait between a nudge and the call it leads to (decision C4). */
const NUDGE_JITTER_MS = 250;

function placesOf(state: EngineState, session: Session): Readonly<Record<string, Place>> {
  return Object.fromEntries(
    session.grants.map(({ stream, epoch, head, past = [] }) => [
      stream,
      { ...(state.places[stream] ?? NEW_PLACE), epoch, head, past },
    ]),
  );
}

/** The centre said who calls and what they may read (SY2, SY3). */
export function onSession(
  before: EngineState,
  { session, orders, nextN }: Extract<SyncEvent, { is: 'session' }>,
  at: Moment,
): Step {
  const state = withOrders(before, orders);
  if (session.grants.length === 0) {
    // No grant at all looks like a fault of the centre more than like a decision (D10).
    const failure = fail('AUTH_NOT_ALLOWED', 'The centre grants nothing.').error;
    const obeying = step(withoutLeaving(state), ...obeyAll(state));
    return andThen(obeying, (s) => troubleWithPull(s, failure, { at, stream: null }));
  }
  if (session.lastN >= nextN) {
    // The centre has numbers that this journal never gave: it is an older copy (C17).
    const failure = fail('SAVE_FAILED', 'The journal cannot be written at the moment.').error;
    return isJournalPaused(state, at)
      ? troubleWithPull(state, failure, { at, stream: null })
      : reRegister(state);
  }
  const streams = session.grants.map(({ stream }) => stream);
  // A cache that lost its cursors may still hold rows of a stream: it was openFor for it.
  const openFor = state.replica.is === 'open' ? state.replica.streams : [];
  const held = [...(Object.keys(state.places) as StreamId[]), ...openFor];
  const lost = held.filter((s) => !streams.includes(s));
  // A centre that signs says by a directive what goes; a grant that is only missing removes nothing.
  const gone = state.signedOnly ? [] : [...state.purging, ...lost];
  const purging = [...new Set(gone)].filter((s) => !streams.includes(s));
  const offByMs = at.wallMs - Date.parse(session.now);
  const isStuck = state.push.is === 'waiting' && state.push.why === 'NET_UNREACHABLE';
  const hasGoneBack = session.lastN < state.askedWithN;
  const known: EngineState = {
    ...heard(state),
    tries: 0,
    wantsHello: false,
    mustHear: false,
    session: {
      grantsRev: session.grantsRev,
      streams,
      pushCount: session.limits.pushCount,
      pushBytes: session.limits.pushBytes,
      pollMs: session.limits.pollMs,
      protocol: session.protocol.max,
      journalDays: session.limits.journalDays ?? JOURNAL_DAYS,
      nowMs: Date.parse(session.now),
      atMonoMs: at.monoMs,
    },
    places: placesOf(state, session),
    purging,
    clockOffByMs: Math.abs(offByMs) > CLOCK_OFF_MS ? offByMs : null,
    push: isStuck ? { is: 'idle' } : state.push,
    // Back only with the centre itself: a session may be older than the last acknowledgement.
    expected: hasGoneBack ? session.lastN + 1 : Math.max(state.expected ?? 1, session.lastN + 1),
    lostAfterN: hasGoneBack ? session.lastN : state.lostAfterN,
  };
  const effects: Effect[] = [
    { do: 'listen', on: true },
    { do: 'tell-standing' },
    ...purges(known),
    ...obeyAll(known),
  ];
  const opened = andThen(step(known, ...effects), openIfNeeded);
  return andThen(andThen(opened, sendReceipts), (s) => choosePull(s, at));
}

/** What an order removes is not granted any more: it is never opened under a new key (SY61). */
function withoutLeaving(state: EngineState): EngineState {
  const { session } = state;
  if (session === null) return state;
  const streams = session.streams.filter((stream) => !isOnItsWayOut(state, stream));
  return { ...state, session: { ...session, streams } };
}

/** Asks again for every removal that is not confirmed; doing it twice does no harm. */
export function purges(state: EngineState): readonly Effect[] {
  return state.purging.map((stream) => ({ do: 'purge', stream }));
}

function openIfNeeded(state: EngineState): Step {
  if (state.replica.is === 'ready') return openReplica(state);
  if (state.replica.is === 'open' && !replicaFits(state)) return openReplica(state);
  return step(state);
}

/** Another history is more than a hint can tell: what was lost with it is asked for (SY24). */
function withHeads(state: EngineState, { grantsRev, heads }: Heads): EngineState {
  let isOther = false;
  const places = Object.fromEntries(
    Object.entries(state.places).map(([stream, place]) => {
      const head = heads[stream];
      if (head === undefined) return [stream, place];
      if (head.epoch === place.epoch) return [stream, { ...place, head: head.seq }];
      isOther = true;
      return [stream, place];
    }),
  );
  const isNewer = grantsRev > (state.session?.grantsRev ?? 0);
  return { ...state, places, wantsHello: state.wantsHello || isNewer || isOther };
}

/** The answer to a poll; one that grants other than the session did is asked about (SY13). */
export function onHeads(state: EngineState, heads: Heads, at: Moment): Step {
  const { session } = state;
  const known = withHeads(heard(state), heads);
  // A centre that was restored may have gone back to fewer grants, under a lower number.
  const isOther = session !== null && heads.grantsRev !== session.grantsRev;
  const lacks = session?.streams.some((stream) => heads.heads[stream] === undefined) ?? false;
  const wantsHello = known.wantsHello || isOther || lacks;
  return choosePull({ ...known, wantsHello, tries: 0 }, at);
}

/** A hint that something changed: never data, and it may be late or repeated (SY13). */
export function onNudge(state: EngineState, heads: Heads, at: Moment): Step {
  const hinted = withHeads(state, heads);
  if (state.mode.is !== 'live' || state.mode.asking) return step(hinted);
  if (!hinted.wantsHello && !hasMore(hinted, at)) return step(hinted);
  const delayMs = Math.round(at.roll * NUDGE_JITTER_MS);
  return step(hinted, { do: 'arm', timer: 'poll', delayMs });
}

/** Time to look again: what is already known to be behind is read without asking. */
export function onPollDue(state: EngineState, at: Moment): Step {
  if (state.mode.is !== 'live' || state.mode.asking) return step(state);
  // A clock that was wrong is looked at again, so that its notice goes once it is set.
  const isClockWrong = state.clockOffByMs !== null;
  if (state.session === null || state.wantsHello || isClockWrong) return hello(state);
  if (state.replica.is === 'open' && hasMore(state, at)) return choosePull(state, at);
  const run = state.run + 1;
  return step({ ...state, run, mode: { is: 'live', asking: true } }, { do: 'heads', run });
}
