import type { StreamId } from '#contract/brands.ts';
import { fail, ok, type Result } from '#contract/errors.ts';
import type { PoolManifest, StreamItem } from '#contract/http/streams.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { ReplicaCalls, SentBucket, StreamCursor } from '#contract/replica-port.ts';
import type { ReplicaStore } from '#core/sync/ports.ts';

interface Row {
  readonly seq: number;
  readonly epoch: string;
  readonly gen: number;
}

interface WirePage {
  readonly stream: StreamId;
  readonly epoch: string;
  readonly after: number;
  readonly to: number;
  readonly head: number;
  readonly more: boolean;
  readonly items: readonly StreamItem[];
}

/** The worker's end of the protocol, in memory and without search: for the engine's tests. */
export class MemoryReplica implements ReplicaStore {
  readonly rows = new Map<string, Map<string, Row>>();
  readonly cursors = new Map<StreamId, StreamCursor & { readonly gen: number }>();
  readonly buckets = new Map<number, string>();
  journal: readonly JournalEntry[] = [];
  isOpen = false;
  /** The disk takes no cache: what is here goes with the window. */
  isDiskRefused = false;
  caughtUp = 0;
  readonly purged: StreamId[] = [];
  /** Messages with buckets not answered yet, and the most there ever were. */
  messagesUnderWay = 0;
  mostMessagesUnderWay = 0;
  largestMessage = 0;
  /** Makes a call fail. */
  fault: (name: keyof ReplicaCalls) => boolean = () => false;
  wait: () => Promise<void> = async () => {};

  async call<Name extends keyof ReplicaCalls>(
    name: Name,
    input: ReplicaCalls[Name]['input'],
  ): Promise<Result<ReplicaCalls[Name]['output']>> {
    if (name === 'buckets') this.messagesUnderWay += 1;
    this.mostMessagesUnderWay = Math.max(this.mostMessagesUnderWay, this.messagesUnderWay);
    await this.wait();
    if (name === 'buckets') this.messagesUnderWay -= 1;
    if (this.fault(name)) return fail('INTERNAL_FAULT', 'made to fail');
    if (name !== 'open' && !this.isOpen) return fail('INTERNAL_FAULT', 'not open');
    return ok(this.#do(name, input) as ReplicaCalls[Name]['output']);
  }

  #do(name: keyof ReplicaCalls, input: unknown): unknown {
    switch (name) {
      case 'open':
        this.isOpen = true;
        return {
          cursors: [...this.cursors.values()].map(plain),
          buckets: [...this.buckets].map(([b, etag]) => ({ b, etag })),
          people: this.#of('pool').size,
          rebuilt: null,
          diskRefused: this.isDiskRefused,
        };
      case 'manifest': {
        const wanted = (input as PoolManifest).buckets;
        return {
          missing: wanted.filter(({ b, etag }) => this.buckets.get(b) !== etag).map(({ b }) => b),
        };
      }
      case 'buckets':
        return this.#buckets(input as ReplicaCalls['buckets']['input']);
      case 'buckets-done': {
        const { epoch, upTo: seq } = input as ReplicaCalls['buckets-done']['input'];
        const stream = 'pool' as StreamId;
        this.cursors.set(stream, { stream, epoch, seq, gen: 0 });
        return { cursor: { stream, epoch, seq }, setAside: 0 };
      }
      case 'page':
        return this.#page(input as ReplicaCalls['page']['input']);
      case 'journal':
        this.journal = (input as ReplicaCalls['journal']['input']).entries;
        return null;
      case 'digest':
      case 'group':
      case 'compared':
        throw new Error('the centre of these tests has no digests');
      case 'purge': {
        const { stream } = input as ReplicaCalls['purge']['input'];
        this.purged.push(stream);
        this.cursors.delete(stream);
        this.rows.delete(stream);
        return null;
      }
      case 'caught-up':
        this.caughtUp += 1;
        return { people: this.#of('pool').size };
      case 'erase':
      case 'reseal':
      case 'standing':
        return null;
      case 'wipe':
      case 'lock':
        this.isOpen = false;
        return null;
    }
  }

  #of(stream: string): Map<string, Row> {
    const rows = this.rows.get(stream) ?? new Map<string, Row>();
    this.rows.set(stream, rows);
    return rows;
  }

  #buckets({ epoch, buckets }: ReplicaCalls['buckets']['input']) {
    this.largestMessage = Math.max(this.largestMessage, buckets.length);
    let people = 0;
    for (const bucket of buckets) people += this.#bucket(epoch, bucket);
    return { people, setAside: 0 };
  }

  #bucket(epoch: string, { b, etag, bytes }: SentBucket): number {
    const people = JSON.parse(new TextDecoder().decode(bytes)) as { id: string; seq: number }[];
    const pool = this.#of('pool');
    const isHere = (id: string) => Number.parseInt(id.slice(-1), 16) % 4 === b;
    for (const key of pool.keys()) if (isHere(key)) pool.delete(key);
    for (const { id, seq } of people) pool.set(`candidate ${id}`, { seq, epoch, gen: 0 });
    this.buckets.set(b, etag);
    return people.length;
  }

  #page({ bytes, snapshot }: ReplicaCalls['page']['input']) {
    const page = JSON.parse(new TextDecoder().decode(bytes)) as WirePage;
    const { stream, epoch } = page;
    const cursor = this.cursors.get(stream);
    const fits = snapshot === 'first' || (cursor?.epoch === epoch && cursor.seq === page.after);
    if (!fits) return { cursor: cursor === undefined ? null : plain(cursor), setAside: 0 };
    const gen = (cursor?.gen ?? 0) + (snapshot === 'first' ? 1 : 0);
    const rows = this.#of(stream);
    for (const { kind, id, seq, op } of page.items) {
      const key = `${kind} ${id}`;
      const held = rows.get(key);
      if (held?.epoch === epoch && seq <= held.seq) rows.set(key, { ...held, gen });
      else if (op === 'u') rows.set(key, { seq, epoch, gen });
      else rows.delete(key);
    }
    // The pool is swept by its manifest only, as the real worker does.
    const isLast = snapshot !== 'none' && !page.more && stream !== 'pool';
    if (isLast) for (const [key, row] of rows) if (row.gen < gen) rows.delete(key);
    const snapAt = snapshot === 'first' ? page.head : (cursor?.snapAt ?? page.head);
    const isPaging = snapshot !== 'none' && page.more;
    const next = { stream, epoch, seq: page.to, gen, ...(isPaging ? { snapAt } : {}) };
    this.cursors.set(stream, next);
    return { cursor: plain(next), setAside: 0 };
  }
}

function plain({ stream, epoch, seq, snapAt }: StreamCursor): StreamCursor {
  return { stream, epoch, seq, ...(snapAt === undefined ? {} : { snapAt }) };
}
