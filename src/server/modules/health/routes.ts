import { Type } from 'typebox';
import { ENDPOINTS } from '#contract/http/endpoints.ts';
import type { App } from '#server/app-type.ts';
import { type Database, isAnswering } from '#server/db/database.ts';
import type { Meters } from '#server/plugins/meters.ts';
import { Refusal } from '#server/plugins/problems.ts';

const Answer = Type.Object({ status: Type.Literal('ok') });

/**
 * Whether the process lives, whether it can serve, and its meters.
 *
 * Public, for the machine that runs it: a proxy in front lets only the sync paths out.
 */
export function healthRoutes(app: App, database: Database, meters: Meters): void {
  const schema = (summary: string) => ({ summary, security: [], response: { 200: Answer } });
  app.get(ENDPOINTS.live, { schema: schema('The process lives') }, async () => ({
    status: 'ok' as const,
  }));
  app.get(ENDPOINTS.ready, { schema: schema('The database answers') }, async () => {
    if (await isAnswering(database.sql)) return { status: 'ok' as const };
    throw new Refusal('unavailable', 'The database does not answer at the moment.');
  });
  app.get(
    ENDPOINTS.metrics,
    { schema: { summary: 'Meters for Prometheus', security: [], produces: ['text/plain'] } },
    async (_request, reply) => {
      const { text, contentType } = await meters.report();
      return reply.type(contentType).send(Buffer.from(text));
    },
  );
}
