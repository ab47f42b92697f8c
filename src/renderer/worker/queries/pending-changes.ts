import type { RecordId } from '#contract/brands.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { MutationDraft } from '#contract/mutations.ts';
import type { PendingChange } from '#contract/queries.ts';
import { OUTCOME_LABELS, STAGE_LABELS } from '#contract/vocabulary-labels.ts';
import { isMark, personOf } from '#core/domain/decide.ts';
import { nameOf, type QueryContext } from './query-context.ts';

/** What is not sent, oldest first, in words. */
export function pendingChanges(context: QueryContext): readonly PendingChange[] {
  return context.shown.entries
    .filter(({ state, mutation }) => state.is === 'waiting' && !isSilent(mutation))
    .map((entry) => pendingChange(context, entry));
}

/** A place kept in the order. All else is listed: the header counts it too. */
const isSilent = (mutation: MutationDraft) => mutation.kind === 'noop' || isMark(mutation);

/** How many marks of what this recruiter looked at are not sent: no work, but not sent. */
export function marksNotSent({ shown }: Pick<QueryContext, 'shown'>): number {
  return shown.entries.filter(({ state, mutation }) => state.is === 'waiting' && isMark(mutation))
    .length;
}

function pendingChange(
  context: QueryContext,
  { id, mutation, state }: JournalEntry,
): PendingChange {
  return {
    id,
    at: mutation.at,
    words: wordsFor(context, mutation),
    candidateId: personOf(mutation),
    vacancyId: (mutation.args as { readonly vacancyId?: RecordId }).vacancyId ?? null,
    state,
  };
}

type WordsContext = Pick<QueryContext, 'people' | 'shown'>;

/** Says what a change does: "Dev Shah moved to Interview for SW-114". */
export function wordsFor(context: WordsContext, mutation: MutationDraft): string {
  const { undone } = mutation.args as { readonly undone?: boolean };
  return `${undone ? 'Undone: ' : ''}${saidBy(context, mutation)}`;
}

function saidBy(context: WordsContext, mutation: MutationDraft): string {
  const person = personOf(mutation);
  const name = person === null ? '' : (nameOf(context, person) ?? 'someone who has withdrawn');
  const vacancyRef = (id: RecordId) =>
    context.shown.get('vacancy', id)?.record.ref ?? 'a vacancy that is not there any more';
  switch (mutation.kind) {
    case 'vacancy.create':
      return `New vacancy ${mutation.args.ref}: ${mutation.args.title}`;
    case 'vacancy.edit':
      return `Changes to vacancy ${vacancyRef(mutation.args.vacancyId)}`;
    case 'shortlist.add':
      return `${name} added to the shortlist for ${vacancyRef(mutation.args.vacancyId)}`;
    case 'shortlist.move':
      return `${name} moved to ${STAGE_LABELS[mutation.args.to]} for ${vacancyRef(mutation.args.vacancyId)}`;
    case 'shortlist.remove':
      return `${name} taken off the shortlist for ${vacancyRef(mutation.args.vacancyId)}`;
    case 'contact.log':
      return `Contact with ${name}: ${OUTCOME_LABELS[mutation.args.outcome].toLowerCase()}`;
    case 'follow-up.set':
      return `Follow-up about ${name}: ${mutation.args.what}`;
    case 'follow-up.done':
      return followUpWords(context, mutation.args.followUpId, 'Follow-up done');
    case 'follow-up.reopen':
      return followUpWords(context, mutation.args.followUpId, 'Follow-up opened again');
    case 'conflict.settle':
      return 'Kept the value of a colleague';
    case 'do-not-contact.set':
      return `${name} must not be contacted`;
    case 'story.submit':
      return `Success story: ${mutation.args.title}`;
    case 'overlap.settle':
      return `Marked as settled with another council: ${name}`;
    case 'search.save':
      return `Saved search: ${mutation.args.name}`;
    case 'search.remove':
      return 'Saved search taken away';
    case 'search.look':
      return 'Looked through a saved search';
    case 'person.see':
      return mutation.args.seen ? `${name} seen` : `${name} marked as not seen`;
    case 'person.dismiss':
      return mutation.args.dismissed
        ? `${name} left out for ${vacancyRef(mutation.args.vacancyId)}`
        : `${name} no longer left out for ${vacancyRef(mutation.args.vacancyId)}`;
    case 'audit.record':
      return name === '' ? 'Record of what was looked at' : `Contact details of ${name} shown`;
    case 'noop':
      return '';
  }
}

function followUpWords(context: WordsContext, id: RecordId, what: string): string {
  const record = context.shown.get('follow-up', id)?.record;
  if (!record) return what;
  return `${what} for ${nameOf(context, record.candidateId) ?? 'someone who has withdrawn'}: ${record.what}`;
}
