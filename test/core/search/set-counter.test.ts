import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countBits, intersect } from '#core/search/kernels.ts';
import { createSetCounter } from '#core/search/set-counter.ts';

const CODES = 5;

const table = fc.integer({ min: 1, max: 70 }).chain((words) => {
  const set = fc
    .array(fc.oneof(fc.constant(0), fc.constant(0xffff_ffff), fc.nat(0xffff_ffff)), {
      minLength: words,
      maxLength: words,
    })
    .map((bits) => Uint32Array.from(bits));
  return fc.record({
    words: fc.constant(words),
    sets: fc.array(set, { minLength: 1, maxLength: 9 }),
    codes: fc
      .array(fc.nat(CODES - 1), { minLength: words * 32, maxLength: words * 32 })
      .map((codes) => Uint16Array.from(codes)),
    codeCount: fc.constant(CODES),
    // Few as well as many: what is counted in plain code and what by the kernels.
    bits: fc.oneof(set, fc.constant(new Uint32Array(words)).map(withOne)),
  });
});

function withOne(bits: Uint32Array): Uint32Array {
  return bits.with(bits.length - 1, 0x8000_0001);
}

it.each([
  ['kernels', createSetCounter()],
  ['plain code alone', createSetCounter(null)],
])('[Q13] counts what is there, whatever lay in memory before: %s', (_words, counter) => {
  fc.assert(
    fc.property(fc.array(table, { minLength: 1, maxLength: 4 }), fc.nat(), (tables, pick) => {
      counter.hold(tables);
      for (const each of tables) {
        const { sets, bits, codes } = each;
        const from = pick % sets.length;
        const among = counter.among(each, bits);
        expect(among.count).toBe(countBits(bits));
        const right = sets.slice(from).map((set) => {
          const both = bits.slice();
          intersect(both, set);
          return countBits(both);
        });
        expect([...among.inSets(from, sets.length)]).toEqual(right);
        for (const isOther of [false, true]) {
          const counts = new Array<number>(CODES).fill(0);
          codes.forEach((code, place) => {
            const isIn = (((bits[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
            if (isIn !== isOther) counts[code] = (counts[code] ?? 0) + 1;
          });
          expect([...among.byCode(isOther)]).toEqual(counts);
        }
      }
    }),
    { numRuns: 150 },
  );
});

it('has the kernels on this machine: the first of the runs above is of them', async () => {
  const { createKernels } = await import('#core/search/kernel-instance.ts');
  expect(createKernels(16)).not.toBeNull();
});
