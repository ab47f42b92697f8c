import { createHash } from 'node:crypto';
import type { StreamId } from '#contract/brands.ts';
import type { Conflict } from '#contract/conflict.ts';
import type { ProblemCode } from '#contract/http/problem.ts';
import type { StreamItem } from '#contract/http/streams.ts';
import type { Mutation } from '#contract/mutations.ts';
import type { World } from './world.ts';

/** What goes wrong with one call. */
export type Fault =
  | { readonly is: 'offline' }
  /** Done, but the answer never arrives. */
  | { readonly is: 'reply-lost' }
  /** The network delivers the request twice. */
  | { readonly is: 'twice' }
  | { readonly is: 'late'; readonly ms: number }
  | { readonly is: 'portal' }
  | { readonly is: 'cut-off' }
  | {
      readonly is: 'problem';
      readonly status: number;
      readonly code: ProblemCode;
      readonly retryAfter?: number;
    };

interface FakeStream {
  epoch: string;
  head: number;
  floor: number;
  readonly items: Map<string, StreamItem>;
}

interface Ledger {
  readonly hash: string;
  readonly outcome: 'applied' | 'rejected';
  readonly stream: StreamId;
  readonly seq: number;
  readonly n: number;
}

/** What the centre knows; taken for a backup and put back as one. */
interface Memory {
  readonly streams: Map<string, FakeStream>;
  readonly lastN: Map<string, number>;
  readonly ledger: Map<string, Ledger>;
}

export const COUNCIL = 'council:kent' as StreamId;
const BUCKETS = 4;
const bucketOf = (id: string) => Number.parseInt(id.slice(-1), 16) % BUCKETS;
const hash = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

/** A small centre that keeps the protocol of sync.md 3, and can be made to misbehave. */
export class FakeCentre {
  readonly #world: World;
  #memory: Memory = { streams: new Map(), lastN: new Map(), ledger: new Map() };
  #epochs = 0;
  grants: StreamId[] = ['pool', 'programme', COUNCIL] as StreamId[];
  grantsRev = 1;
  /** The newest protocol it speaks. */
  protocol = 1;
  /** Says what goes wrong with a call; null = nothing. */
  fault: (path: string, call: number) => Fault | null = () => null;
  /** Whether a change is refused for good. */
  refuses: (mutation: Mutation) => boolean = () => false;
  /** Says whom a change crosses. */
  crosses: (mutation: Mutation) => readonly Conflict[] = () => [];
  /** Most changes and characters taken in one push. */
  pushCount = 100;
  pageLimit = 5;
  /** Every effect on the world, by the id of the change that had it. */
  readonly effects: string[] = [];
  readonly calls: string[] = [];
  readonly pushes: (readonly Mutation[])[] = [];

  constructor(world: World) {
    this.#world = world;
    for (const stream of ['pool', 'programme', COUNCIL]) this.#open(stream);
  }

  #open(stream: string): void {
    this.#memory.streams.set(stream, {
      epoch: `epoch-${this.#epochs}`,
      head: 0,
      floor: 0,
      items: new Map(),
    });
  }

  stream(name: string): FakeStream {
    const stream = this.#memory.streams.get(name);
    if (stream === undefined) throw new Error(`no stream ${name}`);
    return stream;
  }

  addStream(name: StreamId): void {
    this.#open(name);
  }

  /** Puts a record at the head of its stream. */
  publish(name: string, item: Pick<StreamItem, 'kind' | 'id' | 'op'>): number {
    const stream = this.stream(name);
    stream.head += 1;
    stream.items.set(`${item.kind} ${item.id}`, {
      ...item,
      seq: stream.head,
      ...(item.op === 'u' ? { doc: { id: item.id, seq: stream.head } } : {}),
    });
    return stream.head;
  }

  /** Forgets removals up to now, so that older cursors are not served. */
  purgeTombstones(name: string): void {
    const stream = this.stream(name);
    for (const [key, item] of stream.items) {
      if (item.op === 'u') continue;
      stream.items.delete(key);
      stream.floor = Math.max(stream.floor, item.seq);
    }
  }

  backup(): Memory {
    return structuredClone(this.#memory);
  }

  /** Goes back to a backup: another history begins, if whoever restored it says so. */
  restore(backup: Memory, { isDeclared = true } = {}): void {
    this.#memory = structuredClone(backup);
    if (!isDeclared) return;
    this.#epochs += 1;
    for (const stream of this.#memory.streams.values()) stream.epoch = `epoch-${this.#epochs}`;
  }

  /** The living records of a stream: `kind id` -> sequence. */
  alive(name: string): ReadonlyMap<string, number> {
    const items = [...this.stream(name).items].filter(([, item]) => item.op === 'u');
    return new Map(items.map(([key, item]) => [key, item.seq]));
  }

  /** The network: what `net.fetch` would be. */
  readonly fetch = async (url: string, init?: RequestInit): Promise<Response> => {
    const { pathname: path, searchParams: query } = new URL(url);
    this.calls.push(path);
    const fault = this.fault(path, this.calls.length);
    await this.#world.sleep(fault?.is === 'late' ? fault.ms : 20);
    if (fault?.is === 'offline') throw new TypeError('no network');
    if (fault?.is === 'portal') {
      return new Response('<html>Welcome to the hotel</html>', {
        headers: { 'content-type': 'text/html' },
      });
    }
    if (fault?.is === 'problem') {
      const headers =
        fault.retryAfter === undefined ? {} : { 'retry-after': `${fault.retryAfter}` };
      return problem(fault.status, fault.code, {}, headers);
    }
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : null;
    if (fault?.is === 'twice') this.#answer(path, query, body);
    const answer = this.#answer(path, query, body);
    if (fault?.is === 'reply-lost') throw new TypeError('connection lost');
    if (fault?.is === 'cut-off') {
      const bytes = await answer.text();
      return new Response(bytes.slice(0, bytes.length / 2), { headers: answer.headers });
    }
    return answer;
  };

  #answer(path: string, query: URLSearchParams, body: unknown): Response {
    if (path === '/v1/sync/session') return json(this.#session(body as { device: string }));
    if (path === '/v1/sync/heads') return json(this.#heads());
    if (path === '/v1/sync/push') {
      return this.#push(body as { device: string; mutations: Mutation[] });
    }
    if (path === '/v1/sync/pool/manifest') return json(this.#manifest());
    const bucket = /\/pool\/buckets\/(\d+)$/.exec(path);
    if (bucket) {
      const { etag, bytes } = this.#bucket(Number(bucket[1]));
      const headers = { etag: `"${etag}"`, 'content-type': 'application/octet-stream' };
      return new Response(bytes, { headers });
    }
    const changes = /\/streams\/([^/]+)\/changes$/.exec(path);
    if (changes) return this.#changes(decodeURIComponent(changes[1] ?? ''), query);
    return problem(404, 'not-found');
  }

  #session({ device }: { device: string }) {
    return {
      now: new Date(Date.parse('2026-06-09T08:00:00.000Z') + this.#world.clock.monotonicMs()),
      protocol: { min: 1, max: this.protocol },
      grantsRev: this.grantsRev,
      grants: this.grants.map((stream) => ({
        stream,
        epoch: this.stream(stream).epoch,
        head: this.stream(stream).head,
        access: 'rw',
      })),
      recruiter: {
        id: '01900000-0000-7000-8000-000000000001',
        name: 'Asha Verma',
        email: 'asha@example.org',
        jobTitle: 'Recruiter',
        role: 'recruiter',
      },
      councils: [{ id: 'kent', name: 'Kent', region: 'South East', lat: 51.2, lon: 0.5 }],
      programme: {
        id: '01900000-0000-7000-8000-000000000002',
        name: 'Social Work Together',
        status: 'open',
        opensOn: '2026-01-01',
        policy: {
          presenceDays: 21,
          unsuccessfulMonths: 6,
          auditYears: 6,
          staleDays: 1,
          readOnlyDays: 7,
          lockDays: 14,
          registerFreshDays: 30,
        },
      },
      lastN: this.#memory.lastN.get(device) ?? 0,
      limits: { pushCount: this.pushCount, pushBytes: 256 * 1024, pollMs: 15_000 },
    };
  }

  #heads() {
    const heads = this.grants.map((name) => {
      const { epoch, head } = this.stream(name);
      return [name, { epoch, seq: head }] as const;
    });
    return { grantsRev: this.grantsRev, heads: Object.fromEntries(heads) };
  }

  #changes(name: string, query: URLSearchParams): Response {
    if (!this.grants.some((grant) => grant === name)) return problem(403, 'stream-not-granted');
    const { epoch, head, floor, items } = this.stream(name);
    const after = Number(query.get('after'));
    const reach = Math.max(after, Number(query.get('snapAt') ?? 0));
    if (query.get('epoch') !== epoch) return problem(410, 'epoch-changed');
    if (after > head || (after > 0 && reach < floor)) return problem(410, 'cursor-expired');
    const later = [...items.values()]
      .filter((item) => item.seq > after && (after > 0 || item.op === 'u'))
      .toSorted((a, b) => a.seq - b.seq);
    const page = later.slice(0, this.pageLimit);
    const more = later.length > page.length;
    const to = more ? (page.at(-1)?.seq ?? head) : head;
    const { grantsRev } = this;
    return json({ stream: name, epoch, after, to, head, more, grantsRev, items: page });
  }

  #bucket(b: number): { readonly etag: string; readonly bytes: string; readonly people: number } {
    const people = [...this.stream('pool').items.values()].filter(
      (item) => item.op === 'u' && bucketOf(item.id) === b,
    );
    const rows = people.map(({ id, seq }) => ({ id, seq }));
    return { etag: hash(rows), bytes: JSON.stringify(rows), people: rows.length };
  }

  #manifest() {
    const { epoch, head } = this.stream('pool');
    const buckets = Array.from({ length: BUCKETS }, (_, b) => {
      const { etag, bytes, people } = this.#bucket(b);
      return { b, etag, people, bytes: bytes.length, upTo: head };
    });
    return { epoch, schema: 1, bucketCount: BUCKETS, buckets };
  }

  #push({ device, mutations }: { device: string; mutations: readonly Mutation[] }): Response {
    if (mutations.length > this.pushCount) return problem(413, 'too-large');
    this.pushes.push(mutations);
    const results: unknown[] = [];
    const { ledger, lastN } = this.#memory;
    for (const mutation of mutations) {
      const { ageMs: _age, n: _n, ...said } = mutation;
      const known = ledger.get(mutation.id);
      const expected = (lastN.get(device) ?? 0) + 1;
      if (known === undefined ? mutation.n !== expected : mutation.n > expected) {
        if (results.length > 0) break;
        return problem(409, 'order-gap', { expected });
      }
      if (known !== undefined && known.hash !== hash(said) && mutation.kind !== 'noop') {
        return problem(422, 'id-reuse');
      }
      const entry = known ?? this.#apply(mutation, hash(said));
      if (mutation.n === expected) lastN.set(device, mutation.n);
      const { outcome, stream, seq } = entry;
      const refusal =
        outcome === 'rejected' ? { problem: problemBody(422, 'rule', 'The stage has moved.') } : {};
      const { id, n } = mutation;
      const { epoch } = this.stream(stream);
      const conflicts = this.crosses(mutation);
      const told = conflicts.length > 0 ? { conflicts } : {};
      results.push({ id, n, outcome, stream, epoch, seq, ...refusal, ...told });
    }
    return json({ results, lastN: lastN.get(device) ?? 0 });
  }

  #apply(mutation: Mutation, said: string): Ledger {
    const outcome = this.refuses(mutation) ? 'rejected' : 'applied';
    let { head: seq } = this.stream(mutation.stream);
    if (outcome === 'applied' && mutation.kind !== 'noop') {
      this.effects.push(mutation.id);
      seq = this.publish(mutation.stream, { kind: 'contact', id: mutation.id, op: 'u' });
    }
    const entry: Ledger = { hash: said, outcome, stream: mutation.stream, seq, n: mutation.n };
    this.#memory.ledger.set(mutation.id, entry);
    return entry;
  }
}

function json(value: unknown): Response {
  return new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });
}

function problemBody(status: number, code: ProblemCode, detail?: string) {
  const said = detail === undefined ? {} : { detail };
  return {
    type: `/problems/${code}`,
    title: code,
    status,
    code,
    retry: 'never',
    requestId: 'r',
    ...said,
  };
}

function problem(status: number, code: ProblemCode, extra = {}, headers = {}): Response {
  return new Response(JSON.stringify({ ...problemBody(status, code), ...extra }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}
