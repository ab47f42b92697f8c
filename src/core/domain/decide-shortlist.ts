import type { MutationArgs } from '#contract/mutations.ts';
import type { ShortlistEntry, StageMove } from '#contract/records/council-work.ts';
import { EXIT_STAGES, STAGES, type Stage } from '#contract/vocabulary.ts';
import { shortlistEntryId } from './ids.ts';
import { type Deciding, LEFT_ALONE, type Rows, refuse, type Verdict } from './verdict.ts';

/** Adds a person to a shortlist; add and add merge, an add brings back a removed one (DM5). */
export function decideAdd(
  args: MutationArgs['shortlist.add'],
  rows: Rows,
  context: Deciding,
): Verdict {
  const vacancy = rows.get('vacancy', args.vacancyId);
  if (!vacancy) return refuse('not-found', 'This vacancy is not there any more.');
  if (vacancy.record.status === 'closed') return refuse('rule', 'This vacancy is closed.');
  if (!context.personHeld(args.candidateId)) {
    return refuse('rule', 'This person has withdrawn from the programme.');
  }
  if (rows.get('do-not-contact', args.candidateId)) return refuse('rule', LEFT_ALONE);
  const id = shortlistEntryId(args.vacancyId, args.candidateId);
  const held = rows.get('shortlist-entry', id);
  if (held && !held.record.removed) return { outcome: 'merged' };
  const stage = args.stage ?? 'new';
  const move: StageMove = { at: context.at, by: context.actor, to: stage };
  const record: ShortlistEntry = {
    id,
    vacancyId: args.vacancyId,
    candidateId: args.candidateId,
    stage,
    removed: false,
    history: [...(held?.record.history ?? []), move],
  };
  return { outcome: 'applied', changes: [{ kind: 'shortlist-entry', id, record }] };
}

/**
 * Moves a person to a stage: compare and set on what the screen showed (DM6).
 *
 * The same target merges; a move made on an older stage is refused with the present one,
 * never silently laid over it (sync.md 3.5). Whoever asked to be left alone is not taken
 * further; taking them out of the running, or back, stays possible (DM9).
 */
export function decideMove(
  args: MutationArgs['shortlist.move'],
  base: number,
  rows: Rows,
  context: Deciding,
): Verdict {
  const id = shortlistEntryId(args.vacancyId, args.candidateId);
  const held = rows.get('shortlist-entry', id);
  if (!held || held.record.removed) {
    return refuse('not-found', 'This person is not on this shortlist any more.');
  }
  if (!context.personHeld(args.candidateId)) {
    return refuse('rule', 'This person has withdrawn from the programme.');
  }
  if (held.record.stage === args.to) return { outcome: 'merged' };
  if (isForward(held.record.stage, args.to) && rows.get('do-not-contact', args.candidateId)) {
    return refuse('rule', LEFT_ALONE);
  }
  if (EXIT_STAGES.includes(args.to) && !args.reason) {
    return refuse('rule', 'Say why before you take someone out of the running.');
  }
  if (held.seq > base && !movedByMe(held.record, context)) {
    const last = held.record.history.at(-1);
    return refuse(
      'rule',
      `${last?.by.name ?? 'A colleague'} has moved this person since you looked.`,
    );
  }
  const move: StageMove = {
    at: context.at,
    by: context.actor,
    from: held.record.stage,
    to: args.to,
    ...(args.reason ? { reason: args.reason } : {}),
  };
  return applied({ ...held.record, stage: args.to, history: [...held.record.history, move] });
}

/** Takes a person off a shortlist; a newer add wins over an older removal (DM7). */
export function decideRemove(
  args: MutationArgs['shortlist.remove'],
  base: number,
  rows: Rows,
  context: Deciding,
): Verdict {
  const id = shortlistEntryId(args.vacancyId, args.candidateId);
  const held = rows.get('shortlist-entry', id);
  if (!held || held.record.removed) return { outcome: 'merged' };
  if (held.seq > base && !movedByMe(held.record, context)) {
    return refuse('rule', 'A colleague has changed this since you looked; they are kept on.');
  }
  if (needsReason(held.record.stage) && !args.reason) {
    return refuse('rule', 'Say why: they are at interview stage or later.');
  }
  const move: StageMove = {
    at: context.at,
    by: context.actor,
    from: held.record.stage,
    to: held.record.stage,
    reason: args.reason ?? 'Taken off the list',
  };
  return applied({ ...held.record, removed: true, history: [...held.record.history, move] });
}

const LATE_STAGES: readonly Stage[] = [
  'interview_arranged',
  'interviewed',
  'reserve',
  'offer_conditional',
  'checks',
  'cleared',
  'start_agreed',
  'placed',
];

/** Into a later stage, or back into the running. */
const isForward = (from: Stage, to: Stage) =>
  !EXIT_STAGES.includes(to) &&
  (EXIT_STAGES.includes(from) || STAGES.indexOf(to) > STAGES.indexOf(from));

const needsReason = (stage: Stage) => LATE_STAGES.includes(stage);

/** My own earlier changes, sent in the same order, are not news to me. */
function movedByMe(entry: ShortlistEntry, context: Deciding): boolean {
  return entry.history.at(-1)?.by.id === context.actor.id;
}

function applied(record: ShortlistEntry): Verdict {
  return { outcome: 'applied', changes: [{ kind: 'shortlist-entry', id: record.id, record }] };
}
