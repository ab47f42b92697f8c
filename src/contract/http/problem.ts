import { type Static, Type } from 'typebox';

/** The `code` of every problem the centre answers with (RFC 9457, sync.md 3.6). */
export const PROBLEM_CODES = [
  'token-missing',
  'token-expired',
  'token-invalid',
  'not-allowed',
  'stream-not-granted',
  'not-found',
  'order-gap',
  'programme-closed',
  'cursor-expired',
  'epoch-changed',
  'too-large',
  'invalid',
  'id-reuse',
  'rule',
  /** Of a change decided so long ago that the ledger has let it go; from protocol 2. */
  'duplicate-expired',
  'upgrade-required',
  'too-many-requests',
  'unavailable',
  'fault',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** What a refusing answer carries: `application/problem+json`. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.Unsafe<ProblemCode>(Type.Enum([...PROBLEM_CODES])),
  detail: Type.Optional(Type.String()),
  retry: Type.Enum(['never', 'after', 'resync', 'reauth', 'upgrade']),
  requestId: Type.String(),
  /** With `order-gap`: the order number the centre expects next. */
  expected: Type.Optional(Type.Integer()),
  /** With `epoch-changed`, from protocol 2: rows up to here are the same in both histories. */
  commonSeq: Type.Optional(Type.Integer({ minimum: 0 })),
});
export type Problem = Static<typeof Problem>;
