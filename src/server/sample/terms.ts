import type { IsoDate } from '#contract/brands.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import type { DbsDeclared, EmploymentType, HoursPattern, Region } from '#contract/vocabulary.ts';
import { addDays } from '#core/domain/days.ts';
import type { Chance, Weights } from './chance.ts';

/** What a person wants and when they could start. */
export type Terms = Pick<Candidate, 'employmentTypes' | 'hours'> &
  Partial<
    Pick<
      Candidate,
      | 'bestTimes'
      | 'minHoursPerWeek'
      | 'maxHoursPerWeek'
      | 'availableFrom'
      | 'dbsDeclared'
      | 'refsAvailable'
    >
  >;

const EMPLOYMENT: Weights<EmploymentType> = [
  ['fixed_term', 0.62],
  ['permanent', 0.48],
  ['bank_casual', 0.35],
  ['agency_locum', 0.28],
  ['secondment', 0.09],
  ['job_share', 0.08],
  ['sessional', 0.04],
];

interface Week {
  readonly patterns: readonly HoursPattern[];
  readonly min?: number;
  readonly max?: number;
}

const FULL_TIME: Week = { patterns: ['full_time'], min: 35, max: 37 };
/** Hours wanted outside London; London wants full time more often. */
const WEEKS: Weights<Week> = [
  [FULL_TIME, 38],
  [{ patterns: ['part_time'], min: 21, max: 30 }, 27],
  [{ patterns: ['part_time'], min: 14, max: 18.5 }, 17],
  [{ patterns: ['ad_hoc'] }, 10],
  [{ patterns: ['evenings', 'weekends'], min: 7.5, max: 22.5 }, 4],
  [{ patterns: ['nights_edt', 'weekends'], min: 10, max: 30 }, 4],
];
const LONDON_WEEKS: Weights<Week> = [[FULL_TIME, 17], ...WEEKS];

const DBS: Weights<DbsDeclared | undefined> = [
  ['enhanced_update_service', 38],
  ['enhanced_under_3y', 24],
  ['enhanced_over_3y', 22],
  ['none', 10],
  [undefined, 6],
];

const BEST_TIMES = [
  'evenings after 6',
  'mornings',
  'school hours',
  'Tuesdays and Thursdays',
  'lunchtime, 12 to 1',
  'not Mondays',
];

const AVAILABLE: Weights<readonly [from: number, to: number] | undefined> = [
  [[-40, 0], 44],
  [[1, 28], 26],
  [[29, 84], 16.5],
  [[85, 240], 9.5],
  [undefined, 4],
];

/** Draws contract, hours, start and what a person says about checks. */
export function drawTerms(chance: Chance, region: Region, today: IsoDate): Terms {
  const locumMore = region === 'London' ? 1.25 : 1;
  const employmentTypes = EMPLOYMENT.filter(([type, share]) =>
    chance.one(type === 'agency_locum' ? share * locumMore : share),
  ).map(([type]) => type);
  const week = chance.weighted(region === 'London' ? LONDON_WEEKS : WEEKS);
  const hours: HoursPattern[] = [...week.patterns];
  if (chance.one(0.15)) hours.push('flexible');
  if (week.patterns.includes('part_time') && chance.one(0.12)) hours.push('term_time');
  const available = chance.weighted(AVAILABLE);
  const dbsDeclared = chance.weighted(DBS);
  return {
    employmentTypes: employmentTypes.length > 0 ? employmentTypes : ['permanent'],
    hours,
    ...(chance.one(0.25) && { bestTimes: chance.pick(BEST_TIMES) }),
    ...(week.min !== undefined && { minHoursPerWeek: week.min }),
    ...(week.max !== undefined && { maxHoursPerWeek: week.max }),
    ...(available && { availableFrom: addDays(today, chance.whole(...available)) }),
    ...(dbsDeclared && { dbsDeclared }),
    ...(chance.one(0.85) && { refsAvailable: chance.one(0.88) }),
  };
}
