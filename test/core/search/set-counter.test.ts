import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countBits, intersect } from '#core/search/kernels.ts';
import { createSetCounter } from '#core/search/set-counter.ts';

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
    bits: set,
  });
});

it('[Q13] the kernels count what plain code counts, whatever lay in their memory before', () => {
  const counter = createSetCounter();
  if (!counter) throw new Error('This machine has no WebAssembly with vectors.');
  fc.assert(
    fc.property(fc.array(table, { minLength: 1, maxLength: 4 }), fc.nat(), (tables, pick) => {
      counter.hold(tables);
      for (const { sets, bits, ...rest } of tables) {
        const own = tables.find((each) => each.sets === sets);
        if (!own) throw new Error(`${rest.words}`);
        const from = pick % sets.length;
        const counts = [...counter.count(own, bits, from, sets.length)];
        const right = sets.slice(from).map((set) => {
          const both = bits.slice();
          intersect(both, set);
          return countBits(both);
        });
        expect(counts).toEqual(right);
      }
    }),
    { numRuns: 300 },
  );
});
