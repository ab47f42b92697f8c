import type {
  CandidateId,
  CouncilId,
  IsoDate,
  IsoInstant,
  RecordId,
  RecruiterId,
} from '#contract/brands.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import type { Actor, Vacancy } from '#contract/records/council-work.ts';

/** A UUID that is easy to tell apart in a failing test: the number stands at its end. */
export function anId<Id extends RecordId | CandidateId | RecruiterId>(number: number): Id {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}` as Id;
}

/** The recruiter who acts in most tests. */
export const ROSA: Actor = { id: anId(0xa1), name: 'Rosa Boyd' };
/** A colleague of the same council. */
export const TOM: Actor = { id: anId(0xa2), name: 'Tom Adeyemi' };
/** The council of both. */
export const KENT = 'kent' as CouncilId;
/** A moment on an ordinary Tuesday. */
export const TUESDAY = '2026-06-09T08:31:00.000Z' as IsoInstant;

/** Builds a made-up person; say only what the test is about. */
export function aCandidate(over: Partial<Candidate> = {}): Candidate {
  const id = over.id ?? anId<CandidateId>(1);
  return {
    id,
    ref: `SWT-${id.slice(-6, -2).toUpperCase()}-${id.slice(-2).toUpperCase()}`,
    givenName: 'Priya',
    familyName: 'Nair',
    preferredContact: 'phone',
    homeTown: 'Hythe',
    homeOutcode: 'CT21',
    lat: 51.07,
    lon: 1.08,
    homeCouncilId: KENT,
    region: 'South East',
    maxTravelMiles: 15,
    willRelocate: false,
    remoteOk: false,
    canTravelForVisits: true,
    registrationNumber: 'SW9104387',
    registrationStatus: 'registered',
    registerCheckedOn: '2026-06-02' as IsoDate,
    annotations: [],
    practiceEducator: 'none',
    primarySpecialism: 'cin_cp',
    specialisms: ['cin_cp'],
    roleGroup: 'social_worker',
    caseSystems: [],
    models: [],
    languages: [],
    employmentTypes: ['fixed_term'],
    hours: ['part_time'],
    programmeState: 'active',
    registeredInterestAt: '2026-03-12T14:04:00.000Z' as IsoInstant,
    confirmedOn: '2026-03-12' as IsoDate,
    ...over,
  };
}

/** Builds a vacancy of Kent. */
export function aVacancy(over: Partial<Vacancy> = {}): Vacancy {
  return {
    id: anId(0xb1),
    councilId: KENT,
    ref: 'SW-114',
    title: 'Duty team, Hythe',
    roleGroup: 'social_worker',
    specialisms: ['assessment'],
    posts: 2,
    employmentTypes: ['permanent'],
    status: 'open',
    createdBy: ROSA,
    createdAt: TUESDAY,
    ...over,
  };
}
