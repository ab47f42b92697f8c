import { type Static, Type } from 'typebox';
import { CandidateId } from '../brands.ts';

const Bytes = (maxLength: number) => Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength });

/**
 * The key to which a laptop seals what must be openable if its own keys are lost.
 *
 * One for each recruiter, made by the centre, which alone holds its private half. X25519,
 * raw, base64url.
 */
export const RecoveryKey = Type.Object({
  keyId: Type.String({ minLength: 8, maxLength: 64 }),
  publicKey: Bytes(64),
});
export type RecoveryKey = Static<typeof RecoveryKey>;

/**
 * A secret of 32 bytes sealed to a recovery key, base64url.
 *
 * Bytes: public key of the sender, used once (32), nonce (12), tag (16), sealed secret.
 * X25519; HKDF-SHA-256 with both public keys as salt and `RECOVERY_INFO` and the key's
 * name as info; AES-256-GCM with the key's name as associated data.
 */
export const SealedSecret = Type.Object({
  keyId: Type.String({ minLength: 8, maxLength: 64 }),
  sealed: Bytes(400),
});
export type SealedSecret = Static<typeof SealedSecret>;

/** Separates this use of X25519 and HKDF from every other. */
export const RECOVERY_INFO = 'swt-recovery-1';

/** `POST /v1/recovery/open` takes a `SealedSecret` of the caller's own key. */
export const OpenedSecret = Type.Object({ secret: Bytes(64) });
export type OpenedSecret = Static<typeof OpenedSecret>;

/** `POST /v1/recovery/withdrawn`: which of these people have asked to be removed since. */
export const WithdrawnAsk = Type.Object({ people: Type.Array(CandidateId, { maxItems: 5000 }) });
export type WithdrawnAsk = Static<typeof WithdrawnAsk>;

/** Those of the people asked for who have withdrawn. */
export const WithdrawnAnswer = Type.Object({ withdrawn: Type.Array(CandidateId) });
export type WithdrawnAnswer = Static<typeof WithdrawnAnswer>;
