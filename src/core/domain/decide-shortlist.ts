import type { Conflict } from '#contract/conflict.ts';
import type { MutationArgs } from '#contract/mutations.ts';
import type { ShortlistEntry, StageMove } from '#contract/records/council-work.ts';
import { EXIT_STAGES, STAGES, type Stage } from '#contract/vocabulary.ts';
import { closedConflict, refuseLeftAlone, stageConflict } from './conflicts.ts';
import { shortlistEntryId } from './ids.ts';
import { type Deciding, type Held, type Rows, refuse, type Verdict } from './verdict.ts';

/** Adds a person to a shortlist; add and add merge, an add brings back a removed one (DM5). */
export function decideAdd(
  args: MutationArgs['shortlist.add'],
  base: number,
  rows: Rows,
  context: Deciding,
): Verdict {
  const { vacancyId, candidateId } = args;
  const vacancy = rows.get('vacancy', vacancyId)?.record;
  if (!vacancy) return refuse('not-found', 'This vacancy is not there any more.');
  if (vacancy.status === 'closed') {
    return refuse('rule', 'This vacancy is closed.', closedConflict(vacancy));
  }
  if (!context.personHeld(candidateId)) {
    return refuse('rule', 'This person has withdrawn from the programme.');
  }
  const blocked = rows.get('do-not-contact', candidateId)?.record;
  if (blocked && !context.wasTaken) return refuseLeftAlone(blocked);
  const id = shortlistEntryId(vacancyId, candidateId);
  const held = rows.get('shortlist-entry', id);
  const stage = args.stage ?? 'new';
  if (held && !held.record.removed) {
    // Only a stage somebody asked for by name can be lost by merging.
    if (args.stage === undefined || held.record.stage === stage) return { outcome: 'merged' };
    return { outcome: 'merged', conflicts: [stageConflict('DM5', held.record, stage)] };
  }
  const removal = held?.record.history.at(-1);
  const isUnseen = held && removal && held.seq > base && removal.by.id !== context.actor.id;
  const move: StageMove = {
    ...{ at: context.at, by: context.actor, to: stage },
    ...(args.undone ? { undone: true } : {}),
    ...(isUnseen ? { over: { by: removal.by, at: removal.at } } : {}),
  };
  const history = [...(held?.record.history ?? []), move];
  const record: ShortlistEntry = { id, vacancyId, candidateId, stage, removed: false, history };
  const conflicts = isUnseen ? [stageConflict('DM5', held.record, stage)] : [];
  return applied(record, conflicts);
}

/**
 * Moves a person to a stage: compare and set on what the screen showed (DM6).
 *
 * The same target merges, and keeps a reason of its own; a move made on an older stage is
 * refused with the present one, never silently laid over it (sync.md 3.5). Only that
 * somebody has started is a fact like a contact: it stands, and the other is told (DM21).
 * Whoever asked to be left alone is not taken further; taking them out of the running, or
 * back, stays possible (DM9).
 */
export function decideMove(
  args: MutationArgs['shortlist.move'],
  base: number,
  rows: Rows,
  context: Deciding,
): Verdict {
  const id = shortlistEntryId(args.vacancyId, args.candidateId);
  const held = rows.get('shortlist-entry', id);
  if (!held) return refuse('not-found', 'This person is not on this shortlist any more.');
  const { record } = held;
  const { to } = args;
  if (record.removed) {
    const gone = stageConflict('DM7', record, to);
    return refuse('not-found', 'This person is not on this shortlist any more.', gone);
  }
  if (!context.personHeld(args.candidateId)) {
    return refuse('rule', 'This person has withdrawn from the programme.');
  }
  if (record.stage === to) {
    return isNewReason(record, args, context) ? applied(moved(record, args, context)) : MERGED;
  }
  const blocked = rows.get('do-not-contact', args.candidateId)?.record;
  if (blocked && !context.wasTaken && isForward(record.stage, to)) return refuseLeftAlone(blocked);
  if (EXIT_STAGES.includes(to) && !args.reason) {
    return refuse('rule', 'Say why before you take someone out of the running.');
  }
  if (!isUnseen(held, args.from, base, context)) return applied(moved(record, args, context));
  const last = record.history.at(-1);
  const conflict = stageConflict(to === STARTED ? 'DM21' : 'DM6', record, to);
  if (to === STARTED) {
    const over = last ? { over: { by: last.by, at: last.at } } : {};
    return applied(moved(record, args, context, over), [conflict]);
  }
  const who = last?.by.name ?? 'A colleague';
  return refuse('rule', `${who} has moved this person since you looked.`, conflict);
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
  if (!held || held.record.removed) return MERGED;
  const { record } = held;
  if (isUnseen(held, args.from, base, context)) {
    return refuse(
      'rule',
      'A colleague has changed this since you looked; they are kept on.',
      stageConflict('DM7', record, null),
    );
  }
  if (needsReason(record.stage) && !args.reason) {
    return refuse('rule', 'Say why: they are at interview stage or later.');
  }
  const reason = args.reason ?? 'Taken off the list';
  const entry = moved(record, { ...args, to: record.stage, reason }, context);
  return applied({ ...entry, removed: true });
}

/** The stage that says they have really started. */
const STARTED: Stage = 'placed';

const MERGED: Verdict = { outcome: 'merged' };

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

/**
 * Whether the stage is news to whoever moves: somebody else has moved since, or the same
 * recruiter on another laptop. My own earlier changes, sent in order, are no news to me.
 */
function isUnseen(
  { seq, record }: Held<'shortlist-entry'>,
  from: Stage | undefined,
  base: number,
  { actor }: Deciding,
): boolean {
  if (from !== undefined && from !== record.stage) return true;
  return seq > base && record.history.at(-1)?.by.id !== actor.id;
}

/** Two may move somebody to one stage for different reasons: no word of either is lost. */
function isNewReason(
  { history }: ShortlistEntry,
  { to, reason }: Pick<MutationArgs['shortlist.move'], 'to' | 'reason'>,
  { actor }: Deciding,
): boolean {
  if (!reason) return false;
  return !history.some((move) => {
    return move.to === to && move.reason === reason && move.by.id === actor.id;
  });
}

function moved(
  record: ShortlistEntry,
  { to, reason, undone }: Pick<MutationArgs['shortlist.move'], 'to' | 'reason' | 'undone'>,
  { actor: by, at }: Deciding,
  over: Pick<StageMove, 'over'> = {},
): ShortlistEntry {
  const move: StageMove = {
    ...{ at, by, from: record.stage, to },
    ...(reason ? { reason } : {}),
    ...(undone ? { undone } : {}),
    ...over,
  };
  return { ...record, stage: to, history: [...record.history, move] };
}

function applied(record: ShortlistEntry, conflicts: readonly Conflict[] = []): Verdict {
  const changes = [{ kind: 'shortlist-entry', id: record.id, record }] as const;
  return { outcome: 'applied', changes, conflicts };
}
