import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eachRank, type RankReader, readRanks, readRanksPlainly } from '#core/search/each-rank.ts';
import { emptyPlanes, joinMet, markPlace, rankAt, rankMet } from '#core/search/planes.ts';

const crowd = fc.integer({ min: 1, max: 700 }).chain((people) =>
  fc.record({
    people: fc.constant(people),
    /** By ask: who meets it, and how. */
    asks: fc.array(
      fc.array(fc.tuple(fc.nat(people - 1), fc.integer({ min: 1, max: 63 })), {
        maxLength: 300,
        size: 'max',
      }),
      { minLength: 1, maxLength: 3 },
    ),
    hidden: fc.array(fc.nat(people - 1), { maxLength: 60 }),
  }),
);

const placesIn = (bits: Uint32Array) =>
  [...bits].flatMap((word, i) =>
    Array.from({ length: 32 }, (_, bit) => i * 32 + bit).filter((_, bit) => (word >>> bit) & 1),
  );

function listed(reader: RankReader): readonly (readonly number[])[] {
  const groups: number[][] = [];
  eachRank(reader, (same, count) => {
    groups.push(placesIn(same));
    expect(groups.at(-1)).toHaveLength(count);
    return true;
  });
  return groups;
}

it('[Q22] kernels and plain code give everybody shown once, the best rank first', () => {
  fc.assert(
    // One after the other in the same memory: what an earlier crowd left there must not count.
    fc.property(fc.array(crowd, { minLength: 1, maxLength: 3 }), (crowds) => {
      for (const { people, asks, hidden } of crowds) {
        const [ranks = emptyPlanes(people), ...others] = asks.map((ask) => {
          const met = emptyPlanes(people);
          for (const [place, ways] of ask) markPlace(met, place, ways);
          return met;
        });
        rankMet(ranks);
        for (const met of others) joinMet(ranks, met);
        const shown = new Uint32Array(ranks.words);
        const places = Array.from({ length: people }, (_, place) => place).filter(
          (place) => rankAt(ranks, place) > 0 && !hidden.includes(place),
        );
        for (const place of places) {
          shown[place >>> 5] = (shown[place >>> 5] ?? 0) | (1 << (place & 31));
        }
        const right = [...Map.groupBy(places, (place) => rankAt(ranks, place))]
          .sort(([a], [b]) => b - a)
          .map(([, group]) => group);
        expect(listed(readRanksPlainly(ranks, shown))).toEqual(right);
        expect(listed(readRanks(ranks, shown))).toEqual(right);
      }
    }),
    { numRuns: 200 },
  );
});
