import { expect, test } from 'vitest';
import { EVERYBODY } from '#contract/find-query.ts';
import { createPeopleIndex } from '#core/search/people-index.ts';
import { createPlaces } from '#core/search/places.ts';
import { aCandidate } from '#test/builders/records.ts';
import { TODAY } from './random.ts';

const index = createPeopleIndex({ today: TODAY, places: createPlaces() });
index.put([aCandidate({ summary: 'safeguarding court thanet' })]);

test.each([
  ['', 'Everyone.'],
  ['amhp thanet', 'People with AMHP and thanet.'],
  ['amhp or bia -agency', 'People with AMHP or BIA and not agency.'],
  ['amhp 20 miles of leeds', 'People with AMHP, within 20 miles of Leeds.'],
  ['within 1 mile of leeds', 'Everyone, within 1 mile of Leeds.'],
  ['20 miles', 'Everyone, within 20 miles of where? Add a place.'],
  ['"care plan" form f', 'People with “care plan” and “Form F”.'],
  ['court of', 'People with court and of.'],
  ['court of ', 'People with court.'],
  ['cp', 'People with CP. CP can also mean care plan, which is not searched.'],
  [
    'safegaurding',
    'People with safegaurding. Nobody has “safegaurding” as it is written, so close spellings count.',
  ],
  ['900123', 'People with a registration number SW900123… or a telephone number ending 900123.'],
  ['SWT-1A2B-3C', 'People with the reference SWT-1A2B-3C.'],
  ['or', 'People with or.'],
  ['amhp or', 'People with AMHP.'],
  ['" - )', 'Everyone.'],
])('[Q10] "%s" is read as: %s', (text, words) => {
  expect(index.find({ ...EVERYBODY, text }).reading).toBe(words);
});

test('[Q7] what is searched beside a term is listed once, and never for what is left out', () => {
  const also = (text: string) => index.find({ ...EVERYBODY, text }).alsoSearched;
  expect(also('mash')).toContain('front door');
  expect(also('mash mash')).toEqual(also('mash'));
  expect(also('not mash')).toEqual([]);
  expect(also('ssw')).toEqual([]);
});
