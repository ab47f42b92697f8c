import { Type } from 'typebox';
import { StreamId } from '#contract/brands.ts';
import { ENDPOINTS } from '#contract/http/endpoints.ts';
import { ChangesPage, DigestQuery, GroupQuery, StreamDigest } from '#contract/http/streams.ts';
import type { App } from '#server/app-type.ts';
import type { Sql } from '#server/db/database.ts';
import { chooseEncoding, compress, pageText, sendPage } from '#server/modules/streams/pages.ts';
import { readRows } from '#server/modules/streams/repository.ts';
import { callerOf, requireGrant } from '#server/plugins/callers.ts';
import { Refusal } from '#server/plugins/problems.ts';
import { Digests } from './digests.ts';

/** Finding out whether a laptop holds the same, and reading again only what differs. */
export function digestRoutes(app: App, database: Sql): void {
  const digests = new Digests(database);

  app.get(
    ENDPOINTS.digest,
    {
      schema: {
        summary: 'What the rows of a stream come to, group by group',
        params: Type.Object({ stream: StreamId }),
        querystring: DigestQuery,
        response: { 200: StreamDigest },
      },
    },
    async (request, reply) => {
      const { stream } = request.params;
      requireGrant(callerOf(request), stream);
      const digest = await digests.digest(stream);
      requireReach(digest, request.query);
      const encoding = chooseEncoding(request.headers['accept-encoding']);
      const packed = await compress(Buffer.from(JSON.stringify(digest)), encoding);
      return sendPage(reply, packed, digest.epoch);
    },
  );

  app.get(
    ENDPOINTS.group,
    {
      schema: {
        summary: 'Every living row of one group of a stream',
        params: Type.Object({ stream: StreamId, group: Type.Integer({ minimum: 0 }) }),
        querystring: GroupQuery,
        response: { 200: ChangesPage },
      },
    },
    async (request, reply) => {
      const { stream, group } = request.params;
      const { of } = request.query;
      const caller = callerOf(request);
      requireGrant(caller, stream);
      const { grantsRev } = caller;
      const { epoch, seq, names } = await digests.members(stream, of, group);
      requireReach({ epoch, seq }, request.query);
      // Read after the names: newer rows than `seq` promises are harmless.
      const rows = await readRows(database, stream, names);
      const query = { after: 0 };
      const said = { stream, query, grantsRev, rows, more: false, to: seq, epoch, head: seq };
      const encoding = chooseEncoding(request.headers['accept-encoding']);
      const packed = await compress(Buffer.from(pageText(said)), encoding);
      return sendPage(reply, packed, epoch);
    },
  );
}

function requireReach(
  now: { readonly epoch: string; readonly seq: number },
  asked: { readonly epoch: string; readonly at: number },
): void {
  if (now.epoch !== asked.epoch) {
    throw new Refusal('epoch-changed', 'The history was replaced, for example by a restore.');
  }
  if (now.seq < asked.at) {
    throw new Refusal('cursor-expired', 'This position is not kept any more.');
  }
}
