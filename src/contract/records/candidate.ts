import { type Static, Type } from 'typebox';
import { CandidateId, CouncilId, IsoDate, IsoInstant, IsoMonth } from '../brands.ts';
import {
  Annotation,
  CaseSystem,
  Channel,
  DbsDeclared,
  EmploymentType,
  HoursPattern,
  PracticeEducator,
  Region,
  RegistrationStatus,
  RoleGroup,
  SpecialismId,
} from '../vocabulary.ts';

/**
 * A person of the pool, as the centre knows them; read only on a laptop.
 *
 * Domain.md section 6. No protected characteristic and no proxy for one is in this
 * schema, and none may be added (features.md L06; a test holds the list of names).
 * Absent means "not known": never blank, never 0. Points are outward-code centroids.
 */
export const Candidate = Type.Object({
  id: CandidateId,
  /** Shown instead of the name: `SWT-XXXX-XX`. */
  ref: Type.String({ maxLength: 16 }),
  givenName: Type.String({ maxLength: 80 }),
  familyName: Type.String({ maxLength: 80 }),
  email: Type.Optional(Type.String({ maxLength: 200 })),
  phone: Type.Optional(Type.String({ maxLength: 40 })),
  preferredContact: Channel,
  bestTimes: Type.Optional(Type.String({ maxLength: 120 })),
  homeTown: Type.Optional(Type.String({ maxLength: 80 })),
  homeOutcode: Type.Optional(Type.String({ maxLength: 4 })),
  lat: Type.Optional(Type.Number({ minimum: 49, maximum: 61 })),
  lon: Type.Optional(Type.Number({ minimum: -9, maximum: 3 })),
  homeCouncilId: Type.Optional(CouncilId),
  region: Type.Optional(Region),
  /** Straight-line miles they will travel; 999 = any distance. */
  maxTravelMiles: Type.Optional(Type.Integer({ minimum: 1, maximum: 999 })),
  willRelocate: Type.Boolean(),
  remoteOk: Type.Boolean(),
  canTravelForVisits: Type.Boolean(),
  registrationNumber: Type.Optional(Type.String({ pattern: '^SW[1-9][0-9]{0,6}$' })),
  registrationStatus: RegistrationStatus,
  restrictionUntil: Type.Optional(IsoDate),
  /** The day the centre last read the public register for this person. */
  registerCheckedOn: Type.Optional(IsoDate),
  annotations: Type.Array(Annotation, { maxItems: 2 }),
  practiceEducator: PracticeEducator,
  yearsPostQualifying: Type.Optional(Type.Integer({ minimum: 0, maximum: 60 })),
  lastPractisedOn: Type.Optional(IsoMonth),
  primarySpecialism: SpecialismId,
  /** All areas, the primary one first. */
  specialisms: Type.Array(SpecialismId, { minItems: 1, maxItems: 8 }),
  roleGroup: RoleGroup,
  caseSystems: Type.Array(CaseSystem, { maxItems: 8 }),
  models: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 8 }),
  languages: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 6 }),
  summary: Type.Optional(Type.String({ maxLength: 1200 })),
  employmentTypes: Type.Array(EmploymentType, { maxItems: 7 }),
  hours: Type.Array(HoursPattern, { maxItems: 8 }),
  minHoursPerWeek: Type.Optional(Type.Number({ minimum: 0, maximum: 60 })),
  maxHoursPerWeek: Type.Optional(Type.Number({ minimum: 0, maximum: 60 })),
  availableFrom: Type.Optional(IsoDate),
  dbsDeclared: Type.Optional(DbsDeclared),
  refsAvailable: Type.Optional(Type.Boolean()),
  /** `paused` and `placed` people are hidden unless asked for (F13). */
  programmeState: Type.Enum(['active', 'paused', 'placed']),
  registeredInterestAt: IsoInstant,
  /** The day they last confirmed what they told us. */
  confirmedOn: IsoDate,
  /** First day anyone of any council spoke to them; absent = nobody has: "unheard". */
  firstSpokenOn: Type.Optional(IsoDate),
  /** Last day anyone of any council tried or spoke; a date only, never who (P4). */
  lastTriedOn: Type.Optional(IsoDate),
});
/** A person of the pool, as the centre knows them; read only on a laptop. */
export type Candidate = Static<typeof Candidate>;
