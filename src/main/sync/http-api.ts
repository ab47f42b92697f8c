import { randomUUID } from 'node:crypto';
import { type Static, type TSchema, Type } from 'typebox';

import { CandidateId, type IsoInstant, type StreamId } from '#contract/brands.ts';
import { fail, ok, type Result } from '#contract/errors.ts';
import { Device, Devices } from '#contract/http/devices.ts';
import { ReceiptsTaken } from '#contract/http/directives.ts';
import { ENDPOINTS } from '#contract/http/endpoints.ts';
import { PushResponse } from '#contract/http/push.ts';
import { OpenedSecret, type SealedSecret, WithdrawnAnswer } from '#contract/http/recovery.ts';
import { type Obeyed, Session } from '#contract/http/session.ts';
import { ChangesPage, Heads, PoolManifest, StreamDigest } from '#contract/http/streams.ts';
import { PROTOCOL_VERSION } from '#contract/protocol-version.ts';
import type { Api, Page, PageAsk } from '#core/sync/ports.ts';
import { isOf } from './is-of.ts';
import { isOfType, readBody, readJson, readRefusal } from './read-answer.ts';

/** The network: Electron's `net.fetch`, or anything like it. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** Access tokens, one renewal at a time. */
export interface AccessTokens {
  accessToken(): Promise<Result<string>>;
  /** The centre did not accept this one: the next call renews. */
  refuse(token: string): void;
}

/** How the centre is reached, and as whom. */
export interface HttpParts {
  readonly fetch: Fetch;
  readonly apiUrl: string;
  readonly tokens: AccessTokens;
  /** The name of this device; another one after its journal turned out to be an older copy. */
  readonly device: () => string;
  /** What it was called before that: what that one is to remove, this one is too. */
  readonly formerly?: () => string | null;
  /** The directives it has obeyed; others than the centre knows of an older copy. */
  readonly obeyed?: () => Obeyed;
  /** When it was first told a session, by the centre's clock. */
  readonly since?: () => IsoInstant | null;
  /** The streams whose copies this device can open. */
  readonly holds?: () => readonly StreamId[];
  readonly appVersion: string;
  readonly platform: string;
  /** For tests: how long an answer may take. */
  readonly timeoutMs?: number;
}

/** The centre over HTTP, and what else needs its address and headers. */
export interface HttpApi extends Api {
  /** Opens the stream of nudges; the caller reads it and aborts it. */
  events(signal: AbortSignal): Promise<Result<Response>>;
  /** Opens a secret sealed to this recruiter's recovery key. */
  openSecret(sealed: SealedSecret): Promise<Result<OpenedSecret>>;
  /** Says which of these people have asked to be removed. */
  withdrawn(people: readonly CandidateId[]): Promise<Result<WithdrawnAnswer>>;
  /** Laptops that the caller may have emptied. */
  devices(): Promise<Result<readonly Device[]>>;
  /** Has a laptop emptied that was lost. */
  wipeDevice(device: string): Promise<Result<Device>>;
  /** Ends every call under way. */
  close(): void;
}

interface Ask {
  readonly path: string;
  readonly body?: unknown;
  readonly accept: string;
  readonly signal?: AbortSignal;
}

const TIMEOUT_MS = 30_000;
const KB = 1024;
const PAGE_LIMIT = 1000;
const Envelope = Type.Omit(ChangesPage, ['items']);
/** Rows are checked one by one at the worker, so that one bad row never stops the others. */
const WirePage = Type.Intersect([Envelope, Type.Object({ items: Type.Array(Type.Unknown()) })]);

/**
 * Makes the centre's port over HTTP. Never throws, never gives data it did not check.
 *
 * A 401 renews the token once. Answers are capped in size and time. No cache, no
 * cookies, no redirects: a portal that redirects is "no network".
 */
export function createHttpApi(parts: HttpParts): HttpApi {
  const { fetch, apiUrl, tokens, device, appVersion, platform } = parts;
  const closing = new AbortController();
  const timeoutMs = parts.timeoutMs ?? TIMEOUT_MS;

  async function send(ask: Ask, token: string): Promise<Response | null> {
    const signals = [closing.signal, ask.signal ?? AbortSignal.timeout(timeoutMs)];
    try {
      return await fetch(`${apiUrl}${ask.path}`, {
        method: ask.body === undefined ? 'GET' : 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          accept: `${ask.accept}, application/problem+json`,
          'swt-protocol': String(PROTOCOL_VERSION),
          'swt-client': `${appVersion}; os=${platform}`,
          'swt-device': device(),
          'swt-request': randomUUID(),
          ...(ask.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(ask.body === undefined ? {} : { body: JSON.stringify(ask.body) }),
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        signal: AbortSignal.any(signals),
      });
    } catch {
      return null;
    }
  }

  /** Asks once, and once more with a fresh token if this one is not accepted. */
  async function call(ask: Ask): Promise<Result<Response>> {
    for (let attempt = 1; ; attempt++) {
      const token = await tokens.accessToken();
      if (!token.ok) return token;
      const answer = await send(ask, token.value);
      if (answer === null) return fail('NET_UNREACHABLE', 'The centre did not answer.');
      if (answer.status === 200) {
        if (isOfType(answer, ask.accept)) return ok(answer);
        await answer.body?.cancel().catch(() => {});
        return fail('NET_UNREACHABLE', 'What answered is not the centre.');
      }
      const { code, failure } = await readRefusal(answer);
      const isOld = code === 'token-expired' || code === 'token-invalid';
      if (!isOld) return failure;
      tokens.refuse(token.value);
      if (attempt > 1) return failure;
    }
  }

  async function readBytes(ask: Ask, mostBytes: number): Promise<Result<Uint8Array<ArrayBuffer>>> {
    const answer = await call(ask);
    return answer.ok ? readBody(answer.value, mostBytes) : answer;
  }

  async function read<Schema extends TSchema>(
    schema: Schema,
    ask: Omit<Ask, 'accept'>,
    mostBytes: number,
  ): Promise<Result<Static<Schema>>> {
    const bytes = await readBytes({ ...ask, accept: 'application/json' }, mostBytes);
    const json = bytes.ok ? readJson(bytes.value) : bytes;
    return json.ok ? check(schema, json.value) : json;
  }

  async function readPage(path: string): Promise<Result<Page>> {
    const bytes = await readBytes({ path, accept: 'application/json' }, 16 * KB * KB);
    if (!bytes.ok) return bytes;
    const json = readJson(bytes.value);
    const page = json.ok ? check(WirePage, json.value) : json;
    if (!page.ok) return page;
    const { items, ...facts } = page.value;
    return ok({ facts: { ...facts, erased: items.flatMap(erasedIn) }, bytes: bytes.value });
  }

  function changes({ stream, epoch, after, snapAt, repair }: PageAsk): Promise<Result<Page>> {
    const query = new URLSearchParams({ epoch, after: `${after}`, limit: `${PAGE_LIMIT}` });
    if (snapAt !== null) query.set('snapAt', `${snapAt}`);
    if (repair) query.set('mode', 'repair');
    return readPage(`${pathOf(ENDPOINTS.changes, stream)}?${query}`);
  }

  return {
    session: () => {
      const formerly = parts.formerly?.() ?? null;
      const obeyed = parts.obeyed?.();
      const since = parts.since?.() ?? null;
      const body = {
        device: device(),
        appVersion,
        ...(formerly === null ? {} : { formerly }),
        ...(obeyed === undefined ? {} : { obeyed }),
        ...(since === null ? {} : { since }),
        ...(parts.holds ? { holds: [...parts.holds()] } : {}),
      };
      return read(Session, { path: ENDPOINTS.session, body }, 512 * KB);
    },
    heads: () => read(Heads, { path: ENDPOINTS.heads }, 256 * KB),
    changes,
    digest({ stream, epoch, at }) {
      const query = new URLSearchParams({ epoch, at: `${at}` });
      const path = `${pathOf(ENDPOINTS.digest, stream)}?${query}`;
      return read(StreamDigest, { path }, 4 * KB * KB);
    },
    group({ stream, epoch, at, of, group }) {
      const query = new URLSearchParams({ epoch, at: `${at}`, of: `${of}` });
      return readPage(`${pathOf(ENDPOINTS.group, stream).replace(':group', `${group}`)}?${query}`);
    },
    manifest: () => read(PoolManifest, { path: ENDPOINTS.manifest }, 8 * KB * KB),
    push: (mutations) => {
      const body = { device: device(), mutations };
      return read(PushResponse, { path: ENDPOINTS.push, body }, 2 * KB * KB);
    },
    async devices() {
      const listed = await read(Devices, { path: ENDPOINTS.devices }, 2 * KB * KB);
      return listed.ok ? ok(listed.value.devices) : listed;
    },
    wipeDevice: (lost) => {
      const path = ENDPOINTS.wipeDevice.replace(':device', encodeURIComponent(lost));
      return read(Device, { path, body: {} }, 64 * KB);
    },
    async receipts(of, receipts) {
      const body = { device: of, receipts };
      const taken = await read(ReceiptsTaken, { path: ENDPOINTS.receipts, body }, 64 * KB);
      return taken.ok ? ok(taken.value.taken) : taken;
    },
    async bucket(b, etag) {
      const path = ENDPOINTS.bucket.replace(':b', `${b}`);
      const answer = await call({ path, accept: 'application/octet-stream' });
      if (!answer.ok) {
        const isGone = answer.error.details?.problem === 'not-found';
        return isGone ? fail('SYNC_CURSOR_EXPIRED', 'The pool was cut anew.') : answer;
      }
      if (plain(answer.value.headers.get('etag')) !== plain(etag)) {
        await answer.value.body?.cancel().catch(() => {});
        return fail('SYNC_CURSOR_EXPIRED', 'The bucket has changed since the manifest.');
      }
      return readBody(answer.value, 4 * KB * KB);
    },
    openSecret: (sealed) =>
      read(OpenedSecret, { path: ENDPOINTS.recoveryOpen, body: sealed }, 64 * KB),
    withdrawn: (people) =>
      read(WithdrawnAnswer, { path: ENDPOINTS.recoveryWithdrawn, body: { people } }, 512 * KB),
    events: (signal) => call({ path: ENDPOINTS.events, accept: 'text/event-stream', signal }),
    close: () => closing.abort(),
  };
}

const pathOf = (endpoint: string, stream: string) =>
  endpoint.replace(':stream', encodeURIComponent(stream));

function check<Schema extends TSchema>(schema: Schema, value: unknown): Result<Static<Schema>> {
  if (isOf(schema, value)) return ok(value);
  return fail('SYNC_BAD_ANSWER', 'The answer does not have the agreed form.');
}

/** An entity tag without what proxies put around it. */
function plain(etag: string | null): string | null {
  return etag === null ? null : etag.replace(/^W\//, '').replaceAll('"', '');
}

function erasedIn(item: unknown): readonly CandidateId[] {
  if (typeof item !== 'object' || item === null) return [];
  const { kind, op, id } = item as Readonly<Record<string, unknown>>;
  return kind === 'candidate' && op === 'e' && isOf(CandidateId, id) ? [id] : [];
}
