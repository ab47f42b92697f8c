import { expect, test } from 'vitest';
import type { IsoDate } from '#contract/brands.ts';
import { EVERYBODY, type FindQuery, ORDERS } from '#contract/find-query.ts';
import { createPeopleIndex } from '#core/search/people-index.ts';
import { createPlaces } from '#core/search/places.ts';
import { makePerson } from '#server/sample/person.ts';

const TODAY = '2026-06-09' as IsoDate;
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
  const index = createPeopleIndex({ today: TODAY, places: createPlaces() });
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
