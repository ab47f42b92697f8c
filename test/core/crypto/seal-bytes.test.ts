import { hexToBytes } from '@noble/ciphers/utils.js';
import { describe, expect, it } from 'vitest';
import { SealBroken } from '#core/crypto/seal.ts';
import { createBulkSealer } from '#core/crypto/seal-bytes.ts';
import type { Random } from '#core/ports.ts';

const random: Random = {
  next: () => 0.5,
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};
const make = (raw = random.bytes(32), context = 'db') =>
  createBulkSealer<CryptoKey>(crypto.subtle, raw, { context, random });

describe('the seal of buckets', () => {
  it('uses the cipher of the published vector (GCM specification, test case 16)', async () => {
    const raw = hexToBytes('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308');
    const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
    const sealed = await crypto.subtle.encrypt(
      {
        name: 'AES-GCM',
        iv: hexToBytes('cafebabefacedbaddecaf888'),
        additionalData: hexToBytes('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
      },
      key,
      hexToBytes(
        'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72' +
          '1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
      ),
    );
    expect(new Uint8Array(sealed)).toEqual(
      hexToBytes(
        '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa' +
          '8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
          '76fc6ece0f4e1768cddf8853bb2d551b',
      ),
    );
  });

  it('opens what it sealed, under a fresh nonce each time', async () => {
    const sealer = await make();
    const plain = random.bytes(20_000);
    const one = await sealer.seal(plain, 'bucket/7');
    const two = await sealer.seal(plain, 'bucket/7');
    expect(one).not.toEqual(two);
    expect(await sealer.open(one, 'bucket/7')).toEqual(plain);
    expect(await sealer.open(two, 'bucket/7')).toEqual(plain);
  });

  it('refuses changed bits, swapped buckets, other contexts and other keys', async () => {
    const raw = random.bytes(32);
    const sealer = await make(raw);
    const sealed = await sealer.seal(random.bytes(64), 'bucket/7');
    for (let bit = 0; bit < sealed.length * 8; bit += 5) {
      const changed = sealed.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await expect(sealer.open(changed, 'bucket/7'), `bit ${bit}`).rejects.toThrow(SealBroken);
    }
    await expect(sealer.open(sealed, 'bucket/8')).rejects.toThrow(SealBroken);
    await expect((await make(raw, 'other')).open(sealed, 'bucket/7')).rejects.toThrow(SealBroken);
    await expect((await make()).open(sealed, 'bucket/7')).rejects.toThrow(SealBroken);
    await expect(sealer.open(new Uint8Array(3), 'bucket/7')).rejects.toThrow(SealBroken);
  });
});
