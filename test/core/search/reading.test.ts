import { expect, test } from 'vitest';
import { EVERYBODY } from '#contract/find-query.ts';
import { createPeopleIndex } from '#core/search/people-index.ts';
import { createPlaces } from '#core/search/places.ts';
import { slipWords } from '#core/search/reading-words.ts';
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
  ['20 miles of margate or leeds', 'Everyone, within 20 miles of Margate, Kent or Leeds.'],
  ['bia or amhp 20 miles of leeds', 'People with BIA or AMHP, within 20 miles of Leeds.'],
  ['amhp 20 miles of leeds or court', 'People with AMHP or court, within 20 miles of Leeds.'],
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
  ['amhp (thanet or court)', 'People with AMHP and (thanet or court).'],
  ['(amhp thanet) or court', 'People with (AMHP and thanet) or court.'],
  ['court -(agency or bank)', 'People with court and not (agency or bank).'],
  ['role:manager', 'People with Team manager or Service manager or Senior manager.'],
  ['role:team manager court', 'People with Team manager and court.'],
  ['role:"team manager" or bia', 'People with Team manager or BIA.'],
  ['checked:never seen:no', 'People with Not checked and Not seen by me.'],
  ['town:milton keynes court', 'People with the town milton keynes and court.'],
  ['-town:margate', 'People with not the town margate.'],
  ['amhp south east', 'People with AMHP and South East.'],
  ['south east london', 'People with south and east and london.'],
  ['-south east', 'People with not South East.'],
  ['yorkshire and the humber amhp', 'People with Yorkshire and The Humber and AMHP.'],
  ['amhp yorkshire & humber', 'People with AMHP and Yorkshire and The Humber.'],
  ['not yorkshire and humberside', 'People with not Yorkshire and The Humber.'],
  ['region:yorks and the humber', 'People with Yorkshire and The Humber.'],
  ['region:"east england" bia', 'People with East of England and BIA.'],
  ['the east of england', 'People with East of England.'],
  ['east england or greater london', 'People with East of England or London.'],
  ['north-east', 'People with North East.'],
  ['northwest bia', 'People with North West and BIA.'],
  ['south west region', 'People with South West.'],
  ['south east of england', 'People with South East.'],
  ['east mids or west midlands', 'People with East Midlands or West Midlands.'],
  ['south and east', 'People with south and east.'],
  ['yorkshire and court', 'People with yorkshire and court.'],
  ['"south east"', 'People with “south east”.'],
  ['north east lincolnshire', 'People with north and east and lincolnshire.'],
  ['london', 'People with london.'],
  ['full time kent', 'People with “full time” and kent.'],
  ['-full time', 'People with not “full time”.'],
  ['council:kent', 'People with Kent.'],
  ['name:"court"', 'People with the name court.'],
  ['http://x', 'People with “http://x”.'],
  ['(020) 7946 0123', 'People with a telephone number ending 02079460123.'],
  ['not', 'Everyone.'],
  // Nobody has a close spelling either, so none counts.
  ['wizard', 'People with wizard.'],
  [
    '(01632) 960',
    'People with a registration number SW1632960… or a telephone number beginning 01632960 or a telephone number ending 01632960.',
  ],
  ['() (', 'Everyone.'],
  ['or', 'People with or.'],
  ['amhp or', 'People with AMHP.'],
  ['" - )', 'Everyone.'],
])('[Q10] "%s" is read as: %s', (text, words) => {
  expect(index.find({ ...EVERYBODY, text }).reading).toBe(words);
});

test('[Q7] what is searched beside a term is listed once, and never for what is left out', () => {
  const also = (text: string) => index.find({ ...EVERYBODY, text }).alsoSearched;
  expect(also('mash').map(({ term }) => term)).toEqual(['MASH']);
  expect(also('mash')[0]?.labels).toContain('front door');
  const off = index.find({ ...EVERYBODY, text: 'mash', notAlso: ['front door'] });
  expect(off.alsoSearched).toEqual(also('mash'));
  expect(also('mash mash')).toEqual(also('mash'));
  expect(also('not mash')).toEqual([]);
  expect(also('ssw')).toEqual([]);
});

test.each([
  ['court (amhp', [[6, '(', /not closed/]]],
  ['court) amhp', [[5, ')', /closes nothing/]]],
  ['role:wizard', [[0, 'role:wizard', /“role:wizard”/]]],
  ['court "care plan', [[6, '"', /not closed/]]],
  ['-"care plan', [[1, '"', /not closed/]]],
  ['court "care plan"', []],
  ['colour:red', [[0, 'colour:', /“colour:”/]]],
  ['seen:perhaps', [[0, 'seen:perhaps', /“seen:perhaps”/]]],
  ['checked:never seen:no contact:never town:margate', []],
  ['role:', []],
  ['role: court', [[0, 'role:', /“role:”/]]],
  ['((a) b', [[0, '(', /not closed/]]],
] as const)('[Q35] "%s" is read all the same, and what is odd is marked', (text, slips) => {
  const found = index.find({ ...EVERYBODY, text }).understood.reading.slips;
  expect(found.map((slip) => [slip.at, slip.typed])).toEqual(
    slips.map(([at, typed]) => [at, typed]),
  );
  for (const [i, [, , words]] of slips.entries()) {
    expect(slipWords(found[i] as never)).toMatch(words);
  }
});

test('[Q6] [Q36] two slips stand in for a long word, unless close spellings are off', () => {
  const find = (text: string, closeSpellings?: boolean) =>
    index.find({ ...EVERYBODY, text, ...(closeSpellings === undefined ? {} : { closeSpellings }) });
  expect(find('saefgaurding').total).toBe(1);
  expect(find('saefgaurding').closeSpellings).toEqual(['saefgaurding']);
  expect(find('saefgaurding', false).total).toBe(0);
  expect(find('thnaaet').total).toBe(0);
});

test('[Q37] what must, may and must not be had is restated in one sentence', () => {
  const query = {
    ...EVERYBODY,
    facets: { role: ['team_manager', 'senior_manager'] },
    must: { annotation: ['AMHP'] },
    mustNot: { shortlisted: ['yes'] },
  } as const;
  expect(index.find(query as never).reading).toBe(
    'Everyone. Filters: must Approved mental health professional (AMHP) and (Team manager or Senior manager), not On a shortlist.',
  );
});

test.each([
  [{ radiusMiles: 20, withinTheirLimit: true }, ', within 20 miles of Kent, who would travel it.'],
  [{ radiusMiles: 1, withinTheirLimit: false }, ', within 1 mile of Kent.'],
  [{ withinTheirLimit: true }, ', who would travel to Kent.'],
  [{ withinTheirLimit: false }, ', measured from Kent.'],
])('[Q10] a place that was chosen is said: %j', (how, words) => {
  const near = { label: 'Kent', lat: 51.27, lon: 0.52, ...how };
  expect(index.find({ ...EVERYBODY, near }).reading).toBe(`Everyone${words}`);
});

test('[Q37] what must not be had has its words though nobody who is shown has it', () => {
  const { council } = index.find({ ...EVERYBODY, mustNot: { council: ['kent'] } }).facets;
  expect(council).toContainEqual({ value: 'kent', label: 'Kent', count: 0 });
});
