import {
  type CandidateId,
  type CouncilId,
  councilStream,
  type RecordId,
  type RecruiterId,
  type StreamId,
  userStream,
} from '#contract/brands.ts';
import type { MutationArgs, MutationDraft, MutationKind } from '#contract/mutations.ts';
import { LEAVE_ALONE_OUTCOMES, type RecruiterRole } from '#contract/vocabulary.ts';
import { decideContact } from './decide-contact.ts';
import {
  decideDismiss,
  decideSearchLook,
  decideSearchRemove,
  decideSearchSave,
  decideSeen,
} from './decide-finding.ts';
import {
  decideDoNotContact,
  decideFollowUpDone,
  decideFollowUpReopen,
  decideFollowUpSet,
} from './decide-follow-up.ts';
import { decideOverlapSettled } from './decide-overlap.ts';
import { decideSettle } from './decide-settle.ts';
import { decideAdd, decideMove, decideRemove } from './decide-shortlist.ts';
import { decideCreateVacancy, decideEditVacancy } from './decide-vacancy.ts';
import { dismissalId, lookedId, overlapSettledId, seenId, shortlistEntryId } from './ids.ts';
import { type Deciding, type Need, type Rows, refuse, type Verdict } from './verdict.ts';

/** Roles that may change a council's work (features.md A01). */
const WRITERS: readonly RecruiterRole[] = ['recruiter', 'hiring_manager', 'council_admin'];

/** Changes that start something new, and so are refused while the programme is closed. */
const STARTS_SOMETHING: readonly MutationKind[] = [
  'vacancy.create',
  'vacancy.edit',
  'shortlist.add',
  'shortlist.move',
  'contact.log',
  'follow-up.set',
  'follow-up.reopen',
  'person.dismiss',
];

/**
 * Decides one change against the rows as they are. Rules DM1 to DM22 of SPEC.md.
 *
 * Total: every change of the contract gets a verdict, and nothing is thrown for what a
 * recruiter or another laptop can cause.
 */
export function decide(mutation: MutationDraft, rows: Rows, context: Deciding): Verdict {
  if (mutation.kind === 'noop' || mutation.kind === 'audit.record') {
    return { outcome: 'applied', changes: [] };
  }
  // Reading what became of one's own work is nobody else's business, whatever the role.
  if (mutation.kind === 'conflict.settle') return decideSettle(mutation.args, rows, context);
  // So is what somebody looks for, and what they have seen.
  const isOwn = mutation.stream.startsWith('user:') && mutation.kind !== 'overlap.settle';
  if (!isOwn && !WRITERS.includes(context.role)) {
    return refuse('not-allowed', 'Your role can read but not change this council’s work.');
  }
  // A closed programme stops new work but never a person's wish to be left alone (Y5).
  const closed = context.programme === 'closed' || context.programme === 'planned';
  if (closed && startsSomething(mutation)) {
    return refuse(
      'programme-closed',
      context.programme === 'closed'
        ? 'The programme is closed. You can read, but not start anything new.'
        : 'The programme has not opened yet.',
    );
  }
  switch (mutation.kind) {
    case 'vacancy.create':
      return decideCreateVacancy(mutation.args, rows, context);
    case 'vacancy.edit':
      return decideEditVacancy(mutation.args, mutation.base, rows, context);
    case 'shortlist.add':
      return decideAdd(mutation.args, mutation.base, rows, context);
    case 'shortlist.move':
      return decideMove(mutation.args, mutation.base, rows, context);
    case 'shortlist.remove':
      return decideRemove(mutation.args, mutation.base, rows, context);
    case 'contact.log':
      return decideContact(mutation.args, rows, context);
    case 'follow-up.set':
      return decideFollowUpSet(mutation.args, mutation.base, rows, context);
    case 'follow-up.done':
      return decideFollowUpDone(mutation.args, mutation.base, rows, context);
    case 'follow-up.reopen':
      return decideFollowUpReopen(mutation.args, mutation.base, rows, context);
    case 'do-not-contact.set':
      return decideDoNotContact(mutation.args, rows, context);
    case 'story.submit':
      return decideStory(mutation.args, rows, context);
    case 'overlap.settle':
      return decideOverlapSettled(mutation.args, rows, context);
    case 'search.save':
      return decideSearchSave(mutation.args, rows, context);
    case 'search.remove':
      return decideSearchRemove(mutation.args, rows, context);
    case 'search.look':
      return decideSearchLook(mutation.args, rows);
    case 'person.see':
      return decideSeen(mutation.args, rows, context);
    case 'person.dismiss':
      return decideDismiss(mutation.args, rows, context);
  }
}

/**
 * Whether a change is only what somebody looked at: kept and sent like all others, and never
 * refused, but no work that waits or could be lost (DM36).
 */
export function isMark({ kind }: Pick<MutationDraft, 'kind'>): boolean {
  return kind === 'search.look' || kind === 'person.see';
}

/** Says where a change belongs: in its maker's own stream, or in that of their council. */
export function streamFor(
  draft: Pick<MutationDraft, 'kind' | 'args'>,
  maker: { readonly recruiterId: RecruiterId; readonly councilId: CouncilId },
): StreamId {
  return isOwnMark(draft) ? userStream(maker.recruiterId) : councilStream(maker.councilId);
}

/** Whether a change belongs in its maker's own stream. */
export function isOwnMark(draft: Pick<MutationDraft, 'kind' | 'args'>): boolean {
  const { kind, args } = draft as MutationDraft;
  if (kind === 'search.save' || kind === 'search.remove') return !args.shared;
  return kind === 'overlap.settle' || kind === 'search.look' || kind === 'person.see';
}

/** Says which record a change is about; the envelope's `entity`. */
export function entityOf(
  draft: Pick<MutationDraft, 'kind' | 'args'>,
  newId: () => RecordId,
): RecordId | CandidateId {
  const { kind, args } = draft as MutationDraft;
  switch (kind) {
    case 'vacancy.create':
    case 'contact.log':
    case 'follow-up.set':
    case 'story.submit':
    case 'search.save':
      return args.id;
    case 'search.remove':
      return args.searchId;
    case 'search.look':
      return lookedId(args.searchId);
    case 'person.see':
      return seenId(args.candidateId);
    case 'person.dismiss':
      return dismissalId(args.vacancyId, args.candidateId);
    case 'vacancy.edit':
      return args.vacancyId;
    case 'shortlist.add':
    case 'shortlist.move':
    case 'shortlist.remove':
      return shortlistEntryId(args.vacancyId, args.candidateId);
    case 'follow-up.done':
    case 'follow-up.reopen':
      return args.followUpId;
    case 'conflict.settle':
      return args.id;
    case 'do-not-contact.set':
      return args.candidateId;
    case 'overlap.settle':
      return overlapSettledId(args.candidateId, args.councilId);
    case 'audit.record':
      return args.candidateId ?? newId();
    case 'noop':
      return newId();
  }
}

/** Says which rows `decide` will look at, so that the centre can lock them in order. */
export function needs(mutation: MutationDraft): readonly Need[] {
  switch (mutation.kind) {
    case 'vacancy.create':
      return [{ kind: 'vacancy', id: mutation.args.id }];
    case 'vacancy.edit':
      return [{ kind: 'vacancy', id: mutation.args.vacancyId }];
    case 'shortlist.add':
    case 'shortlist.move':
    case 'shortlist.remove':
      return [
        { kind: 'vacancy', id: mutation.args.vacancyId },
        {
          kind: 'shortlist-entry',
          id: shortlistEntryId(mutation.args.vacancyId, mutation.args.candidateId),
        },
        { kind: 'do-not-contact', id: mutation.args.candidateId },
      ];
    case 'contact.log':
      return [
        { kind: 'contact', id: mutation.args.id },
        { kind: 'do-not-contact', id: mutation.args.candidateId },
        ...(mutation.args.correctionOf
          ? [{ kind: 'contact' as const, id: mutation.args.correctionOf }]
          : []),
      ];
    case 'follow-up.set':
      return [
        { kind: 'follow-up', id: mutation.args.id },
        { kind: 'do-not-contact', id: mutation.args.candidateId },
      ];
    case 'follow-up.done':
    case 'follow-up.reopen':
      return [{ kind: 'follow-up', id: mutation.args.followUpId }];
    case 'conflict.settle':
      return [{ kind: mutation.args.record, id: mutation.args.id }];
    case 'do-not-contact.set':
      return [{ kind: 'do-not-contact', id: mutation.args.candidateId }];
    case 'story.submit':
      return [{ kind: 'story', id: mutation.args.id }];
    case 'overlap.settle': {
      const { candidateId, councilId } = mutation.args;
      return [{ kind: 'overlap-settled', id: overlapSettledId(candidateId, councilId) }];
    }
    case 'search.save': {
      const { id, buildsOn } = mutation.args;
      return [id, ...(buildsOn ? [buildsOn] : [])].map((each) => ({
        kind: 'saved-search',
        id: each,
      }));
    }
    case 'search.remove':
      return [{ kind: 'saved-search', id: mutation.args.searchId }];
    case 'search.look':
      return [{ kind: 'looked', id: lookedId(mutation.args.searchId) }];
    case 'person.see':
      return [{ kind: 'seen', id: seenId(mutation.args.candidateId) }];
    case 'person.dismiss': {
      const { vacancyId, candidateId } = mutation.args;
      return [
        { kind: 'vacancy', id: vacancyId },
        { kind: 'dismissal', id: dismissalId(vacancyId, candidateId) },
      ];
    }
    case 'audit.record':
    case 'noop':
      return [];
  }
}

/** The person a change is about, for erasure and for words on screen; null = nobody. */
export function personOf(mutation: Pick<MutationDraft, 'args'>): CandidateId | null {
  const args = mutation.args as { readonly candidateId?: CandidateId };
  return args.candidateId ?? null;
}

/** Whether a change starts something new with somebody: what a wish to be left alone is not. */
export function startsSomething(mutation: MutationDraft): boolean {
  return STARTS_SOMETHING.includes(mutation.kind) && !asksToBeLeftAlone(mutation);
}

function asksToBeLeftAlone(mutation: MutationDraft): boolean {
  return mutation.kind === 'contact.log' && LEAVE_ALONE_OUTCOMES.includes(mutation.args.outcome);
}

function decideStory(args: MutationArgs['story.submit'], rows: Rows, context: Deciding): Verdict {
  if (rows.get('story', args.id)) return { outcome: 'merged' };
  if (!args.permissionGiven) {
    return refuse('rule', 'Say that the person it is about has agreed before you submit it.');
  }
  const record = {
    ...args,
    councilId: context.councilId,
    by: context.actor,
    at: context.at,
    status: 'submitted' as const,
  };
  return { outcome: 'applied', changes: [{ kind: 'story', id: args.id, record }] };
}
