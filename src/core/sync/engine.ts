import type { Result } from '#contract/errors.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { EngineStatus } from '#contract/sync-state.ts';
import { createAsk } from './ask.ts';
import type { Effect, SyncEvent, TimerName } from './messages.ts';
import type { EnginePorts } from './ports.ts';
import { reduce } from './reduce.ts';
import { assertNever, buildState, type EngineState, notice } from './state.ts';
import { describeStatus } from './status.ts';

/** What happens to the engine from outside. */
export type EngineSignal =
  | 'signed-in'
  | 'signed-out'
  | 'suspend'
  | 'resume'
  | 'network-up'
  | 'sync-now'
  | 'replica-up'
  | 'replica-down';

/** Effects that write to the journal. */
type WriteEffect = Extract<Effect, { do: (typeof WRITES)[number] }>;
const WRITES = ['settle', 'renumber', 're-register', 'note-sync'] as const;
const isWrite = (effect: Effect): effect is WriteEffect =>
  WRITES.some((name) => name === effect.do);

/** The running engine of one signed-in recruiter. */
export interface SyncEngine {
  /** Returns at once; what follows is told to the listener. */
  signal(is: EngineSignal): void;
  readStatus(): EngineStatus;
  /** The state as it is, for tests and support. */
  readState(): EngineState;
  /** Stops timers and listening; answers still under way change nothing. */
  stop(): void;
}

/**
 * Starts the engine: carries out what the reducer asks, and tells it what came of it.
 *
 * Events are reduced one at a time, in the order they came. It begins signed out; the
 * shell signals `signed-in` and, when the window's worker is there, `replica-up`.
 */
export function startSyncEngine(ports: EnginePorts): SyncEngine {
  const { replica, vault, journal, orders, clock, random, timer, log, listener } = ports;
  const fresh = buildState(journal.list(), journal.lastSyncAt(), {
    kept: journal.kept(),
    orders: orders.pending(),
  });
  let state = journal.wasDamaged ? notice(fresh, 'SAVE_JOURNAL_DAMAGED') : fresh;
  let told = '';
  let toldOf: EngineState | null = null;
  let isStopped = false;
  let isBusy = false;
  const events: SyncEvent[] = [];
  const timers = new Map<TimerName, () => void>();
  let stopListening: (() => void) | null = null;
  let journalToShare: readonly JournalEntry[] | null = null;
  let isSharing = false;

  const ask = createAsk(ports, {
    isWanted: (run) => !isStopped && state.run === run,
    tell: dispatch,
  });

  function dispatch(event: SyncEvent): void {
    if (isStopped) return;
    events.push(event);
    if (isBusy) return;
    isBusy = true;
    try {
      for (let next = events.shift(); next !== undefined; next = events.shift()) take(next);
    } finally {
      isBusy = false;
    }
    tell();
  }

  function take(event: SyncEvent): void {
    const at = { wallMs: clock.nowMs(), monoMs: clock.monotonicMs(), roll: random.next() };
    // The list may have changed again since it was announced: only the newest counts.
    const isJournal = event.is === 'journal';
    const step = reduce(state, isJournal ? journalNow() : event, at);
    state = step.state;
    let isWritten = true;
    for (const effect of step.effects) {
      if (!isWrite(effect)) carryOut(effect);
      // What is to be written next builds on what could not be: it would put work out of its order.
      else isWritten = isWritten && write(effect);
    }
  }

  function journalNow(): SyncEvent {
    return { is: 'journal', entries: journal.list(), kept: journal.kept() };
  }

  function tell(): void {
    if (state === toldOf) return;
    toldOf = state;
    const status = describeStatus(state);
    const text = JSON.stringify(status);
    if (text === told) return;
    told = text;
    listener.status(status);
  }

  async function shareJournal(): Promise<void> {
    if (isSharing) return;
    isSharing = true;
    while (journalToShare !== null) {
      const entries = journalToShare;
      journalToShare = null;
      const shared = await replica.call('journal', { entries });
      if (!shared.ok) log.warn('sync.journal-not-shared', { code: shared.error.code });
    }
    isSharing = false;
  }

  /** Writes to the journal; false where that failed. */
  function write(effect: WriteEffect): boolean {
    const result = writing(effect);
    if (result.ok) return true;
    log.warn('sync.journal-failed', { code: result.error.code });
    dispatch({ is: 'journal-failed', failure: result.error });
    dispatch(journalNow());
    return false;
  }

  function writing(effect: WriteEffect): Result<null> {
    switch (effect.do) {
      case 'settle':
        return journal.settle(effect.changes);
      case 'renumber':
        return journal.renumber(effect.from);
      case 're-register':
        return journal.reRegister();
      case 'note-sync':
        return journal.noteSync(effect.at);
      default:
        return assertNever(effect);
    }
  }

  function disarm(name: TimerName): void {
    timers.get(name)?.();
    timers.delete(name);
  }

  function listen(on: boolean): void {
    if (on) stopListening ??= ports.nudges.listen((heads) => dispatch({ is: 'nudge', heads }));
    else {
      stopListening?.();
      stopListening = null;
    }
  }

  function carryOut(effect: Exclude<Effect, WriteEffect>): void {
    switch (effect.do) {
      case 'share-journal':
        journalToShare = effect.entries;
        void shareJournal();
        break;
      case 'caught-up':
        void replica.call('caught-up', { at: effect.at });
        break;
      case 'lock':
        void replica.call('lock', {});
        break;
      case 'tell-standing': {
        const standing = vault.standing();
        if (standing !== null) void replica.call('standing', standing);
        break;
      }
      case 'wipe':
        listener.wipe();
        break;
      case 'listen':
        listen(effect.on);
        break;
      case 'disarm':
        disarm(effect.timer);
        break;
      case 'arm': {
        const { timer: name, delayMs } = effect;
        disarm(name);
        timers.set(
          name,
          timer.after(delayMs, () => dispatch({ is: 'timer', name })),
        );
        break;
      }
      case 'hello':
      case 'heads':
      case 'open':
      case 'pull':
      case 'apply':
      case 'check':
      case 'read-manifest':
      case 'fetch-buckets':
      case 'push':
      case 'purge':
      case 'obey':
      case 'send-receipts':
        void ask(effect).then((event) => event !== null && dispatch(event));
        break;
      default:
        assertNever(effect);
    }
  }

  const unsubscribe = journal.subscribe(() => dispatch(journalNow()));
  return {
    signal: (is) => dispatch({ is }),
    readStatus: () => describeStatus(state),
    readState: () => state,
    stop() {
      isStopped = true;
      unsubscribe();
      listen(false);
      for (const name of [...timers.keys()]) disarm(name);
    },
  };
}
