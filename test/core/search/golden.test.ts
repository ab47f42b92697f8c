import { expect, test } from 'vitest';
import { EVERYBODY, type FindQuery } from '#contract/find-query.ts';
import { createPeopleIndex } from '#core/search/people-index.ts';
import { createPlaces } from '#core/search/places.ts';
import { GOLDEN_PEOPLE, GOLDEN_QUERIES } from './golden-queries.ts';
import { TODAY } from './random.ts';

const index = createPeopleIndex({ today: TODAY, places: createPlaces() });
index.put(Object.values(GOLDEN_PEOPLE));
const nameById = new Map(Object.entries(GOLDEN_PEOPLE).map(([name, { id }]) => [id, name]));

test.each(GOLDEN_QUERIES)('[Q22] "$text" finds $finds', ({ text, finds, over, home }) => {
  const query: FindQuery = { ...EVERYBODY, order: 'best_match', text, ...over };
  const found = index.find(query, home);
  const names = found.ids(0, found.total).map((id) => nameById.get(id));
  expect(names.join(', ')).toBe(finds);
});
