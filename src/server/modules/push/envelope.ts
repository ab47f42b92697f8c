import { hash } from 'node:crypto';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { Clean } from 'typebox/value';
import { CandidateId, IsoInstant, RecordId, StreamId } from '#contract/brands.ts';
import { MUTATIONS, type Mutation, type MutationKind } from '#contract/mutations.ts';
import { isoInstant } from '#core/domain/days.ts';

/**
 * As much of a change as must be readable to answer it at all.
 *
 * Kind and arguments are checked one by one, so that one bad change is refused for good
 * and the others of its batch go through.
 */
export const Envelope = Type.Object({
  id: RecordId,
  n: Type.Integer({ minimum: 1 }),
  stream: StreamId,
  entity: Type.Union([RecordId, CandidateId]),
  base: Type.Integer({ minimum: 0 }),
  schema: Type.Integer({ minimum: 1 }),
  at: IsoInstant,
  ageMs: Type.Integer({ minimum: 0 }),
  kind: Type.String({ maxLength: 40 }),
  args: Type.Unknown(),
});
/** As much of a change as must be readable to answer it at all. */
export type Envelope = Type.Static<typeof Envelope>;

/** A batch whose envelopes can be read. */
export const Envelopes = Type.Object({
  device: Type.String({ minLength: 8, maxLength: 64 }),
  mutations: Type.Array(Envelope, { minItems: 1, maxItems: 100 }),
});
/** A batch whose envelopes can be read. */
export type Envelopes = Type.Static<typeof Envelopes>;

const VALIDATORS = Object.fromEntries(
  Object.entries(MUTATIONS).map(([kind, schema]) => [kind, Compile(schema)]),
);

/**
 * Reads an envelope as a change of the contract, or says in words why it is none.
 *
 * Properties the contract does not name are dropped: arguments become records, and
 * nobody may slip an author or a council into one.
 */
export function parseMutation(
  envelope: Envelope,
): { readonly mutation: Mutation } | { readonly why: string } {
  const validator = VALIDATORS[envelope.kind];
  if (!validator) return { why: `"${envelope.kind}" is not known here.` };
  if (!validator.Check(envelope.args)) {
    const first = validator.Errors(envelope.args)[0];
    return {
      why: `${envelope.kind}: ${first?.instancePath || '/'} ${first?.message ?? ''}`.trim(),
    };
  }
  const wrong = wrongDateIn({ at: envelope.at, args: envelope.args });
  if (wrong) return { why: `${envelope.kind}: "${wrong}" is no date of any calendar.` };
  const args = Clean(MUTATIONS[envelope.kind as MutationKind], structuredClone(envelope.args));
  return { mutation: { ...envelope, args } as Mutation };
}

/** Where arguments say when; a pattern lets the 99th of a month through. */
const DATES = /^(at|asAt|on|dueOn|closesOn)$/;

/** Finds what has the form of a date and is none; null = all are dates. */
function wrongDateIn(value: object): string | null {
  for (const [name, held] of Object.entries(value)) {
    if (typeof held === 'string' && DATES.test(name) && !isDate(held)) return held;
    const inner = typeof held === 'object' && held !== null ? wrongDateIn(held) : null;
    if (inner !== null) return inner;
  }
  return null;
}

/** Written back, the 30th of February is another day. */
function isDate(text: string): boolean {
  const whole = text.length === 'yyyy-mm-dd'.length ? `${text}T00:00:00.000Z` : text;
  const atMs = Date.parse(whole);
  return !Number.isNaN(atMs) && isoInstant(atMs) === whole;
}

/**
 * Hashes what a change says, so that the same id with other content is noticed.
 *
 * Its age is left out, which differs each time it is sent, and its number, which differs
 * when a device numbers its work anew or another one sends it from a recovery file.
 */
export function bodyHash(envelope: Envelope): string {
  const { ageMs: _age, n: _number, ...rest } = envelope;
  return hash('sha256', canonical(rest));
}

/** Says whether a change has the content that a ledger knows under its id. */
export function hasBody(
  envelope: Envelope,
  known: { readonly bodyHash: string; readonly n: number },
): boolean {
  if (known.bodyHash === bodyHash(envelope)) return true;
  // Ledgers of protocol 1 hashed the number as well: the one it had then.
  const { ageMs: _age, ...numbered } = { ...envelope, n: known.n };
  return known.bodyHash === hash('sha256', canonical(numbered));
}

/** JSON with keys in order, because a resent change may have been stored and read back. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
