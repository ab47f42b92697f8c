import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { StreamId } from '#contract/brands.ts';
import { councilStream, POOL, PROGRAMME } from '#contract/brands.ts';
import { ENDPOINTS } from '#contract/http/endpoints.ts';
import { DIRECTIVES_SINCE, OLDEST_SERVED_PROTOCOL } from '#contract/protocol-version.ts';
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
    const protocol = request.headers['swt-protocol'];
    if (protocol !== undefined && !(Number(protocol) >= OLDEST_SERVED_PROTOCOL)) {
      throw new Refusal('upgrade-required', 'Update the app. What is not sent yet stays safe.');
    }
    const bearer = await check(request.headers.authorization);
    const found = await find(bearer.subject);
    if (!found) throw new Refusal('not-allowed', 'This account is not enrolled.');
    request.caller = { ...found, tokenExpiresAtMs: bearer.expiresAtMs };
    const device = request.headers['swt-device'];
    if (typeof device === 'string') requireNotWiped(request, device);
  });
}

/** Where a laptop that is to be empty may still ask: for the order, and to say that it is done. */
const OPEN_TO_WIPED: readonly string[] = [ENDPOINTS.session, ENDPOINTS.receipts];

/** Throws when a laptop that is to be empty asks for anything else. */
export function requireNotWiped(request: FastifyRequest, device: string): void {
  if (!callerOf(request).wiped.includes(device)) return;
  const hears = Number(request.headers['swt-protocol'] ?? 0) >= DIRECTIVES_SINCE;
  if (hears && OPEN_TO_WIPED.includes(request.routeOptions.url ?? '')) return;
  throw new Refusal('not-allowed', 'This laptop was wiped by the programme team.');
}

/** Returns who asks; only for routes behind `requireCaller`. */
export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw new Error('this route is not behind requireCaller');
  return request.caller;
}

/** The streams a recruiter may read, and whether they may write there; without a council, none. */
export function grantsOf(
  recruiter: Recruiter,
): readonly { readonly stream: StreamId; readonly access: 'r' | 'rw' }[] {
  if (recruiter.councils.length === 0 && recruiter.role !== 'programme_admin') return [];
  return [
    { stream: POOL, access: 'r' },
    { stream: PROGRAMME, access: 'r' },
    ...recruiter.councils.map((id) => ({ stream: councilStream(id), access: 'rw' as const })),
  ];
}

/** Throws unless the recruiter may read the stream. */
export function requireGrant(recruiter: Recruiter, stream: StreamId): void {
  if (grantsOf(recruiter).some((grant) => grant.stream === stream)) return;
  throw new Refusal('stream-not-granted', 'Your sign-in does not include this council.');
}

/** Throws unless the caller belongs to the programme team. */
export function requireProgrammeTeam(request: FastifyRequest): Caller {
  const caller = callerOf(request);
  if (caller.recruiter.role === 'programme_admin') return caller;
  throw new Refusal('not-allowed', 'Only the programme team can do this.');
}
