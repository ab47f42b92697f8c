import type { CandidateId, IsoInstant, RecordId } from '#contract/brands.ts';
import type { Conflict } from '#contract/conflict.ts';
import type { Decision, Side } from '#contract/decision.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { MutationDraft } from '#contract/mutations.ts';
import type { CommandDraft } from '#contract/queries.ts';
import type { FieldValue, ShortlistEntry } from '#contract/records/council-work.ts';
import { type Loss, lossesIn, type Telling } from '#core/domain/decide-settle.ts';
import { judgeDrafts } from '../commands/run-command.ts';
import { mineAgain, theirsBack, valueAgain } from './other-way.ts';
import { wordsFor } from './pending-changes.ts';
import { nameOf, type QueryContext } from './query-context.ts';

const TELLING = ['vacancy', 'shortlist-entry', 'follow-up'] as const;
type TellingKind = (typeof TELLING)[number];

/** What telling of decisions needs. */
export type DecisionContext = Pick<QueryContext, 'owner' | 'people' | 'shown'>;

/** What only this recruiter can settle, the oldest first: nothing is overwritten in silence. */
export function readDecisions(context: DecisionContext): readonly Decision[] {
  const { shown, owner } = context;
  const own = shown.entries.flatMap((entry) => ownDecision(context, entry) ?? []);
  const told = new Set(shown.entries.flatMap(crossedBy));
  const lost = TELLING.flatMap((kind) =>
    shown.all(kind).flatMap(({ record }) =>
      lossesIn(record, owner.recruiterId)
        // Both laptops were mine, and this one has the change that replaced it.
        .filter(
          (loss) => loss.by.id !== owner.recruiterId || !told.has(`${record.id} ${loss.field}`),
        )
        .map((loss) => lostDecision(context, { kind, record, loss })),
    ),
  );
  return [...own, ...lost].sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
}

function crossedBy({ state }: JournalEntry): readonly string[] {
  if (state.is !== 'told' && state.is !== 'sent') return [];
  return (state.conflicts ?? []).map(({ id, field }) => `${id} ${field}`);
}

/** A change of mine that was refused, or taken and has something to be read about it. */
function ownDecision(context: DecisionContext, entry: JournalEntry): Decision | null {
  const { id, mutation, state } = entry;
  if (state.is !== 'refused' && state.is !== 'told') return null;
  if (mutation.kind === 'noop') return null;
  const { kind, args } = mutation;
  const change = { kind, args } as CommandDraft;
  const conflicts = state.conflicts ?? [];
  const sides = conflicts.map((conflict) => sideOf(context, conflict));
  const stands = sides.length > 0 && sides.every(({ mine, now }) => mine === now);
  const isBack = state.is === 'told' && stands;
  const drafts = isBack ? theirsBack(context.shown, conflicts) : mineAgain(context.shown, change);
  return {
    ...aboutOf(context, subjectOf(context, mutation)),
    id,
    is: state.is,
    at: mutation.at,
    words: wordsFor(context, mutation),
    reason: state.is === 'refused' ? state.reason : null,
    sides,
    ...otherWay(context, isBack ? 'theirs-back' : 'mine-again', drafts),
    settle: { entry: id },
    change: state.is === 'refused' ? change : null,
  };
}

/** Whom and which vacancy a change is about, also where it names only a record about them. */
function subjectOf(
  { shown }: DecisionContext,
  mutation: MutationDraft,
): Pick<Decision, 'candidateId' | 'vacancyId'> {
  const { kind, args } = mutation;
  if (kind === 'follow-up.done' || kind === 'follow-up.reopen') {
    const followUp = shown.get('follow-up', args.followUpId)?.record;
    return { candidateId: followUp?.candidateId ?? null, vacancyId: null };
  }
  const isSettling = kind === 'conflict.settle';
  if (isSettling && args.record === 'vacancy') return { candidateId: null, vacancyId: args.id };
  const named = (isSettling ? (shown.get(args.record, args.id)?.record ?? {}) : args) as Partial<
    Pick<ShortlistEntry, 'candidateId' | 'vacancyId'>
  >;
  return { candidateId: named.candidateId ?? null, vacancyId: named.vacancyId ?? null };
}

/** A value of mine that a colleague has replaced without having seen it. */
function lostDecision(
  context: DecisionContext,
  lost: { readonly kind: TellingKind; readonly record: Telling; readonly loss: Loss },
): Decision {
  const { kind, record, loss } = lost;
  const { field, at, by, myField, mine, mineAt, theirs } = loss;
  const now = fieldNow(context, { kind, id: record.id, field: myField });
  const side = { rule: ruleOf(kind, field), kind, field: myField, theirField: field };
  const about = record as { readonly candidateId?: CandidateId; readonly vacancyId?: RecordId };
  return {
    ...aboutOf(context, {
      candidateId: about.candidateId ?? null,
      vacancyId: kind === 'vacancy' ? record.id : (about.vacancyId ?? null),
    }),
    id: `${record.id} ${field} ${at}`,
    is: 'lost',
    at: mineAt,
    words: '',
    reason: null,
    sides: [{ ...side, mine, theirs, now, by, at, isOwn: by.id === context.owner.recruiterId }],
    ...otherWay(context, 'mine-again', valueAgain(kind, record, loss)),
    settle: {
      draft: {
        kind: 'conflict.settle',
        args: { record: kind, id: record.id, field, at },
      },
    },
    change: null,
  };
}

const RULES: Readonly<Record<TellingKind, string>> = {
  vacancy: 'DM4',
  'shortlist-entry': 'DM21',
  'follow-up': 'DM11',
};

function ruleOf(kind: TellingKind, field: string): string {
  return kind === 'follow-up' && field !== 'done' ? 'DM4' : RULES[kind];
}

function aboutOf(
  context: DecisionContext,
  { candidateId, vacancyId }: Pick<Decision, 'candidateId' | 'vacancyId'>,
): Pick<Decision, 'candidateId' | 'vacancyId' | 'name' | 'vacancy'> {
  const vacancy = vacancyId ? context.shown.get('vacancy', vacancyId)?.record : undefined;
  return {
    candidateId,
    vacancyId: vacancy ? vacancyId : null,
    name: candidateId && nameOf(context, candidateId),
    vacancy: vacancy ? `${vacancy.ref} ${vacancy.title}` : null,
  };
}

/** The other way is offered only where the rules would take it now; else it is said why not. */
function otherWay(
  { shown }: DecisionContext,
  is: 'mine-again' | 'theirs-back',
  drafts: readonly CommandDraft[] | null,
): Pick<Decision, 'other' | 'blocked'> {
  if (drafts === null) return { other: null, blocked: null };
  const at = new Date(0).toISOString() as IsoInstant;
  const judged = judgeDrafts(drafts, { shown, at, newId: () => NOBODYS });
  if (!judged.ok) return { other: null, blocked: judged.error.message };
  return { other: { is, drafts }, blocked: null };
}

const NOBODYS = '00000000-0000-0000-0000-000000000000' as RecordId;

function sideOf(context: DecisionContext, conflict: Conflict): Side {
  const { rule, kind, field, yours, theirs, by = null, at = null } = conflict;
  const now = fieldNow(context, conflict);
  const isOwn = by?.id === context.owner.recruiterId;
  return { rule, kind, field, mine: yours, theirs, theirField: field, now, by, at, isOwn };
}

function fieldNow(
  { shown }: DecisionContext,
  { kind, id, field }: { readonly kind: string; readonly id: string; readonly field: string },
): FieldValue {
  if (kind === 'shortlist-entry') {
    const entry = shown.get('shortlist-entry', id)?.record;
    return !entry || entry.removed ? null : entry.stage;
  }
  const record = shown.get(kind as TellingKind, id)?.record as
    | (Readonly<Record<string, FieldValue>> & { readonly done?: object })
    | undefined;
  if (field === 'done') return record?.done !== undefined;
  return record?.[field] ?? null;
}
