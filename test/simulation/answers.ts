import type { StreamId } from '#contract/brands.ts';
import type { Receipts } from '#contract/http/directives.ts';
import type { ProblemCode } from '#contract/http/problem.ts';
import type { SessionRequest } from '#contract/http/session.ts';
import { isoInstant } from '#core/domain/days.ts';
import type { Envelope } from '#server/modules/push/envelope.ts';
import { problemOf } from '#server/plugins/problems.ts';
import type { Centre } from './centre.ts';
import { digestOf, groupItems } from './digests.ts';
import type { Item } from './feed.ts';
import { OURS } from './office.ts';
import { COUNCILS, type Recruiter } from './people.ts';
import { applyMutation, grantsOf, programmeOf, roleOf } from './push.ts';
import { START_MS } from './world.ts';

/** An answer on its way. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request as it arrives at the centre. */
export interface Request {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly recruiter: Recruiter;
  /** What the app speaks, as its `SWT-Protocol` says. */
  readonly protocol: number;
  /** What the device that asks calls itself. */
  readonly device: string;
}

/** Whether the centre dies at this change of a push: before or after it is committed. */
export type DiesAt = (index: number) => 'before' | 'after' | null;

export const DEAD: Answer = { status: 502, type: 'text/html', body: '<h1>Bad gateway</h1>' };

/** Answers as the routes of the centre do. */
export function answer(centre: Centre, request: Request, diesAt: DiesAt): Answer {
  const { path, query, recruiter, protocol, device } = request;
  if (centre.protocol >= 2 && path === '/v1/sync/receipts') return receipts(centre, request);
  if (path === '/v1/sync/session') return json(session(centre, request));
  if (isWiped(centre, device)) return problem('not-allowed');
  if (path === '/v1/sync/heads') return json(centre.headsFor(recruiter.actor.id, protocol));
  if (path === '/v1/sync/push') return push(centre, request, diesAt);
  if (path === '/v1/sync/pool/manifest') return json(manifest(centre));
  const bucket = /\/pool\/buckets\/(\d+)$/.exec(path)?.[1];
  if (bucket !== undefined) {
    const found = centre.buckets()[Number(bucket)];
    if (!found) return problem('not-found');
    const headers = { etag: found.etag };
    return { status: 200, type: 'application/octet-stream', body: found.bytes, headers };
  }
  const [, stream, what] = /\/streams\/([^/]+)\/(changes|digest|groups\/\d+)$/.exec(path) ?? [];
  if (stream === undefined) return problem('not-found');
  const name = decodeURIComponent(stream) as StreamId;
  const isGranted = grantsOf(centre.memory, recruiter.actor.id, protocol).includes(name);
  if (!isGranted) return problem('stream-not-granted');
  if (what === 'changes') return changes(centre, name, query);
  return centre.protocol < 2 ? problem('not-found') : compared(centre, name, request);
}

/** A laptop that is to be empty gets nothing but the order. */
function isWiped({ protocol, orders }: Centre, device: string): boolean {
  return protocol >= 2 && orders.isWiped(device);
}

function receipts({ orders }: Centre, { body, recruiter }: Request): Answer {
  const said = body as Receipts;
  const ids = said.receipts.map(({ directive }) => directive);
  orders.take(said.device, recruiter.actor.id, ids);
  return json({ taken: ids });
}

/** Few, so that the rest often has to be asked for. */
const MOST_AT_ONCE = 2;

/** What this device is to remove; of protocol 2. */
function toldTo(centre: Centre, { body, recruiter, protocol }: Request) {
  const { device, ...hello } = body as SessionRequest;
  if (centre.protocol < 2) return {};
  const { orders } = centre;
  const forgotReceipts = orders.greet(device, { ...hello, recruiter: recruiter.actor.id });
  if (protocol < 2) return {};
  const due = orders.due(device);
  return {
    directives: due.slice(0, MOST_AT_ONCE).map(OURS.sign),
    moreDirectives: due.length > MOST_AT_ONCE,
    directiveKeys: [OURS.key],
    forgotReceipts,
  };
}

function session(centre: Centre, request: Request) {
  const { recruiter, body, protocol } = request;
  const { memory } = centre;
  const councils = memory.councils.get(recruiter.actor.id) ?? [];
  const { device } = body as { readonly device: string };
  centre.greeted.set(device, centre.history);
  const told = toldTo(centre, request);
  const granted = isWiped(centre, device) ? [] : grantsOf(memory, recruiter.actor.id, protocol);
  return {
    ...told,
    now: isoInstant(START_MS + centre.nowMs()),
    protocol: { min: 1, max: centre.protocol },
    grantsRev: memory.grantsRev,
    grants: granted.map((name) => {
      const { epoch, head, past } = centre.stream(name);
      const access = name.startsWith('council:') ? 'rw' : 'r';
      return { stream: name, epoch, head, access, ...(past ? { past } : {}) };
    }),
    recruiter: {
      ...recruiter.actor,
      email: 'someone@example.org',
      jobTitle: 'Recruiter',
      role: roleOf(memory, recruiter.actor.id),
    },
    councils: COUNCILS.filter(({ id }) => councils.includes(id)),
    programme: programmeOf(memory),
    lastN: memory.lastN.get(device) ?? 0,
    limits: { pushCount: centre.pushCount, pushBytes: centre.pushBytes, pollMs: centre.pollMs },
  };
}

function manifest(centre: Centre) {
  const buckets = centre.buckets().map(({ b, etag, people, bytes, upTo }) => {
    return { b, etag, people, bytes: bytes.length, upTo };
  });
  const { epoch } = centre.stream('pool');
  return { epoch, schema: 1, bucketCount: buckets.length, buckets };
}

function changes(centre: Centre, name: StreamId, query: URLSearchParams): Answer {
  const { memory, pageLimit } = centre;
  const { epoch, head, floor, items } = centre.stream(name);
  const after = Number(query.get('after'));
  const since = Math.max(after, Number(query.get('snapAt') ?? 0));
  if (query.get('epoch') !== epoch) return problem('epoch-changed');
  const isBelow = after > 0 && since < floor && query.get('mode') !== 'repair';
  if (after > head || isBelow) return problem('cursor-expired');
  const later = [...items.values()]
    .filter((item) => item.seq > after && (after > 0 || item.op === 'u'))
    .sort((a, b) => a.seq - b.seq);
  const rows = later.slice(0, pageLimit);
  const more = later.length > rows.length;
  const to = more ? (rows.at(-1)?.seq ?? after) : head;
  const { grantsRev } = memory;
  return json({ stream: name, epoch, after, to, head, more, grantsRev, items: rows.map(written) });
}

const written = ({ doc, ...item }: Item) => (doc === null ? item : { ...item, doc });

/** Digests of a stream, or the records of one group of it. */
function compared(centre: Centre, name: StreamId, { path, query }: Request): Answer {
  const stream = centre.stream(name);
  const { epoch, head } = stream;
  if (query.get('epoch') !== epoch) return problem('epoch-changed');
  if (head < Number(query.get('at'))) return problem('cursor-expired');
  const group = /groups\/(\d+)$/.exec(path)?.[1];
  if (group === undefined) return json(digestOf(centre, stream));
  const items = groupItems(stream, Number(query.get('of')), Number(group)).map(written);
  const { grantsRev } = centre.memory;
  return json({ stream: name, epoch, after: 0, to: head, head, more: false, grantsRev, items });
}

function push(centre: Centre, { body, recruiter }: Request, diesAt: DiesAt): Answer {
  const { device, mutations } = body as {
    readonly device: string;
    readonly mutations: readonly Envelope[];
  };
  const isLarge = JSON.stringify(mutations).length > centre.pushBytes;
  if (isLarge || mutations.length > centre.pushCount) return problem('too-large');
  const results: unknown[] = [];
  let lastN = 0;
  const sender = {
    actor: recruiter.actor,
    device,
    nowMs: START_MS + centre.nowMs(),
    overwrote: (what: string) => centre.broke('I10', `overwritten in silence: ${what}`),
  };
  for (const [index, envelope] of mutations.entries()) {
    const death = diesAt(index);
    if (death === 'before') return DEAD;
    const done = applyMutation(centre.memory, envelope, sender);
    if (death === 'after') return DEAD;
    if ('expected' in done) {
      if (results.length === 0) return problem('order-gap', { expected: done.expected });
      break;
    }
    const { id, n, outcome, stream, seq, problem: why } = done;
    const { epoch } = centre.memory.streams.get(stream) ?? { epoch: '' };
    const told = done.conflicts?.length ? { conflicts: done.conflicts } : {};
    const result = { id, n, outcome, stream, epoch, seq, ...told };
    results.push(why ? { ...result, problem: problemOf(why.code, why.detail, 'r') } : result);
    lastN = Math.max(lastN, n);
  }
  centre.changed();
  return json({ results, lastN });
}

function json(value: unknown): Answer {
  return { status: 200, type: 'application/json', body: JSON.stringify(value) };
}

/** A refusal as the centre words it. */
export function problem(code: ProblemCode, extra: object = {}, retryAfter?: number): Answer {
  const said = problemOf(code, 'No.', 'r');
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  const body = JSON.stringify({ ...said, ...extra });
  return { status: said.status, type: 'application/problem+json', body, headers };
}
