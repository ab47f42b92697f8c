import { describe, expect, test } from 'vitest';
import type { CandidateId, IsoDate } from '#contract/brands.ts';
import { EVERYBODY, type FindQuery } from '#contract/find-query.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import { NO_WORK } from '#core/search/overlay.ts';
import { createPeopleIndex } from '#core/search/people-index.ts';
import { createPlaces } from '#core/search/places.ts';
import { aCandidate, anId } from '#test/builders/records.ts';
import { TODAY } from './random.ts';

const ID = anId<CandidateId>(1);

function cardOf(over: Partial<Candidate>, query?: Partial<FindQuery>) {
  const index = createPeopleIndex({ today: TODAY, places: createPlaces() });
  index.put([aCandidate(over)]);
  return index.card(ID, query && { ...EVERYBODY, ...query });
}

describe('a card', () => {
  test('holds what a row shows', () => {
    expect(cardOf({ availableFrom: '2026-07-03' as IsoDate })).toEqual({
      id: ID,
      name: 'Priya Nair',
      ref: 'SWT-0000-01',
      registrationNumber: 'SW9104387',
      why: 'Child in need and child protection, ready from 3 July 2026',
      town: 'Hythe',
      distanceMiles: null,
      willTravelMiles: 15,
      availability: 'Ready from 3 July 2026',
      registrationStatus: 'registered',
      unheardDays: 59,
      ours: 'never',
      shortlistedFor: [],
    });
  });

  test('says "not known" by null and words, never by 0', () => {
    const { homeTown, lat, lon, maxTravelMiles, registrationNumber, ...bare } = aCandidate();
    const index = createPeopleIndex({ today: TODAY, places: createPlaces() });
    index.put([bare]);
    expect(index.card(ID, { ...EVERYBODY, text: '20 miles of leeds' })).toMatchObject({
      registrationNumber: null,
      town: null,
      distanceMiles: null,
      willTravelMiles: null,
      availability: 'Readiness not known',
    });
  });

  test('measures from a place typed in the box', () => {
    expect(cardOf({}, { text: '20 miles of canterbury' })?.distanceMiles).toBe(14);
  });

  test.each([
    ['amhp', 'AMHP, ready now'],
    ['"amhp"', 'AMHP, ready now'],
    ['amh', 'AMHP, ready now'],
    ['amhpx', 'AMHP, ready now'],
    ['priya', 'Name, ready now'],
    ['9104', 'Registration number, ready now'],
    ['dement', 'Dementia, ready now'],
    ['demntia', 'Dementia, ready now'],
    ['contact and referral', 'Contact, referral, ready now'],
    ['mash', 'Contact and referral, ready now'],
  ])('[Q31] says why "%s" is met: %s', (text, why) => {
    const over = {
      annotations: ['AMHP' as const],
      summary: 'Dementia. Contact and referral.',
      availableFrom: TODAY,
    };
    expect(cardOf(over, { text })?.why).toBe(why);
  });

  test('[Q22] [Q31] who only writes of an annotation is said to write of it', () => {
    const over = { summary: 'Worked on the AMHP rota.', availableFrom: TODAY };
    expect(cardOf(over, { text: 'amhp' })?.why).toBe('Writes AMHP, ready now');
    expect(cardOf({ ...over, familyName: 'Bia' }, { text: 'bia' })?.why).toBe('Name, ready now');
  });

  test('[Q16] a registration that is not as usual is said on the row', () => {
    const over = { availableFrom: TODAY };
    const lapsed = { ...over, registrationStatus: 'lapsed' as const };
    expect(cardOf(lapsed)?.why).toBe('Child in need and child protection, lapsed, ready now');
    expect(cardOf(lapsed, { facets: { region: ['South East'] } })?.why).toMatch(/, lapsed, ready/);
    expect(cardOf({ ...over, registrationStatus: 'temporary' })?.why).not.toMatch(/temporary/i);
  });

  test('[Q31] repeats the chosen values the person holds', () => {
    const facets = { hours: ['part_time', 'weekends'], annotation: ['AMHP'] };
    expect(cardOf({ availableFrom: TODAY }, { facets })?.why).toBe('Part time, ready now');
  });

  test('[Q16] [Q17] shows our own work, and hides who asked us to leave them alone', () => {
    const index = createPeopleIndex({ today: TODAY, places: createPlaces() });
    index.put([aCandidate()]);
    expect(index.find(EVERYBODY)).toMatchObject({ total: 1, hidden: 0 });
    index.setOwnWork({
      ...NO_WORK,
      ours: new Map([[ID, 'do_not_contact']]),
      shortlisted: new Map([[ID, ['SW-114']]]),
      spokenLocally: new Set([ID]),
    });
    expect(index.find(EVERYBODY)).toMatchObject({ total: 0, hidden: 1 });
    expect(index.card(ID)).toMatchObject({
      ours: 'do_not_contact',
      shortlistedFor: ['SW-114'],
      unheardDays: null,
    });
  });

  test('[Q15] [Q18] moves with the day', () => {
    const index = createPeopleIndex({ today: TODAY, places: createPlaces() });
    index.put([aCandidate({ availableFrom: '2026-06-12' as IsoDate })]);
    const ready = () =>
      index.find(EVERYBODY).facets.availability?.find((each) => each.count > 0)?.value;
    expect([ready(), index.card(ID)?.unheardDays]).toEqual(['30_days', 59]);
    index.setToday('2026-06-15' as IsoDate);
    expect([ready(), index.card(ID)?.unheardDays]).toEqual(['now', 63]);
  });

  test('is null once the person is gone, and so is the name', () => {
    const index = createPeopleIndex({ today: TODAY, places: createPlaces() });
    index.put([aCandidate()]);
    expect(index.nameOf(ID)).toBe('Priya Nair');
    index.remove([ID]);
    expect([index.card(ID), index.nameOf(ID), index.size]).toEqual([null, null, 0]);
  });
});
