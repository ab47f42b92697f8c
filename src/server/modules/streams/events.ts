import type { ServerResponse } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { type Caller, type FindCaller, grantsOf } from '#server/plugins/callers.ts';
import { type Heads, headsFor } from './heads.ts';

/** Open nudge streams by how to end them; ended when the centre stops. */
export type OpenEvents = Set<() => void>;

/** Shorter than the idle limit of the proxies councils use. */
const KEEP_ALIVE_MS = 20_000;
/** A client that does not read is cut off; it polls and comes back. */
const MOST_UNREAD_BYTES = 65_536;

/**
 * Tells one client that its streams have moved, until its token runs out.
 *
 * Only heads are told, never data: the client reads with its own grants (decision C4).
 */
export async function eventStream(
  parts: { readonly heads: Heads; readonly find: FindCaller; readonly openEvents: OpenEvents },
  caller: Caller,
  { request, raw }: { readonly request: FastifyRequest; readonly raw: ServerResponse },
): Promise<void> {
  const { heads, find, openEvents } = parts;
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    'swt-request': request.id,
  });
  const write = (text: string) => {
    if (raw.writableLength > MOST_UNREAD_BYTES) raw.destroy();
    else raw.write(text);
  };
  const { protocol } = caller;
  const tell = (who: Parameters<typeof headsFor>[0]) =>
    write(`event: heads\ndata: ${JSON.stringify(headsFor(who, heads))}\n\n`);
  const stopListening = heads.onMove((moved) => {
    // Grants are looked up again: a nudge must not outlive them.
    find(caller.recruiter.id).then(
      (found) => {
        const who = found && { ...found, protocol };
        if (!who) end();
        else if (grantsOf(who).some((grant) => moved.includes(grant.stream))) tell(who);
      },
      () => end(),
    );
  });
  const alive = setInterval(() => write(': still here\n\n'), KEEP_ALIVE_MS);
  const lifeMs = Math.max(0, caller.tokenExpiresAtMs - Date.now());
  const expiry = setTimeout(() => end(), Math.min(lifeMs, 2 ** 31 - 1));
  const end = () => raw.end();
  openEvents.add(end);
  raw.on('close', () => {
    stopListening();
    clearInterval(alive);
    clearTimeout(expiry);
    openEvents.delete(end);
  });
  tell(caller);
}
