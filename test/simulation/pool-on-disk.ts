import type { CandidateId } from '#contract/brands.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import { decodeBucket } from '#core/codec/bucket.ts';
import type { SimulatedDisk } from './disk.ts';
import { unpack } from './packing.ts';

/** A person as they lie on a disk. */
export interface PersonOnDisk {
  readonly epoch: string;
  readonly doc: Candidate;
}

/** What the simulated cipher and the production seal put in front of a bucket. */
const BEFORE_BYTES = 1 + 12 + 16;

const opened = new WeakMap<Uint8Array, readonly Candidate[]>();
/** The same by content: every laptop has the same buckets, sealed with another key. */
const read = new Map<string, readonly Candidate[]>();
const MOST_READ = 500;

function readSealed(sealed: Uint8Array): readonly Candidate[] {
  const known = opened.get(sealed);
  if (known) return known;
  const packed = sealed.subarray(BEFORE_BYTES);
  const content = Buffer.from(packed.buffer, packed.byteOffset, packed.length).toString('latin1');
  const people = read.get(content) ?? (decodeBucket(unpack(packed)) as Candidate[]);
  if (read.size >= MOST_READ) read.clear();
  read.set(content, people);
  opened.set(sealed, people);
  return people;
}

/** Everyone on a disk: their bucket, and what is newer beside it. */
export function peopleOn(disk: SimulatedDisk): ReadonlyMap<CandidateId, PersonOnDisk> {
  const people = new Map<CandidateId, PersonOnDisk>();
  for (const { epoch, sealed } of disk.rows('bucket')) {
    for (const doc of readSealed(sealed)) people.set(doc.id, { epoch, doc });
  }
  for (const { id, epoch, doc } of disk.rows('poolDelta')) people.set(id, { epoch, doc });
  return people;
}
