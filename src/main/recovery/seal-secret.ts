import {
  createCipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import { RECOVERY_INFO, type RecoveryKey, type SealedSecret } from '#contract/http/recovery.ts';

/**
 * Seals a secret so that only the centre can open it, for this recruiter only.
 *
 * The bytes are described at `SealedSecret` of the contract. Throws when the key is none.
 */
export function sealSecret(to: RecoveryKey, secret: Uint8Array): SealedSecret {
  const mine = generateKeyPairSync('x25519');
  const { x = '' } = mine.publicKey.export({ format: 'jwk' });
  const sender = Buffer.from(x, 'base64url');
  const receiver = createPublicKey({
    format: 'jwk',
    key: { kty: 'OKP', crv: 'X25519', x: to.publicKey },
  });
  const shared = diffieHellman({ privateKey: mine.privateKey, publicKey: receiver });
  const salt = Buffer.concat([sender, Buffer.from(to.publicKey, 'base64url')]);
  const key = hkdfSync('sha256', shared, salt, `${RECOVERY_INFO} ${to.keyId}`, 32);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key), nonce);
  cipher.setAAD(Buffer.from(to.keyId));
  const body = Buffer.concat([cipher.update(secret), cipher.final()]);
  const sealed = Buffer.concat([sender, nonce, cipher.getAuthTag(), body]);
  return { keyId: to.keyId, sealed: sealed.toString('base64url') };
}
