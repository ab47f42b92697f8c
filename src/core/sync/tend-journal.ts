import type { JournalEntry } from '#contract/journal.ts';
import { applyChanges, renumbered } from './journal-rules.ts';
import type { Moment } from './messages.ts';
import type { JournalChange } from './ports.ts';
import { type EngineState, isJournalPaused, type SessionFacts, type Step, step } from './state.ts';

/** The most that is kept behind the list; older goes. */
export const KEPT_MOST = 5_000;
const DAY_MS = 86_400_000;

/**
 * Moves acknowledged work on: kept once its echo is here, offered again when the centre
 * turns out not to have it, gone when it is old or its stream is closed to us
 * (SY23, SY24, SY51, SY52).
 */
export function tendJournal(state: EngineState, at: Moment): Step {
  const { session } = state;
  if (session === null || isJournalPaused(state, at)) return step(state);
  const centreMs = session.nowMs + (at.monoMs - session.atMonoMs);
  const listed = state.journal.flatMap((entry) => tendSent(state, session, { entry, centreMs }));
  const kept = tendKept(state, session, centreMs);
  const changes = [...listed, ...kept];
  if (changes.length === 0) {
    return step(state.lostAfterN === null ? state : { ...state, lostAfterN: null });
  }
  const next = { ...state, ...applyChanges(state, changes) };
  const settled = step(next, { do: 'settle', changes });
  // Numbers of a former name of this device mean nothing under the one it has now.
  const isUnnumbered = next.journal.some(({ n, state: { is } }) => is === 'waiting' && n < 1);
  return isUnnumbered ? withNumbers(settled) : settled;
}

function tendSent(
  state: EngineState,
  session: SessionFacts,
  { entry, centreMs }: { readonly entry: JournalEntry; readonly centreMs: number },
): readonly JournalChange[] {
  if (entry.state.is !== 'sent' && entry.state.is !== 'told') return [];
  const { id } = entry;
  const { stream, kind } = entry.mutation;
  if (kind === 'noop' || !session.streams.includes(stream)) return [{ to: 'gone', id }];
  const place = state.places[stream];
  if (place === undefined) return [];
  const isLost = state.lostAfterN !== null && entry.n > state.lostAfterN;
  if (isLost || place.epoch !== entry.state.epoch) return [{ to: 'waiting', id, lastError: null }];
  if (entry.state.is === 'told') return [];
  const { cursor } = place;
  // An echo in memory goes with the window, and the disk may come back without it.
  const isOnDisk = !state.notices.includes('STORE_NOT_KEPT');
  const isPast =
    state.replica.is === 'open' &&
    isOnDisk &&
    cursor !== null &&
    cursor.epoch === entry.state.epoch &&
    cursor.snapAt === undefined &&
    !place.reread &&
    cursor.seq >= entry.state.seq;
  return isPast ? [{ to: 'kept', id, atMs: centreMs }] : [];
}

function tendKept(
  { kept, lostAfterN, places }: EngineState,
  { streams, journalDays }: SessionFacts,
  centreMs: number,
): readonly JournalChange[] {
  const oldestMs = centreMs - journalDays * DAY_MS;
  const tooMany = kept.length - KEPT_MOST;
  return kept.flatMap(({ entry, atMs }, index): readonly JournalChange[] => {
    const { id, n, mutation, state } = entry;
    if (!streams.includes(mutation.stream)) return [{ to: 'gone', id }];
    const epoch = state.is === 'sent' ? state.epoch : '';
    // A number says little after a restore: a late copy may have used it. The ledger knows.
    const isLost = places[mutation.stream]?.epoch !== epoch || n > (lostAfterN ?? Infinity);
    if (isLost) return [{ to: 'waiting', id, lastError: null }];
    return atMs < oldestMs || index < tooMany ? [{ to: 'gone', id }] : [];
  });
}

function withNumbers({ state, effects }: Step): Step {
  const from = state.expected ?? 1;
  const journal = renumbered(state.journal, from);
  return step({ ...state, journal }, ...effects, { do: 'renumber', from });
}
