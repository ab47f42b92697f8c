import {
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type JsonWebKey,
} from 'node:crypto';
import { RECOVERY_INFO } from '#contract/http/recovery.ts';

const PUBLIC_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Both halves of a recruiter's recovery key, base64url, as the database keeps them. */
export interface RecoveryPair {
  readonly keyId: string;
  readonly publicKey: string;
  readonly privateKey: string;
}

/** Makes a recovery key. */
export function makeRecoveryPair(keyId: string): RecoveryPair {
  const { x = '', d = '' } = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' });
  return { keyId, publicKey: x, privateKey: d };
}

/**
 * Opens a secret that was sealed to this key; null when it was not, or was changed.
 *
 * The bytes are described at `SealedSecret` of the contract.
 */
export function openSecret(pair: RecoveryPair, sealed: string): Buffer | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length <= PUBLIC_BYTES + NONCE_BYTES + TAG_BYTES) return null;
  const sender = bytes.subarray(0, PUBLIC_BYTES);
  const nonce = bytes.subarray(PUBLIC_BYTES, PUBLIC_BYTES + NONCE_BYTES);
  const tag = bytes.subarray(PUBLIC_BYTES + NONCE_BYTES, PUBLIC_BYTES + NONCE_BYTES + TAG_BYTES);
  const body = bytes.subarray(PUBLIC_BYTES + NONCE_BYTES + TAG_BYTES);
  try {
    const shared = diffieHellman({
      privateKey: createPrivateKey(jwk({ x: pair.publicKey, d: pair.privateKey })),
      publicKey: createPublicKey(jwk({ x: sender.toString('base64url') })),
    });
    const salt = Buffer.concat([sender, Buffer.from(pair.publicKey, 'base64url')]);
    const key = hkdfSync('sha256', shared, salt, `${RECOVERY_INFO} ${pair.keyId}`, 32);
    const cipher = createDecipheriv('aes-256-gcm', Buffer.from(key), nonce);
    cipher.setAAD(Buffer.from(pair.keyId)).setAuthTag(tag);
    return Buffer.concat([cipher.update(body), cipher.final()]);
  } catch {
    return null;
  }
}

function jwk(parts: JsonWebKey) {
  return { format: 'jwk' as const, key: { kty: 'OKP', crv: 'X25519', ...parts } };
}
