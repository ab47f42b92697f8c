import type { JournalEntry } from '#contract/journal.ts';
import { inOrder, isOnlyHere } from '#core/sync/journal-rules.ts';

/** What bringing work back did. */
export interface Restored {
  /** Changes that are in the journal now and were not before. */
  readonly restored: number;
  /** Changes that this journal holds already. */
  readonly already: number;
}

/**
 * Adds work of another journal of the same recruiter, each change under its own id.
 *
 * The id makes it count once at the centre, whichever laptop sends it first; only its
 * number in the order of this device is new. What was acknowledged needs no bringing back.
 */
export function addWork(
  entries: readonly JournalEntry[],
  nextN: number,
  more: readonly JournalEntry[],
): Restored & { readonly entries: readonly JournalEntry[]; readonly nextN: number } {
  const held = new Set(entries.map(({ id }) => id));
  const wanted = inOrder(more).filter(isOnlyHere);
  const fresh = wanted.filter(({ id }) => !held.has(id));
  const added = fresh.map((entry, index): JournalEntry => {
    const n = nextN + index;
    // The other laptop may have offered it: taking it back here cannot be promised.
    const state =
      entry.state.is === 'waiting' ? ({ is: 'waiting', tries: 1 } as const) : entry.state;
    return { ...entry, n, mutation: { ...entry.mutation, n }, state };
  });
  return {
    entries: [...entries, ...added],
    nextN: nextN + added.length,
    restored: added.length,
    already: wanted.length - fresh.length,
  };
}
