import { createHash } from 'node:crypto';
import { type CandidateId, POOL, PROGRAMME, type StreamId } from '#contract/brands.ts';
import type { Heads } from '#contract/http/streams.ts';
import { PROTOCOL_VERSION } from '#contract/protocol-version.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import type { Actor, ShortlistEntry } from '#contract/records/council-work.ts';
import type { ProgrammeStatus } from '#contract/vocabulary.ts';
import { bucketOf, encodeBucket } from '#core/codec/bucket.ts';
import { isoInstant } from '#core/domain/days.ts';
import { presenceDays } from '#core/domain/presence.ts';
import { EMPTY_OFFICE } from './directives-kept.ts';
import { type Change, copyMemory, itemsAbout, type Memory, publish, type Stream } from './feed.ts';
import { Orders } from './office.ts';
import { pack } from './packing.ts';
import { presenceGone, withoutPresenceOf } from './presence.ts';
import { grantsOf, programmeOf } from './push.ts';
import type { World } from './world.ts';

/** One bucket of the pool, ready to send. */
export interface Bucket {
  readonly b: number;
  readonly etag: string;
  readonly people: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly upTo: number;
}

/** The centre: what it knows, and what the programme team and time do to it. */
export class Centre {
  memory: Memory = {
    streams: new Map(),
    ledger: new Map(),
    lastN: new Map(),
    councils: new Map(),
    readers: new Set(),
    grantsRev: 1,
    office: EMPTY_OFFICE,
  };
  /** What laptops are told to remove. */
  readonly orders = new Orders(
    () => this.memory,
    () => this.nowMs(),
  );
  /** People who asked to be removed: outlives every restore. */
  readonly erased = new Set<CandidateId>();
  /** Restores so far. */
  history = 0;
  /** In which history a device last said hello: outlives every restore. */
  readonly greeted = new Map<string, number>();
  bucketCount = 2;
  pageLimit = 10;
  pushCount = 100;
  pollMs = 60_000;
  pushBytes = 256 * 1024;
  /** Until then every call is told to come back later. */
  overloadedUntilMs = 0;
  /** The newest protocol it speaks; of 1 an app must do without all that came later. */
  protocol = PROTOCOL_VERSION;
  #buckets: readonly Bucket[] | null = null;
  readonly #world: World;
  readonly #listeners = new Set<() => void>();

  constructor(world: World) {
    this.#world = world;
  }

  broke(rule: string, what: string): void {
    this.#world.fail(rule, what);
  }

  nowMs(): number {
    return this.#world.nowMs;
  }

  addStream(name: StreamId): void {
    const epoch = `epoch ${this.history}`;
    this.memory.streams.set(name, { name, epoch, head: 0, floor: 0, items: new Map() });
  }

  stream(name: string): Stream {
    const stream = this.memory.streams.get(name as StreamId);
    if (!stream) throw new Error(`no stream ${name}`);
    return stream;
  }

  write(changes: readonly Change[]): void {
    publish(this.memory, changes);
    this.changed();
  }

  /** Tells whoever listens that something moved. */
  changed(): void {
    for (const listener of this.#listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  headsFor(recruiter: string, protocol = PROTOCOL_VERSION): Heads {
    const heads = grantsOf(this.memory, recruiter, protocol).map((name) => {
      const { epoch, head } = this.stream(name);
      return [name, { epoch, seq: head }] as const;
    });
    return { grantsRev: this.memory.grantsRev, heads: Object.fromEntries(heads) };
  }

  setCouncils(recruiter: string, councils: readonly string[]): void {
    const before = this.memory.councils.get(recruiter) ?? [];
    this.memory.councils.set(recruiter, councils);
    this.memory.grantsRev += 1;
    this.orders.accessMoved(recruiter, before, councils);
    this.changed();
  }

  /** Lets a recruiter who wrote only read, and the reverse. */
  turnRole(recruiter: string): void {
    const { readers } = this.memory;
    if (!readers.delete(recruiter)) readers.add(recruiter);
    this.memory.grantsRev += 1;
    this.changed();
  }

  setProgramme(status: ProgrammeStatus): void {
    const now = programmeOf(this.memory);
    const doc = { ...now, status };
    this.orders.freeze(status === 'closed');
    this.write([{ stream: PROGRAMME, kind: 'programme', id: doc.id, op: 'u', doc }]);
    if (presenceDays(doc) === 0) this.write(presenceGone(this.memory));
  }

  /** Everyone in the pool now. */
  people(): readonly Candidate[] {
    return [...this.stream(POOL).items.values()].flatMap((item) =>
      item.op === 'u' ? [item.doc as Candidate] : [],
    );
  }

  /** Removes a person everywhere, because they asked. */
  withdraw(person: CandidateId, by: Actor): void {
    this.erased.add(person);
    this.orders.erase(person);
    const changes = [...this.memory.streams.values()].flatMap((stream) =>
      itemsAbout(stream, person).flatMap(({ kind, id, doc }): readonly Change[] => {
        if (kind !== 'shortlist-entry') {
          return [{ stream: stream.name, kind, id, op: 'e', doc: null }];
        }
        const entry = doc as ShortlistEntry;
        if (entry.stage === 'withdrawn') return [];
        return [{ stream: stream.name, kind, id, op: 'u', doc: this.#withdrawn(entry, by) }];
      }),
    );
    this.write([...changes, ...withoutPresenceOf(this.memory, person)]);
    const b = bucketOf(person, this.bucketCount);
    this.#buckets =
      this.#buckets?.map((bucket) => (bucket.b === b ? this.#asNow(bucket) : bucket)) ?? null;
  }

  #withdrawn(entry: ShortlistEntry, by: Actor): ShortlistEntry {
    const at = isoInstant(Date.parse('2026-06-09T08:00:00.000Z') + this.nowMs());
    const last = { at, by, from: entry.stage, to: 'withdrawn' as const };
    const history = entry.history.map(({ reason: _words, ...move }) => move);
    return { ...entry, stage: 'withdrawn', history: [...history, last] };
  }

  /** Packs one bucket anew, with everyone in it as they are now. */
  #asNow({ b, upTo }: Bucket): Bucket {
    const people = this.people().filter(({ id }) => bucketOf(id, this.bucketCount) === b);
    return cutOut(b, people, upTo);
  }

  /** The buckets as they were last cut. */
  buckets(): readonly Bucket[] {
    this.#buckets ??= this.cut();
    return this.#buckets;
  }

  /** Cuts the pool into buckets anew. */
  cut(bucketCount = this.bucketCount): readonly Bucket[] {
    this.bucketCount = bucketCount;
    const { head } = this.stream(POOL);
    const groups = Map.groupBy(this.people(), ({ id }) => bucketOf(id, bucketCount));
    this.#buckets = Array.from({ length: bucketCount }, (_, b) =>
      cutOut(b, groups.get(b) ?? [], head),
    );
    return this.#buckets;
  }

  /** Goes back to a backup: another history begins, but who was erased stays erased. */
  restore(backup: Memory, by: Actor): void {
    this.memory = copyMemory(backup);
    this.history += 1;
    for (const stream of this.memory.streams.values()) {
      const last = { epoch: stream.epoch, commonSeq: stream.head };
      stream.past = [...(stream.past ?? []), last];
      stream.epoch = `epoch ${this.history}`;
    }
    this.#buckets = null;
    for (const person of this.erased) this.withdraw(person, by);
    this.changed();
  }
}

function cutOut(b: number, people: readonly Candidate[], upTo: number): Bucket {
  const bytes = pack(encodeBucket(people));
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
  return { b, etag, people: people.length, bytes, upTo };
}
