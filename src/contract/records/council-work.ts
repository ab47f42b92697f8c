import { type Static, Type } from 'typebox';
import { CandidateId, CouncilId, IsoDate, IsoInstant, RecordId, RecruiterId } from '../brands.ts';
import {
  Channel,
  EmploymentType,
  Outcome,
  RecruiterRole,
  RoleGroup,
  SpecialismId,
  Stage,
} from '../vocabulary.ts';

/** Who did it: an id for rules, a name because a colleague may have left since. */
export const Actor = Type.Object({ id: RecruiterId, name: Type.String({ maxLength: 120 }) });
export type Actor = Static<typeof Actor>;

/** Whose value was replaced by somebody who had not seen it; told to them until they settle it. */
export const Overridden = Type.Object({
  by: Actor,
  at: IsoInstant,
  /** They have read it. */
  settled: Type.Optional(Type.Boolean()),
});
export type Overridden = Static<typeof Overridden>;

/** What a field holds; null = nothing. */
export const FieldValue = Type.Union([
  Type.String({ maxLength: 300 }),
  Type.Number(),
  Type.Boolean(),
  Type.Null(),
]);
export type FieldValue = Static<typeof FieldValue>;

/** One change of one field, kept with its record so that no value goes without a trace. */
export const FieldChange = Type.Object({
  field: Type.String({ maxLength: 24 }),
  from: FieldValue,
  to: FieldValue,
  by: Actor,
  at: IsoInstant,
  /** The record's sequence before it: a laptop that stood there or below has not seen it. */
  after: Type.Integer({ minimum: 0 }),
  over: Type.Optional(Overridden),
});
export type FieldChange = Static<typeof FieldChange>;

/** The changes of a record's fields, oldest first; old ones nobody has to settle are let go. */
const FieldChanges = Type.Optional(Type.Array(FieldChange, { maxItems: 200 }));

/** A vacancy and, with its entries, the shortlist for it. */
export const Vacancy = Type.Object({
  id: RecordId,
  councilId: CouncilId,
  /** Short name on screen, e.g. `SW-114`. */
  ref: Type.String({ minLength: 1, maxLength: 24 }),
  title: Type.String({ minLength: 1, maxLength: 120 }),
  team: Type.Optional(Type.String({ maxLength: 80 })),
  roleGroup: RoleGroup,
  specialisms: Type.Array(SpecialismId, { minItems: 1, maxItems: 8 }),
  posts: Type.Integer({ minimum: 1, maximum: 99 }),
  hoursPerWeek: Type.Optional(Type.Number({ minimum: 1, maximum: 48 })),
  employmentTypes: Type.Array(EmploymentType, { maxItems: 7 }),
  /** Where the team works; the council's base when absent. */
  base: Type.Optional(
    Type.Object({ label: Type.String({ maxLength: 80 }), lat: Type.Number(), lon: Type.Number() }),
  ),
  closesOn: Type.Optional(IsoDate),
  status: Type.Enum(['open', 'closed']),
  createdBy: Actor,
  createdAt: IsoInstant,
  changes: FieldChanges,
});
export type Vacancy = Static<typeof Vacancy>;

/** One move of a person on a shortlist; never edited but to settle `over`, never removed. */
export const StageMove = Type.Object({
  at: IsoInstant,
  by: Actor,
  to: Stage,
  from: Type.Optional(Stage),
  reason: Type.Optional(Type.String({ maxLength: 300 })),
  /** It took back what its maker had done just before. */
  undone: Type.Optional(Type.Boolean()),
  over: Type.Optional(Overridden),
});
export type StageMove = Static<typeof StageMove>;

/** A person on a vacancy's shortlist. `id` is the v5 of vacancy and person. */
export const ShortlistEntry = Type.Object({
  id: RecordId,
  vacancyId: RecordId,
  candidateId: CandidateId,
  stage: Stage,
  removed: Type.Boolean(),
  /** Oldest first; the last one made `stage`. */
  history: Type.Array(StageMove, { minItems: 1, maxItems: 500 }),
});
export type ShortlistEntry = Static<typeof ShortlistEntry>;

/** One contact with a person. Append only: a correction is a new row. */
export const ContactLog = Type.Object({
  id: RecordId,
  candidateId: CandidateId,
  vacancyId: Type.Optional(RecordId),
  by: Actor,
  /** When it happened, as the recruiter says. */
  at: IsoInstant,
  channel: Channel,
  direction: Type.Enum(['out', 'in']),
  outcome: Outcome,
  note: Type.Optional(Type.String({ maxLength: 1000 })),
  correctionOf: Type.Optional(RecordId),
  /** The contact it corrects did not happen: it was logged by mistake and taken back. */
  undone: Type.Optional(Type.Boolean()),
});
export type ContactLog = Static<typeof ContactLog>;

/** Something to do about a person on a day; a promise when they were told. */
export const FollowUp = Type.Object({
  id: RecordId,
  candidateId: CandidateId,
  what: Type.String({ minLength: 1, maxLength: 200 }),
  dueOn: IsoDate,
  /** `HH:MM` in London, if a time was agreed. */
  dueTime: Type.Optional(Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })),
  promise: Type.Boolean(),
  owner: Actor,
  createdAt: IsoInstant,
  /** `undone`: it was set by mistake and taken back. */
  done: Type.Optional(
    Type.Object({ at: IsoInstant, by: Actor, undone: Type.Optional(Type.Boolean()) }),
  ),
  changes: FieldChanges,
});
export type FollowUp = Static<typeof FollowUp>;

/** A person this council must not contact. `id` equals the person's id. */
export const DoNotContact = Type.Object({
  id: CandidateId,
  candidateId: CandidateId,
  reason: Type.String({ maxLength: 300 }),
  at: IsoInstant,
  by: Actor,
});
export type DoNotContact = Static<typeof DoNotContact>;

/** A colleague of the council, for names and hand-over. */
export const Colleague = Type.Object({
  id: RecruiterId,
  name: Type.String({ maxLength: 120 }),
  jobTitle: Type.String({ maxLength: 120 }),
  role: RecruiterRole,
});
export type Colleague = Static<typeof Colleague>;
