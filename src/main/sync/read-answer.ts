import { hash } from 'node:crypto';
import { fail, type Result } from '#contract/errors.ts';
import { PROBLEM_CODES, type Problem, type ProblemCode } from '#contract/http/problem.ts';

const NOT_OURS = fail('NET_UNREACHABLE', 'What answered is not the centre.');
const MOST_PROBLEM_BYTES = 64 * 1024;
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a whole body, at most `mostBytes`; too much, cut off or changed is no answer of ours. */
export async function readBody(
  answer: Response,
  mostBytes: number,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const announced = Number(answer.headers.get('content-length') ?? 0);
  if (announced > mostBytes) {
    await answer.body?.cancel().catch(() => {});
    return fail('SYNC_BAD_ANSWER', 'The answer is larger than agreed.');
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = answer.body?.getReader();
  try {
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      size += next.value.length;
      if (size > mostBytes) {
        await reader?.cancel();
        return fail('SYNC_BAD_ANSWER', 'The answer is larger than agreed.');
      }
      parts.push(next.value);
    }
  } catch {
    return fail('NET_UNREACHABLE', 'The answer was cut off.');
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return isAsSent(answer, bytes) ? { ok: true, value: bytes } : CHANGED;
}

const CHANGED = fail('NET_UNREACHABLE', 'The answer was changed on its way.');

/**
 * Whether the bytes hash to what the centre said (RFC 9530); true where it said nothing.
 *
 * `Content-Digest` is of the bytes as sent: after unpacking it says nothing, and
 * `Unencoded-Digest` speaks for them. A centre of protocol 1 sends neither.
 */
function isAsSent({ headers }: Response, bytes: Uint8Array): boolean {
  const isPacked = headers.get('content-encoding') !== null;
  const said = headers.get('unencoded-digest') ?? (isPacked ? null : headers.get('content-digest'));
  const wanted = /(?:^|[\s,])sha-256=:([\w+/=]+):/.exec(said ?? '')?.[1];
  return wanted === undefined || hash('sha256', bytes, 'base64') === wanted;
}

/** Reads JSON; anything else is not an answer of ours. */
export function readJson(bytes: Uint8Array): Result<unknown> {
  try {
    return {
      ok: true,
      value: JSON.parse(UTF8.decode(bytes)),
    };
  } catch {
    return NOT_OURS;
  }
}

/** Whether the answer says it is of this type. */
export function isOfType(answer: Response, type: string): boolean {
  const said = answer.headers.get('content-type') ?? '';
  return said.split(';', 1)[0]?.trim().toLowerCase() === type;
}

/** A refusal of the centre, as it is on the wire and as the app knows it. */
export interface Refused {
  readonly code: ProblemCode | null;
  readonly failure: Extract<Result<never>, { ok: false }>;
}

/**
 * Reads a refusing answer. One that is no problem document of ours is "no network":
 * a portal or proxy must never be able to say anything (sync.md 3.6).
 */
export async function readRefusal(answer: Response): Promise<Refused> {
  if (!isOfType(answer, 'application/problem+json')) {
    await answer.body?.cancel().catch(() => {});
    return { code: null, failure: NOT_OURS };
  }
  const body = await readBody(answer, MOST_PROBLEM_BYTES);
  const json = body.ok ? readJson(body.value) : body;
  const problem = json.ok ? readProblem(json.value) : null;
  if (problem === null || problem.status !== answer.status) {
    return { code: null, failure: NOT_OURS };
  }
  return { code: problem.code, failure: failureOf(problem, answer.headers.get('retry-after')) };
}

function readProblem(value: unknown): Problem | null {
  if (typeof value !== 'object' || value === null) return null;
  const { code, status, title } = value as Partial<Problem>;
  const isKnown = PROBLEM_CODES.some((known) => known === code);
  const isWhole = typeof status === 'number' && typeof title === 'string';
  return isKnown && isWhole ? (value as Problem) : null;
}

function failureOf(problem: Problem, retryAfter: string | null): Refused['failure'] {
  const words = typeof problem.detail === 'string' ? problem.detail : problem.title;
  const details = { problem: problem.code };
  switch (problem.code) {
    case 'token-missing':
    case 'token-expired':
    case 'token-invalid':
      return fail('AUTH_SIGN_IN_AGAIN', words, { details });
    case 'not-allowed':
    case 'stream-not-granted':
      return fail('AUTH_NOT_ALLOWED', words, { details });
    case 'order-gap':
      return fail('SYNC_ORDER_GAP', words, {
        details: Number.isSafeInteger(problem.expected)
          ? { ...details, expected: problem.expected ?? 0 }
          : details,
      });
    case 'programme-closed':
      return fail('SYNC_PROGRAMME_CLOSED', words, { details });
    case 'cursor-expired':
    case 'epoch-changed':
      return fail('SYNC_CURSOR_EXPIRED', words, { details });
    case 'too-large':
      return fail('SYNC_TOO_LARGE', words, { details });
    case 'invalid':
    case 'id-reuse':
    case 'rule':
    case 'duplicate-expired':
      return fail('SYNC_REFUSED', words, { details });
    case 'upgrade-required':
      return fail('SYNC_UPGRADE_REQUIRED', words, { details });
    case 'too-many-requests':
    case 'unavailable':
      return fail('NET_BUSY', words, { details, ...readRetryAfter(retryAfter) });
    case 'fault':
      return fail('NET_SERVER_FAULT', words, { details });
    case 'not-found':
      return fail('SYNC_BAD_ANSWER', words, { details });
  }
}

/** Seconds only: a date would need a clock that is right. */
function readRetryAfter(said: string | null): { readonly retryAfterMs?: number } {
  const seconds = said === null ? Number.NaN : Number(said);
  return Number.isFinite(seconds) && seconds >= 0 ? { retryAfterMs: seconds * 1000 } : {};
}
