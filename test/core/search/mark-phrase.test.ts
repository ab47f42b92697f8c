import { expect, it } from 'vitest';
import type { IsoDate } from '#contract/brands.ts';
import { EVERYBODY } from '#contract/find-query.ts';
import { askOracle } from '#core/search/oracle.ts';
import { NO_WORK } from '#core/search/overlay.ts';
import { createPeopleIndex } from '#core/search/people-index.ts';
import { createPlaces } from '#core/search/places.ts';
import { makePerson } from '#server/sample/person.ts';

const TODAY = '2026-06-09' as IsoDate;
const TYPED = [
  '"child protection"',
  '"in the community"',
  '"social w"',
  'name:"amy b',
  '"know the area" "know the w',
];

it('[Q3] a phrase typed letter by letter finds at each what the oracle finds', () => {
  const places = createPlaces();
  const people = Array.from({ length: 900 }, (_, i) =>
    makePerson({ seed: 'typed', today: TODAY }, i),
  );
  const index = createPeopleIndex({ today: TODAY, places });
  index.put(people);
  for (const text of TYPED) {
    // Typed, and then taken back again, over what is remembered of longer ones.
    for (const length of [...text.slice(4)].flatMap((_, i) => [i + 5, Math.max(5, i + 2)])) {
      const query = { ...EVERYBODY, text: text.slice(0, length), includeHidden: true } as const;
      const right = askOracle(people, query, { today: TODAY, places, work: NO_WORK });
      const found = index.find(query);
      expect(found.ids(0, found.total), query.text).toEqual(right.ids);
    }
  }
});

it('[Q3] what is remembered of a phrase is not of people who came since', () => {
  const index = createPeopleIndex({ today: TODAY, places: createPlaces() });
  const made = Array.from({ length: 60 }, (_, i) => makePerson({ seed: 'later', today: TODAY }, i));
  const query = { ...EVERYBODY, text: '"social w', includeHidden: true } as const;
  index.put(made.slice(0, 30));
  const before = index.find({ ...query }).total;
  index.put(made.slice(30));
  expect(index.find({ ...query }).total).toBeGreaterThan(before);
});
