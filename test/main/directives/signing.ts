import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import type { IsoInstant, RecordId } from '#contract/brands.ts';
import type { DirectiveKey, SignedDirective } from '#contract/http/directives.ts';
import { type Directive, directiveText } from '#core/codec/directive-text.ts';

/** A centre's signature: what laptops know of it, and what it makes of a directive. */
export function aSigner() {
  const { privateKey, publicKey: pair } = generateKeyPairSync('ed25519');
  const { x: publicKey = '' } = pair.export({ format: 'jwk' });
  const keyId = createHash('sha256').update(publicKey).digest('hex').slice(0, 16);
  const key: DirectiveKey = { keyId, publicKey };

  /** Signs what is given; the rest is of now. */
  function signed(over: Partial<Directive> & Pick<Directive, 'kind' | 'device'>): SignedDirective {
    const directive: Directive = {
      id: randomUUID() as RecordId,
      issuedAt: '2026-06-09T08:00:00.000Z' as IsoInstant,
      keyId,
      ...over,
    };
    const signature = sign(null, Buffer.from(directiveText(directive)), privateKey);
    return { ...directive, signature: signature.toString('base64url') };
  }
  return { key, signed };
}
