import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from './problems.ts';

/** How many requests in how long. */
export interface Limit {
  readonly requests: number;
  readonly windowMs: number;
}

/** A first sync of 105,000 people is 1,024 buckets, read as fast as they come. */
export const DEFAULT_LIMIT: Limit = { requests: 6_000, windowMs: 60_000 };

/**
 * Limits each person, and before sign-in each address.
 *
 * After authentication on purpose: by address, one council's gateway would throttle all
 * of its recruiters. RateLimit headers go with every answer.
 */
export async function limitRequests(app: FastifyInstance, limit: Limit): Promise<void> {
  await app.register(rateLimit, {
    hook: 'preHandler',
    max: limit.requests,
    timeWindow: limit.windowMs,
    enableDraftSpec: true,
    keyGenerator: (request: FastifyRequest) => request.caller?.recruiter.id ?? request.ip,
    errorResponseBuilder: () => new Refusal('too-many-requests', 'Wait before you ask again.'),
  });
}
