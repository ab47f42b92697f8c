import type { CandidateId, CouncilId, IsoDate, IsoInstant } from '#contract/brands.ts';
import type { FindQuery } from '#contract/find-query.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import type { NamedPoint } from '#core/search/places.ts';
import { aCandidate, anId } from '#test/builders/records.ts';

const council = (id: string) => id as CouncilId;
const HYTHE = { homeTown: 'Hythe', homeOutcode: 'CT21', lat: 51.071, lon: 1.084 };
const MARGATE = { homeTown: 'Margate', homeOutcode: 'CT9', lat: 51.381, lon: 1.386 };
const LEEDS = { homeTown: 'Leeds', homeOutcode: 'LS1', lat: 53.797, lon: -1.548 };
const BRADFORD = { homeTown: 'Bradford', homeOutcode: 'BD1', lat: 53.795, lon: -1.753 };
const BRIXTON = { homeTown: 'Brixton', homeOutcode: 'SW9', lat: 51.468, lon: -0.112 };
const IN_KENT = { homeCouncilId: council('kent'), region: 'South East' } as const;
const IN_YORKSHIRE = { region: 'Yorkshire and The Humber' } as const;

/** Each came forward a day after the one before, so the first has waited longest. */
let made = 0;
function person(givenName: string, familyName: string, over: Partial<Candidate>): Candidate {
  made += 1;
  return aCandidate({
    id: anId<CandidateId>(made),
    givenName,
    familyName,
    registrationNumber: `SW90000${made < 10 ? '0' : ''}${made}`,
    phone: `07700 9001${made < 10 ? '0' : ''}${made}`,
    registeredInterestAt: `2026-05-${String(10 + made)}T09:00:00.000Z` as IsoInstant,
    ...over,
  });
}

/** A small team whose facts a reader can hold in mind. */
export const GOLDEN_PEOPLE = {
  ann: person('Ann', "O'Brien", {
    ...MARGATE,
    ...IN_KENT,
    annotations: ['AMHP'],
    primarySpecialism: 'adult_mental_health',
    specialisms: ['adult_mental_health'],
    roleGroup: 'senior_social_worker',
    hours: ['full_time'],
    summary: 'Twelve years in community mental health teams.',
  }),
  ben: person('Ben', 'Court', {
    ...HYTHE,
    ...IN_KENT,
    primarySpecialism: 'fostering',
    specialisms: ['fostering'],
    hours: ['part_time'],
    summary: 'Assesses carers and writes reports for panel; shadowed a BIA.',
  }),
  cat: person('Catherine', 'Ward', {
    ...LEEDS,
    ...IN_YORKSHIRE,
    homeCouncilId: council('leeds'),
    specialisms: ['cin_cp', 'court'],
    caseSystems: ['Mosaic'],
    hours: ['full_time'],
    maxTravelMiles: 30,
    summary: 'Child protection plans and section 47 enquiries.',
  }),
  dev: person('Dev', 'Patel', {
    ...BRADFORD,
    ...IN_YORKSHIRE,
    homeCouncilId: council('bradford'),
    primarySpecialism: 'cla',
    specialisms: ['cla', 'cin_cp'],
    hours: ['full_time'],
    maxTravelMiles: 5,
    employmentTypes: ['agency_locum'],
    summary: 'Permanence planning; agency work at short notice.',
  }),
  eve: person('Zoë', 'Kent', {
    ...BRIXTON,
    region: 'London',
    homeCouncilId: council('lambeth'),
    annotations: ['BIA'],
    primarySpecialism: 'mca_dols',
    specialisms: ['mca_dols', 'older_people'],
    practiceEducator: 'PEPS2',
    hours: ['full_time'],
    maxTravelMiles: 10,
    summary: 'Dementia care and capacity assessments.',
    firstSpokenOn: '2026-06-01' as IsoDate,
  }),
  fay: person('Fay', 'Young', {
    ...LEEDS,
    ...IN_YORKSHIRE,
    homeCouncilId: council('leeds'),
    primarySpecialism: 'reviewing_qa',
    specialisms: ['reviewing_qa'],
    roleGroup: 'iro_cp_chair',
    caseSystems: ['Liquidlogic'],
    hours: ['full_time'],
    maxTravelMiles: 999,
    summary: 'Chairs conferences and looks after reviews.',
  }),
  gus: person('Gus', 'Amos', {
    ...HYTHE,
    ...IN_KENT,
    registrationStatus: 'suspended',
    primarySpecialism: 'adult_mental_health',
    specialisms: ['adult_mental_health'],
    annotations: ['AMHP'],
  }),
  hal: person('Hal', 'Reed', {
    primarySpecialism: 'youth_justice',
    specialisms: ['youth_justice'],
    homeTown: 'Nowhere',
    homeOutcode: 'ZZ1',
    hours: ['weekends'],
    summary: 'AHMP trained, county lines.',
  }),
} satisfies Record<string, Candidate>;

interface GoldenQuery {
  readonly text: string;
  /** Everybody found, in order. */
  readonly finds: string;
  readonly over?: Partial<FindQuery>;
  /** Where the recruiter is, when the query names no place. */
  readonly home?: NamedPoint;
}

const NEAR_LEEDS = { label: 'Leeds', lat: 53.801, lon: -1.549, withinTheirLimit: true };

const HOME_LEEDS = { label: 'Leeds', lat: 53.801, lon: -1.549 };
const HOME_KENT = { label: 'Kent', lat: 51.2, lon: 0.7 };

/** What recruiters type, and exactly who should come, first to last. */
export const GOLDEN_QUERIES: readonly GoldenQuery[] = [
  // The trade's letters.
  { text: 'amhp', finds: 'ann' },
  { text: 'amhp', finds: 'ann, gus', over: { includeHidden: true } },
  { text: 'AMHP thanet', finds: 'ann' },
  { text: 'amhp leeds', finds: '' },
  { text: 'amhp or bia', finds: 'ann, eve, ben' },
  { text: 'amhp or bia -london', finds: 'ann, ben' },
  // Ben has waited longer, but only writes of it; Zoë holds it.
  { text: 'bia', finds: 'eve, ben' },
  { text: 'bia kent', finds: 'eve, ben' },
  { text: '"best interests assessor"', finds: 'eve' },
  { text: 'approved mental health', finds: 'ann' },
  // Chairing CP conferences is Fay's main area; CP is only Dev's second.
  { text: 'cp', finds: 'cat, fay, dev' },
  { text: 'cp sw 20 miles of leeds', finds: 'cat' },
  { text: 'cp leeds 20mi', finds: 'cat, fay' },
  { text: 'iro', finds: 'fay' },
  { text: 'liquidlogic iro', finds: 'fay' },
  { text: 'form f', finds: 'ben' },
  { text: 'lac', finds: 'dev' },
  // Written out, a term finds whom its letters find.
  { text: 'looked after children', finds: 'dev' },
  { text: 'approved mental health professional', finds: 'ann' },
  { text: 'best interests assessor', finds: 'eve, ben' },
  { text: 'child protection', finds: 'cat, dev, fay' },
  { text: 'senior social worker', finds: 'ann' },
  { text: 'full time kent', finds: 'ann, eve' },
  { text: 'LAC near Bradford', finds: 'dev' },
  { text: 'dols', finds: 'eve, ben' },
  { text: 's47', finds: 'cat, dev' },
  { text: 'ssw', finds: '' },
  // Words.
  { text: 'dement', finds: 'eve' },
  { text: 'demntia', finds: 'eve' },
  { text: '"section 47"', finds: 'cat' },
  { text: '"47 section"', finds: '' },
  { text: 'part-time', finds: 'ben' },
  { text: 'fostering part time kent', finds: 'ben' },
  { text: 'mosaic or liquidlogic', finds: 'cat, fay' },
  { text: 'leeds -liquidlogic', finds: 'cat' },
  // Only whole words leave people out, so nobody vanishes while a word is being typed.
  { text: 'leeds -liquid', finds: 'cat, fay' },
  { text: 'agency', finds: 'dev' },
  { text: 'practice educator', finds: 'eve' },
  { text: 'county lines', finds: 'hal' },
  // The surname, then Court of Protection as a main area, then court work as a second.
  { text: 'court', finds: 'ben, eve, cat' },
  // Names.
  { text: "o'brien", finds: 'ann' },
  { text: 'OBRIEN ann', finds: 'ann' },
  { text: 'zoe', finds: 'eve' },
  { text: 'catherin', finds: 'cat' },
  // Numbers.
  { text: 'SW9000003', finds: 'cat' },
  { text: '9000003', finds: 'cat' },
  { text: 'sw 9000003', finds: 'cat' },
  { text: 'SW09000003', finds: 'cat' },
  { text: '900103', finds: 'cat' },
  { text: '07700 900 103', finds: 'cat' },
  { text: '+44 7700 900103', finds: 'cat' },
  { text: '(07700) 900', finds: 'ann, ben, cat, dev, fay, hal, eve' },
  { text: '07701 900', finds: '' },
  // Nothing is asked yet.
  { text: 'not', finds: 'ann, ben, cat, dev, fay, hal, eve' },
  { text: 'leeds not', finds: 'cat, fay' },
  // Places.
  { text: 'CT21', finds: 'ben' },
  { text: 'ct21 5ab', finds: 'ben' },
  { text: 'sw9', finds: 'eve' },
  { text: 'yorkshire', finds: 'cat, dev, fay' },
  { text: 'yorkshire & humber', finds: 'cat, dev, fay' },
  { text: 'south east', finds: 'ann, ben, hal' },
  { text: 'fostering or amhp south east', finds: 'ben, ann' },
  { text: 'kent -south east', finds: 'eve' },
  { text: 'kent', finds: 'eve, ann, ben, hal' },
  { text: '', finds: 'cat, fay', over: { near: { ...NEAR_LEEDS, radiusMiles: 5 } } },
  { text: '', finds: 'cat, fay', over: { near: { ...NEAR_LEEDS, radiusMiles: 50 } } },
  {
    text: '',
    finds: 'cat, fay, dev',
    over: { near: { ...NEAR_LEEDS, radiusMiles: 50, withinTheirLimit: false } },
  },
  { text: '10 miles', finds: 'cat, fay', over: { near: NEAR_LEEDS } },
  {
    text: '',
    // Hal's outward code is unknown, but not his point.
    finds: 'ben, hal, cat, fay, dev',
    over: {
      order: 'nearest',
      near: {
        ...NEAR_LEEDS,
        others: [{ label: 'Hythe', lat: HYTHE.lat, lon: HYTHE.lon }],
        radiusMiles: 15,
        withinTheirLimit: false,
      },
    },
  },
  // Without a place, miles are from the recruiter's own council, and leave nobody out.
  { text: 'kent', finds: 'hal, ben, ann, eve', over: { order: 'nearest' }, home: HOME_KENT },
  { text: 'kent', finds: 'eve, ann, ben, hal', over: { order: 'nearest' }, home: HOME_LEEDS },
  { text: 'full time', finds: 'cat, fay, dev, eve, ann', home: HOME_LEEDS },
  { text: '10 miles', finds: 'cat, fay', home: HOME_LEEDS },
  // There is a Hythe in Hampshire too: the own council's counts, or the one that is named.
  { text: '5 miles of hythe', finds: 'ben, hal', home: HOME_KENT },
  { text: '5 miles of hythe kent', finds: 'ben, hal' },
  { text: '5mi of Hythe, Hampshire', finds: '', home: HOME_KENT },
  { text: '5 miles of margate or leeds', finds: 'ann, cat, fay' },
  { text: 'margate or leeds 5mi', finds: 'ann, cat, fay' },
  { text: 'cp 15 miles of milton keynes or bradford or leeds', finds: 'cat, fay, dev' },
  // Brackets, fields and what must not be.
  // Nobody has spoken to Ann, and Kent is only a part of what is asked.
  { text: '(amhp or bia) kent', finds: 'ann, eve, ben' },
  { text: 'amhp not thanet', finds: '' },
  { text: 'name:kent', finds: 'eve' },
  { text: 'number:9000003', finds: 'cat' },
  { text: 'phone:900103', finds: 'cat' },
  { text: 'role:iro', finds: 'fay' },
  { text: 'town:margate', finds: 'ann' },
  { text: 'town:hyth', finds: 'ben' },
  { text: 'kent -town:hythe -name:kent', finds: 'ann, hal' },
  { text: 'seen:yes', finds: '' },
  { text: 'checked:30 town:leeds', finds: 'cat, fay' },
  // A slip of the fingers in letters finds who wrote it so; the acronym is offered.
  { text: 'ahmp', finds: 'hal' },
  { text: 'amph', finds: '' },
  { text: 'register:suspended', finds: 'gus', over: { includeHidden: true } },
  { text: '', finds: 'ann', over: { must: { annotation: ['AMHP'] } } },
  { text: 'leeds', finds: 'cat', over: { mustNot: { caseSystem: ['Liquidlogic'] } } },
  // More of the trade.
  { text: 'yot', finds: 'hal' },
  { text: 'youth justice weekends', finds: 'hal' },
  { text: 'locum', finds: 'dev' },
  { text: 'peps2', finds: 'eve' },
  { text: 'demenshia', finds: 'eve' },
  { text: 'zoë kent', finds: 'eve' },
  { text: 'leeds "section 47"', finds: 'cat' },
  { text: 'chairs conferences', finds: 'fay' },
  { text: 'amhp or', finds: 'ann' },
  // Orders.
  { text: '', finds: 'ann, ben, cat, dev, fay, hal, eve', over: { order: 'longest_unheard' } },
  { text: '', finds: 'hal, fay, eve, dev, cat, ben, ann', over: { order: 'newest' } },
];
