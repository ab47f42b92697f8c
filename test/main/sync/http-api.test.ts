import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { StreamId } from '#contract/brands.ts';
import type { ErrorCode } from '#contract/errors.ts';
import { PROTOCOL_VERSION } from '#contract/protocol-version.ts';
import { apiFor, listen, sendJson } from './support.ts';

const HEADS = { grantsRev: 1, heads: { pool: { epoch: 'e', seq: 4 } } };
const ASK = { stream: 'council:kent' as StreamId, epoch: 'e', after: 4, snapAt: null };
const PAGE = { ...ASK, snapAt: undefined, to: 5, head: 5, more: false, grantsRev: 1, items: [] };

function problem(status: number, code: string, extra: object = {}) {
  return {
    type: `/problems/${code}`,
    title: code,
    status,
    code,
    retry: 'never',
    requestId: 'r',
    ...extra,
  };
}

test('every call says who asks, from which device, in which version', async () => {
  const { apiUrl, requests } = await listen((_, response) => sendJson(response, HEADS));
  const { api } = apiFor(apiUrl);
  expect(await api.heads()).toEqual({ ok: true, value: HEADS });
  expect(requests[0]?.headers).toMatchObject({
    authorization: 'Bearer token-1',
    'swt-protocol': String(PROTOCOL_VERSION),
    'swt-client': '0.1.0; os=linux',
    'swt-device': 'device-0001',
    'swt-request': expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

test('a page stays bytes, and main learns of it only where it goes on and who is erased', async () => {
  const id = '01900000-0000-7000-8000-000000000001';
  const items = [
    { seq: 5, kind: 'candidate', id, op: 'e' },
    { seq: 6, kind: 'candidate', id: 'not an id', op: 'e' },
    'a row that is none',
    { seq: 7, kind: 'vacancy', id, op: 'e' },
  ];
  const { apiUrl, requests } = await listen((_, response) =>
    sendJson(response, { ...PAGE, to: 7, head: 9, items }),
  );
  const page = await apiFor(apiUrl).api.changes({ ...ASK, snapAt: 12 });
  expect(requests[0]?.url).toBe(
    '/v1/sync/streams/council%3Akent/changes?epoch=e&after=4&limit=1000&snapAt=12',
  );
  if (!page.ok) throw new Error(page.error.message);
  expect(page.value.facts).toMatchObject({ to: 7, head: 9, more: false, erased: [id] });
  expect(JSON.parse(new TextDecoder().decode(page.value.bytes))).toMatchObject({ items });
});

const STATUSES: readonly [number, string, object, ErrorCode, object][] = [
  [403, 'not-allowed', {}, 'AUTH_NOT_ALLOWED', {}],
  [403, 'stream-not-granted', {}, 'AUTH_NOT_ALLOWED', {}],
  [404, 'not-found', {}, 'SYNC_BAD_ANSWER', {}],
  [409, 'order-gap', { expected: 7 }, 'SYNC_ORDER_GAP', { details: { expected: 7 } }],
  [409, 'programme-closed', {}, 'SYNC_PROGRAMME_CLOSED', {}],
  [410, 'cursor-expired', {}, 'SYNC_CURSOR_EXPIRED', {}],
  [410, 'epoch-changed', {}, 'SYNC_CURSOR_EXPIRED', {}],
  [413, 'too-large', {}, 'SYNC_TOO_LARGE', {}],
  [422, 'invalid', { detail: 'no title' }, 'SYNC_REFUSED', { message: 'no title' }],
  [422, 'id-reuse', {}, 'SYNC_REFUSED', {}],
  [426, 'upgrade-required', {}, 'SYNC_UPGRADE_REQUIRED', {}],
  [429, 'too-many-requests', {}, 'NET_BUSY', { retryAfterMs: 7_000 }],
  [500, 'fault', {}, 'NET_SERVER_FAULT', {}],
  [503, 'unavailable', {}, 'NET_BUSY', { retryAfterMs: 7_000 }],
];

test.each(STATUSES)('%i %s is told as what it is', async (status, code, extra, expected, more) => {
  const { apiUrl } = await listen((_, response) => {
    response.setHeader('retry-after', '7');
    sendJson(response, problem(status, code, extra), status);
  });
  expect(await apiFor(apiUrl).api.push([])).toMatchObject({
    ok: false,
    error: { code: expected, ...more },
  });
});

test('401 renews the token once; a second 401 is the end of the sign-in', async () => {
  let isRenewalAccepted = true;
  const { apiUrl, requests } = await listen((request, response) => {
    const isNew = request.headers.authorization !== 'Bearer token-1';
    if (isNew && isRenewalAccepted) sendJson(response, HEADS);
    else sendJson(response, problem(401, 'token-expired'), 401);
  });
  const first = apiFor(apiUrl);
  expect((await first.api.heads()).ok).toBe(true);
  expect(first.refused).toEqual(['token-1']);
  isRenewalAccepted = false;
  const second = apiFor(apiUrl);
  expect(await second.api.heads()).toMatchObject({ error: { code: 'AUTH_SIGN_IN_AGAIN' } });
  expect(requests).toHaveLength(4);
});

const html = '<html>Sign in to the hotel</html>';
const asHtml = { 'content-type': 'text/html' };
const asJson = { 'content-type': 'application/json' };
const asProblem = { 'content-type': 'application/problem+json' };
const MISBEHAVIOURS: readonly [string, ErrorCode, (response: ServerResponse) => void][] = [
  ['a portal page with 200', 'NET_UNREACHABLE', (r) => r.writeHead(200, asHtml).end(html)],
  ['HTML that says it is JSON', 'NET_UNREACHABLE', (r) => r.writeHead(200, asJson).end(html)],
  [
    'JSON that says it is HTML',
    'NET_UNREACHABLE',
    (r) => r.writeHead(200, asHtml).end(JSON.stringify(HEADS)),
  ],
  ['an empty answer', 'NET_UNREACHABLE', (r) => r.writeHead(200, asJson).end()],
  ['204', 'NET_UNREACHABLE', (r) => r.writeHead(204).end()],
  [
    'a redirect',
    'NET_UNREACHABLE',
    (r) => r.writeHead(302, { location: 'http://portal.example.org/' }).end(),
  ],
  ['a proxy’s 502 page', 'NET_UNREACHABLE', (r) => r.writeHead(502, asHtml).end(html)],
  ['a proxy’s 401 page', 'NET_UNREACHABLE', (r) => r.writeHead(401, asHtml).end(html)],
  ['410 without a problem document', 'NET_UNREACHABLE', (r) => r.writeHead(410, asJson).end('{}')],
  [
    'a problem of another status than the answer',
    'NET_UNREACHABLE',
    (r) => r.writeHead(502, asProblem).end(JSON.stringify(problem(410, 'cursor-expired'))),
  ],
  [
    'a problem of a code not agreed',
    'NET_UNREACHABLE',
    (r) => r.writeHead(410, asProblem).end(JSON.stringify(problem(410, 'wipe-everything'))),
  ],
  [
    'JSON cut off by the connection',
    'NET_UNREACHABLE',
    (r) => {
      r.writeHead(200, { ...asJson, 'content-length': '4000' });
      r.write(JSON.stringify(HEADS).slice(0, 20));
      setTimeout(() => r.destroy(), 20);
    },
  ],
  [
    'JSON cut off by someone in between',
    'NET_UNREACHABLE',
    (r) => r.writeHead(200, asJson).end(JSON.stringify(HEADS).slice(0, 20)),
  ],
  ['a connection that is closed', 'NET_UNREACHABLE', (r) => r.destroy()],
  ['a server that never answers', 'NET_UNREACHABLE', () => {}],
  [
    'an answer that drips for ever',
    'NET_UNREACHABLE',
    (r) => {
      r.writeHead(200, asJson);
      const drip = setInterval(() => r.write(' '), 20);
      r.on('close', () => clearInterval(drip));
    },
  ],
  ['JSON of another form', 'SYNC_BAD_ANSWER', (r) => r.writeHead(200, asJson).end('{"heads":1}')],
  [
    'an answer far too large, announced',
    'SYNC_BAD_ANSWER',
    (r) => {
      r.writeHead(200, { ...asJson, 'content-length': '99000000' });
      r.write(' ');
    },
  ],
  [
    'an answer far too large, not announced',
    'SYNC_BAD_ANSWER',
    (r) => r.writeHead(200, asJson).end(' '.repeat(400_000)),
  ],
];

test.each(MISBEHAVIOURS)('%s is never data: %s', async (_, code, misbehave) => {
  const { apiUrl } = await listen((_request, response) => misbehave(response));
  expect(await apiFor(apiUrl).api.heads()).toMatchObject({ ok: false, error: { code } });
});

test('nobody listening is no network, and a token that cannot be had is passed on', async () => {
  const { apiUrl, close } = await listen(() => {});
  close();
  expect(await apiFor(apiUrl).api.session()).toMatchObject({ error: { code: 'NET_UNREACHABLE' } });
  const error = { code: 'AUTH_SIGN_IN_AGAIN', message: 'ended' } as const;
  const tokens = { accessToken: async () => ({ ok: false, error }) as const, refuse: () => {} };
  expect(await apiFor(apiUrl, { tokens }).api.heads()).toEqual({ ok: false, error });
});

test('a bucket counts only with the tag of the manifest, whatever a proxy put around it', async () => {
  const { apiUrl } = await listen((request, response) => {
    if (request.url?.endsWith('/9')) sendJson(response, problem(404, 'not-found'), 404);
    else {
      const headers = { 'content-type': 'application/octet-stream', etag: 'W/"abc"' };
      response.writeHead(200, headers).end(Buffer.from([1, 2, 3]));
    }
  });
  const { api } = apiFor(apiUrl);
  expect(await api.bucket(1, '"abc"')).toEqual({ ok: true, value: new Uint8Array([1, 2, 3]) });
  expect(await api.bucket(1, 'other')).toMatchObject({ error: { code: 'SYNC_CURSOR_EXPIRED' } });
  expect(await api.bucket(9, 'abc')).toMatchObject({ error: { code: 'SYNC_CURSOR_EXPIRED' } });
});

describe('[I16] what its digest does not fit is not read', () => {
  const good = JSON.stringify(HEADS);
  const digest = (text: string) =>
    `sha-256=:${createHash('sha256').update(text).digest('base64')}:`;
  const ask = async (body: string, headers: Readonly<Record<string, string>>, status = 200) => {
    const { apiUrl } = await listen((_, response) => {
      const type = status === 200 ? asJson : asProblem;
      const packed = headers['content-encoding'] === 'gzip' ? gzipSync(body) : body;
      response.writeHead(status, { ...type, ...headers }).end(packed);
    });
    return apiFor(apiUrl).api.heads();
  };
  const network = { ok: false, error: { code: 'NET_UNREACHABLE' } };

  test('as it was sent, or from a centre that says no digest', async () => {
    expect((await ask(good, { 'content-digest': digest(good) })).ok).toBe(true);
    expect((await ask(good, { 'content-digest': `md5=:AAAA:, ${digest(good)}` })).ok).toBe(true);
    expect((await ask(good, {})).ok).toBe(true);
  });

  test('changed on its way, though it still is JSON in the agreed form', async () => {
    const other = good.replace('"grantsRev":1', '"grantsRev":2');
    expect(other).not.toBe(good);
    expect(await ask(other, { 'content-digest': digest(good) })).toMatchObject(network);
  });

  test('packed: the digest of what was packed counts, the one of the packed bytes does not', async () => {
    const packed = { 'content-encoding': 'gzip', 'content-digest': digest('other') };
    expect((await ask(good, { ...packed, 'unencoded-digest': digest(good) })).ok).toBe(true);
    expect(await ask(good, { ...packed, 'unencoded-digest': digest('no') })).toMatchObject(network);
    expect((await ask(good, packed)).ok).toBe(true);
  });

  test('a refusal too: 426 that was not said like that does not stop the app', async () => {
    const body = JSON.stringify(problem(426, 'upgrade-required'));
    const wrong = { 'content-digest': digest('another refusal') };
    expect(await ask(body, wrong, 426)).toMatchObject(network);
    expect(await ask(body, { 'content-digest': digest(body) }, 426)).toMatchObject({
      error: { code: 'SYNC_UPGRADE_REQUIRED' },
    });
  });
});

test('closing ends what is under way', async () => {
  const { apiUrl } = await listen(() => {});
  const { api } = apiFor(apiUrl, { timeoutMs: 60_000 });
  const call = api.heads();
  setTimeout(() => api.close(), 30);
  expect(await call).toMatchObject({ error: { code: 'NET_UNREACHABLE' } });
});
