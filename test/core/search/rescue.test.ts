import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVERYBODY, type FindQuery } from '#contract/find-query.ts';
import { askOracle } from '#core/search/oracle.ts';
import { NO_WORK } from '#core/search/overlay.ts';
import { createPeopleIndex } from '#core/search/people-index.ts';
import { createPlaces } from '#core/search/places.ts';
import { rescue } from '#core/search/rescue.ts';
import { aCandidate, anId } from '#test/builders/records.ts';
import { randomPerson, randomQuery, TODAY } from './random.ts';

const places = createPlaces();

function rescued(index: ReturnType<typeof createPeopleIndex>, query: FindQuery) {
  const found = index.find(query);
  return rescue(found.understood, found.total, (each) => index.find(each).total);
}

test('[Q38] what a relaxation is said to bring is what its query finds, by the oracle too', () => {
  const people = fc.uniqueArray(randomPerson(fc.integer({ min: 0, max: 40 })), {
    selector: (person) => person.id,
    maxLength: 40,
    size: 'max',
  });
  let offered = 0;
  fc.assert(
    fc.property(people, randomQuery, (everybody, query) => {
      const index = createPeopleIndex({ today: TODAY, places });
      index.put(everybody);
      const world = { today: TODAY, places, work: NO_WORK };
      const before = askOracle(everybody, query, world).ids.length;
      const found = rescued(index, query);
      for (const each of found) {
        expect(askOracle(everybody, each.query, world).ids.length).toBe(each.total);
        expect(each.gain).toBe(each.total - before);
        expect(each.gain).toBeGreaterThan(0);
      }
      expect(found.map(({ gain }) => gain)).toEqual(
        found.map(({ gain }) => gain).toSorted((a, b) => b - a),
      );
      expect(found.length).toBeLessThanOrEqual(5);
      offered += found.length;
    }),
    { numRuns: 200 },
  );
  expect(offered).toBeGreaterThan(100);
});

const index = createPeopleIndex({ today: TODAY, places });
const near = { label: 'Margate', lat: 51.38, lon: 1.38, withinTheirLimit: true };
index.put([
  aCandidate({ id: anId(1), summary: 'court dementia', lat: 51.38, lon: 1.38, maxTravelMiles: 60 }),
  aCandidate({ id: anId(2), summary: 'court', lat: 51.27, lon: 0.52, maxTravelMiles: 60 }),
  aCandidate({ id: anId(3), summary: 'dementia agency', lat: 51.38, lon: 1.38 }),
]);

test.each([
  ['court dementia hospital', ['1 without hospital']],
  ['court -dementia agency', ['1 without agency']],
  ['(court or agency) nonsensical', ['3 without nonsensical']],
] as const)('[Q38] "%s" is rescued by %j', (text, wanted) => {
  const query = { ...EVERYBODY, text, includeHidden: true };
  expect(rescued(index, query).map(({ gain, words }) => `${gain} ${words}`)).toEqual(wanted);
});

test('[Q38] a radius grows by steps that are offered, whether typed or chosen', () => {
  const chosen = { ...EVERYBODY, text: 'court', near: { ...near, radiusMiles: 10 } };
  const words = (query: FindQuery) => rescued(index, query).map((each) => each.words);
  expect(words({ ...chosen, near: { ...chosen.near, radiusMiles: 30 } })).toContain(
    'within 40 miles of Margate',
  );
  const typed = rescued(index, { ...EVERYBODY, text: 'court 30 miles of margate' });
  const wider = typed.find((each) => each.words === 'within 40 miles of Margate, Kent');
  // A wider one that brings nobody else is not offered.
  expect(typed.map((each) => each.words)).not.toContain('within 60 miles of Margate, Kent');
  expect(wider).toMatchObject({ gain: 1, total: 2, query: { text: 'court ' } });
});
