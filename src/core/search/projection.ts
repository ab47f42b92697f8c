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

/** Facets that are columns of the pool; the others move with the day and with our own work. */
export type PoolFacetId = Exclude<FacetId, 'availability' | 'heard' | 'ours' | 'shortlisted'>;

/** What the index keeps of a person: the one way from a record to a segment. */
export interface Projection {
  readonly id: CandidateId;
  /** Folded words by field; phrases never cross a field. */
  readonly fields: readonly (readonly string[])[];
  readonly facets: readonly (readonly [PoolFacetId, string])[];
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

/** Statuses of people who may not be contacted (domain.md section 2). */
const NOT_TO_BE_CONTACTED: ReadonlySet<string> = new Set(['suspended', 'interim_suspended']);

/** Days are kept in 16 bits: 2 January 1970 to 2149; 0 stands for "not known". */
const storedDay = (day: IsoDate) => Math.min(Math.max(dayNumber(day), 1), 0xffff);

/** Returns the person as the index keeps them. Rules Q1, Q2, Q16. */
export function project(person: Candidate): Projection {
  const phone = (person.phone ?? '').replace(/\D/g, '');
  const { lat, lon } = person;
  return {
    id: person.id,
    fields: fieldsOf(person),
    facets: facetsOf(person),
    name: `${person.givenName} ${person.familyName}`.trim(),
    ref: person.ref,
    town: person.homeTown ?? '',
    primaryArea: person.primarySpecialism,
    status: person.registrationStatus,
    registration: Number(person.registrationNumber?.slice(2) ?? 0),
    phoneTail: Number(phone.slice(-PHONE_TAIL_DIGITS)),
    phoneDigits: Math.min(phone.length, 255),
    at: lat === undefined || lon === undefined ? null : unitVector(lat, lon),
    limitMiles: person.maxTravelMiles ?? 0,
    availableDay: person.availableFrom ? storedDay(person.availableFrom) : 0,
    checkedDay: person.registerCheckedOn ? storedDay(person.registerCheckedOn) : 0,
    interestDay: storedDay(londonDay(person.registeredInterestAt)),
    interestSeconds: Math.max(0, Math.floor(Date.parse(person.registeredInterestAt) / 1000)),
    spoken: person.firstSpokenOn !== undefined,
    tried: person.lastTriedOn !== undefined,
    hidden:
      person.programmeState !== 'active' || NOT_TO_BE_CONTACTED.has(person.registrationStatus),
  };
}

/**
 * The words a person can be found by. Rule Q1.
 *
 * Languages are left out on purpose: they stand close to a protected characteristic
 * and may be asked for only with a recorded reason (domain.md section 7).
 */
function fieldsOf(person: Candidate): string[][] {
  const others = [
    ...person.specialisms
      .filter((area) => area !== person.primarySpecialism)
      .flatMap((area) => searchWords('specialism', area)),
    ...searchWords('role', person.roleGroup),
    ...(person.homeTown ? [wordsOf(person.homeTown)] : []),
    ...(person.homeOutcode
      ? [wordsOf(person.homeOutcode), DISTRICT_BY_OUTCODE.get(person.homeOutcode) ?? []]
      : []),
    ...(person.homeCouncilId ? searchWords('council', person.homeCouncilId) : []),
    ...(person.region ? searchWords('region', person.region) : []),
    ...person.annotations.flatMap((each) => searchWords('annotation', each)),
    ...(person.practiceEducator === 'none'
      ? []
      : searchWords('practiceEducator', person.practiceEducator)),
    ...person.employmentTypes.flatMap((each) => searchWords('employment', each)),
    ...person.hours.flatMap((each) => searchWords('hours', each)),
    ...person.caseSystems.flatMap((each) => searchWords('caseSystem', each)),
    ...person.models.map(wordsOf),
    ...(person.summary ? [wordsOf(person.summary)] : []),
  ];
  const primary = searchWords('specialism', person.primarySpecialism);
  return [
    wordsOf(`${person.givenName} ${person.familyName}`),
    // One field, its names kept apart by a word nobody can type.
    primary.flatMap((words, i) => (i === 0 ? words : [APART, ...words])),
    ...others.filter((words) => words.length > 0).map((words) => [...words]),
  ];
}

/** Stands between two names of the main area so that no phrase spans them. */
export const APART = '\u0002';

function facetsOf(person: Candidate): (readonly [PoolFacetId, string])[] {
  const facets: (readonly [PoolFacetId, string])[] = [
    ['role', person.roleGroup],
    ['register', person.registrationStatus],
    ['practiceEducator', person.practiceEducator],
  ];
  const add = (facet: PoolFacetId, values: Iterable<string>) => {
    for (const value of new Set(values)) facets.push([facet, value]);
  };
  add('specialism', [person.primarySpecialism, ...person.specialisms]);
  add('annotation', person.annotations);
  add('employment', person.employmentTypes);
  add('hours', person.hours);
  add('caseSystem', person.caseSystems);
  if (person.region) facets.push(['region', person.region]);
  if (person.homeCouncilId) facets.push(['council', person.homeCouncilId]);
  if (person.dbsDeclared) facets.push(['dbs', person.dbsDeclared]);
  return facets;
}
