import type { JournalEntry } from '#contract/journal.ts';
import type { Moment } from './messages.ts';
import type { JournalChange } from './ports.ts';
import { type EngineState, isJournalPaused, type Step, step } from './state.ts';

/**
 * Says what an entry becomes; null = it leaves; the same entry = the change is skipped.
 *
 * The journal on disk and the engine's own picture both use it, so that they cannot
 * disagree. Rules SY20 to SY25.
 */
export function applyChange(entry: JournalEntry, change: JournalChange): JournalEntry | null {
  switch (change.to) {
    case 'sent':
      if (entry.state.is !== 'waiting') return entry;
      return {
        ...entry,
        state: { is: 'sent', epoch: change.epoch, seq: change.seq, at: change.at },
      };
    case 'refused':
      if (entry.state.is !== 'waiting') return entry;
      if (entry.mutation.kind === 'noop') return null;
      return { ...entry, state: { is: 'refused', reason: change.reason, at: change.at } };
    case 'waiting': {
      if (entry.state.is === 'refused') return entry;
      const tries = entry.state.is === 'waiting' ? entry.state.tries : 1;
      const error = change.lastError === null ? {} : { lastError: change.lastError };
      return { ...entry, state: { is: 'waiting', tries, ...error } };
    }
    case 'gone':
      return entry.state.is === 'sent' ? null : entry;
  }
}

/** Applies changes to a whole list. */
export function applyChanges(
  entries: readonly JournalEntry[],
  changes: readonly JournalChange[],
): readonly JournalEntry[] {
  const byId = new Map(changes.map((change) => [change.id, change]));
  return entries.flatMap((entry) => {
    const change = byId.get(entry.id);
    const next = change === undefined ? entry : applyChange(entry, change);
    return next === null ? [] : [next];
  });
}

/** Numbers every waiting entry anew from `from`, in the same order. */
export function renumbered(
  entries: readonly JournalEntry[],
  from: number,
): readonly JournalEntry[] {
  let next = from;
  return inOrder(entries).map((entry) => {
    if (entry.state.is !== 'waiting') return entry;
    const n = next++;
    return { ...entry, n, mutation: { ...entry.mutation, n } };
  });
}

/** The entries by their order on this device. */
export function inOrder(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  return entries.toSorted((a, b) => a.n - b.n);
}

/** Whether an entry is work of the recruiter that the centre has not acknowledged. */
export function isUnsent(entry: JournalEntry): boolean {
  return entry.state.is === 'waiting' && entry.mutation.kind !== 'noop';
}

/**
 * Lets acknowledged entries go once their echo is here, and offers again those whose
 * acknowledgement belongs to another history (SY23, SY24).
 */
export function tendJournal(state: EngineState, at: Moment): Step {
  if (state.session === null || isJournalPaused(state, at)) return step(state);
  const granted = new Set<string>(state.session.streams);
  const changes = state.journal.flatMap((entry): readonly JournalChange[] => {
    if (entry.state.is !== 'sent') return [];
    const { stream } = entry.mutation;
    if (entry.mutation.kind === 'noop' || !granted.has(stream)) {
      return [{ to: 'gone', id: entry.id }];
    }
    const place = state.places[stream];
    if (place === undefined) return [];
    if (place.epoch !== entry.state.epoch) {
      return [{ to: 'waiting', id: entry.id, lastError: null }];
    }
    const { cursor } = place;
    const isPast =
      state.replica.is === 'open' &&
      cursor !== null &&
      cursor.epoch === entry.state.epoch &&
      cursor.snapAt === undefined &&
      !place.reread &&
      cursor.seq >= entry.state.seq;
    return isPast ? [{ to: 'gone', id: entry.id }] : [];
  });
  if (changes.length === 0) return step(state);
  return step(
    { ...state, journal: applyChanges(state.journal, changes) },
    { do: 'settle', changes },
  );
}
