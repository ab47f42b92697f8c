import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';

/** Where log lines go and how many: `silent` in tests. */
export interface LogOptions {
  readonly level: 'silent' | 'warn' | 'info';
  readonly write?: (line: string) => void;
}

/**
 * Options for structured log lines that name nobody.
 *
 * No query, no headers, no body, no address: an error is told by its type, code and
 * place, because its message may quote a row.
 */
export function loggerOptions({ level, write }: LogOptions) {
  const sink = write ?? ((line: string) => process.stderr.write(line));
  return {
    level,
    base: null,
    stream: new Writable({
      decodeStrings: false,
      write(line: string, _encoding, done) {
        sink(line);
        done();
      },
    }),
    serializers: {
      req: () => ({}),
      res: () => ({}),
      err: (error: Error & { code?: string }) => ({
        type: error.name,
        message: '',
        code: error.code ?? null,
        stack: (error.stack ?? '')
          .split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 8)
          .join('\n'),
      }),
    },
  };
}

/** Logs one line for each answer: route pattern, status, time. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
}
