import type { CandidateId } from '#contract/brands.ts';
import type { BucketRow } from '../cache/cache.ts';

/** A bucket as memory knows it. */
export type BucketHead = Omit<BucketRow, 'sealed' | 'key'>;

/** A person beside their bucket, as memory knows it. */
export interface DeltaHead {
  readonly seq: number;
  readonly epoch: string;
}

/** What memory knows of the pool beside the index. */
export interface PoolHeads {
  readonly heads: Map<number, BucketHead>;
  readonly deltas: Map<CandidateId, DeltaHead>;
  /** People of dropped buckets that no new bucket has named yet: swept at the end. */
  readonly strays: Set<CandidateId>;
}
