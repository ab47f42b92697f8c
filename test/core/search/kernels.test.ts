import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countBits,
  countCodes,
  countShared,
  fullWords,
  lowestFirst,
  placesOf,
} from '#core/search/kernels.ts';

describe('lowestFirst', () => {
  /** Few different keys, so that ties are common; sizes beyond every shortcut. */
  const keyed = fc
    .record({
      size: fc.constantFrom(0, 1, 50, 3000, 9000),
      span: fc.constantFrom(2, 700, 0xffff_ffff),
      seed: fc.integer(),
    })
    .map(({ size, span, seed }) => {
      const keys = new Uint32Array(size);
      let state = seed >>> 0;
      for (let i = 0; i < size; i += 1) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        keys[i] = Math.floor((state / 2 ** 32) * span);
      }
      return { keys, places: Uint32Array.from({ length: size }, (_, i) => i * 3) };
    });

  test('[Q29] gives the lowest keys in order, ties by place, however many are wanted', () => {
    fc.assert(
      fc.property(keyed, fc.constantFrom(1, 7, 128, 5000, 20_000), ({ keys, places }, wanted) => {
        const right = [...places]
          .map((place, i) => ({ place, key: keys[i] ?? 0 }))
          .sort((a, b) => a.key - b.key || a.place - b.place)
          .slice(0, wanted);
        const found = lowestFirst(places, keys, wanted);
        expect([...found.places]).toEqual(right.map((each) => each.place));
        expect([...found.keys]).toEqual(right.map((each) => each.key));
      }),
      { numRuns: 200 },
    );
  });
});

describe('bit sets', () => {
  const bits = fc
    .array(fc.oneof(fc.constant(0), fc.constant(0xffff_ffff), fc.nat(0xffff_ffff)), {
      maxLength: 40,
    })
    .map((words) => Uint32Array.from(words));
  const listed = (set: Uint32Array) =>
    [...set].flatMap((word, i) =>
      Array.from({ length: 32 }, (_, bit) => i * 32 + bit).filter((_, bit) => (word >>> bit) & 1),
    );

  test('[Q13] are counted and listed to the last bit', () => {
    fc.assert(
      fc.property(bits, (set) => {
        expect(countBits(set)).toBe(listed(set).length);
        expect([...placesOf(set, countBits(set))]).toEqual(listed(set));
      }),
    );
  });

  test('[Q13] are counted by code, those in them or the others', () => {
    fc.assert(
      fc.property(bits, fc.integer({ min: 1, max: 9 }), fc.boolean(), (set, many, isOther) => {
        const codes = Uint16Array.from({ length: set.length * 32 }, (_, i) => (i * 7) % many);
        const wanted = [...codes.keys()].filter((place) => listed(set).includes(place) !== isOther);
        const right = Array.from(
          { length: many },
          (_, code) => wanted.filter((place) => codes[place] === code).length,
        );
        expect([...countCodes(set, codes, { many, isOther })]).toEqual(right);
      }),
      { numRuns: 30 },
    );
  });

  test('[Q13] share what both hold', () => {
    fc.assert(
      fc.property(fc.tuple(bits, bits), ([a, b]) => {
        const other = Uint32Array.from(a, (_, i) => b[i] ?? 0);
        const both = listed(a).filter((place) => listed(other).includes(place));
        expect(countShared(a, fullWords(a, a.length) ?? a, other)).toBe(both.length);
      }),
    );
  });
});
