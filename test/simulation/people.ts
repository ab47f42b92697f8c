import type { CandidateId, CouncilId, IsoDate, RecordId } from '#contract/brands.ts';
import type { Actor } from '#contract/records/council-work.ts';
import type { Programme } from '#contract/records/programme.ts';
import { anId } from '#test/builders/records.ts';

/** Somebody who uses a laptop. */
export interface Recruiter {
  readonly actor: Actor;
}

const council = (id: string, name: string) => {
  return { id: id as CouncilId, name, region: 'South East', lat: 51.2, lon: 0.5 };
};

/** The two councils of the simulated world. */
export const COUNCILS = [council('kent', 'Kent'), council('medway', 'Medway')] as const;

/** Those who work there. */
export const RECRUITERS: readonly Recruiter[] = ['Rosa Boyd', 'Tom Adeyemi', 'Asha Verma'].map(
  (name, n) => ({ actor: { id: anId(0xa1 + n), name } }),
);

/** Who removes people and closes the programme. */
export const TEAM: Actor = { id: anId(0xaf), name: 'The programme team' };

/** The id of one of the people of the pool. */
export const personId = (number: number): CandidateId =>
  `00000000-0000-4000-8000-${(number * 0x9e3779b1).toString(16).padStart(12, '0').slice(-12)}` as CandidateId;

/** A programme that is open. */
export const PROGRAMME_RECORD: Programme = {
  id: anId<RecordId>(0xc1),
  name: 'Social Work Together',
  status: 'open',
  opensOn: '2026-01-05' as IsoDate,
  policy: {
    presenceDays: 21,
    unsuccessfulMonths: 6,
    auditYears: 6,
    staleDays: 1,
    readOnlyDays: 7,
    lockDays: 14,
    registerFreshDays: 30,
  },
};
