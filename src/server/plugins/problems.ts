import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem, ProblemCode } from '#contract/http/problem.ts';

interface Shape {
  readonly status: number;
  readonly title: string;
  readonly retry: Problem['retry'];
}

/** What each problem is called, its status, and what a client does next (sync.md 3.6). */
const SHAPES: Readonly<Record<ProblemCode, Shape>> = {
  'token-missing': { status: 401, title: 'Sign in first', retry: 'reauth' },
  'token-expired': { status: 401, title: 'The sign-in has run out', retry: 'reauth' },
  'token-invalid': { status: 401, title: 'This sign-in is not accepted', retry: 'reauth' },
  'not-allowed': { status: 403, title: 'Not allowed', retry: 'never' },
  'stream-not-granted': { status: 403, title: 'Not granted to you', retry: 'never' },
  'not-found': { status: 404, title: 'Not found', retry: 'never' },
  'order-gap': { status: 409, title: 'Changes are missing before this one', retry: 'after' },
  'programme-closed': { status: 409, title: 'The programme is closed', retry: 'never' },
  'cursor-expired': { status: 410, title: 'Read this stream again', retry: 'resync' },
  'epoch-changed': { status: 410, title: 'Read this stream again', retry: 'resync' },
  'too-large': { status: 413, title: 'Too much at once', retry: 'never' },
  invalid: { status: 422, title: 'Not in the agreed form', retry: 'never' },
  'id-reuse': { status: 422, title: 'This id was used for another change', retry: 'never' },
  rule: { status: 422, title: 'A rule says no', retry: 'never' },
  'duplicate-expired': { status: 409, title: 'Decided too long ago to say', retry: 'never' },
  'upgrade-required': { status: 426, title: 'This version is too old', retry: 'upgrade' },
  'too-many-requests': { status: 429, title: 'Too many requests', retry: 'after' },
  unavailable: { status: 503, title: 'Not available at the moment', retry: 'after' },
  fault: { status: 500, title: 'The centre failed', retry: 'after' },
};

/** Stops a request with a problem; `detail` is in plain words without personal data. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;
  readonly detail: string;
  readonly extra: {
    readonly expected?: number;
    readonly commonSeq?: number;
    readonly status?: number;
  };

  constructor(code: ProblemCode, detail: string, extra: Refusal['extra'] = {}) {
    super(code);
    this.code = code;
    this.detail = detail;
    this.extra = extra;
  }
}

/** Builds the body of a problem; the same inside a push result as on its own. */
export function problemOf(code: ProblemCode, detail: string | null, requestId: string): Problem {
  const { status, title, retry } = SHAPES[code];
  return {
    type: `/problems/${code}`,
    title,
    status,
    code,
    ...(detail ? { detail } : {}),
    retry,
    requestId,
  };
}

/** Answers every failure as `application/problem+json`, with no insides in it. */
export function answerWithProblems(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) =>
    send(request, reply, new Refusal('not-found', 'There is nothing at this address.')),
  );
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = error instanceof Refusal ? error : refusalFor(error);
    if (refusal.code === 'fault') request.log.error({ err: error }, 'fault');
    return send(request, reply, refusal);
  });
}

function send(request: FastifyRequest, reply: FastifyReply, refusal: Refusal) {
  const problem = problemOf(refusal.code, refusal.detail, request.id);
  const { status = problem.status, ...extra } = refusal.extra;
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  if (status === 426) reply.header('upgrade', 'SWT');
  if (status === 503) reply.header('retry-after', '5');
  return reply
    .status(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(Buffer.from(JSON.stringify({ ...problem, status, ...extra })));
}

/** Reads the framework's own refusals; anything else is a fault of ours. */
function refusalFor(error: FastifyError): Refusal {
  const status = error.statusCode ?? 500;
  if (error.validation) {
    const where = error.validation[0]?.instancePath || '/';
    return new Refusal('invalid', `The ${error.validationContext} is not valid at ${where}.`);
  }
  if (status === 413) return new Refusal('too-large', 'Send this in smaller parts.');
  if (status === 415) return new Refusal('invalid', 'Send JSON.', { status });
  if (status === 429) return new Refusal('too-many-requests', 'Wait before you ask again.');
  if (status >= 400 && status < 500) {
    return new Refusal('invalid', 'The request could not be read.', { status });
  }
  if (isDatabaseGone(error)) {
    return new Refusal('unavailable', 'The database does not answer at the moment.');
  }
  return new Refusal(
    'fault',
    'Nothing was changed. Try again; support finds it by its request id.',
  );
}

/** Connection failures, shutdown and "too many connections" pass; other errors do not. */
export function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    /^(08|57|53)/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT'].includes(code) ||
    /Connection terminated|embedded database has stopped|timeout exceeded when trying/.test(
      error.message,
    )
  );
}
