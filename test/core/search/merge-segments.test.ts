import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Candidate } from '#contract/records/candidate.ts';
import { buildSegment } from '#core/search/build-segment.ts';
import { mergeSegments } from '#core/search/merge-segments.ts';
import { project } from '#core/search/projection.ts';
import type { Segment } from '#core/search/segment.ts';
import { randomPerson } from './random.ts';

const PARTS = 4;
const everybody = fc.uniqueArray(
  fc.record({
    person: randomPerson(fc.nat({ max: 500 })),
    part: fc.nat({ max: PARTS - 1 }),
    isDead: fc.boolean(),
  }),
  { selector: ({ person }) => person.id, minLength: 1, maxLength: 60, size: 'max' },
);

test('[Q32] merged segments are, number for number, one that was built in one go', () => {
  fc.assert(
    fc.property(everybody, (people) => {
      const living = people.filter(({ isDead }) => !isDead).map(({ person }) => person);
      fc.pre(living.length > 0);
      const parts = [...Map.groupBy(people, ({ part }) => part).values()].map((members) => {
        const segment = built(members.map(({ person }) => person));
        for (const [place, { isDead }] of sorted(members).entries()) {
          if (isDead)
            segment.alive[place >>> 5] = (segment.alive[place >>> 5] ?? 0) & ~(1 << (place & 31));
        }
        return segment;
      });
      expect(comparable(mergeSegments(parts))).toEqual(comparable(built(living)));
    }),
    { numRuns: 300 },
  );
});

const byId = (a: Candidate, b: Candidate) => (a.id < b.id ? -1 : 1);

function sorted<Member extends { readonly person: Candidate }>(members: readonly Member[]) {
  return members.toSorted((a, b) => byId(a.person, b.person));
}

function built(people: readonly Candidate[]): Segment {
  const inOrder = people.toSorted(byId);
  return buildSegment(inOrder.length, inOrder.map(project));
}

/** Facets come in any order; a value nobody is left with may stay with nobody in it. */
function comparable({ facets, ...rest }: Segment) {
  const held = [...facets].flatMap(([facet, values]) =>
    [...values]
      .filter(([, bits]) => bits.some((word) => word !== 0))
      .map(([value, bits]) => [`${facet} ${value}`, [...bits]] as const),
  );
  return { ...rest, facets: new Map(held.toSorted(([a], [b]) => (a < b ? -1 : 1))) };
}
