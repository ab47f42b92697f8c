import fc from 'fast-check';
import type { CandidateId, IsoDate, IsoInstant, RecordId } from '#contract/brands.ts';
import {
  AVAILABILITY_VALUES,
  CHECKED_VALUES,
  type FacetId,
  type FindQuery,
  HEARD_VALUES,
  LAST_CONTACT_VALUES,
  ORDERS,
  OURS_VALUES,
  SEEN_VALUES,
  SHORTLISTED_VALUES,
} from '#contract/find-query.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import {
  ANNOTATIONS,
  CASE_SYSTEMS,
  DBS_DECLARED,
  EMPLOYMENT_TYPES,
  HOURS_PATTERNS,
  PRACTICE_EDUCATOR,
  REGISTRATION_STATUSES,
  ROLE_GROUPS,
  SPECIALISM_IDS,
} from '#contract/vocabulary.ts';
import { OUTCODES } from '#core/data/outcodes.ts';
import { addDays } from '#core/domain/days.ts';
import type { OwnWork } from '#core/search/overlay.ts';
import { wordsOf } from '#core/search/words.ts';

export const TODAY = '2026-06-09' as IsoDate;

/** Few enough words that people share them, many enough that queries tell people apart. */
const WORDS =
  'child protection section 47 s47 social work worker court form f fostering fosters agency dementia care plan safeguarding safegard adoption 2020 16 hospital discharge part time amhp bia kent leeds a in of court-work R&A safegu4rd safegu4rd O’Neil Zoë ŁÓDŹ county lines'.split(
    ' ',
  );
const GIVEN = ['Ann', 'Anna', 'Zoë', 'Łukasz', 'Court', 'Kent', 'P', "D'Arcy", 'Mary-Ann'];
const FAMILY = ["O'Brien", 'Nair', 'Court', 'Kent', 'Lee', 'Leeds', 'Smith Jones', 'Ó Briain'];
const PHONES = ['07700 900123', '+44 7700 900123', '07700900456', '0123', '01632 960 123', 'none'];
const SOME_OUTCODES = OUTCODES.filter((_, i) => i % 40 === 0).slice(0, 12);

/** An id whose order says nothing: the number is scattered over its first digits. */
export function scatteredId(number: number): CandidateId {
  const mixed = (Math.imul(number + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
  return `${mixed}-0000-4000-8000-${number.toString(16).padStart(12, '0')}` as CandidateId;
}

const maybe = <Value>(value: fc.Arbitrary<Value>) =>
  fc.option<Value, undefined>(value, { nil: undefined, freq: 4 });
const several = <Value>(values: readonly Value[], most: number) =>
  fc.subarray([...values], { maxLength: most });
const day = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((days) => addDays(TODAY, days));

function withoutAbsent<Shape extends object>(shape: Shape): Shape {
  return Object.fromEntries(
    Object.entries(shape).filter(([, value]) => value !== undefined),
  ) as Shape;
}

export const randomPerson = (ids: fc.Arbitrary<number>): fc.Arbitrary<Candidate> =>
  fc
    .record({
      number: ids,
      givenName: fc.constantFrom(...GIVEN),
      familyName: fc.constantFrom(...FAMILY),
      phone: maybe(fc.constantFrom(...PHONES)),
      home: maybe(fc.constantFrom(...SOME_OUTCODES)),
      maxTravelMiles: maybe(fc.constantFrom(5, 20, 60, 999)),
      registration: maybe(fc.constantFrom(9104387, 9104380, 910, 9, 4387)),
      registrationStatus: fc.constantFrom(...REGISTRATION_STATUSES),
      registerCheckedOn: maybe(day(-100, 0)),
      annotations: several(ANNOTATIONS, 2),
      practiceEducator: fc.constantFrom(...PRACTICE_EDUCATOR),
      specialisms: fc.subarray([...SPECIALISM_IDS.slice(0, 12)], { minLength: 1, maxLength: 4 }),
      roleGroup: fc.constantFrom(...ROLE_GROUPS),
      caseSystems: several(CASE_SYSTEMS, 3),
      languages: several(['Welsh', 'Polish'], 2),
      yearsPostQualifying: maybe(fc.integer({ min: 0, max: 40 })),
      summary: maybe(
        fc
          .array(fc.constantFrom(...WORDS), { maxLength: 14, size: 'max' })
          .map((all) => all.join(' ')),
      ),
      employmentTypes: several(EMPLOYMENT_TYPES, 4),
      hours: several(HOURS_PATTERNS, 4),
      availableFrom: maybe(day(-30, 100)),
      dbsDeclared: maybe(fc.constantFrom(...DBS_DECLARED)),
      programmeState: fc.constantFrom('active', 'active', 'active', 'paused', 'placed'),
      // Few different days, so that ids often decide.
      waitedDays: fc.integer({ min: 0, max: 5 }),
      firstSpokenOn: fc.option(day(-30, 0), { nil: undefined, freq: 1 }),
      lastTriedOn: fc.option(day(-30, 0), { nil: undefined, freq: 1 }),
    })
    .map(({ number, home, registration, waitedDays, ...rest }) =>
      withoutAbsent({
        ...rest,
        id: scatteredId(number),
        ref: `SWT-${number.toString(16).toUpperCase().padStart(4, '0')}-AB`,
        preferredContact: 'phone',
        homeTown: home?.town,
        homeOutcode: home?.code,
        lat: home?.lat,
        lon: home?.lon,
        homeCouncilId: home?.councilId,
        willRelocate: false,
        remoteOk: false,
        canTravelForVisits: true,
        registrationNumber: registration && `SW${registration}`,
        primarySpecialism: rest.specialisms[0] ?? 'cin_cp',
        models: [],
        registeredInterestAt: `${addDays(TODAY, -waitedDays)}T22:30:00.000Z` as IsoInstant,
        confirmedOn: TODAY,
      } as Candidate),
    );

/** Words that stand for themselves: neither small nor joining words nor parts of a distance. */
export const plainWord = fc.constantFrom(
  ...'child protection fosters fostering dementia hospital amhp bia kent leeds brien nair court 9104387 s47 safegaurding safegurd fostring o’neil sw9104387 plan'.split(
    ' ',
  ),
);

const piece = fc.oneof(
  { weight: 6, arbitrary: plainWord },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...WORDS), fc.integer({ min: 1, max: 9 }))
      .map(([word, length]) => word.slice(0, length)),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '"child protection"',
      '"social work',
      'cp sw',
      'form f',
      'r&a',
      'ssw',
      'part-time',
      'court-wor',
      '"care plan"',
      'lac',
      'pre-proceedings',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '(',
      ')',
      '-(',
      'role:manager',
      'area:child',
      'heard:unheard',
      'ours:"tried by us"',
      'register:nonsense',
      'name:court',
      'name:kentt',
      'number:910',
      'phone:0123',
      'nofield:kent',
      `town:${SOME_OUTCODES[0]?.town}`,
      '-town:hythe',
      'seen:no',
      'dismissed:sw-114',
      'contact:never',
      'role:',
      'safegardign',
      'fsotreing',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('or', 'not', '-', 'and', '-agency', '-"child protection"'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '20 miles of leeds',
      'kent 30mi',
      '40 miles of leeds or kent',
      'hythe or leeds 40mi',
      '10 miles',
      'within 5 mile of CT21',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '910',
      'SW910',
      'sw 9104387',
      '0123',
      '00123',
      '07700 900123',
      '07700 9',
      '(01632) 960',
      '4387',
      'SWT-00',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
);
export const randomText = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: fc.array(piece, { maxLength: 2 }) },
      { weight: 1, arbitrary: fc.array(piece, { maxLength: 5 }) },
    ),
    fc.constantFrom('', '', ' '),
  )
  .map(([pieces, end]) => pieces.join(' ') + end);

const choice = (values: readonly string[]) =>
  fc.subarray([...values, 'nonsense'], { maxLength: 3 });
const SOME_VACANCIES = [1, 2].map((n) => `01900000-0000-7000-8000-00000000000${n}` as RecordId);
const LAST_DAYS = [-3, -7, -8, -30, -31, -90, -91].map((days) => addDays(TODAY, days));
const REASON = 'The team serves families who speak it';
const FACET_CHOICES = {
  availability: choice(AVAILABILITY_VALUES),
  specialism: choice(SPECIALISM_IDS.slice(0, 12)),
  role: choice(ROLE_GROUPS),
  council: choice(SOME_OUTCODES.map((outcode) => outcode.councilId)),
  register: choice(REGISTRATION_STATUSES),
  employment: choice(EMPLOYMENT_TYPES),
  checked: choice(CHECKED_VALUES),
  heard: choice(HEARD_VALUES),
  ours: choice(OURS_VALUES),
  shortlisted: choice(SHORTLISTED_VALUES),
  lastContact: choice(LAST_CONTACT_VALUES),
  seen: choice(SEEN_VALUES),
  dismissed: choice(SOME_VACANCIES),
} satisfies Partial<Record<FacetId, fc.Arbitrary<string[]>>>;

export const randomQuery: fc.Arbitrary<FindQuery> = fc
  .record({
    text: fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 4, arbitrary: randomText }),
    facets: fc.record(FACET_CHOICES, { requiredKeys: [] }),
    must: fc.record(FACET_CHOICES, { requiredKeys: [] }),
    mustNot: fc.record(FACET_CHOICES, { requiredKeys: [] }),
    closeSpellings: maybe(fc.constant(false)),
    notAlso: maybe(fc.constantFrom<string[]>(['child protection'], ['social worker', 'nonsense'])),
    demands: fc.constantFrom(0, 0, 0, 1),
    near: maybe(
      fc.record({
        home: fc.constantFrom(...SOME_OUTCODES),
        others: maybe(fc.subarray(SOME_OUTCODES, { minLength: 1, maxLength: 2 })),
        radiusMiles: maybe(fc.constantFrom(10, 50, 150, 400)),
        withinTheirLimit: fc.boolean(),
      }),
    ),
    minYears: maybe(fc.constantFrom(...[1, 3, 10].map((years) => ({ years, reason: REASON })))),
    languages: maybe(
      fc.constantFrom<NonNullable<FindQuery['languages']>>(
        { anyOf: ['Welsh'], reason: REASON },
        { anyOf: ['Welsh', 'Polish'], reason: REASON },
      ),
    ),
    asks: fc.constantFrom(false, false, false, true),
    order: fc.constantFrom(...ORDERS),
    includeHidden: fc.constantFrom(true, true, false),
    few: fc.constantFrom(0, 0, 1, 2),
  })
  .map(({ near, few, demands, asks, minYears, languages, closeSpellings, notAlso, ...rest }) => ({
    ...rest,
    must: Object.fromEntries(Object.entries(rest.must).slice(0, demands)),
    mustNot: Object.fromEntries(Object.entries(rest.mustNot).slice(-demands, demands && undefined)),
    ...(asks && minYears ? { minYears } : {}),
    ...(asks && languages ? { languages } : {}),
    ...(closeSpellings === undefined ? {} : { closeSpellings }),
    ...(notAlso === undefined ? {} : { notAlso }),
    // At most two facets, and often none, or hardly anybody would ever be found.
    facets: Object.fromEntries(Object.entries(rest.facets).slice(0, few)),
    ...(near && {
      near: withoutAbsent({
        label: near.home.town,
        lat: near.home.lat,
        lon: near.home.lon,
        radiusMiles: near.radiusMiles,
        others: near.others?.map(({ town: label, lat, lon }) => ({ label, lat, lon })),
        withinTheirLimit: near.withinTheirLimit,
      }) as NonNullable<FindQuery['near']>,
    }),
  }));

/** Words most people of a random crowd meet, each in another way. */
export const commonText = fc
  .array(
    fc.constantFrom(
      ...'cp court foster work amhp safegurd lac leeds ann child dementia brien "child protection" "anna kent" -agency'.split(
        / (?!protection|kent)/,
      ),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((words) => words.join(' '));

export const randomWork = (ids: number): fc.Arbitrary<OwnWork> => {
  const someIds = fc.uniqueArray(fc.integer({ min: 0, max: ids }), { maxLength: 6 });
  return fc.record({
    ours: fc
      .tuple(
        someIds,
        fc.array(fc.constantFrom('tried', 'spoken', 'do_not_contact'), { minLength: 7 }),
      )
      .map(
        ([numbers, done]) =>
          new Map(numbers.map((number, i) => [scatteredId(number), done[i] ?? 'tried'])),
      ),
    shortlisted: someIds.map(
      (numbers) => new Map(numbers.map((number) => [scatteredId(number), ['SW-114']])),
    ),
    lastContact: someIds.map(
      (numbers) =>
        new Map(numbers.map((number, i) => [scatteredId(number), LAST_DAYS[i] ?? TODAY])),
    ),
    seen: someIds.map((numbers) => new Set(numbers.map(scatteredId))),
    dismissed: someIds.map(
      (numbers) =>
        new Map(numbers.map((number, i) => [scatteredId(number), SOME_VACANCIES.slice(i % 2)])),
    ),
    vacancies: fc.constant(new Map(SOME_VACANCIES.map((id, i) => [id, `SW-11${i + 4}`] as const))),
    spokenLocally: someIds.map((numbers) => new Set(numbers.map(scatteredId))),
    notes: fc
      .tuple(someIds, fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 }))
      .map(
        ([numbers, words]) =>
          new Map(
            numbers.map((number, i) => [
              scatteredId(number),
              [words.slice(i).flatMap(wordsOf), words.slice(0, i).flatMap(wordsOf)],
            ]),
          ),
      ),
  });
};
