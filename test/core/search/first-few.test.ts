import { expect, test } from 'vitest';
import type { IsoDate } from '#contract/brands.ts';
import { EVERYBODY, type FindQuery, ORDERS } from '#contract/find-query.ts';
import { askOracle } from '#core/search/oracle.ts';
import { NO_WORK } from '#core/search/overlay.ts';
import { createPeopleIndex } from '#core/search/people-index.ts';
import { createPlaces } from '#core/search/places.ts';
import { makePerson } from '#server/sample/person.ts';

const TODAY = '2026-06-09' as IsoDate;
const places = createPlaces();
const PEOPLE = 8000;
const LEEDS = { label: 'Leeds', lat: 53.801, lon: -1.549, withinTheirLimit: true };
/** From almost everybody to a handful: all ways to the first few are gone. */
const TEXTS = [
  '',
  's',
  'court',
  'amhp leeds',
  'sarah',
  'sarah j',
  'patel',
  'obrien',
  'sw9003',
  'ct',
  'taylor',
  'forensic kent',
  'uasc dover',
];

test('[Q29] the first few are the beginning of the whole list, of many found and of few', () => {
  const index = createPeopleIndex({ today: TODAY, places });
  index.put(Array.from({ length: PEOPLE }, (_, i) => makePerson({ seed: 'few', today: TODAY }, i)));
  const queries = TEXTS.flatMap((text) =>
    ORDERS.flatMap((order): FindQuery[] => [
      { ...EVERYBODY, text, order },
      { ...EVERYBODY, text, order, near: LEEDS },
      { ...EVERYBODY, text, order, near: { ...LEEDS, radiusMiles: 25 } },
    ]),
  );
  for (const query of queries) {
    const found = index.find(query);
    const all = found.ids(0, found.total);
    for (const wanted of [3, 40]) {
      expect(index.find({ ...query }).ids(0, wanted)).toEqual(all.slice(0, wanted));
    }
  }
});

test('[Q23] [Q24] miles from one base after the other: those of another base are never kept', () => {
  const index = createPeopleIndex({ today: TODAY, places });
  const people = Array.from({ length: 1000 }, (_, i) =>
    makePerson({ seed: 'bases', today: TODAY }, i),
  );
  index.put(people);
  const bases = [50.4, 51.3, 52.5, 53.8, 54.9, 51.3].map((lat, i) => ({
    label: `Base ${i}`,
    lat,
    lon: i - 4,
  }));
  const work = { ...NO_WORK, spokenLocally: new Set(people.slice(0, 300).map(({ id }) => id)) };
  for (const own of [NO_WORK, work]) {
    index.setOwnWork(own);
    for (const home of [...bases, ...bases]) {
      for (const order of ['best_match', 'nearest'] as const) {
        const query: FindQuery = { ...EVERYBODY, text: 'leeds', order };
        const right = askOracle(people, query, { today: TODAY, places, work: own, home });
        expect(index.find(query, home).ids(0, 30)).toEqual(right.ids.slice(0, 30));
      }
    }
  }
});
