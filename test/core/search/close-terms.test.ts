import fc from 'fast-check';
import { expect, it } from 'vitest';
import { closeTerms } from '#core/search/close-terms.ts';
import type { Segment } from '#core/search/segment.ts';
import { packStrings } from '#core/search/string-column.ts';
import { beginsWithSlips } from '#core/search/typo.ts';

const letters = (most: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'z', 'ß', '1'), minLength: 1, maxLength: most });

it('[Q6] the tree of terms gives the close spellings that each term by itself would', () => {
  fc.assert(
    fc.property(
      fc.array(letters(12), { minLength: 1, maxLength: 60 }),
      fc.string({ unit: fc.constantFrom('a', 'b', 'z', 'ß'), minLength: 5, maxLength: 10 }),
      (words, word) => {
        const sorted = [...new Set(words)].sort();
        const segment = { terms: packStrings(sorted) } as Segment;
        for (const slips of [1, 2]) {
          const right = sorted.flatMap((term, place) => {
            const text = { at: (i: number) => term.charCodeAt(i), length: term.length };
            return !/\d/.test(term) && beginsWithSlips(word, text, slips) ? [place] : [];
          });
          expect(closeTerms(segment, word, slips)).toEqual(right);
        }
      },
    ),
    { numRuns: 2000 },
  );
});
