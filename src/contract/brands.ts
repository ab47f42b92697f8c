import { type Static, Type } from 'typebox';

/**
 * Marks a plain string as one kind of name, so that two kinds cannot be mixed up.
 *
 * Brands exist only for the compiler; a schema of this file is the only maker.
 */
export type Brand<Name extends string> = string & { readonly __brand: Name };

const branded = <Name extends string>(pattern: string) =>
  Type.Unsafe<Brand<Name>>(Type.String({ pattern, maxLength: 64 }));

const UUID = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';

/** Identifies a person in the pool; given by the centre. */
export const CandidateId = branded<'CandidateId'>(UUID);
/** Identifies a person in the pool; given by the centre. */
export type CandidateId = Static<typeof CandidateId>;

/** Names a council for ever, e.g. `kent`; never its GSS code, which changes with boundaries. */
export const CouncilId = branded<'CouncilId'>('^[a-z][a-z0-9-]{1,47}$');
/** Names a council for ever, e.g. `kent`; never its GSS code, which changes with boundaries. */
export type CouncilId = Static<typeof CouncilId>;

/** Identifies a recruiter: the issuer's subject. */
export const RecruiterId = branded<'RecruiterId'>(UUID);
/** Identifies a recruiter: the issuer's subject. */
export type RecruiterId = Static<typeof RecruiterId>;

/** Identifies any record a laptop can create: UUIDv7, or v5 where the key is natural. */
export const RecordId = branded<'RecordId'>(UUID);
/** Identifies any record a laptop can create: UUIDv7, or v5 where the key is natural. */
export type RecordId = Static<typeof RecordId>;

/**
 * Names a stream: the unit of permission, order, key and purge (decision Y1).
 *
 * `pool` holds people, `programme` what everyone may read beside them (decision 0003),
 * `presence` what councils let each other know of contacts (decision 0013),
 * `council:<id>` one council's own work, `user:<id>` one recruiter's own settings.
 */
export const StreamId = branded<'StreamId'>(
  '^(pool|programme|presence|council:[a-z][a-z0-9-]{1,47}|user:[0-9a-f-]{36})$',
);
/** Names a stream: the unit of permission, order, key and purge (decision Y1). */
export type StreamId = Static<typeof StreamId>;

/** A moment: ISO 8601 in UTC with milliseconds, `2026-06-09T08:31:00.000Z`. */
export const IsoInstant = branded<'IsoInstant'>(
  '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$',
);
/** A moment: ISO 8601 in UTC with milliseconds, `2026-06-09T08:31:00.000Z`. */
export type IsoInstant = Static<typeof IsoInstant>;

/** A calendar day in London: `2026-06-09`. */
export const IsoDate = branded<'IsoDate'>('^\\d{4}-\\d\\d-\\d\\d$');
/** A calendar day in London: `2026-06-09`. */
export type IsoDate = Static<typeof IsoDate>;

/** A month: `2023-03`. */
export const IsoMonth = branded<'IsoMonth'>('^\\d{4}-\\d\\d$');
/** A month: `2023-03`. */
export type IsoMonth = Static<typeof IsoMonth>;

/** The stream of people. */
export const POOL = 'pool' as StreamId;
/** The stream of what everyone may read: programme state, published stories. */
export const PROGRAMME = 'programme' as StreamId;

/** The stream of what councils let each other know of their contacts. */
export const PRESENCE = 'presence' as StreamId;

/** Returns the stream of one council's own work. */
export function councilStream(id: CouncilId): StreamId {
  return `council:${id}` as StreamId;
}

/** Returns the stream of one recruiter's own marks and settings. */
export function userStream(id: RecruiterId): StreamId {
  return `user:${id}` as StreamId;
}
