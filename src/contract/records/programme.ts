import { type Static, Type } from 'typebox';
import { CouncilId, IsoDate, IsoInstant, RecordId } from '../brands.ts';
import { ProgrammeStatus } from '../vocabulary.ts';
import { Actor } from './council-work.ts';

/** The life of the programme, and the policy the centre sends with it (decision P4). */
export const Programme = Type.Object({
  id: RecordId,
  name: Type.String({ maxLength: 120 }),
  status: ProgrammeStatus,
  opensOn: IsoDate,
  closesOn: Type.Optional(IsoDate),
  mayReopenUntil: Type.Optional(IsoDate),
  /** When closed: the day unsuccessful people's records are removed. */
  retainUntil: Type.Optional(IsoDate),
  banner: Type.Optional(Type.String({ maxLength: 300 })),
  policy: Type.Object({
    presenceDays: Type.Integer({ minimum: 0, maximum: 90 }),
    unsuccessfulMonths: Type.Integer({ minimum: 1, maximum: 24 }),
    auditYears: Type.Integer({ minimum: 1, maximum: 10 }),
    staleDays: Type.Integer({ minimum: 1, maximum: 30 }),
    readOnlyDays: Type.Integer({ minimum: 1, maximum: 60 }),
    lockDays: Type.Integer({ minimum: 1, maximum: 90 }),
    registerFreshDays: Type.Integer({ minimum: 1, maximum: 365 }),
  }),
});
export type Programme = Static<typeof Programme>;

/** A success story: submitted in a council's stream, published in the programme's. */
export const SuccessStory = Type.Object({
  id: RecordId,
  councilId: CouncilId,
  title: Type.String({ minLength: 1, maxLength: 120 }),
  body: Type.String({ minLength: 1, maxLength: 5000 }),
  quote: Type.Optional(Type.String({ maxLength: 500 })),
  quoteBy: Type.Optional(Type.String({ maxLength: 120 })),
  serviceArea: Type.String({ maxLength: 80 }),
  /** The person it is about has agreed to it. */
  permissionGiven: Type.Boolean(),
  status: Type.Enum(['submitted', 'published', 'withdrawn']),
  by: Actor,
  at: IsoInstant,
});
export type SuccessStory = Static<typeof SuccessStory>;
