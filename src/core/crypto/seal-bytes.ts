import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/ciphers/utils.js';
import type { Random } from '#core/ports.ts';
import { SealBroken } from './seal.ts';

/** The part of WebCrypto the bulk sealer needs; browser, worker and Node all offer it. */
export interface Subtle<Key> {
  importKey(
    format: 'raw',
    raw: Uint8Array<ArrayBuffer>,
    algorithm: 'AES-GCM',
    extractable: false,
    usages: ['encrypt', 'decrypt'],
  ): Promise<Key>;
  encrypt(how: AesGcm, key: Key, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  decrypt(how: AesGcm, key: Key, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
}

interface AesGcm {
  readonly name: 'AES-GCM';
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly additionalData: Uint8Array<ArrayBuffer>;
}

const FORMAT = 2;
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + IV_BYTES;

/** Bytes a bulk seal adds to what it protects. */
export const BULK_SEAL_OVERHEAD_BYTES = HEAD_BYTES + TAG_BYTES;

/** Seals whole buckets; never inside a database transaction, because it waits. */
export interface BulkSealer {
  seal(plain: Uint8Array<ArrayBuffer>, place: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Rejects with `SealBroken` unless key, context, place and every byte are as they were. */
  open(sealed: Uint8Array<ArrayBuffer>, place: string): Promise<Uint8Array<ArrayBuffer>>;
}

/** Seals each large value under a key of its own. */
export interface OwnKeySealer {
  /** Draws a key for this one value; whoever keeps it, as hex digits, can open it. */
  seal(
    plain: Uint8Array<ArrayBuffer>,
    place: string,
  ): Promise<{ readonly sealed: Uint8Array<ArrayBuffer>; readonly key: string }>;
  /** Rejects with `SealBroken` unless key, context, place and every byte are as they were. */
  open(
    sealed: Uint8Array<ArrayBuffer>,
    place: string,
    key: string,
  ): Promise<Uint8Array<ArrayBuffer>>;
}

/** Makes a sealer that draws a key of 32 bytes for each value. */
export function createOwnKeySealer<Key>(
  subtle: Subtle<Key>,
  parts: { readonly context: string; readonly random: Random },
): OwnKeySealer {
  return {
    async seal(plain, place) {
      const raw = parts.random.bytes(KEY_BYTES);
      const key = bytesToHex(raw);
      const sealer = await createBulkSealer(subtle, raw, parts);
      return { sealed: await sealer.seal(plain, place), key };
    },
    async open(sealed, place, key) {
      if (key === '') throw new SealBroken();
      const sealer = await createBulkSealer(subtle, hexToBytes(key).slice(), parts);
      return sealer.open(sealed, place);
    },
  };
}

/**
 * Makes a sealer of large values: AES-256-GCM by WebCrypto, with random 96-bit nonces.
 *
 * WebCrypto seals 256 KB some eight times as fast as a cipher in plain code (sync.md 5.2).
 * The key becomes unextractable; the caller wipes its raw bytes. A key must be replaced
 * long before 2^32 seals.
 */
export async function createBulkSealer<Key>(
  subtle: Subtle<Key>,
  raw: Uint8Array<ArrayBuffer>,
  { context, random }: { readonly context: string; readonly random: Random },
): Promise<BulkSealer> {
  const key = await subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

  const how = (iv: Uint8Array<ArrayBuffer>, place: string): AesGcm => ({
    name: 'AES-GCM',
    iv,
    additionalData: utf8ToBytes(`${context.length}:${context}${place}`),
  });

  return {
    async seal(plain, place) {
      const iv = random.bytes(IV_BYTES);
      const body = new Uint8Array(await subtle.encrypt(how(iv, place), key, plain));
      const sealed = new Uint8Array(HEAD_BYTES + body.length);
      sealed[0] = FORMAT;
      sealed.set(iv, 1);
      sealed.set(body, HEAD_BYTES);
      return sealed;
    },
    async open(sealed, place) {
      if (sealed.length < BULK_SEAL_OVERHEAD_BYTES || sealed[0] !== FORMAT) throw new SealBroken();
      const iv = sealed.slice(1, HEAD_BYTES);
      try {
        return new Uint8Array(
          await subtle.decrypt(how(iv, place), key, sealed.subarray(HEAD_BYTES)),
        );
      } catch {
        throw new SealBroken();
      }
    },
  };
}
