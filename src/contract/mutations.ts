import { type Static, type TSchema, Type } from 'typebox';
import { CandidateId, IsoInstant, RecordId, StreamId } from './brands.ts';
import { ContactLog, DoNotContact, FollowUp, Vacancy } from './records/council-work.ts';
import { Dismissal, Looked, SavedSearch, Seen } from './records/finding.ts';
import { OverlapSettled } from './records/presence.ts';
import { SuccessStory } from './records/programme.ts';
import { Stage } from './vocabulary.ts';

/** What of a vacancy can be changed once it is there. */
const VacancyFields = Type.Partial(
  Type.Pick(Vacancy, ['title', 'team', 'posts', 'hoursPerWeek', 'closesOn', 'status']),
);

/** What of a follow-up can be changed once it is there. */
const FollowUpFields = Type.Partial(Type.Pick(FollowUp, ['what', 'dueOn', 'dueTime', 'promise']));

/** The change takes back what its maker did before. */
const undone = { undone: Type.Optional(Type.Boolean()) };

const AUDIT_ACTIONS = ['reveal', 'export', 'print', 'copy', 'view'] as const;

/**
 * Everything a recruiter can change, with what must be said to change it.
 *
 * The actor, the council and the final time are never arguments: the centre takes
 * them from the session and the envelope. `core/domain` holds the rule for each. `was`
 * and `from` are what the screen showed: a value nobody had seen is not overwritten
 * without a word (sync.md 3.5).
 */
export const MUTATIONS = {
  'vacancy.create': Type.Omit(Vacancy, [
    'councilId',
    'createdBy',
    'createdAt',
    'status',
    'changes',
  ]),
  'vacancy.edit': Type.Object({
    vacancyId: RecordId,
    fields: VacancyFields,
    was: Type.Optional(VacancyFields),
    ...undone,
  }),
  'shortlist.add': Type.Object({
    vacancyId: RecordId,
    candidateId: CandidateId,
    stage: Type.Optional(Stage),
    ...undone,
  }),
  'shortlist.move': Type.Object({
    vacancyId: RecordId,
    candidateId: CandidateId,
    to: Stage,
    from: Type.Optional(Stage),
    reason: Type.Optional(Type.String({ maxLength: 300 })),
    ...undone,
  }),
  'shortlist.remove': Type.Object({
    vacancyId: RecordId,
    candidateId: CandidateId,
    from: Type.Optional(Stage),
    reason: Type.Optional(Type.String({ maxLength: 300 })),
    ...undone,
  }),
  'contact.log': Type.Omit(ContactLog, ['by']),
  'follow-up.set': Type.Object({
    ...Type.Omit(FollowUp, ['owner', 'createdAt', 'done', 'changes']).properties,
    was: Type.Optional(FollowUpFields),
  }),
  'follow-up.done': Type.Object({ followUpId: RecordId, ...undone }),
  'follow-up.reopen': Type.Object({ followUpId: RecordId }),
  'do-not-contact.set': Type.Pick(DoNotContact, ['candidateId', 'reason']),
  'story.submit': Type.Omit(SuccessStory, ['councilId', 'by', 'at', 'status']),
  /** In the recruiter's own stream, unlike all others. */
  'overlap.settle': Type.Pick(OverlapSettled, ['candidateId', 'councilId', 'on']),
  /** In the maker's own stream unless it is shared. */
  'search.save': Type.Pick(SavedSearch, ['id', 'name', 'query', 'buildsOn', 'shared']),
  'search.remove': Type.Object({ searchId: RecordId, shared: Type.Boolean() }),
  /** In the recruiter's own stream, as is the next. */
  'search.look': Type.Pick(Looked, ['searchId', 'asAt']),
  'person.see': Type.Pick(Seen, ['candidateId', 'seen']),
  'person.dismiss': Type.Pick(Dismissal, ['vacancyId', 'candidateId', 'dismissed', 'reason']),
  /** Its maker has read that a value of theirs was replaced; see `Overridden`. */
  'conflict.settle': Type.Object({
    record: Type.Enum(['vacancy', 'shortlist-entry', 'follow-up']),
    id: RecordId,
    field: Type.String({ maxLength: 24 }),
    /** When the change it tells of was made. */
    at: IsoInstant,
  }),
  'audit.record': Type.Object({
    action: Type.Enum([...AUDIT_ACTIONS]),
    candidateId: Type.Optional(CandidateId),
    detail: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  /** Fills the hole of an item that was erased or discarded, so that order stays dense. */
  noop: Type.Object({}),
} as const satisfies Record<string, TSchema>;

/** The word for a change on the wire and in the journal. */
export type MutationKind = keyof typeof MUTATIONS;

/** The arguments of each change. */
export type MutationArgs = { readonly [Kind in MutationKind]: Static<(typeof MUTATIONS)[Kind]> };

/** A change as a screen asks for it: the journal adds identity, order and time. */
export type MutationDraft = {
  readonly [Kind in MutationKind]: {
    readonly kind: Kind;
    readonly stream: StreamId;
    /** The record it is about. */
    readonly entity: RecordId | CandidateId;
    /** The stream sequence of that record the screen showed; 0 when it held none. */
    readonly base: number;
    readonly args: MutationArgs[Kind];
  };
}[MutationKind];

const envelope = {
  /** UUIDv7; the ledger's key: the same id has the same effect once. */
  id: RecordId,
  /** Order on this device, dense from 1. */
  n: Type.Integer({ minimum: 1 }),
  stream: StreamId,
  entity: Type.Union([RecordId, CandidateId]),
  base: Type.Integer({ minimum: 0 }),
  /** Protocol version that wrote it. */
  schema: Type.Integer({ minimum: 1 }),
  /** Display time; order is the centre's (sync.md 3.4). */
  at: IsoInstant,
  /** Milliseconds since it was made, by the monotonic clock where known. */
  ageMs: Type.Integer({ minimum: 0 }),
};

const mutationOf = <Kind extends MutationKind>(kind: Kind) =>
  Type.Object({ ...envelope, kind: Type.Literal(kind), args: MUTATIONS[kind] });

/** A change on its way to the centre. */
export const Mutation = Type.Union([
  mutationOf('vacancy.create'),
  mutationOf('vacancy.edit'),
  mutationOf('shortlist.add'),
  mutationOf('shortlist.move'),
  mutationOf('shortlist.remove'),
  mutationOf('contact.log'),
  mutationOf('follow-up.set'),
  mutationOf('follow-up.done'),
  mutationOf('follow-up.reopen'),
  mutationOf('do-not-contact.set'),
  mutationOf('story.submit'),
  mutationOf('overlap.settle'),
  mutationOf('search.save'),
  mutationOf('search.remove'),
  mutationOf('search.look'),
  mutationOf('person.see'),
  mutationOf('person.dismiss'),
  mutationOf('conflict.settle'),
  mutationOf('audit.record'),
  mutationOf('noop'),
]);
/** A change on its way to the centre. */
export type Mutation = MutationDraft & {
  readonly id: RecordId;
  readonly n: number;
  readonly schema: number;
  readonly at: IsoInstant;
  readonly ageMs: number;
};
