import type { Candidate } from '#contract/records/candidate.ts';
import { checkRecord } from '#contract/records/check-record.ts';
import { decodeBucket, encodeBucket } from '#core/codec/bucket.ts';
import { type PeopleRead, readPeople } from '#core/codec/people-reader.ts';
import type { OwnKeySealer } from '#core/crypto/seal-bytes.ts';
import type { BucketRow } from '../cache/cache.ts';
import { deflate, inflate } from './inflate.ts';

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

/** Opens a bucket and leaves it deflated; rejects with `SealBroken`. */
export function unsealBucket(bulk: OwnKeySealer, row: BucketRow): Promise<Uint8Array<ArrayBuffer>> {
  return bulk.open(row.sealed, placeOf(row), row.key);
}

/** Opens a bucket of the cache; rejects with `SealBroken` when it is not as it was. */
export async function openBucket(
  bulk: OwnKeySealer,
  row: BucketRow,
): Promise<{ readonly people: readonly Candidate[] }> {
  return { people: await readBucket(await unsealBucket(bulk, row)) };
}

/** The same for the index, which reads fields and keeps nobody whole. */
export async function openPeople(bulk: OwnKeySealer, row: BucketRow): Promise<PeopleRead> {
  return readBucketPeople(await unsealBucket(bulk, row));
}

/** Reads the people of a deflated bucket whole, those that have the agreed form. */
export async function readBucket(deflated: Uint8Array<ArrayBuffer>): Promise<readonly Candidate[]> {
  return decodeBucket(await inflate(deflated)).filter((row) => checkRecord('candidate', row));
}

/** The same for the index, and which rows do not have it. */
export async function readBucketPeople(deflated: Uint8Array<ArrayBuffer>): Promise<PeopleRead> {
  return readPeople(await inflate(deflated));
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
