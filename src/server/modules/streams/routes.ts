import { Type } from 'typebox';
import { PRESENCE, StreamId } from '#contract/brands.ts';
import { ENDPOINTS } from '#contract/http/endpoints.ts';
import { ChangesPage, ChangesQuery, Heads as HeadsAnswer } from '#contract/http/streams.ts';
import type { App } from '#server/app-type.ts';
import type { PresenceUpkeep } from '#server/modules/presence/upkeep.ts';
import { callerOf, type FindCaller, requireGrant } from '#server/plugins/callers.ts';
import { Refusal } from '#server/plugins/problems.ts';
import { eventStream, type OpenEvents } from './events.ts';
import { type Heads, headsFor } from './heads.ts';
import { chooseEncoding, type Pages, sendPage } from './pages.ts';

/** What the stream routes work with. */
export interface StreamParts {
  readonly heads: Heads;
  readonly pages: Pages;
  readonly find: FindCaller;
  readonly presence: PresenceUpkeep;
  readonly openEvents: OpenEvents;
}

/** Pages of changes, where streams stand, and the nudge that they have moved. */
export function streamRoutes(app: App, parts: StreamParts): void {
  app.get(
    ENDPOINTS.changes,
    {
      schema: {
        summary: 'What has changed in a stream after a cursor; after=0 reads all of it',
        params: Type.Object({ stream: StreamId }),
        querystring: ChangesQuery,
        response: { 200: ChangesPage },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { stream } = request.params;
      requireGrant(caller, stream);
      if (stream === PRESENCE) await parts.presence.tidy();
      const state = parts.heads.get(stream);
      if (!state) throw new Refusal('not-found', 'There is no such stream.');
      const encoding = chooseEncoding(request.headers['accept-encoding']);
      const { grantsRev } = caller;
      const page = await parts.pages.page({ state, query: request.query, grantsRev, encoding });
      return sendPage(reply, page, state.epoch);
    },
  );

  app.get(
    ENDPOINTS.heads,
    { schema: { summary: 'Where my streams stand', response: { 200: HeadsAnswer } } },
    async (request) => headsFor(callerOf(request), parts.heads),
  );

  app.get(
    ENDPOINTS.events,
    {
      schema: {
        summary: 'Server-sent events: "heads" whenever one of my streams has moved',
        produces: ['text/event-stream'],
      },
    },
    async (request, reply) => {
      reply.hijack();
      await eventStream(parts, callerOf(request), { request, raw: reply.raw });
    },
  );
}
