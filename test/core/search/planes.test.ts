import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  dropMet,
  emptyPlanes,
  joinMet,
  keepRanked,
  markPlace,
  markRanked,
  type Planes,
  rankAt,
  rankEverybody,
  rankMet,
} from '#core/search/planes.ts';

const PEOPLE = 70;
const WAYS = 0b1111;
const PRIMARY = 0b1_0000;
const NAME = 0b10_0000;

/** How an ask is met by place. Of each ask only some of the ways are in use, as of words that are typed. */
const ask = fc
  .tuple(
    fc.integer({ min: 1, max: 63 }),
    fc.array(fc.tuple(fc.nat(PEOPLE - 1), fc.integer({ min: 1, max: 63 })), { maxLength: 120 }),
  )
  .map(([mask, marks]) => {
    const met = new Array<number>(PEOPLE).fill(0);
    for (const [place, ways] of marks) met[place] = (met[place] ?? 0) | (ways & mask);
    return met;
  });
type Met = readonly number[];

function planesOf(met: Met, planes = emptyPlanes(PEOPLE)): Planes {
  met.forEach((ways, place) => {
    if (ways > 0) markPlace(planes, place, ways);
  });
  return planes;
}

/** The best of the ways, 1 to 4; 0 = not met. */
const wayOf = (ways: number) => 32 - Math.clz32(ways & WAYS);

/** What rule Q22 says, a person at a time. */
function ranksOf(asks: readonly Met[], not: readonly Met[]): readonly number[] {
  return Array.from({ length: PEOPLE }, (_, place) => {
    const mine = asks.map((met) => met[place] ?? 0);
    const way = Math.min(4, ...mine.map(wayOf));
    if (way === 0 || not.some((met) => wayOf(met[place] ?? 0) > 0)) return 0;
    const isName = asks.length > 0 && mine.every((ways) => ways & NAME);
    const isPrimary = mine.some((ways) => ways & PRIMARY);
    return (isName ? 16 : 0) | (way << 1) | (isPrimary ? 1 : 0);
  });
}

function ranked(asks: readonly Met[], not: readonly Met[]): Planes {
  const [first, ...others] = asks;
  const ranks = emptyPlanes(PEOPLE);
  if (first) rankMet(planesOf(first, ranks));
  else rankEverybody(ranks);
  for (const met of others) joinMet(ranks, planesOf(met));
  for (const met of not) dropMet(ranks, planesOf(met));
  return ranks;
}

const allOf = (ranks: Planes) => Array.from({ length: PEOPLE }, (_, place) => rankAt(ranks, place));

it('[Q22] the weakest way counts, the main area of any ask, the whole name of all', () => {
  fc.assert(
    fc.property(fc.array(ask, { maxLength: 3 }), fc.array(ask, { maxLength: 2 }), (asks, not) => {
      const ranks = ranked(asks, not);
      expect(allOf(ranks)).toEqual(ranksOf(asks, not));
      const kept = new Uint32Array(ranks.words).fill(-1);
      keepRanked(kept, ranks);
      const isKept = (place: number) => ((kept[place >>> 5] ?? 0) >>> (place & 31)) & 1;
      expect(allOf(ranks).map((rank, place) => (rank > 0 ? 1 : 0) === isKept(place))).toEqual(
        new Array(PEOPLE).fill(true),
      );
    }),
    { numRuns: 400 },
  );
});

it('[Q22] what is in brackets is one ask: met as its weakest is, beside what else meets it', () => {
  fc.assert(
    fc.property(
      fc.array(ask, { minLength: 1, maxLength: 2 }),
      ask,
      ask,
      (inside, beside, other) => {
        const met = planesOf(beside);
        markRanked(met, ranked(inside, []));
        rankMet(met);
        joinMet(met, planesOf(other));
        const ways = ranksOf(inside, []).map((rank, place) => {
          const way = (rank >> 1) & 7;
          const whole = rank === 0 ? 0 : (1 << (way - 1)) | (rank & 1 ? PRIMARY : 0);
          return (beside[place] ?? 0) | whole | (rank & 16 ? NAME : 0);
        });
        expect(allOf(met)).toEqual(ranksOf([ways, other], []));
      },
    ),
    { numRuns: 400 },
  );
});
