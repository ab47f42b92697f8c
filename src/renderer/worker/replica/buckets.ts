import type { CandidateId } from '#contract/brands.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import { checkRecord } from '#contract/records/check-record.ts';
import { bucketOf, decodeBucket, encodeBucket } from '#core/codec/bucket.ts';
import type { OwnKeySealer } from '#core/crypto/seal-bytes.ts';
import type { BucketRow } from '../cache/cache.ts';
import { deflate, inflate } from './inflate.ts';

/** What a bucket holds, the rows that do not have the agreed form apart. */
export interface BucketContent {
  readonly people: readonly Candidate[];
  /** Ids or places of rows that were not used. */
  readonly bad: readonly string[];
}

type BucketFacts = Pick<BucketRow, 'b' | 'upTo' | 'epoch' | 'etag'>;

const placeOf = ({ b, upTo, epoch, etag }: BucketFacts) =>
  JSON.stringify(['bucket', b, epoch, upTo, etag]);

/** Seals a deflated bucket for the cache. */
export async function sealBucket(
  bulk: OwnKeySealer,
  facts: BucketFacts & { readonly people: number },
  deflated: Uint8Array<ArrayBuffer>,
): Promise<BucketRow> {
  return { ...facts, ...(await bulk.seal(deflated, placeOf(facts))) };
}

/** Opens a bucket of the cache; rejects with `SealBroken` when it is not as it was. */
export async function openBucket(bulk: OwnKeySealer, row: BucketRow): Promise<BucketContent> {
  return readBucket(await bulk.open(row.sealed, placeOf(row), row.key));
}

/** Reads a deflated bucket row by row. */
export async function readBucket(
  deflated: Uint8Array<ArrayBuffer>,
  belongs: (id: CandidateId) => boolean = () => true,
): Promise<BucketContent> {
  const people: Candidate[] = [];
  const bad: string[] = [];
  decodeBucket(await inflate(deflated)).forEach((row, index) => {
    if (checkRecord('candidate', row) && belongs(row.id)) people.push(row);
    else bad.push(idIn(row) ?? `row ${index}`);
  });
  return { people, bad };
}

/** Rewrites a bucket with other people, under a fresh key. */
export async function rewriteBucket(
  bulk: OwnKeySealer,
  facts: BucketFacts,
  people: readonly Candidate[],
): Promise<BucketRow> {
  const deflated = await deflate(encodeBucket(people));
  return sealBucket(bulk, { ...facts, people: people.length }, deflated);
}

/** Says whether a person's bucket is this one. */
export function belongsTo(b: number, bucketCount: number): (id: CandidateId) => boolean {
  return (id) => bucketOf(id, bucketCount) === b;
}

function idIn(row: unknown): string | null {
  const id = (row as { readonly id?: unknown } | null)?.id;
  return typeof id === 'string' ? id.slice(0, 64) : null;
}
