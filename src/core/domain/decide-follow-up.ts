import type { Conflict } from '#contract/conflict.ts';
import type { MutationArgs } from '#contract/mutations.ts';
import type { FieldChange, FieldValue, FollowUp } from '#contract/records/council-work.ts';
import { refuseLeftAlone } from './conflicts.ts';
import { editFields, fieldOf, wanted } from './edit-fields.ts';
import { type Deciding, type Rows, refuse, type Verdict } from './verdict.ts';

const WITHDRAWN = 'This person has withdrawn from the programme.';

/**
 * Sets or changes a follow-up; done beats edited, and the edit is told so (rule DM11).
 *
 * Not about a person who asked to be left alone: it would tell somebody to ring them (DM9).
 */
export function decideFollowUpSet(
  args: MutationArgs['follow-up.set'],
  base: number,
  rows: Rows,
  context: Deciding,
): Verdict {
  if (!context.personHeld(args.candidateId)) return refuse('rule', WITHDRAWN);
  const { was, ...set } = args;
  const { id } = args;
  const held = rows.get('follow-up', id);
  const blocked = rows.get('do-not-contact', args.candidateId)?.record;
  if (blocked && !context.wasTaken && !held?.record.done) return refuseLeftAlone(blocked);
  if (!held) {
    const record: FollowUp = { ...set, owner: context.actor, createdAt: context.at };
    return { outcome: 'applied', changes: [{ kind: 'follow-up', id, record }] };
  }
  const { what, dueOn, promise, dueTime } = set;
  const fields = { what, dueOn, promise, dueTime };
  if (held.record.done) {
    return { outcome: 'merged', conflicts: absorbed(held.record, wanted(fields, was)) };
  }
  const edit = { kind: 'follow-up', rule: 'DM11', held, fields, was, base } as const;
  const edited = editFields<FollowUp>(edit, context);
  if (!edited) return { outcome: 'merged' };
  const { record, conflicts } = edited;
  return { outcome: 'applied', changes: [{ kind: 'follow-up', id, record }], conflicts };
}

/** What an edit wanted of a follow-up that is done by now. */
function absorbed(
  { id, done, ...record }: FollowUp,
  fields: readonly (readonly [string, FieldValue])[],
): readonly Conflict[] {
  return fields.flatMap(([field, yours]): readonly Conflict[] => {
    const theirs = fieldOf(record, field);
    if (theirs === yours) return [];
    const who = done && { by: done.by, at: done.at };
    return [{ rule: 'DM11', kind: 'follow-up', id, field, yours, theirs, ...who }];
  });
}

/**
 * Marks a follow-up done; two "done" merge (rule DM12).
 *
 * Whoever changed it meanwhile, unseen, is told that their change has come too late.
 */
export function decideFollowUpDone(
  { followUpId: id, undone }: MutationArgs['follow-up.done'],
  base: number,
  rows: Rows,
  { actor: by, at }: Deciding,
): Verdict {
  const held = rows.get('follow-up', id);
  if (!held) return refuse('not-found', 'This follow-up is not there any more.');
  if (held.record.done) return { outcome: 'merged' };
  const before = held.record.changes ?? [];
  const line: FieldChange = { field: 'done', from: false, to: true, by, at, after: held.seq };
  const unseen = before.filter((one) => one.by.id !== by.id && one.after >= base);
  const latest = [...new Map(unseen.map((one) => [one.by.id, one])).values()];
  const told = latest.map((one) => ({ ...line, over: { by: one.by, at: one.at } }));
  const changes = [...before, ...(told.length > 0 ? told : [line])];
  const done = undone ? { at, by, undone } : { at, by };
  const record: FollowUp = { ...held.record, done, changes };
  const conflicts = latest.map((one) => lateChange(id, one));
  return { outcome: 'applied', changes: [{ kind: 'follow-up', id, record }], conflicts };
}

function lateChange(id: string, { field, to, by, at }: FieldChange): Conflict {
  return { rule: 'DM11', kind: 'follow-up', id, field, yours: 'done', theirs: to, by, at };
}

/** Opens a follow-up again, if whoever asks has seen that it was done (rule DM20). */
export function decideFollowUpReopen(
  { followUpId: id }: MutationArgs['follow-up.reopen'],
  base: number,
  rows: Rows,
  { actor: by, at }: Deciding,
): Verdict {
  const held = rows.get('follow-up', id);
  if (!held) return refuse('not-found', 'This follow-up is not there any more.');
  const { done, ...open } = held.record;
  if (!done) return { outcome: 'merged' };
  if (held.seq > base && done.by.id !== by.id) {
    const what = { rule: 'DM20', kind: 'follow-up', id, field: 'done' };
    return refuse('rule', `${done.by.name} has marked this done since you looked.`, {
      ...{ ...what, yours: false, theirs: true, by: done.by, at: done.at },
    });
  }
  const line: FieldChange = { field: 'done', from: true, to: false, by, at, after: held.seq };
  const record: FollowUp = { ...open, changes: [...(open.changes ?? []), line] };
  return { outcome: 'applied', changes: [{ kind: 'follow-up', id, record }] };
}

/** Records that a person must not be contacted; the first record stands (rule DM13). */
export function decideDoNotContact(
  args: MutationArgs['do-not-contact.set'],
  rows: Rows,
  context: Deciding,
): Verdict {
  const { candidateId, reason } = args;
  const held = rows.get('do-not-contact', candidateId)?.record;
  if (held) {
    if (held.reason === reason) return { outcome: 'merged' };
    const { by, at, reason: theirs } = held;
    const what = { rule: 'DM13', kind: 'do-not-contact', id: candidateId, field: 'reason' };
    return { outcome: 'merged', conflicts: [{ ...what, yours: reason, theirs, by, at }] };
  }
  // The centre keeps no row about somebody it has erased, this one included.
  if (!context.personHeld(candidateId)) return refuse('rule', WITHDRAWN);
  const record = { id: candidateId, candidateId, reason, at: context.at, by: context.actor };
  return { outcome: 'applied', changes: [{ kind: 'do-not-contact', id: candidateId, record }] };
}
