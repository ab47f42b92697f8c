import { hash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/** Digests bytes in the form of RFC 9530. */
export function digestOf(bytes: string | Uint8Array): string {
  return `sha-256=:${hash('sha256', bytes, 'base64')}:`;
}

/**
 * Says of every answer what its bytes must hash to, so that a damaged one is never read.
 *
 * `Content-Digest` is of the bytes as sent. A client whose network stack unpacks them
 * sees others, so a route that packs its answer also says `Unencoded-Digest`.
 */
export function digestAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply, payload) => {
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return;
    reply.header('content-digest', digestOf(payload));
  });
}
