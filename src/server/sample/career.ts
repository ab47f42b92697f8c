import type { IsoDate, IsoMonth } from '#contract/brands.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import type {
  CaseSystem,
  PracticeEducator,
  RoleGroup,
  SpecialismId,
} from '#contract/vocabulary.ts';
import { SPECIALISM_BY_ID, SPECIALISMS } from '#core/data/specialisms.ts';
import { addDays } from '#core/domain/days.ts';
import type { Chance, Weights } from './chance.ts';

/** What a person has done at work. */
export type Career = Pick<
  Candidate,
  | 'primarySpecialism'
  | 'specialisms'
  | 'roleGroup'
  | 'annotations'
  | 'practiceEducator'
  | 'caseSystems'
  | 'models'
> & {
  readonly yearsPostQualifying: number;
  readonly monthsAway: number;
  readonly lastPractisedOn: IsoMonth;
};

const PRIMARY: Weights<SpecialismId> = SPECIALISMS.map(({ id, weight }) => [id, weight]);

const YEARS: Weights<readonly [from: number, to: number]> = [
  [[0, 1], 3],
  [[2, 4], 11],
  [[5, 9], 21],
  [[10, 14], 20],
  [[15, 19], 16],
  [[20, 29], 20],
  [[30, 41], 9],
];

const MONTHS_AWAY: Weights<readonly [from: number, to: number]> = [
  [[0, 0], 18],
  [[1, 6], 16],
  [[7, 12], 20],
  [[13, 24], 31],
  [[25, 60], 11],
  [[61, 120], 4],
];

/** Role sought, with the years without which nobody holds it (domain.md section 10). */
const ROLES: readonly (readonly [role: RoleGroup, weight: number, fromYears: number])[] = [
  ['social_worker', 46, 2],
  ['senior_social_worker', 19, 3],
  ['advanced_practitioner', 12, 4],
  ['team_manager', 8, 4],
  ['iro_cp_chair', 5, 5],
  ['service_manager', 3, 6],
  ['senior_manager', 1, 10],
  ['specialist', 3, 3],
];
const ROLES_BY_YEARS: readonly Weights<RoleGroup>[] = Array.from({ length: 11 }, (_, years) =>
  ROLES.filter(([, , from]) => years >= from).map(([role, weight]) => [role, weight] as const),
);

const SECONDARY_COUNT: Weights<number> = [
  [1, 60],
  [2, 25],
  [3, 10],
  [4, 5],
];
const SAME_GROUP_SHARE = 0.8;

const MODELS = [
  'Signs of Safety',
  'Family Safeguarding',
  'systemic practice',
  'restorative practice',
  'Strengthening Families',
  'Three Conversations',
  'strengths-based practice',
  'motivational interviewing',
  'trauma-informed practice',
  'PACE',
  'DDP',
  'Achieving Best Evidence interviewing',
  'Graded Care Profile',
];

/** Draws area, years, role and what goes with them, so that they fit one another. */
export function drawCareer(chance: Chance, today: IsoDate): Career {
  const primarySpecialism = chance.weighted(PRIMARY);
  const years = chance.whole(...chance.weighted(YEARS));
  const monthsAway = Math.min(chance.whole(...chance.weighted(MONTHS_AWAY)), years * 12);
  const roleGroup =
    years <= 1 ? 'nqsw' : chance.weighted(ROLES_BY_YEARS[Math.min(years, 10)] ?? []);
  return {
    primarySpecialism,
    specialisms: [primarySpecialism, ...drawSecondary(chance, primarySpecialism)],
    roleGroup,
    annotations: drawAnnotations(chance, primarySpecialism, years),
    practiceEducator: drawPracticeEducator(chance, years),
    caseSystems: drawCaseSystems(chance, primarySpecialism),
    models: chance.some(
      MODELS,
      chance.weighted([
        [0, 45],
        [1, 35],
        [2, 15],
        [3, 5],
      ]),
    ),
    yearsPostQualifying: years,
    monthsAway,
    lastPractisedOn: addDays(today, -Math.round(monthsAway * 30.4)).slice(0, 7) as IsoMonth,
  };
}

function drawSecondary(chance: Chance, primary: SpecialismId): SpecialismId[] {
  const group = SPECIALISM_BY_ID.get(primary)?.group;
  const taken = new Set([primary]);
  const wanted = 1 + chance.weighted(SECONDARY_COUNT);
  while (taken.size < wanted) {
    const near = chance.one(SAME_GROUP_SHARE);
    const area = chance.weighted(PRIMARY);
    if (!near || SPECIALISM_BY_ID.get(area)?.group === group) taken.add(area);
  }
  taken.delete(primary);
  return [...taken];
}

function drawAnnotations(
  chance: Chance,
  primary: SpecialismId,
  years: number,
): Career['annotations'] {
  const adults = SPECIALISM_BY_ID.get(primary)?.group === 'adults';
  const amhp = primary === 'adult_mental_health' ? 0.4 : adults ? 0.02 : 0.006;
  const bia = primary === 'mca_dols' ? 0.48 : adults ? 0.06 : 0.002;
  const annotations: Career['annotations'] = [];
  if (years >= 3 && chance.one(amhp)) annotations.push('AMHP');
  if (years >= 2 && chance.one(bia)) annotations.push('BIA');
  return annotations;
}

function drawPracticeEducator(chance: Chance, years: number): PracticeEducator {
  if (years < 2) return 'none';
  const ripe = years < 5 ? 0.4 : years < 15 ? 1.05 : 1.2;
  return chance.weighted([
    ['PEPS1', 7 * ripe],
    ['PEPS2', 9 * ripe],
    ['legacy', years < 12 ? 0 : 8],
    ['none', 100 - (16 * ripe + (years < 12 ? 0 : 8))],
  ]);
}

function drawCaseSystems(chance: Chance, primary: SpecialismId): CaseSystem[] {
  const shares: Weights<CaseSystem> = [
    ['Liquidlogic', 0.46],
    ['Mosaic', 0.41],
    ['Eclipse', 0.19],
    ['RiO', primary === 'adult_mental_health' ? 0.4 : 0.065],
    ['Azeus', 0.05],
    ['CareDirector', 0.04],
    ['SystmOne', primary === 'hospital_discharge' ? 0.25 : 0.02],
    ['Charms', primary === 'fostering' ? 0.35 : 0.01],
  ];
  return shares.filter(([, share]) => chance.one(share)).map(([system]) => system);
}
