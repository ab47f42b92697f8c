import type { CandidateId, IsoDate } from '#contract/brands.ts';
import type { FacetId } from '#contract/find-query.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import { dayNumber, londonDay } from '#core/domain/days.ts';
import { type UnitVector, unitVector } from './distance.ts';
import { DISTRICT_BY_OUTCODE } from './districts.ts';
import { searchWords } from './labels.ts';
import { wordsOf } from './words.ts';

/** The field of a projection that holds the name. */
export const NAME_FIELD = 0;
/** The field of a projection that holds the words of the main area. */
export const PRIMARY_FIELD = 1;

/** Facets that move with the day or with our own work. */
export type MovingFacetId = Extract<
  FacetId,
  | 'availability'
  | 'checked'
  | 'heard'
  | 'ours'
  | 'shortlisted'
  | 'lastContact'
  | 'seen'
  | 'dismissed'
>;

/** Facets that are columns of the pool; the others move with the day and with our own work. */
export type PoolFacetId = Exclude<FacetId, MovingFacetId> | AskedFacetId;

/**
 * What is never shown as a facet and never counted: it is asked for with a recorded reason
 * only (domain.md section 7). `years` are those since qualifying, from `MOST_YEARS` on one value.
 */
export type AskedFacetId = 'language' | 'years';

/** Nobody can be asked for more years than these: experience must not become age. */
export const MOST_YEARS = 10;

/** A text to be split into words, or folded words that everybody shares who has them. */
export type Field = string | readonly string[];

/** A value of a facet of the pool; one object for each, so that it can be known by identity. */
export interface FacetValue {
  readonly facet: PoolFacetId;
  readonly value: string;
}

/** What the index keeps of a person: the one way from a record to a segment. */
export interface Projection {
  readonly id: CandidateId;
  /** Words by field; phrases never cross a field. */
  readonly fields: readonly Field[];
  /** What a facet names twice may stand here twice. */
  readonly facets: readonly FacetValue[];
  readonly name: string;
  readonly ref: string;
  readonly town: string;
  readonly primaryArea: string;
  readonly status: string;
  /** Digits of the registration number as a number; 0 = none. */
  readonly registration: number;
  /** The last nine digits of the telephone number as a number. */
  readonly phoneTail: number;
  /** How many digits the telephone number has; 0 = none. */
  readonly phoneDigits: number;
  readonly at: UnitVector | null;
  /** 0 = not stated. */
  readonly limitMiles: number;
  /** Day numbers; 0 = not known. */
  readonly availableDay: number;
  readonly checkedDay: number;
  readonly interestDay: number;
  /** Seconds since 1970. */
  readonly interestSeconds: number;
  readonly spoken: boolean;
  readonly tried: boolean;
  /** Paused, placed, or of a status that may not be contacted. Rule Q16. */
  readonly hidden: boolean;
}

/** Digits of a telephone number that decide a match. */
export const PHONE_TAIL_DIGITS = 9;

/** So many days, hours and areas are remembered at most. */
const MOST_REMEMBERED = 65_536;

/** Statuses of people who may not be contacted (domain.md section 2). */
const NOT_TO_BE_CONTACTED: ReadonlySet<string> = new Set(['suspended', 'interim_suspended']);

/** Days are kept in 16 bits: 2 January 1970 to 2149; 0 stands for "not known". */
const storedDay = remembered((day: IsoDate) => Math.min(Math.max(dayNumber(day), 1), 0xffff));

const HOUR_MS = 3_600_000;
/** London's clock differs from the world's by whole hours, and asking for it takes its time. */
const dayOfHour = remembered((hour: number) => storedDay(londonDay(hour * HOUR_MS)));

/** Returns the person as the index keeps them. Rules Q1, Q2, Q16. */
export function project(person: Candidate): Projection {
  const name = `${person.givenName} ${person.familyName}`.trim();
  const phone = readPhone(person.phone ?? '');
  const { lat, lon } = person;
  const interestMs = Date.parse(person.registeredInterestAt);
  return {
    id: person.id,
    fields: fieldsOf(person, name),
    facets: facetsOf(person),
    name,
    ref: person.ref,
    town: person.homeTown ?? '',
    primaryArea: person.primarySpecialism,
    status: person.registrationStatus,
    registration: Number(person.registrationNumber?.slice(2) ?? 0),
    phoneTail: phone.tail,
    phoneDigits: phone.digits,
    at: lat === undefined || lon === undefined ? null : unitVector(lat, lon),
    limitMiles: person.maxTravelMiles ?? 0,
    availableDay: person.availableFrom ? storedDay(person.availableFrom) : 0,
    checkedDay: person.registerCheckedOn ? storedDay(person.registerCheckedOn) : 0,
    interestDay: dayOfHour(Math.floor(interestMs / HOUR_MS)),
    interestSeconds: Math.max(0, Math.floor(interestMs / 1000)),
    spoken: person.firstSpokenOn !== undefined,
    tried: person.lastTriedOn !== undefined,
    hidden:
      person.programmeState !== 'active' || NOT_TO_BE_CONTACTED.has(person.registrationStatus),
  };
}

function readPhone(text: string): { readonly digits: number; readonly tail: number } {
  let digits = 0;
  let tail = 0;
  for (let i = 0; i < text.length; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) continue;
    digits += 1;
    tail = (tail * 10 + digit) % 10 ** PHONE_TAIL_DIGITS;
  }
  return { digits: Math.min(digits, 255), tail };
}

/**
 * The words a person can be found by. Rule Q1.
 *
 * Languages are left out on purpose: they stand close to a protected characteristic
 * and may be asked for only with a recorded reason (domain.md section 7).
 */
function fieldsOf(person: Candidate, name: string): readonly Field[] {
  const fields: Field[] = [name, primaryWords(person.primarySpecialism)];
  const add = (lists: readonly Field[]) => {
    for (const words of lists) fields.push(words);
  };
  for (const area of person.specialisms) {
    if (area !== person.primarySpecialism) add(searchWords('specialism', area));
  }
  add(searchWords('role', person.roleGroup));
  if (person.homeTown) fields.push(person.homeTown);
  if (person.homeOutcode) {
    fields.push(person.homeOutcode);
    const district = DISTRICT_BY_OUTCODE.get(person.homeOutcode);
    if (district) fields.push(district);
  }
  if (person.homeCouncilId) add(searchWords('council', person.homeCouncilId));
  if (person.region) add(searchWords('region', person.region));
  for (const each of person.annotations) add(searchWords('annotation', each));
  if (person.practiceEducator !== 'none') {
    add(searchWords('practiceEducator', person.practiceEducator));
  }
  for (const each of person.employmentTypes) add(searchWords('employment', each));
  for (const each of person.hours) add(searchWords('hours', each));
  for (const each of person.caseSystems) add(searchWords('caseSystem', each));
  for (const each of person.models) fields.push(each);
  if (person.summary) fields.push(person.summary);
  return fields;
}

/** Stands between two names of the main area so that no phrase spans them. */
export const APART = '\u0002';

/** One field, its names kept apart by a word nobody can type. */
const primaryWords = remembered((area: Candidate['primarySpecialism']) =>
  searchWords('specialism', area).flatMap((words, i) => (i === 0 ? words : [APART, ...words])),
);

/** The words of a field as they are searched. */
export function wordsOfField(field: Field): readonly string[] {
  return typeof field === 'string' ? wordsOf(field) : field;
}

function facetsOf(person: Candidate): readonly FacetValue[] {
  const facets = [
    facetValue('role', person.roleGroup),
    facetValue('register', person.registrationStatus),
    facetValue('practiceEducator', person.practiceEducator),
    facetValue('specialism', person.primarySpecialism),
  ];
  for (const each of person.specialisms) facets.push(facetValue('specialism', each));
  for (const each of person.annotations) facets.push(facetValue('annotation', each));
  for (const each of person.employmentTypes) facets.push(facetValue('employment', each));
  for (const each of person.hours) facets.push(facetValue('hours', each));
  for (const each of person.caseSystems) facets.push(facetValue('caseSystem', each));
  if (person.region) facets.push(facetValue('region', person.region));
  if (person.homeCouncilId) facets.push(facetValue('council', person.homeCouncilId));
  if (person.dbsDeclared) facets.push(facetValue('dbs', person.dbsDeclared));
  for (const each of person.languages) facets.push(facetValue('language', each));
  if (person.yearsPostQualifying !== undefined) {
    const years = Math.min(person.yearsPostQualifying, MOST_YEARS);
    facets.push(facetValue('years', String(years)));
  }
  return facets;
}

const facetValues = new Map<PoolFacetId, Map<string, FacetValue>>();

function facetValue(facet: PoolFacetId, value: string): FacetValue {
  const values = facetValues.get(facet) ?? new Map<string, FacetValue>();
  const known = values.get(value);
  if (known) return known;
  facetValues.set(facet, values);
  const fresh = { facet, value };
  values.set(value, fresh);
  return fresh;
}

/** Answers what was asked before without reckoning again; for public things, never a person's. */
function remembered<Key, Value>(of: (key: Key) => Value): (key: Key) => Value {
  const values = new Map<Key, Value>();
  return (key) => {
    const known = values.get(key);
    if (known !== undefined) return known;
    const value = of(key);
    if (values.size >= MOST_REMEMBERED) values.clear();
    values.set(key, value);
    return value;
  };
}
