import type { IsoInstant } from '#contract/brands.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { EngineStatus, SyncPhase, SyncWord } from '#contract/sync-state.ts';
import { inOrder, isUnsent } from './journal-rules.ts';
import { type EngineState, instant } from './state.ts';
import { OFFLINE_AFTER } from './trouble.ts';

/**
 * Says what the header says: one of six, from acknowledgements and nothing else (SY40).
 *
 * What stops everything comes first, then what only a person can settle, then what
 * will settle itself.
 */
export function describeWord(state: EngineState): SyncWord {
  const unsent = state.journal.filter(isUnsent);
  const notSent = unsent.length;
  const oldestAt = inOrder(unsent)[0]?.mutation.at ?? null;
  const toDecide = state.journal.filter(({ state: { is } }) => is === 'refused' || is === 'told');
  const why = whyStopped(state, notSent);
  if (why !== null) return { is: 'cannot-send', why, notSent };
  if (toDecide.length > 0) return { is: 'needs-decision', count: toDecide.length };
  if (state.unreachable >= OFFLINE_AFTER) return { is: 'offline', notSent, oldestAt };
  if (oldestAt === null) return { is: 'all-sent', at: state.lastSyncAt };
  if (state.push.is === 'in-flight') {
    return { is: 'sending', done: state.sentInRound, of: state.sentInRound + notSent };
  }
  return { is: 'not-sent', count: notSent, oldestAt };
}

function whyStopped({ mode, push }: EngineState, notSent: number) {
  if (mode.is === 'signed-out') return notSent > 0 ? 'sign-in-again' : null;
  if (mode.is === 'parked') {
    if (mode.why === 'AUTH_SIGN_IN_AGAIN') return 'sign-in-again';
    return mode.why === 'SYNC_UPGRADE_REQUIRED' ? 'update-needed' : 'service-refused';
  }
  return push.is === 'parked' && notSent > 0 ? 'service-refused' : null;
}

function describePhase({ mode, push }: EngineState): SyncPhase {
  switch (mode.is) {
    case 'signed-out':
    case 'asleep':
      return { is: 'idle' };
    case 'hello':
    case 'catching-up':
      return { is: mode.is };
    case 'first-sync':
    case 'waiting':
    case 'parked':
      return mode;
    case 'live':
      if (push.is === 'in-flight') return { is: 'pushing' };
      return push.is === 'idle' ? { is: 'idle' } : push;
  }
}

function nextTryAt({ mode, push, places }: EngineState): IsoInstant | null {
  if (mode.is === 'waiting') return instant(mode.untilMs);
  if (push.is === 'waiting') return instant(push.untilMs);
  const held = Object.values(places).flatMap(({ heldBack }) => heldBack?.untilMs ?? []);
  return held.length === 0 ? null : instant(Math.min(...held));
}

/** Said because a lane stands still; not true any more once it moves. */
const WHILE_STOPPED: readonly ErrorCode[] = [
  'AUTH_SIGN_IN_AGAIN',
  'AUTH_NOT_ALLOWED',
  'SYNC_UPGRADE_REQUIRED',
  'SYNC_PROGRAMME_CLOSED',
  'SYNC_HELD_BACK',
];

function noticesNow({ notices, mode, push, places }: EngineState): readonly ErrorCode[] {
  if (notices.length === 0) return notices;
  const stops: readonly (ErrorCode | null)[] = [
    ...[mode, push].map((lane) => (lane.is === 'parked' ? lane.why : null)),
    ...Object.values(places).map((p) => (p.heldBack === null ? null : 'SYNC_HELD_BACK')),
  ];
  return notices.filter((code) => !WHILE_STOPPED.includes(code) || stops.includes(code));
}

/** Describes the engine for the page. Pure: the same state says the same words. */
export function describeStatus(state: EngineState): EngineStatus {
  return {
    word: describeWord(state),
    phase: describePhase(state),
    lastSyncAt: state.lastSyncAt,
    nextTryAt: nextTryAt(state),
    setAside: state.setAside,
    clockOffByMs: state.clockOffByMs,
    notices: noticesNow(state),
  };
}
