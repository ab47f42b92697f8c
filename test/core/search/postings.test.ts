import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  countHaving,
  isAnyOf,
  packPostings,
  placesHaving,
  postingsCost,
  uniteTerms,
} from '#core/search/postings.ts';

/** Who has which term: few people, so that some terms are sets and some are lists. */
const having = fc.integer({ min: 1, max: 90 }).chain((people) =>
  fc.record({
    people: fc.constant(people),
    lists: fc.array(
      fc.oneof(
        fc.uniqueArray(fc.nat(people - 1), { maxLength: 5 }),
        fc.uniqueArray(fc.nat(people - 1), { maxLength: 90, size: 'max' }),
      ),
      { minLength: 1, maxLength: 12 },
    ),
    alive: fc.uniqueArray(fc.nat(people - 1), { maxLength: 90 }),
    from: fc.nat(11),
    to: fc.nat(12),
  }),
);

it('[Q30] lists and sets say who has a term, whichever of both it is kept as', () => {
  fc.assert(
    fc.property(having, ({ people, lists, alive, from, to }) => {
      const postings = packPostings({ people, terms: lists.length }, (term, into) => {
        into.set(lists[term] ?? []);
        return lists[term]?.length ?? 0;
      });
      lists.forEach((list, term) => {
        expect([...placesHaving(postings, term)]).toEqual(list.toSorted((a, b) => a - b));
        expect(countHaving(postings, term)).toBe(list.length);
      });
      const end = Math.min(to, lists.length);
      const range = { from: Math.min(from, end), to: end };
      const wanted = lists.slice(range.from, range.to).flat();
      const words = (people + 31) >>> 5;
      const bits = new Uint32Array(words * 2);
      uniteTerms(bits, words, postings, range);
      expect(listed(bits.subarray(0, words))).toEqual([]);
      expect(listed(bits.subarray(words))).toEqual([...new Set(wanted)].sort((a, b) => a - b));
      const living = new Uint32Array(words);
      for (const place of alive) {
        living[place >>> 5] = (living[place >>> 5] ?? 0) | (1 << (place & 31));
      }
      expect(isAnyOf(living, postings, range)).toBe(alive.some((place) => wanted.includes(place)));
      expect(postingsCost(postings, range) > 0).toBe(wanted.length > 0);
    }),
    { numRuns: 500 },
  );
});

const listed = (bits: Uint32Array) =>
  [...bits].flatMap((word, i) =>
    Array.from({ length: 32 }, (_, bit) => i * 32 + bit).filter((_, bit) => (word >>> bit) & 1),
  );
