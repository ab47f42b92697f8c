import type { StoreView } from '#contract/queries.ts';
import { readDecisions } from './decisions.ts';
import { marksNotSent, pendingChanges } from './pending-changes.ts';
import type { QueryContext } from './query-context.ts';

/** Reads what this device holds, for Sync and records. */
export function readStore(context: QueryContext): StoreView {
  const { people, replica } = context;
  return {
    people: people.size,
    peopleAsAt: replica.asAt,
    pending: pendingChanges(context),
    marksNotSent: marksNotSent(context),
    decisions: readDecisions(context),
    setAside: replica.setAside,
    indexBytes: people.sizeBytes,
    streams: replica.cursors().map(({ stream, seq }) => ({ stream, seq })),
  };
}
