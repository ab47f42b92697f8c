import { expect, test } from 'vitest';
import type { CandidateId } from '#contract/brands.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import { createPeopleIndex } from '#core/search/people-index.ts';
import { createPlaces } from '#core/search/places.ts';
import { aCandidate, anId } from '#test/builders/records.ts';
import { TODAY } from './random.ts';

const someone = (n: number, over: Partial<Candidate>) => ({
  ...aCandidate({ id: anId<CandidateId>(n) }),
  ...{ givenName: `Given${n}`, phone: `0770090010${n}`, registrationNumber: `SW900000${n}` },
  ...over,
});

const index = createPeopleIndex({ today: TODAY, places: createPlaces() });
index.put([
  someone(1, { homeTown: 'Hythe' }),
  someone(2, { registrationNumber: 'SW9000001' }),
  someone(3, { phone: '+44 7700 900101', givenName: 'Other' }),
  someone(7, { phone: '07700 900101', givenName: 'Other', familyName: 'Family' }),
]);
index.settle();
// In another segment, where towns have other numbers.
index.put([
  someone(4, { givenName: 'GIVEN1', homeTown: 'Hythe' }),
  someone(5, { givenName: 'Given1', homeTown: 'Leeds' }),
  someone(6, { phone: '0101' }),
]);
index.settle();

test('[Q48] the same number, telephone or name in the same town is named with the reason', () => {
  const found = index.alike(anId<CandidateId>(1)).map(({ id, by }) => [id, by]);
  expect(found.sort()).toEqual([
    [anId(2), 'registration'],
    [anId(3), 'phone'],
    [anId(4), 'name'],
  ]);
});

test('[Q48] of many the first by id are named, in whatever order they came', () => {
  const many = Array.from({ length: 9 }, (_, i) =>
    someone(i + 1, { registrationNumber: 'SW9000001' }),
  );
  const named = [many, many.toReversed()].map((people) => {
    const other = createPeopleIndex({ today: TODAY, places: createPlaces() });
    for (const each of people) {
      other.put([each]);
      other.settle();
    }
    return other.alike(anId<CandidateId>(9)).map(({ id }) => id);
  });
  expect(named[0]).toEqual([1, 2, 3, 4, 5].map((n) => anId(n)));
  expect(named[1]).toEqual(named[0]);
});

test('[Q48] nobody is like themselves, like somebody without a number, or like who is gone', () => {
  expect(index.alike(anId<CandidateId>(6))).toEqual([]);
  expect(index.alike(anId<CandidateId>(99))).toEqual([]);
  index.remove([anId<CandidateId>(4)]);
  expect(index.alike(anId<CandidateId>(1)).map(({ by }) => by)).not.toContain('name');
});
