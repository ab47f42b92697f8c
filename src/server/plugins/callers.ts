import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { StreamId } from '#contract/brands.ts';
import { councilStream, POOL, PRESENCE, PROGRAMME, userStream } from '#contract/brands.ts';
import { ENDPOINTS } from '#contract/http/endpoints.ts';
import {
  DIRECTIVES_SINCE,
  OLDEST_SERVED_PROTOCOL,
  PRESENCE_SINCE,
} from '#contract/protocol-version.ts';
import type { Database } from '#server/db/database.ts';
import { findRecruiter, type Recruiter } from '#server/modules/session/repository.ts';
import { Refusal } from './problems.ts';
import type { CheckToken } from './tokens.ts';

/** Who is asking, as looked up within the last second. */
export interface Caller {
  readonly recruiter: Recruiter;
  readonly grantsRev: number;
  /** Laptops of theirs that are to be empty: they get nothing but the order. */
  readonly wiped: readonly string[];
  /** The protocol their app speaks; the oldest where it does not say. */
  readonly protocol: number;
  readonly tokenExpiresAtMs: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null;
  }
}

/** A change of grants reaches every answer within this time, without a query each. */
const KNOWN_FOR_MS = 1_000;

/** Finds the recruiter of a token's subject; null = enrolled nowhere. */
export type FindCaller = (
  subject: string,
) => Promise<Pick<Caller, 'recruiter' | 'grantsRev' | 'wiped'> | null>;

/** Looks recruiters up in the database, remembering each for a second. */
export function callerFinder(database: Database): FindCaller {
  const known = new Map<string, { readonly at: number; readonly found: ReturnType<FindCaller> }>();
  return (subject) => {
    const now = performance.now();
    const hit = known.get(subject);
    if (hit && now - hit.at < KNOWN_FOR_MS) return hit.found;
    if (known.size > 10_000) known.clear();
    const found = findRecruiter(database.sql, subject);
    known.set(subject, { at: now, found });
    found.catch(() => known.delete(subject));
    return found;
  };
}

/** Puts protocol and token checks in front of every route of this part of the app. */
export function requireCaller(app: FastifyInstance, check: CheckToken, find: FindCaller): void {
  app.decorateRequest('caller', null);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const protocol = Number(request.headers['swt-protocol'] ?? OLDEST_SERVED_PROTOCOL);
    if (!(protocol >= OLDEST_SERVED_PROTOCOL)) {
      throw new Refusal('upgrade-required', 'Update the app. What is not sent yet stays safe.');
    }
    const bearer = await check(request.headers.authorization);
    const found = await find(bearer.subject);
    if (!found) throw new Refusal('not-allowed', 'This account is not enrolled.');
    request.caller = { ...found, protocol, tokenExpiresAtMs: bearer.expiresAtMs };
    const device = request.headers['swt-device'];
    if (typeof device === 'string') requireNotWiped(request, device);
  });
}

/** Where a laptop that is to be empty may still ask: for the order, and to say that it is done. */
const OPEN_TO_WIPED: readonly string[] = [ENDPOINTS.session, ENDPOINTS.receipts];

/** Throws when a laptop that is to be empty asks for anything else. */
export function requireNotWiped(request: FastifyRequest, device: string): void {
  if (!callerOf(request).wiped.includes(device)) return;
  const hears = callerOf(request).protocol >= DIRECTIVES_SINCE;
  if (hears && OPEN_TO_WIPED.includes(request.routeOptions.url ?? '')) return;
  throw new Refusal('not-allowed', 'This laptop was wiped by the programme team.');
}

/** Returns who asks; only for routes behind `requireCaller`. */
export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw new Error('this route is not behind requireCaller');
  return request.caller;
}

/** Whose grants, and for which app. */
export type Granted = Pick<Caller, 'recruiter' | 'protocol'>;

/**
 * The streams a caller may read, and whether they may write there; without a council, none.
 *
 * An older app is not told of streams whose names it would not know.
 */
export function grantsOf({
  recruiter,
  protocol,
}: Granted): readonly { readonly stream: StreamId; readonly access: 'r' | 'rw' }[] {
  const { id, councils, role } = recruiter;
  if (councils.length === 0 && role !== 'programme_admin') return [];
  const isKnown = protocol >= PRESENCE_SINCE;
  return [
    { stream: POOL, access: 'r' },
    { stream: PROGRAMME, access: 'r' },
    ...councils.map((council) => ({ stream: councilStream(council), access: 'rw' as const })),
    ...(isKnown && councils.length > 0 ? [{ stream: PRESENCE, access: 'r' as const }] : []),
    ...(isKnown ? [{ stream: userStream(id), access: 'rw' as const }] : []),
  ];
}

/** Throws unless the caller may read the stream. */
export function requireGrant(caller: Granted, stream: StreamId): void {
  if (grantsOf(caller).some((grant) => grant.stream === stream)) return;
  throw new Refusal('stream-not-granted', 'Your sign-in does not include this council.');
}

/** Throws unless the caller belongs to the programme team. */
export function requireProgrammeTeam(request: FastifyRequest): Caller {
  const caller = callerOf(request);
  if (caller.recruiter.role === 'programme_admin') return caller;
  throw new Refusal('not-allowed', 'Only the programme team can do this.');
}
