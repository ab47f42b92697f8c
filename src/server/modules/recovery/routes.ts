import { ENDPOINTS } from '#contract/http/endpoints.ts';
import {
  OpenedSecret,
  SealedSecret,
  WithdrawnAnswer,
  WithdrawnAsk,
} from '#contract/http/recovery.ts';
import type { App } from '#server/app-type.ts';
import type { Database } from '#server/db/database.ts';
import { callerOf } from '#server/plugins/callers.ts';
import { Refusal } from '#server/plugins/problems.ts';
import { openSecret } from './recovery-key.ts';
import { findRecoveryPair, readWithdrawn } from './repository.ts';

/**
 * Opens keys for the recruiter who sealed them, never the work itself.
 *
 * A recovery file, or the journal of a laptop whose key store was lost, is opened with
 * the key that comes back; the centre never sees what is in it.
 */
export function recoveryRoutes(app: App, database: Database): void {
  app.post(
    ENDPOINTS.recoveryOpen,
    {
      schema: {
        summary: 'Open a key that was sealed to the caller’s own recovery key',
        body: SealedSecret,
        response: { 200: OpenedSecret },
      },
    },
    async (request) => {
      const { recruiter } = callerOf(request);
      const { keyId, sealed } = request.body;
      const pair = await findRecoveryPair(database.sql, recruiter.id);
      if (pair?.keyId !== keyId) {
        throw new Refusal('not-allowed', 'This was saved by another recruiter.');
      }
      const secret = openSecret(pair, sealed);
      if (secret === null) throw new Refusal('invalid', 'This is damaged and cannot be opened.');
      return { secret: secret.toString('base64url') };
    },
  );

  app.post(
    ENDPOINTS.recoveryWithdrawn,
    {
      schema: {
        summary: 'Which of these people have asked to be removed',
        body: WithdrawnAsk,
        response: { 200: WithdrawnAnswer },
      },
    },
    async (request) => {
      callerOf(request);
      return { withdrawn: [...(await readWithdrawn(database.sql, request.body.people))] };
    },
  );
}
