import { type Static, Type } from 'typebox';
import { CandidateId, CouncilId, IsoDate, IsoInstant, RecordId } from '../brands.ts';

/** The most people one row names, so that it stays below what a cache keeps (32 KB). */
export const PRESENCE_MOST = 700;

const People = Type.Array(CandidateId, { maxItems: PRESENCE_MOST });

/**
 * Whom one council was in touch with in one half of a day, and nothing else.
 *
 * What councils let each other know (features.md M1, decision P4): person, council,
 * half-day and one of three words. Never an officer, an outcome, a note or a channel, and
 * no such field may be added (a test holds the list). It expires by `presenceDays`.
 */
export const Presence = Type.Object({
  /** The v5 of council and half-day. */
  id: RecordId,
  councilId: CouncilId,
  /** The day in London. */
  on: IsoDate,
  /** `am` = before midday in London. */
  half: Type.Enum(['am', 'pm']),
  /** Each list in order of ids; a person stands in one of them only. */
  tried: People,
  reached: People,
  promised: People,
});
/** Whom one council was in touch with in one half of a day, and nothing else. */
export type Presence = Static<typeof Presence>;

/** What one council lets the others know of a contact, the weakest first. */
export const CONTACT_CLASSES = ['tried', 'reached', 'promised'] as const;
/** What one council lets the others know of a contact. */
export type ContactClass = (typeof CONTACT_CLASSES)[number];

/**
 * One recruiter's mark that an overlap with another council is settled.
 *
 * In the recruiter's own stream. It covers overlaps up to its day; a later one is new.
 */
export const OverlapSettled = Type.Object({
  /** The v5 of person and council. */
  id: RecordId,
  candidateId: CandidateId,
  /** The other council. */
  councilId: CouncilId,
  on: IsoDate,
  at: IsoInstant,
});
/** One recruiter's mark that an overlap with another council is settled. */
export type OverlapSettled = Static<typeof OverlapSettled>;
