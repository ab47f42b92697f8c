import type { SignedDirective } from '#contract/http/directives.ts';

/** What of a directive is signed: all of it but the signature. */
export type Directive = Omit<SignedDirective, 'signature'>;

/** Begins what is signed, so that no signature of ours for anything else can stand for it. */
const DOMAIN = 'social-work-together directive 1\n';

/**
 * Writes a directive as the text whose UTF-8 bytes are signed.
 *
 * Every field in one order, those a kind does not have as null: two directives that differ
 * in anything have different texts. Decision 0012.
 */
export function directiveText(directive: Directive): string {
  const { id, kind, device, stream, people, until, why, issuedAt, keyId } = directive;
  const fields = [id, kind, device, stream, people, until, why, issuedAt, keyId];
  return DOMAIN + JSON.stringify(fields.map((field) => field ?? null));
}
