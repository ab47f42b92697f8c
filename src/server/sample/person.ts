import type { CandidateId, IsoDate } from '#contract/brands.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import type { RegistrationStatus } from '#contract/vocabulary.ts';
import { addDays, dayNumber, isoInstant } from '#core/domain/days.ts';
import { drawCareer } from './career.ts';
import { type Chance, chanceOf, uuidAt, type Weights } from './chance.ts';
import { drawHome } from './home.ts';
import { drawFamilyName, drawName } from './names.ts';
import { writeSummary } from './summary.ts';
import { drawTerms } from './terms.ts';

/** What makes a sample: the same three give the same people, whatever their number. */
export interface Seeding {
  readonly seed: string;
  /** The day everything is relative to. */
  readonly today: IsoDate;
}

/** A person before anyone tried to reach them. */
export type Person = Omit<Candidate, 'firstSpokenOn' | 'lastTriedOn'>;

const DAY_MS = 86_400_000;
/** The programme has been open this long; people came in all the way. */
export const OPEN_FOR_DAYS = 170;
const DUPLICATE_SHARE = 0.007;
const OUTCODE_UNKNOWN_SHARE = 0.008;
const STALE_CHECK_SHARE = 0.12;

/** The "today" column of domain.md section 10; removed people are tombstones, not rows. */
const STATUSES: Weights<RegistrationStatus> = [
  ['registered', 82.2],
  ['restoration_in_progress', 8],
  ['lapsed', 6],
  ['voluntary_removal', 2.5],
  ['registered_conditions', 0.6],
  ['suspended', 0.2],
  ['interim_suspended', 0.2],
  ['other_uk_regulator', 0.3],
];

const LANGUAGES: Weights<string> = [
  ['Polish', 59],
  ['Romanian', 47],
  ['Panjabi', 29],
  ['Urdu', 27],
  ['Portuguese', 22],
  ['Spanish', 21],
  ['Italian', 16],
  ['French', 12],
  ['Lithuanian', 12],
  ['Arabic', 20],
  ['Bengali', 20],
  ['Gujarati', 19],
  ['Shona', 12],
  ['Yoruba', 14],
  ['Twi', 10],
  ['Somali', 9],
  ['Tamil', 9],
  ['Welsh', 5],
  ['Makaton', 8],
];
const LANGUAGE_SHARE: Readonly<Partial<Record<string, number>>> = {
  London: 0.27,
  'West Midlands': 0.2,
  'South West': 0.07,
};
const OTHER_LANGUAGE_SHARE = 0.13;
const BSL_SHARE = 0.012;

/** A prime just under a million: `index * step` visits every number below it once. */
const NUMBERS = 999_983;
const REF_SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Makes person `index` of a sample. */
export function makePerson(seeding: Seeding, index: number): Person {
  const chance = chanceOf(seeding.seed, 'person', index);
  const registeredAtMs = drawRegistration(chance, seeding.today);
  const id = uuidAt(chance, registeredAtMs) as CandidateId;
  const identity = drawIdentity(seeding, index, chance);
  const home = drawHome(chance);
  const career = drawCareer(chance, seeding.today);
  const { monthsAway, ...work } = career;
  const registrationStatus = chance.weighted(STATUSES);
  const terms = drawTerms(chance, home.region, seeding.today);
  const placed = !chance.one(OUTCODE_UNKNOWN_SHARE);
  const { outcode } = home;
  const summary = writeSummary(
    {
      ...career,
      employmentTypes: terms.employmentTypes,
      town: placed ? outcode.town : undefined,
      years: career.yearsPostQualifying,
    },
    chance,
  );
  const registeredOn = isoInstant(registeredAtMs).slice(0, 10) as IsoDate;
  return {
    id,
    ref: drawRef(seeding, index),
    ...(registrationStatus === 'other_uk_regulator' ? withoutNumber(identity) : identity),
    ...(placed && {
      homeTown: outcode.town,
      homeOutcode: outcode.code,
      lat: outcode.lat,
      lon: outcode.lon,
      homeCouncilId: outcode.councilId,
      region: home.region,
    }),
    ...(home.maxTravelMiles !== undefined && { maxTravelMiles: home.maxTravelMiles }),
    willRelocate: chance.one(0.04),
    remoteOk: chance.one(0.22),
    canTravelForVisits: home.canTravelForVisits,
    ...drawRegister(chance, registrationStatus, seeding.today),
    ...work,
    languages: drawLanguages(chance, home.region),
    ...(summary !== undefined && { summary }),
    ...terms,
    programmeState: chance.one(0.03) ? 'paused' : 'active',
    registeredInterestAt: isoInstant(Math.floor(registeredAtMs / 1000) * 1000),
    confirmedOn: chance.one(0.6)
      ? registeredOn
      : addDays(seeding.today, -chance.whole(1, daysSince(registeredOn, seeding.today))),
  };
}

const daysSince = (from: IsoDate, to: IsoDate) => Math.max(1, dayNumber(to) - dayNumber(from));

/** More came in lately than at first; nobody later than yesterday evening. */
function drawRegistration(chance: Chance, today: IsoDate): number {
  const daysAgo = 1 + Math.floor((OPEN_FOR_DAYS - 2) * chance.next() ** 1.4);
  const ofDayMs = Math.floor((6.5 + 15.5 * chance.next()) * 3_600_000);
  return (dayNumber(today) - daysAgo) * DAY_MS + ofDayMs;
}

type Identity = Pick<Candidate, 'givenName' | 'familyName' | 'preferredContact'> & {
  registrationNumber?: string;
  email?: string;
  phone?: string;
};

/** Scotland, Wales and Northern Ireland number their registers otherwise. */
function withoutNumber({ registrationNumber: _, ...identity }: Identity): Identity {
  return identity;
}

function drawIdentity(seeding: Seeding, index: number, chance: Chance): Identity {
  if (index > 50 && chance.one(DUPLICATE_SHARE)) return drawAgain(seeding, index, chance);
  const { given, family } = drawName(chance);
  const mailbox = `${given}.${family}`.toLowerCase().replace(/[^a-z.]/g, '');
  return {
    givenName: given,
    familyName: family,
    registrationNumber: registrationNumberOf(seeding, index),
    ...(!chance.one(0.01) && { email: `${mailbox}${index + 1}@example.org` }),
    ...(!chance.one(0.04) && { phone: drawPhone(chance) }),
    preferredContact: chance.weighted([
      ['phone', 52],
      ['email', 33],
      ['sms', 12],
      ['video', 3],
    ]),
  };
}

/** Somebody who came before, once more: same number, often another family name. */
function drawAgain(seeding: Seeding, index: number, chance: Chance): Identity {
  const earlier = index - chance.whole(1, 40);
  const before = chanceOf(seeding.seed, 'person', earlier);
  uuidAt(before, drawRegistration(before, seeding.today));
  const same = drawIdentity(seeding, earlier, before);
  return chance.one(0.5)
    ? { ...same, familyName: drawFamilyName(chance) }
    : { ...same, givenName: same.givenName.slice(0, 1) };
}

/** `SW9xxxxxx`: seven digits from 9, far above any number of the real register. */
function registrationNumberOf({ seed }: Seeding, index: number): string {
  const offset = chanceOf(seed, 'register').whole(0, NUMBERS - 1);
  return `SW${9_000_001 + ((index * 611_953 + offset) % NUMBERS)}`;
}

/** Six signs of 30 bits; an odd factor visits each of them once. */
function drawRef({ seed }: Seeding, index: number): string {
  const offset = chanceOf(seed, 'ref').whole(0, 2 ** 30 - 1);
  let number = (Math.imul(index, 0x2545_f491) + offset) & (2 ** 30 - 1);
  let signs = '';
  for (let place = 0; place < 6; place += 1) {
    signs = (REF_SIGNS[number & 31] ?? '') + signs;
    number >>>= 5;
  }
  return `SWT-${signs.slice(0, 4)}-${signs.slice(4)}`;
}

/** Ofcom's numbers for drama: they belong to nobody, and repeat in a large sample. */
function drawPhone(chance: Chance): string {
  const tail = String(chance.whole(0, 999)).padStart(3, '0');
  return chance.weighted([
    [`07700 900${tail}`, 86],
    [`01632 960${tail}`, 8],
    [`020 7946 0${tail}`, 3],
    [`0161 496 0${tail}`, 3],
  ]);
}

function drawRegister(chance: Chance, status: RegistrationStatus, today: IsoDate) {
  const stale = chance.one(STALE_CHECK_SHARE);
  const checkedDaysAgo = stale ? chance.whole(31, 200) : Math.floor(30 * chance.next() ** 1.5);
  return {
    registrationStatus: status,
    registerCheckedOn: addDays(today, -checkedDaysAgo),
    ...((status === 'registered_conditions' || status.endsWith('suspended')) && {
      restrictionUntil: addDays(today, chance.whole(20, 700)),
    }),
  };
}

function drawLanguages(chance: Chance, region: string): string[] {
  const languages: string[] = [];
  if (chance.one(LANGUAGE_SHARE[region] ?? OTHER_LANGUAGE_SHARE)) {
    languages.push(chance.weighted(LANGUAGES));
  }
  if (chance.one(BSL_SHARE)) languages.push('British Sign Language');
  return languages;
}
