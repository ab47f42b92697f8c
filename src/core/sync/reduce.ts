import { PROGRAMME, type StreamId } from '#contract/brands.ts';
import { armCheck, onCheckDue, onChecked, onCheckFailed } from './check.ts';
import type { Moment, SyncEvent, TimerName } from './messages.ts';
import { onObeyed, onReceiptsFailed, onReceiptsSent, sendReceipts } from './orders.ts';
import {
  hello,
  onApplied,
  onBuckets,
  onManifest,
  onPage,
  onPoolReady,
  onPullFailed,
  releasePlaces,
} from './pull.ts';
import { onPushed, onPushFailed, startPush } from './push.ts';
import {
  onOpened,
  onOpenFailed,
  onReplicaDown,
  onReplicaUp,
  openReplica,
  reopenIfDamaged,
  withoutStream,
} from './replica.ts';
import { onHeads, onNudge, onPollDue, onSession } from './session.ts';
import {
  andThen,
  assertNever,
  buildState,
  type EngineState,
  notice,
  obeyAll,
  type Step,
  step,
} from './state.ts';
import { tendJournal } from './tend-journal.ts';

/** The widest wait after the laptop wakes or a network appears. */
export const WAKE_JITTER_MS = 5_000;
/** How long a journal that failed is left alone. */
export const JOURNAL_PAUSE_MS = 5_000;

/**
 * The whole engine: what a state becomes by an event, and what is to be done for it.
 *
 * Total: every event is handled in every state, and one that does not fit changes
 * nothing durable. Pure: time and chance come with `at`. Rules: SPEC.md.
 */
export function reduce(state: EngineState, event: SyncEvent, at: Moment): Step {
  if (isLate(state, event)) {
    // It opened behind the lock: the keys were being read when the recruiter signed out.
    const isOpenAgain = event.is === 'opened' && state.mode.is === 'signed-out';
    return isOpenAgain ? step(state, { do: 'lock' }) : step(state);
  }
  const handled = handle(state, event, at);
  const tended = andThen(handled, (next) => tendJournal(next, at));
  const checked = andThen(tended, (next) => armCheck(next, at));
  return andThen(andThen(checked, helloIfWanted), (next) => startPush(next, at));
}

/** Whether an answer belongs to a question that does not count any more (SY6). */
function isLate(state: EngineState, event: SyncEvent): boolean {
  switch (event.is) {
    case 'session':
      // It is written down already that all goes: no question is late for that.
      return event.run !== state.run && !event.orders.wipes;
    case 'heads':
    case 'page':
    case 'applied':
    case 'manifest':
    case 'buckets':
    case 'pool-ready':
    case 'checked':
    case 'check-failed':
    case 'pull-failed':
      return event.run !== state.run;
    case 'pushed':
    case 'push-failed':
      return event.run !== state.pushRun;
    case 'opened':
    case 'open-failed':
      return event.run !== state.replicaRun || state.replica.is !== 'opening';
    case 'signed-in':
    case 'signed-out':
    case 'suspend':
    case 'resume':
    case 'network-up':
    case 'sync-now':
    case 'timer':
    case 'nudge':
    case 'journal':
    case 'journal-failed':
    case 'replica-up':
    case 'replica-down':
    case 'purged':
    case 'purge-failed':
    case 'obeyed':
    case 'obey-failed':
    case 'receipts-sent':
    case 'receipts-failed':
      return false;
    default:
      return assertNever(event);
  }
}

function handle(state: EngineState, event: SyncEvent, at: Moment): Step {
  switch (event.is) {
    case 'signed-in':
      return onSignedIn(state);
    case 'signed-out':
      return signOut(state);
    case 'suspend':
      return state.mode.is === 'signed-out' ? step(state) : sleep(state);
    case 'resume':
    case 'network-up':
      return wake(state, at);
    case 'sync-now':
      return syncNow(state);
    case 'timer':
      return onTimer(state, event.name, at);
    case 'nudge':
      return onNudge(state, event.heads, at);
    case 'journal':
      return onJournal({ ...state, journal: event.entries, kept: event.kept });
    case 'journal-failed':
      return step(
        {
          ...notice(state, event.failure.code),
          journalPausedUntilMonoMs: at.monoMs + JOURNAL_PAUSE_MS,
        },
        { do: 'arm', timer: 'push', delayMs: JOURNAL_PAUSE_MS },
      );
    case 'replica-up':
      return onReplicaUp(state, at);
    case 'replica-down':
      return onReplicaDown(state, at);
    case 'opened':
      return onOpened(state, event, at);
    case 'open-failed':
      return onOpenFailed(state, event.failure, at);
    case 'session':
      return event.orders.wipes ? wipe(state) : onSession(state, event, at);
    case 'heads':
      return onHeads(state, event.heads, at);
    case 'page':
      return onPage(state, event, at);
    case 'applied': {
      const applied = onApplied(state, event, at);
      return event.stream === PROGRAMME ? andThen(applied, releasePush) : applied;
    }
    case 'manifest':
      return onManifest(state, event, at);
    case 'buckets':
      return onBuckets(state, event);
    case 'pool-ready':
      return onPoolReady(state, event, at);
    case 'checked':
      return onChecked(state, event, at);
    case 'check-failed':
      return andThen(onCheckFailed(state, event, at), (next) =>
        reopenIfDamaged(next, event.failure),
      );
    case 'pull-failed':
      return andThen(onPullFailed(state, event, at), (next) =>
        reopenIfDamaged(next, event.failure),
      );
    case 'pushed':
      return onPushed(state, event.response, at);
    case 'push-failed':
      return onPushFailed(state, event.failure, at);
    case 'purged':
      return onPurged(state, event.stream);
    case 'purge-failed':
    case 'obey-failed':
      // Asked again at the next session, opening or look.
      return step(state);
    case 'obeyed':
      return onObeyed(state, event.order, event.receipts);
    case 'receipts-sent':
      return onReceiptsSent(state, event.left);
    case 'receipts-failed':
      return onReceiptsFailed(state, event.failure, at);
    default:
      return assertNever(event);
  }
}

function onPurged(state: EngineState, stream: StreamId): Step {
  const purging = state.purging.filter((each) => each !== stream);
  return withoutStream({ ...state, purging }, stream);
}

/** Signing in again also goes on from where the last sign-in ran out. */
function onSignedIn(state: EngineState): Step {
  switch (state.mode.is) {
    case 'signed-out':
      return andThen(state.replica.is === 'ready' ? openReplica(state) : step(state), hello);
    case 'parked':
    case 'waiting':
      return andThen(releasePush(state), hello);
    case 'asleep':
    case 'hello':
    case 'first-sync':
    case 'catching-up':
    case 'live':
      return step(state);
    default:
      return assertNever(state.mode);
  }
}

/** Everything known of the centre is forgotten; the journal and its truth stay. */
function signOut(state: EngineState): Step {
  if (state.mode.is === 'signed-out') return step(state);
  const { run, pushRun, replicaRun, replica, journal, kept, lastSyncAt, orders, signedOnly } =
    state;
  return step(
    {
      ...buildState(journal, lastSyncAt, { kept, orders }),
      signedOnly,
      run: run + 1,
      pushRun: pushRun + 1,
      replicaRun: replicaRun + 1,
      replica: replica.is === 'away' ? replica : { is: 'ready' },
    },
    { do: 'listen', on: false },
    ...disarmAll(),
    { do: 'lock' },
  );
}

/** The laptop is to be emptied: nothing is asked or sent any more, the shell does the rest. */
function wipe(state: EngineState): Step {
  return andThen(signOut(state), (s) => step(s, { do: 'wipe' }));
}

/** What is under way is forgotten: after a sleep its answers cannot be trusted to come. */
function sleep(state: EngineState): Step {
  return step(
    {
      ...state,
      mode: { is: 'asleep' },
      isCheckArmed: false,
      run: state.run + 1,
      // Parked too: the timer that lets it go is disarmed, and waking is a new try.
      push: { is: 'idle' },
      pushRun: state.pushRun + 1,
    },
    { do: 'listen', on: false },
    ...disarmAll(),
  );
}

function disarmAll() {
  const names: readonly TimerName[] = ['poll', 'retry', 'push', 'replica', 'receipts', 'check'];
  return names.map((timer) => ({ do: 'disarm', timer }) as const);
}

/** One try is moved forward, spread out so that laptops do not return together. */
function wake(state: EngineState, at: Moment): Step {
  if (state.mode.is !== 'asleep' && state.mode.is !== 'waiting') return step(state);
  const delayMs = Math.round(at.roll * WAKE_JITTER_MS);
  const why = state.mode.is === 'waiting' ? state.mode.why : 'NET_UNREACHABLE';
  return step(
    { ...state, mode: { is: 'waiting', untilMs: at.wallMs + delayMs, why } },
    { do: 'arm', timer: 'retry', delayMs },
  );
}

function syncNow(state: EngineState): Step {
  switch (state.mode.is) {
    case 'asleep':
    case 'waiting':
    case 'parked':
    case 'live':
      return andThen(releasePush(releasePlaces(state)), hello);
    case 'hello':
    case 'first-sync':
    case 'catching-up':
      return releasePush(releasePlaces(state));
    case 'signed-out':
      return step(state);
    default:
      return assertNever(state.mode);
  }
}

function releasePush(state: EngineState): Step {
  if (state.push.is !== 'waiting' && state.push.is !== 'parked') return step(state);
  return step({ ...state, push: { is: 'idle' } }, { do: 'disarm', timer: 'push' });
}

function onTimer(state: EngineState, name: TimerName, at: Moment): Step {
  switch (name) {
    case 'poll':
      return andThen(step(state, ...obeyAll(state)), (s) => onPollDue(s, at));
    case 'retry':
      return andThen(step(state, ...obeyAll(state)), retry);
    case 'receipts':
      return sendReceipts(state);
    case 'push':
      return releasePush(state);
    case 'check':
      return onCheckDue(state, at);
    case 'replica':
      return state.replica.is === 'ready' && state.mode.is !== 'signed-out'
        ? openReplica(state)
        : step(state);
    default:
      return assertNever(name);
  }
}

function retry(state: EngineState): Step {
  return state.mode.is === 'waiting' || state.mode.is === 'parked' ? hello(state) : step(state);
}

function onJournal(state: EngineState): Step {
  if (state.replica.is !== 'open') return step(state);
  return step(state, { do: 'share-journal', entries: state.journal });
}

function helloIfWanted(state: EngineState): Step {
  if (!state.wantsHello || state.mode.is !== 'live') return step(state);
  return hello(state);
}
