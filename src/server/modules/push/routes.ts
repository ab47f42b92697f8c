import type { FastifyRequest } from 'fastify';
import { Compile } from 'typebox/compile';
import type { Conflict } from '#contract/conflict.ts';
import { ENDPOINTS } from '#contract/http/endpoints.ts';
import { PushRequest, PushResponse, type PushResult } from '#contract/http/push.ts';
import type { Clock } from '#core/ports.ts';
import type { App } from '#server/app-type.ts';
import { type Database, inTransaction } from '#server/db/database.ts';
import type { Heads } from '#server/modules/streams/heads.ts';
import { callerOf, requireNotWiped } from '#server/plugins/callers.ts';
import type { Meters } from '#server/plugins/meters.ts';
import { problemOf, Refusal } from '#server/plugins/problems.ts';
import { type Applied, applyMutation } from './apply.ts';
import { Envelopes } from './envelope.ts';

/** The most a batch may weigh (sync.md 3.2). */
export const PUSH_BYTES = 256 * 1024;
/** The most changes in a batch. */
export const PUSH_COUNT = 100;

const envelopes = Compile(Envelopes);

/** What the push route works with. */
export interface PushParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly heads: Heads;
  readonly meters: Meters;
}

/** Takes a device's changes in its order, each in a transaction of its own. */
export function pushRoutes(app: App, parts: PushParts): void {
  app.post(
    ENDPOINTS.push,
    {
      bodyLimit: PUSH_BYTES,
      schema: {
        summary: 'Changes of one device in its order; each has its effect once',
        body: PushRequest,
        response: { 200: PushResponse },
      },
      // The published schema says what a change must be; only its envelope is checked
      // here, because one bad change must not hold up the others (see envelope.ts).
      validatorCompiler: () => (value) =>
        envelopes.Check(value) ? { value } : { error: envelopes.Errors(value) as never },
    },
    async (request): Promise<PushResponse> => {
      const { recruiter } = callerOf(request);
      const batch = request.body as unknown as Envelopes;
      requireNotWiped(request, batch.device);
      const results: PushResult[] = [];
      let lastN = 0;
      try {
        for (const envelope of batch.mutations) {
          const sender = { recruiter, device: batch.device, nowMs: parts.clock.nowMs() };
          const applied = await inTransaction(parts.database.sql, (transaction) =>
            applyMutation(transaction, envelope, sender),
          );
          parts.meters.pushed(applied.outcome);
          results.push(resultOf(applied, parts.heads, request));
          lastN = Math.max(lastN, applied.n);
        }
      } catch (error) {
        // What is done is done: it is answered, and the rest is sent again.
        if (results.length === 0) throw error;
        if (!(error instanceof Refusal)) request.log.error({ err: error }, 'push stopped');
      } finally {
        await parts.heads.look().catch(() => {});
      }
      return { results, lastN };
    },
  );
}

/** The sequence is that of the effect, the epoch that of this answer (sync.md 3.4). */
function resultOf(applied: Applied, heads: Heads, request: FastifyRequest): PushResult {
  const { id, n, outcome, stream, seq, problemDetail } = applied;
  // An app of protocol 1 reads no answer with a code it does not know.
  const isNew = applied.problemCode === 'duplicate-expired' && callerOf(request).protocol < 2;
  const problemCode = isNew ? 'rule' : applied.problemCode;
  const epoch = heads.get(stream)?.epoch ?? '';
  const told = applied.conflicts ? { conflicts: JSON.parse(applied.conflicts) as Conflict[] } : {};
  const result = { id, n, outcome, stream, epoch, seq, ...told };
  return problemCode
    ? { ...result, problem: problemOf(problemCode, problemDetail, request.id) }
    : result;
}
