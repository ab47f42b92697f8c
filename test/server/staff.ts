import type { CouncilId, RecruiterId } from '#contract/brands.ts';
import { councilStream } from '#contract/brands.ts';
import type { RecruiterRole } from '#contract/vocabulary.ts';
import type { Recruiter } from '#server/modules/session/repository.ts';
import { anId } from '#test/builders/records.ts';

export const KENT = 'kent' as CouncilId;
export const SURREY = 'surrey' as CouncilId;

function recruiter(
  number: number,
  name: string,
  role: RecruiterRole,
  council?: CouncilId,
): Recruiter {
  const login = name.toLowerCase().replace(' ', '.');
  return {
    id: anId<RecruiterId>(number),
    login,
    name,
    email: `${login}@example.org`,
    jobTitle: 'Resourcing officer',
    role,
    councils: council ? [council] : [],
  };
}

/** The people at work in most tests: four of Kent, one of Surrey, one of the programme. */
export const STAFF = {
  rosa: recruiter(0xa1, 'Rosa Boyd', 'recruiter', KENT),
  tom: recruiter(0xa2, 'Tom Adeyemi', 'hiring_manager', KENT),
  vera: recruiter(0xa3, 'Vera Sand', 'viewer', KENT),
  una: recruiter(0xa4, 'Una Field', 'recruiter', SURREY),
  pat: recruiter(0xa5, 'Pat Lane', 'programme_admin'),
  mia: recruiter(0xa6, 'Mia Lead', 'council_admin', KENT),
} as const;
export type StaffName = keyof typeof STAFF;

export const KENT_STREAM = councilStream(KENT);
export const SURREY_STREAM = councilStream(SURREY);
