import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import type { CandidateId } from '#contract/brands.ts';
import type { PoolManifest } from '#contract/http/streams.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import { BUCKET_SCHEMA, bucketCountFor, bucketOf, encodeBucket } from '#core/codec/bucket.ts';
import type { Clock } from '#core/ports.ts';
import type { Database } from '#server/db/database.ts';
import { type PeopleRead, readErasedAfter, readEverybody, readPeople } from './repository.ts';

const deflate = promisify(deflateRaw);

/** One bucket ready to send. */
export interface Bucket {
  readonly etag: string;
  readonly bytes: Buffer;
  readonly ids: readonly CandidateId[];
  readonly upTo: number;
}

/** Buckets age at most this long while the pool changes under them. */
const OLD_AFTER_MS = 60 * 60 * 1000;
/** Or until this part of the pool has changed. */
const CHANGED_PART = 0.05;

/**
 * The pool as immutable compressed buckets, held in memory.
 *
 * Rebuilt when asked for after 5 % has changed or an hour has passed, and at once where
 * somebody was erased: until that is done nobody is answered from the old bucket.
 */
export class PoolBuckets {
  readonly #database: Database;
  readonly #clock: Clock;
  #buckets: Bucket[] = [];
  #builtUpTo = -1;
  #builtAtMs = 0;
  #erasedUpTo = 0;
  #rebuilding: Promise<void> | null = null;
  #erasing: Promise<void> = Promise.resolve();

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  get people(): number {
    return this.#buckets.reduce((sum, bucket) => sum + bucket.ids.length, 0);
  }

  /** Builds all buckets: from people at hand (seeding) or from the database. */
  async build(from?: PeopleRead): Promise<void> {
    const { upTo, count: total, people } = from ?? (await readEverybody(this.#database.sql));
    const count = bucketCountFor(total);
    const groups: Candidate[][] = Array.from({ length: count }, () => []);
    for (const person of people) groups[bucketOf(person.id, count)]?.push(person);
    const buckets: Bucket[] = [];
    for (const group of groups) {
      buckets.push(await pack(group, upTo));
      await breathe();
    }
    this.#buckets = buckets;
    this.#builtUpTo = upTo;
    this.#builtAtMs = this.#clock.monotonicMs();
    // Somebody may have been erased while this was being packed from older rows.
    this.#erasedUpTo = upTo;
    await this.dropErased();
  }

  /** Returns the manifest; `head` is where the pool stands now. */
  async manifest(epoch: string, head: number): Promise<PoolManifest> {
    await this.#freshen(head);
    return {
      epoch,
      schema: BUCKET_SCHEMA,
      bucketCount: this.#buckets.length,
      buckets: this.#buckets.map(({ etag, bytes, ids, upTo }, b) => ({
        b,
        etag,
        people: ids.length,
        bytes: bytes.length,
        upTo,
      })),
    };
  }

  /** Returns one bucket; null when there is none of this number. */
  async bucket(b: number, head: number): Promise<Bucket | null> {
    if (this.#builtUpTo < 0) await this.#freshen(head);
    await this.#erasing;
    return this.#buckets[b] ?? null;
  }

  /**
   * Packs again the buckets of people erased since last looked.
   *
   * Call when the pool has moved: also another process may have erased somebody.
   */
  dropErased(): Promise<void> {
    // A failure is told to this caller only; the next look starts from the same place.
    const done = this.#erasing.catch(() => {}).then(() => this.#repack());
    this.#erasing = done;
    return done;
  }

  async #repack(): Promise<void> {
    if (this.#builtUpTo < 0) return;
    const { upTo, ids } = await readErasedAfter(this.#database.sql, this.#erasedUpTo);
    const touched = new Set(ids.map((id) => bucketOf(id, this.#buckets.length)));
    for (const b of touched) {
      const old = this.#buckets[b];
      if (!old) continue;
      const left = await readPeople(this.#database.sql, old.ids);
      // Newer rows than `upTo` promises are harmless; promising more is not.
      this.#buckets[b] = await pack(left, old.upTo);
    }
    this.#erasedUpTo = upTo;
  }

  /** Builds in the background after a start, so that the first manifest need not wait. */
  warm(): void {
    // A failure is told to whoever asks next: that builds again.
    this.#rebuild().catch(() => {});
  }

  async #freshen(head: number): Promise<void> {
    await this.#erasing;
    if (this.#isOld(head)) await this.#rebuild();
  }

  #rebuild(): Promise<void> {
    this.#rebuilding ??= this.build().finally(() => {
      this.#rebuilding = null;
    });
    return this.#rebuilding;
  }

  #isOld(head: number): boolean {
    if (this.#builtUpTo < 0) return true;
    const changed = head - this.#builtUpTo;
    if (changed > Math.max(1, this.people) * CHANGED_PART) return true;
    return changed > 0 && this.#clock.monotonicMs() - this.#builtAtMs > OLD_AFTER_MS;
  }
}

/** The name of a bucket is a hash of what is in it, so an unchanged one keeps its name. */
async function pack(people: readonly Candidate[], upTo: number): Promise<Bucket> {
  const bytes = await deflate(encodeBucket(people), { level: 9 });
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 27);
  return { etag: `"${hash}"`, bytes, ids: people.map((person) => person.id), upTo };
}
