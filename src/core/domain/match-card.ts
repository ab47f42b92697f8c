import type { IsoDate } from '#contract/brands.ts';
import type { MatchFlip, MatchLine } from '#contract/match.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import type { Vacancy } from '#contract/records/council-work.ts';
import type { EmploymentType, SpecialismId } from '#contract/vocabulary.ts';
import {
  EMPLOYMENT_LABELS,
  REGISTRATION_LABELS,
  ROLE_LABELS,
} from '#contract/vocabulary-labels.ts';
import { SPECIALISMS } from '#core/data/specialisms.ts';

/** Which rules a card was made by; raised with every change of them. */
export const MATCH_RULES_VERSION = 1;

/** What a card looks at. */
export interface MatchInputs {
  readonly person: Pick<
    Candidate,
    | 'specialisms'
    | 'primarySpecialism'
    | 'roleGroup'
    | 'registrationStatus'
    | 'employmentTypes'
    | 'minHoursPerWeek'
    | 'maxHoursPerWeek'
    | 'maxTravelMiles'
    | 'availableFrom'
  >;
  readonly vacancy: Pick<Vacancy, 'specialisms' | 'roleGroup' | 'employmentTypes' | 'hoursPerWeek'>;
  /** Straight-line miles from their home to where the team works; null = not known. */
  readonly miles: number | null;
  /** The day the post is to be filled from. */
  readonly from: IsoDate;
}

/** 999 in the contract: any distance. */
const ANY_MILES = 999;

/**
 * Holds a person against a post, line by line (features.md M3, rule DM40).
 *
 * Never a score and never a verdict: what is not known is not "no", and every "not met"
 * names the smallest change that would meet it, on either side.
 */
export function matchCard(inputs: MatchInputs): readonly MatchLine[] {
  const { person, vacancy, miles, from } = inputs;
  const lines: (MatchLine | null)[] = [
    areaLine(person, vacancy),
    line({
      id: 'role',
      asked: ROLE_LABELS[vacancy.roleGroup],
      theirs: ROLE_LABELS[person.roleGroup],
      isMet: person.roleGroup === vacancy.roleGroup,
      flip: { is: 'role', role: person.roleGroup },
    }),
    line({
      id: 'register',
      asked: 'Registered',
      theirs: REGISTRATION_LABELS[person.registrationStatus],
      isMet:
        person.registrationStatus === 'registered' || person.registrationStatus === 'temporary',
      flip: { is: 'registered' },
    }),
    contractLine(person, vacancy),
    hoursLine(person, vacancy),
    travelLine(person, miles),
    person.availableFrom === undefined
      ? line({ id: 'start', asked: 'Ready to start', theirs: 'Did not say', isMet: null })
      : line({
          id: 'start',
          asked: 'Ready to start',
          theirs: person.availableFrom <= from ? 'Ready now' : 'Ready later',
          isMet: person.availableFrom <= from,
          flip: { is: 'from', on: person.availableFrom },
        }),
  ];
  return lines.filter((each) => each !== null);
}

/** Makes the change a line names: the line is met afterwards. */
export function withFlip(inputs: MatchInputs, flip: MatchFlip): MatchInputs {
  const { person, vacancy } = inputs;
  switch (flip.is) {
    case 'area':
      return {
        ...inputs,
        vacancy: { ...vacancy, specialisms: [...vacancy.specialisms, flip.area] },
      };
    case 'role':
      return { ...inputs, vacancy: { ...vacancy, roleGroup: flip.role } };
    case 'registered':
      return { ...inputs, person: { ...person, registrationStatus: 'registered' } };
    case 'contract':
      return {
        ...inputs,
        vacancy: { ...vacancy, employmentTypes: [...vacancy.employmentTypes, flip.contract] },
      };
    case 'hours':
      return { ...inputs, vacancy: { ...vacancy, hoursPerWeek: flip.hours } };
    case 'travel':
      return { ...inputs, person: { ...person, maxTravelMiles: flip.miles } };
    case 'from':
      return { ...inputs, from: flip.on };
  }
}

function areaLine(person: MatchInputs['person'], { specialisms }: MatchInputs['vacancy']) {
  const shared = person.specialisms.filter((area) => specialisms.includes(area));
  return line({
    id: 'area',
    asked: specialisms.map(areaWords).join(' or '),
    theirs: (shared.length > 0 ? shared : [person.primarySpecialism]).map(areaWords).join(', '),
    isMet: shared.length > 0,
    flip: { is: 'area', area: person.primarySpecialism },
  });
}

function contractLine(person: MatchInputs['person'], { employmentTypes }: MatchInputs['vacancy']) {
  if (employmentTypes.length === 0) return null;
  const words = (types: readonly EmploymentType[]) =>
    types.map((each) => EMPLOYMENT_LABELS[each]).join(', ');
  const [first] = person.employmentTypes;
  const asked = words(employmentTypes);
  if (!first) return line({ id: 'contract', asked, theirs: 'Did not say', isMet: null });
  return line({
    id: 'contract',
    asked,
    theirs: words(person.employmentTypes),
    isMet: person.employmentTypes.some((each) => employmentTypes.includes(each)),
    flip: { is: 'contract', contract: first },
  });
}

function hoursLine(person: MatchInputs['person'], { hoursPerWeek }: MatchInputs['vacancy']) {
  if (hoursPerWeek === undefined) return null;
  const { minHoursPerWeek: least, maxHoursPerWeek: most } = person;
  const asked = `${hoursPerWeek} hours a week`;
  if (least === undefined && most === undefined) {
    return line({ id: 'hours', asked, theirs: 'Did not say', isMet: null });
  }
  const nearest = Math.max(least ?? 0, Math.min(most ?? hoursPerWeek, hoursPerWeek));
  const theirs =
    least !== undefined && most !== undefined
      ? least === most
        ? `${most} hours`
        : `${least} to ${most} hours`
      : most === undefined
        ? `${least} hours or more`
        : `Up to ${most} hours`;
  return line({
    id: 'hours',
    asked,
    theirs,
    isMet: nearest === hoursPerWeek,
    flip: { is: 'hours', hours: nearest },
  });
}

function travelLine({ maxTravelMiles }: MatchInputs['person'], miles: number | null) {
  const asked = miles === null ? 'Can get there' : `${wholeMiles(miles)} away`;
  if (maxTravelMiles === ANY_MILES) {
    return line({ id: 'travel', asked, theirs: 'Will travel any distance', isMet: true });
  }
  if (maxTravelMiles === undefined || miles === null) {
    const theirs = miles === null ? 'Home not known' : 'Did not say how far they travel';
    return line({ id: 'travel', asked, theirs, isMet: null });
  }
  return line({
    id: 'travel',
    asked,
    theirs: `Will travel ${wholeMiles(maxTravelMiles)}`,
    isMet: miles <= maxTravelMiles,
    flip: { is: 'travel', miles: Math.ceil(miles) },
  });
}

function line(of: {
  readonly id: MatchLine['id'];
  readonly asked: string;
  readonly theirs: string;
  /** Null = not known. */
  readonly isMet: boolean | null;
  readonly flip?: MatchFlip;
}): MatchLine {
  const { id, asked, theirs, isMet, flip } = of;
  const state = isMet === null ? 'not-known' : isMet ? 'met' : 'not-met';
  return { id, asked, theirs, state, flip: isMet === false ? (flip ?? null) : null };
}

const AREAS: ReadonlyMap<string, string> = new Map(
  SPECIALISMS.map(({ id, label }) => [id, label.replace(/\s*\(incl\.[^)]*\)/, '')]),
);

function areaWords(area: SpecialismId): string {
  return AREAS.get(area) ?? area;
}

function wholeMiles(miles: number): string {
  const whole = Math.round(miles);
  return `${whole} ${whole === 1 ? 'mile' : 'miles'}`;
}
