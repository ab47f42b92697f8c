import { type Static, Type } from 'typebox';
import { CouncilId, IsoInstant, RecordId, RecruiterId, StreamId } from '../brands.ts';
import { Programme } from '../records/programme.ts';
import { RecruiterRole } from '../vocabulary.ts';
import { DirectiveKey, SignedDirective } from './directives.ts';
import { RecoveryKey } from './recovery.ts';

/** One stream the caller may read. */
export const Grant = Type.Object({
  stream: StreamId,
  epoch: Type.String(),
  head: Type.Integer({ minimum: 0 }),
  access: Type.Enum(['r', 'rw']),
  /** Earlier histories of the stream; rows up to `commonSeq` are the same. From protocol 2. */
  past: Type.Optional(
    Type.Array(Type.Object({ epoch: Type.String(), commonSeq: Type.Integer({ minimum: 0 }) })),
  ),
});
export type Grant = Static<typeof Grant>;

/**
 * The directives a device has obeyed.
 *
 * An older copy of itself says something else than the centre has receipts of. A count would
 * not do: after a restore of either side the two may hold as many, and others.
 */
export const Obeyed = Type.Object({
  /** SHA-256, in hexadecimal, of the ids of acknowledged receipts in order, end to end. */
  acknowledged: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  /** Receipts on their way; the centre may have them already. */
  unacknowledged: Type.Array(RecordId, { maxItems: 1000 }),
});
export type Obeyed = Static<typeof Obeyed>;

/** `POST /v1/sync/session`: hello. */
export const SessionRequest = Type.Object({
  device: Type.String({ minLength: 8, maxLength: 64 }),
  appVersion: Type.String({ maxLength: 40 }),
  obeyed: Type.Optional(Obeyed),
  /** The centre's clock when this laptop first asked, under whatever name; erasures since then concern it. */
  since: Type.Optional(IsoInstant),
  /** The name this device gave up; what that one was told to remove concerns this one too. */
  formerly: Type.Optional(Type.String({ minLength: 8, maxLength: 64 })),
  /** The streams it has keys of; those that are not granted it is told to remove. */
  holds: Type.Optional(Type.Array(StreamId, { maxItems: 500 })),
});
export type SessionRequest = Static<typeof SessionRequest>;

/** Who is calling, what they may read, and the centre's own clock. */
export const Session = Type.Object({
  now: IsoInstant,
  protocol: Type.Object({ min: Type.Integer(), max: Type.Integer() }),
  grantsRev: Type.Integer(),
  grants: Type.Array(Grant),
  recruiter: Type.Object({
    id: RecruiterId,
    name: Type.String(),
    email: Type.String(),
    jobTitle: Type.String(),
    role: RecruiterRole,
  }),
  councils: Type.Array(
    Type.Object({
      id: CouncilId,
      name: Type.String(),
      region: Type.String(),
      /** The council's base for distance. */
      lat: Type.Number(),
      lon: Type.Number(),
    }),
  ),
  programme: Programme,
  /** The highest order number the centre holds of this device. */
  lastN: Type.Integer({ minimum: 0 }),
  /** What this device is to remove; from protocol 2. */
  directives: Type.Optional(Type.Array(SignedDirective)),
  /** More of them follow once these are receipted; from protocol 2. */
  moreDirectives: Type.Optional(Type.Boolean()),
  /** The centre had other receipts than the device says and has forgotten them all; from protocol 2. */
  forgotReceipts: Type.Optional(Type.Boolean()),
  /** What the centre signs directives with; from protocol 2. */
  directiveKeys: Type.Optional(Type.Array(DirectiveKey, { minItems: 1, maxItems: 4 })),
  limits: Type.Object({
    pushCount: Type.Integer(),
    pushBytes: Type.Integer(),
    pollMs: Type.Integer(),
    /** Since protocol 2: how long laptops keep what was acknowledged, for a restore. */
    journalDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 366 })),
  }),
  /** Since protocol 2: seals what must outlive this laptop's own keys. */
  recovery: Type.Optional(RecoveryKey),
});
export type Session = Static<typeof Session>;
