import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { POOL } from '#contract/brands.ts';
import { ENDPOINTS } from '#contract/http/endpoints.ts';
import { PoolManifest } from '#contract/http/streams.ts';
import type { App } from '#server/app-type.ts';
import type { Heads } from '#server/modules/streams/heads.ts';
import { callerOf, requireGrant } from '#server/plugins/callers.ts';
import { Refusal } from '#server/plugins/problems.ts';
import type { PoolBuckets } from './buckets.ts';

/** First sync of the pool: what there is, and each bucket by its number. */
export function poolRoutes(app: App, heads: Heads, buckets: PoolBuckets): void {
  const pool = (request: FastifyRequest) => {
    requireGrant(callerOf(request), POOL);
    const state = heads.get(POOL);
    if (!state) throw new Refusal('unavailable', 'The pool is being filled.');
    return state;
  };

  app.get(
    ENDPOINTS.manifest,
    { schema: { summary: 'What makes up the pool now', response: { 200: PoolManifest } } },
    async (request, reply) => {
      const { epoch, head } = pool(request);
      reply.header('swt-epoch', epoch);
      return buckets.manifest(epoch, head);
    },
  );

  app.get(
    ENDPOINTS.bucket,
    {
      schema: {
        summary: 'One bucket of people: deflate-raw bytes, named by their ETag',
        params: Type.Object({ b: Type.Integer({ minimum: 0 }) }),
        produces: ['application/octet-stream'],
      },
    },
    async (request, reply) => {
      const { epoch, head } = pool(request);
      const bucket = await buckets.bucket(request.params.b, head);
      if (!bucket) throw new Refusal('not-found', 'There is no bucket of this number.');
      reply.header('etag', bucket.etag).header('swt-epoch', epoch);
      if (request.headers['if-none-match'] === bucket.etag) return reply.status(304).send();
      return reply.type('application/octet-stream').send(bucket.bytes);
    },
  );
}
