import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { bytesToUtf8, utf8ToBytes } from '@noble/ciphers/utils.js';
import type { Random } from '#core/ports.ts';

/** First byte of everything sealed here, so that a later cipher can be told apart. */
const FORMAT = 1;
const NONCE_BYTES = 24;
const TAG_BYTES = 16;

/** Bytes a seal adds to what it protects. */
export const SEAL_OVERHEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/** A sealed value did not open: wrong key, wrong place, or changed bytes. Says nothing more. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
  constructor() {
    super('A sealed value did not open.');
  }
}

/** Seals small values with one key, each bound to the place it belongs to. */
export interface Sealer {
  /** Seals under a fresh nonce: sealing the same bytes twice gives different bytes. */
  seal(plain: Uint8Array, place: string): Uint8Array<ArrayBuffer>;
  /** Throws `SealBroken` unless key, context, place and every byte are as they were. */
  open(sealed: Uint8Array, place: string): Uint8Array<ArrayBuffer>;
  /** Seals a plain JSON value. */
  sealJson(value: unknown, place: string): Uint8Array<ArrayBuffer>;
  /** Opens a JSON value; throws `SealBroken`. */
  openJson(sealed: Uint8Array, place: string): unknown;
}

/**
 * Makes a sealer of rows: XChaCha20-Poly1305, synchronous, with random 24-byte nonces.
 *
 * Synchronous, because nothing foreign may be awaited inside a database transaction
 * (sync.md 5.3), and 192-bit nonces, because random ones never meet. `context` names what
 * all values have in common (database, schema, key id); `place` names the one value
 * (table and key). Both are authenticated, so a value moved elsewhere does not open.
 * The key must have 32 bytes and is copied.
 */
export function createSealer(key: Uint8Array, context: string, random: Random): Sealer {
  const ownKey = key.slice();

  function cipherAt(nonce: Uint8Array, place: string) {
    // The length in front keeps ('a', 'bc') and ('ab', 'c') apart.
    return xchacha20poly1305(ownKey, nonce, utf8ToBytes(`${context.length}:${context}${place}`));
  }

  function seal(plain: Uint8Array, place: string): Uint8Array<ArrayBuffer> {
    const nonce = random.bytes(NONCE_BYTES);
    const sealed = new Uint8Array(plain.length + SEAL_OVERHEAD_BYTES);
    sealed[0] = FORMAT;
    sealed.set(nonce, 1);
    cipherAt(nonce, place).encrypt(plain, sealed.subarray(1 + NONCE_BYTES));
    return sealed;
  }

  function open(sealed: Uint8Array, place: string): Uint8Array<ArrayBuffer> {
    if (sealed.length < SEAL_OVERHEAD_BYTES || sealed[0] !== FORMAT) throw new SealBroken();
    const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
    const plain = new Uint8Array(sealed.length - SEAL_OVERHEAD_BYTES);
    try {
      cipherAt(nonce, place).decrypt(sealed.subarray(1 + NONCE_BYTES), plain);
    } catch {
      throw new SealBroken();
    }
    return plain;
  }

  return {
    seal,
    open,
    sealJson: (value, place) => seal(utf8ToBytes(JSON.stringify(value)), place),
    openJson: (sealed, place) => JSON.parse(bytesToUtf8(open(sealed, place))),
  };
}
