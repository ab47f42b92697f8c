import fc from 'fast-check';
import { expect, it } from 'vitest';
import { closeTerms } from '#core/search/close-terms.ts';
import type { Segment } from '#core/search/segment.ts';
import { packStrings } from '#core/search/string-column.ts';
import { beginsWithSlips, slipsAllowed } from '#core/search/typo.ts';

const letters = (most: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1'), minLength: 1, maxLength: most });

it('[Q6] the tree of terms gives the close spellings that each term by itself would', () => {
  fc.assert(
    fc.property(
      fc.array(letters(12), { minLength: 1, maxLength: 60 }),
      fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 5, maxLength: 10 }),
      (words, word) => {
        const sorted = [...new Set(words)].sort();
        const { bySlips } = closeTerms({ terms: packStrings(sorted) } as Segment, word);
        const slipsOf = (term: string) =>
          [1, 2].find((slips) => {
            const text = { at: (i: number) => term.charCodeAt(i), length: term.length };
            return slips <= slipsAllowed(word) && beginsWithSlips(word, text, slips);
          });
        const right = [1, 2].map((slips) =>
          sorted.flatMap((term, place) =>
            !/\d/.test(term) && slipsOf(term) === slips && !term.startsWith(word) ? [place] : [],
          ),
        );
        const found = [1, 2].map((slips) =>
          (bySlips[slips] ?? []).filter((place) => !sorted[place]?.startsWith(word)),
        );
        expect(found).toEqual(right);
      },
    ),
    { numRuns: 2000 },
  );
});
