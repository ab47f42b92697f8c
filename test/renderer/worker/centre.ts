import type { CandidateId, IsoInstant, RecruiterId, StreamId } from '#contract/brands.ts';
import { councilStream, POOL, PRESENCE, PROGRAMME, userStream } from '#contract/brands.ts';
import { ok } from '#contract/errors.ts';
import type { PoolManifest, StreamItem } from '#contract/http/streams.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { MutationDraft } from '#contract/mutations.ts';
import type { Topic } from '#contract/queries.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import type { RecordKind } from '#contract/records/kinds.ts';
import type { ReplicaCalls, SentBucket } from '#contract/replica-port.ts';
import { bucketCountFor, bucketOf, encodeBucket } from '#core/codec/bucket.ts';
import type { Clock, Random } from '#core/ports.ts';
import { createDataSession, type DataSession } from '#renderer/worker/session.ts';
import { anId, KENT, ROSA, TUESDAY } from '#test/builders/records.ts';

/** The stream of the council the tests work for. */
export const COUNCIL: StreamId = councilStream(KENT);

/** A clock that stands on an ordinary Tuesday. */
export const clock: Clock = {
  nowMs: () => Date.parse(TUESDAY),
  monotonicMs: () => performance.now(),
};

export const random: Random = {
  next: () => Math.random(),
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};

/** The secret of one laptop: the same keys each time it opens. */
export interface Laptop {
  readonly recruiterId: RecruiterId;
  readonly keys: ReadonlyMap<StreamId, Uint8Array>;
}

let laptops = 0;

/** A laptop of its own, so that no test sees another's database. */
export function aLaptop(): Laptop {
  laptops += 1;
  const recruiterId = anId<RecruiterId>(
    0x5000_0000 + Math.floor(Math.random() * 2 ** 28) + laptops,
  );
  const streams = [POOL, PROGRAMME, COUNCIL, PRESENCE, userStream(recruiterId)];
  return {
    recruiterId,
    keys: new Map(streams.map((stream) => [stream, random.bytes(32)])),
  };
}

/** What main sends to open the cache; key bytes are copies, because the worker wipes them. */
export function opening(
  laptop: Laptop,
  over: Partial<ReplicaCalls['open']['input']> = {},
): ReplicaCalls['open']['input'] {
  return {
    owner: {
      recruiterId: laptop.recruiterId,
      recruiterName: ROSA.name,
      council: { id: KENT, name: 'Kent', region: 'South East', lat: 51.28, lon: 0.52 },
      streams: [...laptop.keys.keys()],
      standing: { role: 'recruiter', isFrozen: false },
    },
    keys: [...laptop.keys].map(([stream, raw]) => ({
      stream,
      keyId: `${stream} 1`,
      raw: new Uint8Array(raw),
    })),
    generation: 'g1',
    persist: true,
    entries: [],
    ...over,
  };
}

/** A data worker without its ports; the journal in main is a list here. */
export function aSession(): DataSession & {
  readonly told: Topic[][];
  /** How often an opening was found to be stuck. */
  readonly stuck: () => number;
} {
  const told: Topic[][] = [];
  let stuck = 0;
  let n = 0;
  const session = createDataSession({
    clock,
    random,
    emit: (topics) => told.push([...topics]),
    onStuck: () => {
      stuck += 1;
    },
    append: async (drafts) => {
      const entries = drafts.map((draft) => {
        n += 1;
        return journalEntry(draft, n);
      });
      return ok(entries);
    },
  });
  return { ...session, told, stuck: () => stuck };
}

/** A change as the journal keeps it. */
export function journalEntry(draft: MutationDraft, n: number): JournalEntry {
  const id = anId<JournalEntry['id']>(0x9000 + n);
  return {
    id,
    n,
    mutation: { ...draft, id, n, schema: 1, at: TUESDAY, ageMs: 0 },
    state: { is: 'waiting', tries: 0 },
  };
}

/** Cuts people into buckets as the centre does. */
export async function cut(
  people: readonly Candidate[],
  { epoch = 'e1', upTo = 100, bucketCount = bucketCountFor(people.length), tag = 'v1' } = {},
): Promise<{
  readonly manifest: PoolManifest;
  readonly buckets: readonly SentBucket[];
}> {
  const byBucket = Map.groupBy(people, (person) => bucketOf(person.id, bucketCount));
  const buckets = await Promise.all(
    Array.from({ length: bucketCount }, async (_, b) => ({
      b,
      etag: `"${tag}-${b}"`,
      upTo,
      bytes: await deflate(encodeBucket(byBucket.get(b) ?? [])),
    })),
  );
  const manifest: PoolManifest = {
    epoch,
    schema: 1,
    bucketCount,
    buckets: buckets.map(({ b, etag, bytes }) => ({
      b,
      etag,
      people: byBucket.get(b)?.length ?? 0,
      bytes: bytes.length,
      upTo,
    })),
  };
  return { manifest, buckets };
}

/** Gives a laptop its people, the way main does. */
export async function fill(
  { calls }: Pick<DataSession, 'calls'>,
  people: readonly Candidate[],
  how: Parameters<typeof cut>[1] = {},
): Promise<void> {
  const { manifest, buckets } = await cut(people, how);
  const { missing } = await calls.manifest(manifest);
  const lacking = buckets.filter(({ b }) => missing.includes(b));
  await calls.buckets({ epoch: manifest.epoch, buckets: lacking });
  await calls['buckets-done']({ epoch: manifest.epoch, upTo: how.upTo ?? 100 });
}

/** One row of a stream. */
export function row(kind: RecordKind, seq: number, doc: { readonly id: string }): StreamItem {
  return { seq, kind, id: doc.id, op: 'u', doc };
}

/** A row that went. */
export function left(
  kind: RecordKind,
  seq: number,
  { id, op }: { readonly id: string; readonly op: 'd' | 'e' },
): StreamItem {
  return { seq, kind, id, op };
}

/** A page of changes as bytes; its place is worked out from the rows unless said. */
export function page(
  stream: StreamId,
  items: readonly unknown[],
  over: Partial<Record<'after' | 'to' | 'head', number>> & {
    readonly epoch?: string;
    readonly more?: boolean;
  } = {},
): Uint8Array<ArrayBuffer> {
  const seqs = items.map((item) => (item as { readonly seq?: number }).seq ?? 0);
  const to = over.to ?? Math.max(0, ...seqs);
  const body = { epoch: 'e1', after: 0, to, head: to, more: false, grantsRev: 1, ...over };
  return new TextEncoder().encode(JSON.stringify({ stream, ...body, items }));
}

/** Everybody a laptop finds, by name, in order. */
export async function everybody({ queries }: Pick<DataSession, 'queries'>): Promise<string[]> {
  const { rows } = await queries['find.run']({
    query: { text: '', facets: {}, order: 'newest', includeHidden: true },
    first: 500,
  });
  return rows.map((card) => card.name).sort();
}

/** Ids of people of the tests, far from those of other records. */
export function person(number: number): CandidateId {
  return anId<CandidateId>(0x100000 + number);
}

/** An instant of the tests' Tuesday. */
export function at(time: string): IsoInstant {
  return `2026-06-09T${time}:00.000Z` as IsoInstant;
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
