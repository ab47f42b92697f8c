import type { MutationDraft } from '#contract/mutations.ts';
import { shortlistEntryId } from './ids.ts';
import type { Rows } from './verdict.ts';

type Said = Pick<MutationDraft, 'kind' | 'args'>;

/**
 * Adds to a change what the screen showed when it was made.
 *
 * With it the centre knows what its maker had not seen, also where sequences of another
 * history or of the recruiter's other laptop say nothing (rules DM4, DM6, DM7, DM11).
 */
export function asShown<Draft extends Said>(draft: Draft, rows: Rows): Draft {
  const { kind, args } = draft as Said as MutationDraft;
  if (kind === 'vacancy.edit') {
    const held = rows.get('vacancy', args.vacancyId)?.record;
    return held ? withArgs(draft, { was: pick(held, Object.keys(args.fields)) }) : draft;
  }
  if (kind === 'follow-up.set') {
    const held = rows.get('follow-up', args.id)?.record;
    return held ? withArgs(draft, { was: pick(held, FOLLOW_UP_FIELDS) }) : draft;
  }
  if (kind === 'shortlist.move' || kind === 'shortlist.remove') {
    const id = shortlistEntryId(args.vacancyId, args.candidateId);
    const held = rows.get('shortlist-entry', id)?.record;
    return held ? withArgs(draft, { from: held.stage }) : draft;
  }
  return draft;
}

const FOLLOW_UP_FIELDS = ['what', 'dueOn', 'dueTime', 'promise'];

function withArgs<Draft extends Said>(draft: Draft, more: object): Draft {
  return { ...draft, args: { ...draft.args, ...more } };
}

function pick(record: object, fields: readonly string[]): object {
  const isNamed = ([field]: readonly [string, unknown]) => fields.includes(field);
  return Object.fromEntries(Object.entries(record).filter(isNamed));
}
