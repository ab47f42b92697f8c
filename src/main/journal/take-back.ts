import type { RecordId } from '#contract/brands.ts';
import { fail, ok, type Result } from '#contract/errors.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { Work } from '#core/sync/journal-rules.ts';

/** The recruiter's work and the number the next change gets. */
export interface NumberedWork extends Work {
  readonly nextN: number;
}

/**
 * Takes back what the centre has not taken; what it has is not undone by forgetting it here.
 *
 * `unlessOffered` refuses what was on its way once: the answer may be all that was lost.
 */
export function takeBack(
  work: NumberedWork,
  id: RecordId,
  unlessOffered = false,
): Result<NumberedWork> {
  const { journal, nextN } = work;
  const entry = journal.find((one) => one.id === id);
  if (entry === undefined)
    return fail('RULE_REFUSED', 'This is not waiting any more: it was sent, or dropped.');
  switch (entry.state.is) {
    case 'refused':
      return ok({ ...letGo(work, id), nextN });
    case 'told':
    case 'sent':
      return fail('RULE_REFUSED', 'This was sent already, so it cannot be taken back here.');
    case 'waiting': {
      if (entry.mutation.kind === 'audit.record') return ON_RECORD;
      if (unlessOffered && entry.state.tries > 0) return MAY_BE_THERE;
      // Its number may be known to the centre, or others follow it: the place stays.
      const isLast = entry.n === nextN - 1;
      if (entry.state.tries > 0 || !isLast) {
        const emptied = journal.map((one) => (one === entry ? emptiedOf(one) : one));
        return ok({ ...work, journal: emptied });
      }
      return ok({ ...work, journal: journal.filter((one) => one !== entry), nextN: nextN - 1 });
    }
  }
}

/**
 * Lets a change go that a person has decided about; any other is left alone.
 *
 * A refusal leaves for good. What was taken goes behind the list once it is read: after a
 * restore of the centre it may have to go again (SY51).
 */
export function letGo({ journal, kept }: Work, id: RecordId): Work {
  const entry = journal.find((one) => one.id === id);
  if (entry?.state.is !== 'refused' && entry?.state.is !== 'told') return { journal, kept };
  const rest = journal.filter((one) => one !== entry);
  if (entry.state.is === 'refused') return { journal: rest, kept };
  const { conflicts: _read, atMs, ...state } = entry.state;
  const behind = { entry: { ...entry, state: { ...state, is: 'sent' as const } }, atMs };
  return { journal: rest, kept: [...kept, behind] };
}

const MAY_BE_THERE = fail(
  'RULE_REFUSED',
  'This may have reached the central service already, so it cannot be taken back here.',
);
/** Whoever looked at someone's details cannot take that back before the centre knows. */
const ON_RECORD = fail('RULE_REFUSED', 'That details were looked at stays on record.');

/** A change that says nothing any more and only keeps its place in the order. */
export function emptiedOf(entry: JournalEntry): JournalEntry {
  const { id, n, stream, schema, at, ageMs } = entry.mutation;
  const kept = { id, n, stream, schema, at, ageMs, base: 0, entity: id };
  const { state } = entry;
  const mutation = { ...kept, kind: 'noop', args: {} } as const;
  if (state.is !== 'sent') return { ...entry, mutation };
  const { conflicts: _told, ...sent } = state;
  return { ...entry, state: sent, mutation };
}
