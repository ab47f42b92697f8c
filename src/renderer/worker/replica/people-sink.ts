import type { CandidateId } from '#contract/brands.ts';
import type { Candidate } from '#contract/records/candidate.ts';

/** Where the people of the pool go to be found: the search index. */
export interface PeopleSink {
  put(people: readonly Candidate[]): void;
  remove(ids: readonly CandidateId[]): void;
  clear(): void;
  count(): number;
}
