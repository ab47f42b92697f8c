import type { CouncilId, IsoDate, RecordId } from '#contract/brands.ts';
import type { Actor, Vacancy } from '#contract/records/council-work.ts';
import type { EmploymentType, RoleGroup, SpecialismId } from '#contract/vocabulary.ts';
import { OUTCODES } from '#core/data/outcodes.ts';
import { addDays, dayNumber, isoInstant } from '#core/domain/days.ts';
import { chanceOf, uuidAt } from './chance.ts';
import { WORKING_COUNCILS } from './history.ts';
import type { Seeding } from './person.ts';

interface Post {
  readonly title: string;
  readonly team: string;
  readonly role: RoleGroup;
  readonly areas: readonly SpecialismId[];
}

/** Posts a council is likely to have open; each gets the first ones and a shuffle of the rest. */
const POSTS: readonly Post[] = [
  post('Social worker, children in need and child protection', 'Safeguarding', 'social_worker', [
    'cin_cp',
    'court',
  ]),
  post('Senior social worker, front door', 'MASH', 'senior_social_worker', [
    'front_door',
    'assessment',
  ]),
  post('Supervising social worker', 'Fostering', 'social_worker', ['fostering', 'adoption']),
  post('Social worker, hospital discharge', 'Integrated discharge', 'social_worker', [
    'hospital_discharge',
    'older_people',
  ]),
  post('Approved mental health professional', 'AMHP hub', 'specialist', ['adult_mental_health']),
  post('Independent reviewing officer', 'Quality assurance', 'iro_cp_chair', [
    'reviewing_qa',
    'cla',
  ]),
  post('Social worker, children in care', 'Corporate parenting', 'social_worker', [
    'cla',
    'leaving_care',
  ]),
  post('Social worker, learning disability', 'Community learning disability', 'social_worker', [
    'learning_disability',
    'transitions',
  ]),
  post('Best interests assessor', 'DoLS', 'specialist', ['mca_dols', 'safeguarding_adults']),
  post('Social worker, older people', 'Locality team', 'social_worker', [
    'older_people',
    'adult_first_contact',
  ]),
  post('Team manager, assessment', 'Assessment', 'team_manager', ['assessment', 'management']),
  post('Emergency duty social worker', 'Out of hours', 'senior_social_worker', [
    'edt',
    'front_door',
  ]),
];
const PER_COUNCIL = 6;
const ALWAYS = 3;
const FIRST_REF = 114;

function post(title: string, team: string, role: RoleGroup, areas: readonly SpecialismId[]): Post {
  return { title, team, role, areas };
}

/** Makes the six vacancies of a council; the last one is closed already. */
export function makeVacancies(
  seeding: Seeding,
  councilId: CouncilId,
  recruiters: readonly Actor[],
): readonly Vacancy[] {
  const place = WORKING_COUNCILS.indexOf(councilId);
  const chance = chanceOf(seeding.seed, 'vacancies', place);
  const others = chance.some(POSTS.slice(ALWAYS), PER_COUNCIL - ALWAYS);
  const bases = OUTCODES.filter((outcode) => outcode.councilId === councilId);
  return [...POSTS.slice(0, ALWAYS), ...others].map((post_, index) => {
    const openedDaysAgo = chance.whole(20, 95);
    const createdMs =
      (dayNumber(seeding.today) - openedDaysAgo) * 86_400_000 + chance.whole(540, 960) * 60_000;
    const closed = index === PER_COUNCIL - 1;
    const base = chance.one(0.5) ? chance.pick(bases) : undefined;
    const employmentTypes: EmploymentType[] = chance.one(0.5)
      ? ['permanent']
      : ['fixed_term', 'agency_locum'];
    return {
      id: uuidAt(chance, createdMs) as RecordId,
      councilId,
      ref: `SW-${FIRST_REF + place * 40 + index * 3}`,
      title: post_.title,
      team: post_.team,
      roleGroup: post_.role,
      specialisms: [...post_.areas],
      posts: chance.whole(1, 4),
      hoursPerWeek: chance.weighted([
        [37, 70],
        [22.5, 20],
        [18.5, 10],
      ]),
      employmentTypes,
      ...(base && { base: { label: base.town, lat: base.lat, lon: base.lon } }),
      closesOn: closesOn(closed, chance.whole(3, 60), seeding.today),
      status: closed ? 'closed' : 'open',
      createdBy: chance.pick(recruiters),
      createdAt: isoInstant(createdMs),
    };
  });
}

const closesOn = (closed: boolean, days: number, today: IsoDate) =>
  addDays(today, closed ? -days : days);
