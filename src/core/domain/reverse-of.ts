import type { RecordId } from '#contract/brands.ts';
import type { MutationDraft } from '#contract/mutations.ts';
import { EXIT_STAGES, LEAVE_ALONE_OUTCOMES, type Stage } from '#contract/vocabulary.ts';
import { lookedId, shortlistEntryId } from './ids.ts';
import type { Rows } from './verdict.ts';

type Said = Pick<MutationDraft, 'kind' | 'args'>;

/**
 * Builds the change that takes one back once the centre has it, or null when nothing may.
 *
 * History is never unwritten: it is a new change, marked `undone`, that stands beside the
 * first. `before` are the rows as the first one found them. What a person has asked for,
 * what was looked at and what was read stay on record.
 */
export function reverseOf(draft: Said, before: Rows, newId: () => RecordId): Said | null {
  const { kind, args } = draft as MutationDraft;
  const undone = { undone: true };
  switch (kind) {
    case 'vacancy.create':
      return {
        kind: 'vacancy.edit',
        args: { vacancyId: args.id, fields: { status: 'closed' }, ...undone },
      };
    case 'vacancy.edit': {
      const held = before.get('vacancy', args.vacancyId)?.record;
      const fields = held && valuesOf(held, Object.keys(args.fields));
      return fields ? { kind, args: { vacancyId: args.vacancyId, fields, ...undone } } : null;
    }
    case 'shortlist.add':
    case 'shortlist.move':
    case 'shortlist.remove':
      return reverseListing({ kind, args }, before);
    case 'contact.log': {
      if (LEAVE_ALONE_OUTCOMES.includes(args.outcome) || args.undone) return null;
      const { note: _words, ...contact } = args;
      return { kind, args: { ...contact, id: newId(), correctionOf: args.id, ...undone } };
    }
    case 'follow-up.set': {
      const held = before.get('follow-up', args.id)?.record;
      if (!held) return { kind: 'follow-up.done', args: { followUpId: args.id, ...undone } };
      const { id, candidateId, what, dueOn, dueTime, promise } = held;
      const set = { id, candidateId, what, dueOn, promise };
      return { kind, args: dueTime === undefined ? set : { ...set, dueTime } };
    }
    case 'follow-up.done':
      return { kind: 'follow-up.reopen', args: { followUpId: args.followUpId } };
    case 'follow-up.reopen':
      return { kind: 'follow-up.done', args: { followUpId: args.followUpId } };
    case 'search.save':
    case 'search.remove': {
      const id = kind === 'search.save' ? args.id : args.searchId;
      const held = before.get('saved-search', id)?.record;
      if (!held || held.removed) {
        return { kind: 'search.remove', args: { searchId: id, shared: args.shared } };
      }
      const { by: _by, at: _at, ...was } = held;
      return { kind: 'search.save', args: was };
    }
    case 'search.look': {
      const held = before.get('looked', lookedId(args.searchId))?.record;
      return held ? { kind, args: { searchId: args.searchId, asAt: held.asAt } } : null;
    }
    case 'person.see':
      return { kind, args: { ...args, seen: !args.seen } };
    case 'person.dismiss':
      return { kind, args: { ...args, dismissed: !args.dismissed } };
    case 'do-not-contact.set':
    case 'story.submit':
    case 'overlap.settle':
    case 'conflict.settle':
    case 'audit.record':
    case 'noop':
      return null;
  }
}

type Listing = Extract<
  MutationDraft,
  { kind: 'shortlist.add' | 'shortlist.move' | 'shortlist.remove' }
>;

function reverseListing({ kind, args }: Pick<Listing, 'kind' | 'args'>, before: Rows): Said | null {
  const { vacancyId, candidateId } = args;
  const on = { vacancyId, candidateId, undone: true };
  const held = before.get('shortlist-entry', shortlistEntryId(vacancyId, candidateId))?.record;
  if (kind === 'shortlist.add') {
    return { kind: 'shortlist.remove', args: { ...on, reason: UNDONE } };
  }
  if (!held) return null;
  const { stage, history } = held;
  if (kind === 'shortlist.remove') return { kind: 'shortlist.add', args: { ...on, stage } };
  const reason = history.findLast((move) => move.to === stage)?.reason ?? UNDONE;
  return { kind, args: { ...on, to: stage, ...(leaves(stage) ? { reason } : {}) } };
}

const UNDONE = 'Undone';
const leaves = (stage: Stage) => EXIT_STAGES.includes(stage);

/** Null when one of them held nothing: an edit can set a field but not empty it. */
function valuesOf(record: object, fields: readonly string[]): object | null {
  const values = fields.map(
    (field) => [field, (record as Record<string, unknown>)[field]] as const,
  );
  return values.every(([, value]) => value !== undefined) ? Object.fromEntries(values) : null;
}
