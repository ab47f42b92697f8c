import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { bytesToUtf8, hexToBytes, utf8ToBytes } from '@noble/ciphers/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSealer, SEAL_OVERHEAD_BYTES, SealBroken } from '#core/crypto/seal.ts';
import type { Random } from '#core/ports.ts';

const random: Random = {
  next: () => 0.5,
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};
const key = random.bytes(32);

describe('the seal of rows', () => {
  it('uses the cipher of the published vector (draft-irtf-cfrg-xchacha-03, A.3.1)', () => {
    const sealed = xchacha20poly1305(
      hexToBytes('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f'),
      hexToBytes('404142434445464748494a4b4c4d4e4f5051525354555657'),
      hexToBytes('50515253c0c1c2c3c4c5c6c7'),
    ).encrypt(
      utf8ToBytes(
        "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
      ),
    );
    expect(sealed).toEqual(
      hexToBytes(
        'bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb' +
          '731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452' +
          '2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9' +
          '21f9664c97637da9768812f615c68b13b52e' +
          'c0875924c1c7987947deafd8780acf49',
      ),
    );
  });

  it('opens what it sealed, whatever the bytes and the place', () => {
    const sealer = createSealer(key, 'db/1/k1', random);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (plain, place) => {
        const sealed = sealer.seal(plain, place);
        expect(sealed.length).toBe(plain.length + SEAL_OVERHEAD_BYTES);
        expect(sealer.open(sealed, place)).toEqual(new Uint8Array(plain));
      }),
      { numRuns: 60 },
    );
  });

  it('never seals the same bytes to the same bytes, and shows none of them', () => {
    const sealer = createSealer(key, 'db', random);
    const plain = utf8ToBytes('CANARY-Okonkwo-Braithwaite');
    const first = sealer.seal(plain, 'row/1');
    expect(sealer.seal(plain, 'row/1')).not.toEqual(first);
    expect(new TextDecoder('latin1').decode(first)).not.toContain('CANARY');
  });

  it('refuses a value in which any one bit was changed', () => {
    const sealer = createSealer(key, 'db', random);
    const sealed = sealer.seal(utf8ToBytes('a note'), 'row/1');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = sealed.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => sealer.open(changed, 'row/1'), `bit ${bit}`).toThrow(SealBroken);
    }
  });

  it('refuses a value that was cut short or is empty', () => {
    const sealer = createSealer(key, 'db', random);
    const sealed = sealer.seal(utf8ToBytes('a note'), 'row/1');
    for (const length of [0, 1, 24, 40, sealed.length - 1]) {
      expect(() => sealer.open(sealed.slice(0, length), 'row/1')).toThrow(SealBroken);
    }
  });

  it('refuses a row that was put in the place of another row', () => {
    const sealer = createSealer(key, 'db', random);
    const one = sealer.seal(utf8ToBytes('about one person'), 'row/1');
    expect(() => sealer.open(one, 'row/2')).toThrow(SealBroken);
  });

  it('keeps context and place apart, and other keys out', () => {
    const sealed = createSealer(key, 'ab', random).seal(utf8ToBytes('x'), 'c');
    expect(() => createSealer(key, 'a', random).open(sealed, 'bc')).toThrow(SealBroken);
    expect(() => createSealer(random.bytes(32), 'ab', random).open(sealed, 'c')).toThrow(
      SealBroken,
    );
  });

  it('does not follow a caller who wipes the raw key afterwards', () => {
    const raw = random.bytes(32);
    const sealer = createSealer(raw, 'db', random);
    const sealed = sealer.seal(utf8ToBytes('still here'), 'row');
    raw.fill(0);
    expect(bytesToUtf8(sealer.open(sealed, 'row'))).toBe('still here');
    expect(() => createSealer(raw, 'db', random).open(sealed, 'row')).toThrow(SealBroken);
  });

  it('carries plain JSON values', () => {
    const sealer = createSealer(key, 'db', random);
    const value = { name: "Siân O'Hara", n: 3, list: [null, true] };
    expect(sealer.openJson(sealer.sealJson(value, 'row'), 'row')).toEqual(value);
  });
});
