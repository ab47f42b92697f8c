import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isClose } from '#core/search/oracle-text.ts';
import { beginsWithOneSlip } from '#core/search/typo.ts';

const few = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 8 });

test('[Q6] four looks from the first difference find what the full table of edits finds', () => {
  fc.assert(
    fc.property(few, few, (letters, others) => {
      const [word, term] = [letters.join(''), others.join('')];
      expect(beginsWithOneSlip(word, (i) => term.charCodeAt(i), term.length)).toBe(
        isClose(word, term),
      );
    }),
    { numRuns: 5000 },
  );
});
