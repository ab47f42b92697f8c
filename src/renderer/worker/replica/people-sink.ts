import type { CandidateId } from '#contract/brands.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import type { Segment } from '#core/search/segment.ts';
import type { Steps } from '#core/search/steps.ts';

/** The search index as it can be put away and taken up again. */
export interface IndexParts {
  /** Leaves nothing of whom was taken out; done first, `segments` need not do it at once. */
  purge(): Steps<void>;
  /** Everything it is made of; of these only `alive` ever changes. */
  segments(): readonly Segment[];
  restore(segments: readonly Segment[]): void;
}

/** Where the people of the pool go to be found: the search index. */
export interface PeopleSink {
  put(people: readonly Candidate[]): void;
  /** The same in steps, for those of whom some are here already: a question waits for no more than one. */
  take(people: readonly Candidate[]): Steps<void>;
  remove(ids: readonly CandidateId[]): void;
  clear(): void;
  count(): number;
  /** The index behind it, to be put away and taken up again; one without is filled each time. */
  readonly index?: IndexParts;
}
