import type { Conflict } from '#contract/conflict.ts';
import type { DoNotContact, ShortlistEntry, Vacancy } from '#contract/records/council-work.ts';
import type { Stage } from '#contract/vocabulary.ts';
import { LEFT_ALONE, refuse, type Verdict } from './verdict.ts';

/** Two people want somebody at two stages; null = off the list. */
export function stageConflict(
  rule: 'DM5' | 'DM6' | 'DM7' | 'DM21',
  { id, stage, removed, history }: ShortlistEntry,
  yours: Stage | null,
): Conflict {
  const last = history.at(-1);
  const theirs = removed ? null : stage;
  const what = { rule, kind: 'shortlist-entry', id, field: 'stage', yours, theirs };
  return last ? { ...what, by: last.by, at: last.at } : what;
}

/** Refuses what would not leave somebody alone who has asked for it: that always wins (DM9). */
export function refuseLeftAlone({ id, reason, by, at }: DoNotContact): Verdict {
  const what = { rule: 'DM9', kind: 'do-not-contact', id, field: 'reason' };
  return refuse('rule', LEFT_ALONE, { ...what, yours: null, theirs: reason, by, at });
}

/** A colleague has closed the vacancy meanwhile (DM5). */
export function closedConflict({ id, changes = [] }: Vacancy): Conflict {
  const last = changes.findLast(({ field }) => field === 'status');
  const what = { rule: 'DM5', kind: 'vacancy', id, field: 'status' };
  return {
    ...{ ...what, yours: 'open', theirs: 'closed' },
    ...(last ? { by: last.by, at: last.at } : {}),
  };
}
