import { v5, v7 } from 'uuid';
import type { CandidateId, CouncilId, RecordId } from '#contract/brands.ts';
import type { Clock, Random } from '../ports.ts';
import type { HalfDay } from './days.ts';

/** The name space of ids that are made from a council's name. */
const COUNCILS = '6f0c7a52-2f0e-4f5e-9d3a-5a4b8c1d7e90';

/**
 * Builds the id of a person's place on a shortlist.
 *
 * The v5 of vacancy and person, so that two laptops that add the same person offline
 * make the same record (sync.md 3.5). Never throws for ids of the contract.
 */
export function shortlistEntryId(vacancyId: RecordId, candidateId: CandidateId): RecordId {
  return v5(candidateId, vacancyId) as RecordId;
}

/** Builds the id of what one council lets the others know of one half-day. */
export function presenceId(councilId: CouncilId, { on, half }: HalfDay): RecordId {
  return v5(`${councilId} ${on} ${half}`, COUNCILS) as RecordId;
}

/** Builds the id of a recruiter's mark about a person and another council. */
export function overlapSettledId(candidateId: CandidateId, councilId: CouncilId): RecordId {
  return v5(councilId, candidateId) as RecordId;
}

/** The name space of what one recruiter keeps about a search or a person. */
const MARKS = '5a1de0b7-6f0e-4f3e-9d61-2c8f7a4e1b35';

/** Builds the id of how far a recruiter has looked through a saved search. */
export function lookedId(searchId: RecordId): RecordId {
  return v5(searchId, MARKS) as RecordId;
}

/** Builds the id of a recruiter's mark that they have seen a person. */
export function seenId(candidateId: CandidateId): RecordId {
  return v5(`seen ${candidateId}`, MARKS) as RecordId;
}

/** Builds the id of a person's being left out of the views for a vacancy. */
export function dismissalId(vacancyId: RecordId, candidateId: CandidateId): RecordId {
  return v5(`dismissed ${candidateId}`, vacancyId) as RecordId;
}

/** Makes a new record id: UUIDv7, so that ids of one laptop sort by time. */
export function newRecordId(clock: Clock, random: Random): RecordId {
  return v7({ msecs: clock.nowMs(), random: random.bytes(16) }) as RecordId;
}
