import type { MutationArgs } from '#contract/mutations.ts';
import type { FollowUp } from '#contract/records/council-work.ts';
import { type Deciding, LEFT_ALONE, type Rows, refuse, type Verdict } from './verdict.ts';

/**
 * Sets or changes a follow-up; done beats edited (features.md 4.8, rule DM11).
 *
 * Not about a person who asked to be left alone: it would tell somebody to ring them (DM9).
 */
export function decideFollowUpSet(
  args: MutationArgs['follow-up.set'],
  rows: Rows,
  context: Deciding,
): Verdict {
  if (!context.personHeld(args.candidateId)) {
    return refuse('rule', 'This person has withdrawn from the programme.');
  }
  const held = rows.get('follow-up', args.id);
  if (held?.record.done) return { outcome: 'merged' };
  if (rows.get('do-not-contact', args.candidateId)) return refuse('rule', LEFT_ALONE);
  const record: FollowUp = {
    ...args,
    owner: held?.record.owner ?? context.actor,
    createdAt: held?.record.createdAt ?? context.at,
  };
  return { outcome: 'applied', changes: [{ kind: 'follow-up', id: args.id, record }] };
}

/** Marks a follow-up done; two "done" merge (rule DM12). */
export function decideFollowUpDone(
  args: MutationArgs['follow-up.done'],
  rows: Rows,
  context: Deciding,
): Verdict {
  const held = rows.get('follow-up', args.followUpId);
  if (!held) return refuse('not-found', 'This follow-up is not there any more.');
  if (held.record.done) return { outcome: 'merged' };
  const record: FollowUp = { ...held.record, done: { at: context.at, by: context.actor } };
  return { outcome: 'applied', changes: [{ kind: 'follow-up', id: args.followUpId, record }] };
}

/** Records that a person must not be contacted; the first record stands (rule DM13). */
export function decideDoNotContact(
  args: MutationArgs['do-not-contact.set'],
  rows: Rows,
  context: Deciding,
): Verdict {
  const { candidateId } = args;
  if (rows.get('do-not-contact', candidateId)) return { outcome: 'merged' };
  // The centre keeps no row about somebody it has erased, this one included.
  if (!context.personHeld(candidateId)) {
    return refuse('rule', 'This person has withdrawn from the programme.');
  }
  const record = {
    id: candidateId,
    candidateId,
    reason: args.reason,
    at: context.at,
    by: context.actor,
  };
  return { outcome: 'applied', changes: [{ kind: 'do-not-contact', id: candidateId, record }] };
}
