import { type Static, Type } from 'typebox';
import { CandidateId, IsoInstant, RecordId } from '../brands.ts';
import { FindQuery } from '../find-query.ts';
import { Actor } from './council-work.ts';

/**
 * A search somebody kept under a name.
 *
 * In the maker's own stream, or in their council's, where colleagues may use it and build
 * on it; only its maker changes it, so the last push wins (sync.md 3.5).
 */
export const SavedSearch = Type.Object({
  id: RecordId,
  name: Type.String({ minLength: 1, maxLength: 60 }),
  /** Of a search that builds on another: only what it adds to it. */
  query: FindQuery,
  /** The search it builds on, as that one is at the time. */
  buildsOn: Type.Optional(RecordId),
  /** Colleagues may use it: it is in the council's stream. */
  shared: Type.Boolean(),
  by: Actor,
  at: IsoInstant,
  /** Nobody is shown it any more; saving it again brings it back. */
  removed: Type.Optional(Type.Boolean()),
});
/** A search somebody kept under a name. */
export type SavedSearch = Static<typeof SavedSearch>;

/** How far a recruiter has looked through a saved search; in their own stream. */
export const Looked = Type.Object({
  /** The v5 of the search. */
  id: RecordId,
  searchId: RecordId,
  /** The state of the pool they looked at: whoever came forward later is new. */
  asAt: IsoInstant,
});
/** How far a recruiter has looked through a saved search; in their own stream. */
export type Looked = Static<typeof Looked>;

/** That a recruiter has seen a person; in their own stream, and nobody else's business. */
export const Seen = Type.Object({
  /** The v5 of the person. */
  id: RecordId,
  candidateId: CandidateId,
  /** False: marked as not seen again. */
  seen: Type.Boolean(),
  at: IsoInstant,
});
/** That a recruiter has seen a person; in their own stream, and nobody else's business. */
export type Seen = Static<typeof Seen>;

/**
 * That a council leaves a person out when it looks for one vacancy.
 *
 * It limits a view and nothing else: no refusal, and no other vacancy or council knows of it.
 */
export const Dismissal = Type.Object({
  /** The v5 of vacancy and person. */
  id: RecordId,
  vacancyId: RecordId,
  candidateId: CandidateId,
  /** False: taken back. */
  dismissed: Type.Boolean(),
  /** What of the vacancy they do not meet, as whoever left them out saw it. */
  reason: Type.Optional(
    Type.Enum(['area', 'role', 'register', 'contract', 'hours', 'travel', 'start', 'other']),
  ),
  by: Actor,
  at: IsoInstant,
});
/** That a council leaves a person out when it looks for one vacancy. */
export type Dismissal = Static<typeof Dismissal>;
