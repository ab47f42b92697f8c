import { v5, v7 } from 'uuid';
import type { CandidateId, RecordId } from '#contract/brands.ts';
import type { Clock, Random } from '../ports.ts';

/**
 * Builds the id of a person's place on a shortlist.
 *
 * The v5 of vacancy and person, so that two laptops that add the same person offline
 * make the same record (sync.md 3.5). Never throws for ids of the contract.
 */
export function shortlistEntryId(vacancyId: RecordId, candidateId: CandidateId): RecordId {
  return v5(candidateId, vacancyId) as RecordId;
}

/** Makes a new record id: UUIDv7, so that ids of one laptop sort by time. */
export function newRecordId(clock: Clock, random: Random): RecordId {
  return v7({ msecs: clock.nowMs(), random: random.bytes(16) }) as RecordId;
}
