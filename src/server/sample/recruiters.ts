import type { CouncilId, RecruiterId } from '#contract/brands.ts';
import type { RecruiterRole } from '#contract/vocabulary.ts';
import { chanceOf, uuidAt } from './chance.ts';
import { WORKING_COUNCILS } from './history.ts';

/** A made-up account: everything the embedded issuer and the centre need. */
export interface SampleRecruiter {
  readonly id: RecruiterId;
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly role: RecruiterRole;
  /** Empty for the programme team. */
  readonly councilIds: readonly CouncilId[];
}

/** Name, job, role: four for each working council, in its order. */
const PEOPLE: readonly (readonly [name: string, jobTitle: string, role: RecruiterRole])[] = [
  ['Rosa Boyd', 'Recruitment adviser', 'recruiter'],
  ['Dev Malhotra', 'Recruitment adviser', 'recruiter'],
  ['Helen Prior', 'Service manager, children in care', 'hiring_manager'],
  ['Martin Ashe', 'Resourcing lead', 'council_admin'],
  ['Jo Sutcliffe', 'Resourcing partner', 'recruiter'],
  ['Nadia Rahman', 'Recruitment officer', 'recruiter'],
  ['Colin Firth-Hughes', 'Team manager, front door', 'hiring_manager'],
  ['Bernadette Walsh', 'Head of resourcing', 'council_admin'],
  ['Femi Adeyinka', 'Recruitment adviser', 'recruiter'],
  ['Lucy Tran', 'Recruitment adviser', 'recruiter'],
  ['Gwen Okoro', 'Group manager, adults', 'hiring_manager'],
  ['Sam Whitlock', 'Information governance officer', 'auditor'],
  ['Morwenna Tregear', 'Recruitment officer', 'recruiter'],
  ['Peter Hosken', 'Recruitment officer', 'recruiter'],
  ['Demelza Vyvyan', 'Team manager, hospital discharge', 'hiring_manager'],
  ['Ruth Penhale', 'Workforce lead', 'council_admin'],
  ['Aaliyah Hussain', 'Talent adviser', 'recruiter'],
  ['Tom Bassett', 'Talent adviser', 'recruiter'],
  ['Karamjit Sahota', 'Service manager, fostering', 'hiring_manager'],
  ['Olive Grainger', 'Workforce lead', 'council_admin'],
  ['Edith Marlow', 'HR adviser', 'recruiter'],
  ['Niall Corrigan', 'HR officer', 'recruiter'],
  ['Sara Lindqvist', 'Team manager, adults', 'hiring_manager'],
  ['Harold Beck', 'HR assistant', 'viewer'],
];
const PER_COUNCIL = 4;
/** Accounts were made long before any sample's day, so their ids do not move with it. */
const MADE_AT_MS = Date.parse('2024-01-08T09:00:00Z');

/** Makes the 24 recruiters of six councils, Rosa Boyd of Kent first, and the programme team. */
export function makeRecruiters(seed: string): readonly SampleRecruiter[] {
  const recruiters = PEOPLE.map(([name, jobTitle, role], index) => {
    const councilId = WORKING_COUNCILS[Math.floor(index / PER_COUNCIL)];
    return {
      id: idOf(seed, index),
      name,
      email: `${mailbox(name)}@${councilId}.example.org`,
      jobTitle,
      role,
      councilIds: councilId ? [councilId] : [],
    };
  });
  const team = 'Imogen Clay';
  return [
    ...recruiters,
    {
      id: idOf(seed, PEOPLE.length),
      name: team,
      email: `${mailbox(team)}@programme.example.org`,
      jobTitle: 'Programme manager',
      role: 'programme_admin',
      councilIds: [],
    },
  ];
}

const mailbox = (name: string) => name.toLowerCase().replaceAll(' ', '.');

const idOf = (seed: string, index: number) =>
  uuidAt(chanceOf(seed, 'recruiter', index), MADE_AT_MS) as RecruiterId;
