import type { JournalEntry } from '#contract/journal.ts';
import { isMark } from '../domain/decide.ts';
import type { JournalChange, KeptEntry } from './ports.ts';

/**
 * Says what an entry becomes; null = it leaves; the same entry = the change is skipped.
 *
 * The journal on disk and the engine's own picture both use it, so that they cannot
 * disagree. Rules SY20 to SY25 and SY46.
 */
export function applyChange(entry: JournalEntry, change: JournalChange): JournalEntry | null {
  switch (change.to) {
    case 'sent':
      if (entry.state.is !== 'waiting') return entry;
      return {
        ...entry,
        state: {
          ...{ is: 'sent', epoch: change.epoch, seq: change.seq, at: change.at },
          ...(change.conflicts ? { conflicts: change.conflicts } : {}),
        },
      };
    case 'refused':
      if (entry.state.is !== 'waiting') return entry;
      if (entry.mutation.kind === 'noop') return null;
      return {
        ...entry,
        state: {
          ...{ is: 'refused', reason: change.reason, at: change.at },
          ...(change.conflicts ? { conflicts: change.conflicts } : {}),
        },
      };
    case 'waiting': {
      if (entry.state.is === 'refused') return entry;
      const tries = entry.state.is === 'waiting' ? entry.state.tries : 1;
      const error = change.lastError === null ? {} : { lastError: change.lastError };
      return { ...entry, state: { is: 'waiting', tries, ...error } };
    }
    case 'kept': {
      if (entry.state.is !== 'sent') return entry;
      const { conflicts = [], ...sent } = entry.state;
      if (conflicts.length === 0) return null;
      return { ...entry, state: { ...sent, is: 'told', atMs: change.atMs, conflicts } };
    }
    case 'gone':
      return entry.state.is === 'sent' || entry.state.is === 'told' ? null : entry;
  }
}

/** The recruiter's work on this device: what is listed, and what is kept behind the list. */
export interface Work {
  readonly journal: readonly JournalEntry[];
  readonly kept: readonly KeptEntry[];
}

/** Applies changes to all work; what is kept comes back into the list to be offered again. */
export function applyChanges(work: Work, changes: readonly JournalChange[]): Work {
  const byId = new Map<string, JournalChange>(changes.map((change) => [change.id, change]));
  const become = (entry: JournalEntry) => {
    const change = byId.get(entry.id);
    return (change === undefined ? entry : applyChange(entry, change)) ?? [];
  };
  const again = work.kept.filter(({ entry }) => byId.get(entry.id)?.to === 'waiting');
  const stays = work.kept.filter(({ entry: { id } }) => {
    const to = byId.get(id)?.to;
    return to !== 'waiting' && to !== 'gone';
  });
  const joins = work.journal.flatMap((entry): readonly KeptEntry[] => {
    const change = byId.get(entry.id);
    const isPast = change?.to === 'kept' && entry.state.is === 'sent';
    return isPast && !entry.state.conflicts ? [{ entry, atMs: change.atMs }] : [];
  });
  const entries = [...again.map(({ entry }) => entry), ...work.journal].flatMap(become);
  return { journal: inOrder(entries), kept: [...stays, ...joins] };
}

/** Numbers every waiting entry anew from `from`, in the same order. */
export function renumbered(
  entries: readonly JournalEntry[],
  from: number,
): readonly JournalEntry[] {
  let next = from;
  return inOrder(entries).map((entry) => {
    if (entry.state.is !== 'waiting') return entry;
    return numbered(entry, next++);
  });
}

/**
 * Numbers all work for a device of another name: what waits from 1, and what any centre
 * acknowledged to the former one from 0 down, in the same order (SY26).
 */
export function numberedAnew({ journal, kept }: Work): Work {
  const isWaiting = ({ state }: JournalEntry) => state.is === 'waiting';
  const past = inOrder([
    ...kept.map(({ entry }) => entry),
    ...journal.filter((e) => !isWaiting(e)),
  ]);
  const numbers = new Map(past.map(({ id }, index) => [id, index + 1 - past.length]));
  const anew = (entry: JournalEntry) => numbered(entry, numbers.get(entry.id) ?? entry.n);
  const listed = journal.map((entry) => (isWaiting(entry) ? entry : anew(entry)));
  return {
    journal: renumbered(listed, 1),
    kept: kept.map(({ entry, atMs }) => ({ entry: anew(entry), atMs })),
  };
}

function numbered(entry: JournalEntry, n: number): JournalEntry {
  return { ...entry, n, mutation: { ...entry.mutation, n } };
}

/** The entries by their order on this device. */
export function inOrder(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  return entries.toSorted((a, b) => a.n - b.n);
}

/** Whether only this device has it: it waits, or the centre has refused it. */
export function isOnlyHere({ state, mutation }: JournalEntry): boolean {
  return (state.is === 'waiting' || state.is === 'refused') && isWork(mutation);
}

/** Whether an entry is work of the recruiter that the centre has not acknowledged. */
export function isUnsent(entry: JournalEntry): boolean {
  return entry.state.is === 'waiting' && isWork(entry.mutation);
}

/** Neither a place kept in the order nor a mark of what was looked at (DM36). */
function isWork(mutation: JournalEntry['mutation']): boolean {
  return mutation.kind !== 'noop' && !isMark(mutation);
}
