import type { Conflict } from '#contract/conflict.ts';
import type { MutationDraft } from '#contract/mutations.ts';
import type { CommandDraft } from '#contract/queries.ts';
import type { FollowUp, ShortlistEntry, Vacancy } from '#contract/records/council-work.ts';
import { EXIT_STAGES, type Stage } from '#contract/vocabulary.ts';
import type { Loss, Telling } from '#core/domain/decide-settle.ts';
import { shortlistEntryId } from '#core/domain/ids.ts';
import type { ShownWork } from '../shown-work.ts';

type Drafts = readonly CommandDraft[];

/** The changes that make it so again, on what stands now. */
export function mineAgain({ rows }: ShownWork, change: CommandDraft): Drafts {
  const { kind, args } = change as MutationDraft;
  if (kind === 'shortlist.move') {
    const { from: _shown, ...move } = args;
    const { vacancyId, candidateId } = args;
    const held = rows.get('shortlist-entry', shortlistEntryId(vacancyId, candidateId))?.record;
    const again: CommandDraft = { kind, args: move };
    // Whoever was taken off meanwhile is first put back on the list.
    if (!held?.removed) return [again];
    return [{ kind: 'shortlist.add', args: { vacancyId, candidateId, stage: held.stage } }, again];
  }
  if (kind === 'shortlist.add' && args.stage) {
    // Whoever is on the list already is moved to the stage that was asked for.
    const { vacancyId, candidateId, stage } = args;
    return [change, { kind: 'shortlist.move', args: { vacancyId, candidateId, to: stage } }];
  }
  if (kind === 'follow-up.set') {
    const { was: _shown, ...set } = args;
    const again: CommandDraft = { kind, args: set };
    const isDone = rows.get('follow-up', args.id)?.record.done !== undefined;
    // An edit that came after "done" needs the follow-up opened again first.
    return isDone ? [{ kind: 'follow-up.reopen', args: { followUpId: args.id } }, again] : [again];
  }
  return [change];
}

/** The changes that make it as the colleagues wanted, where mine has replaced theirs. */
export function theirsBack({ rows }: ShownWork, conflicts: readonly Conflict[]): Drafts | null {
  const drafts = conflicts.map(({ kind, id, field, theirs, yours, at }): CommandDraft | null => {
    if (kind === 'vacancy' && theirs !== null) return editOf(id, field, theirs);
    if (kind === 'follow-up' && yours === 'done') {
      return { kind: 'follow-up.reopen', args: { followUpId: id as FollowUp['id'] } };
    }
    if (kind === 'follow-up') {
      const record = rows.get('follow-up', id)?.record;
      return record ? setOf(record, field, theirs) : null;
    }
    const entry = kind === 'shortlist-entry' ? rows.get(kind, id)?.record : undefined;
    return entry ? stageOf(entry, theirs as Stage | null, at) : null;
  });
  return drafts.every((draft) => draft !== null) ? drafts : null;
}

/** The changes that bring a value of mine back that a colleague has replaced. */
export function valueAgain(
  kind: 'vacancy' | 'shortlist-entry' | 'follow-up',
  record: Telling,
  { field, myField, mine, mineAt }: Loss,
): Drafts | null {
  if (kind === 'vacancy') return mine === null ? null : [editOf(record.id, myField, mine)];
  if (kind === 'shortlist-entry') {
    return [stageOf(record as ShortlistEntry, mine as Stage | null, mineAt)];
  }
  if (field === 'done') {
    return [{ kind: 'follow-up.reopen', args: { followUpId: record.id } }];
  }
  return [setOf(record as FollowUp, myField, mine)];
}

function editOf(id: string, field: string, value: unknown): CommandDraft {
  const fields = { [field]: value } as Partial<Vacancy>;
  return { kind: 'vacancy.edit', args: { vacancyId: id as Vacancy['id'], fields } };
}

function setOf(record: FollowUp, field: string, value: unknown): CommandDraft {
  const { id, candidateId, what, dueOn, dueTime, promise } = record;
  const now = { id, candidateId, what, dueOn, promise, ...(dueTime ? { dueTime } : {}) };
  const { [field as 'dueTime']: _old, ...rest } = now;
  const set = value === null ? {} : { [field]: value };
  return { kind: 'follow-up.set', args: { ...rest, ...set } };
}

/** Brings a stage back with the reason it had; null takes them off the list. */
function stageOf(
  { vacancyId, candidateId, history }: ShortlistEntry,
  stage: Stage | null,
  at: string | undefined,
): CommandDraft {
  const on = { vacancyId, candidateId };
  const reason = history.findLast((move) => move.at === at)?.reason ?? 'As it was before';
  if (stage === null) return { kind: 'shortlist.remove', args: { ...on, reason } };
  const why = EXIT_STAGES.includes(stage) ? { reason } : {};
  return { kind: 'shortlist.move', args: { ...on, to: stage, ...why } };
}
