import type { CandidateId, IsoDate } from '#contract/brands.ts';
import { FACET_IDS, type FacetId, type FindQuery } from '#contract/find-query.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import { BANK_HOLIDAY_NUMBERS } from '#core/data/bank-holidays.ts';
import { dayNumber, workingDaysBetweenNumbers } from '#core/domain/days.ts';
import { ANY_DISTANCE_MILES, milesBetween } from './distance.ts';
import { understand } from './find.ts';
import { matchSlowly, type SlowMatch, type SlowPerson, splitWords } from './oracle-text.ts';
import type { OwnWork } from './overlay.ts';
import type { NamedPoint, Places } from './places.ts';
import { project } from './projection.ts';
import { basesOf } from './reading.ts';

/** What the index must answer too. */
export interface OracleAnswer {
  readonly ids: readonly CandidateId[];
  readonly hidden: number;
  readonly limitNotStated: number;
  /** Counts above 0. */
  readonly counts: ReadonlyMap<FacetId, ReadonlyMap<string, number>>;
}

/**
 * Answers a query the slow way: one look at every person for every question.
 *
 * Obviously right rather than fast; tests hold the index against it. It shares with the
 * index how a person's words are split and how the box is read, nothing after that.
 */
export function askOracle(
  people: readonly Candidate[],
  query: FindQuery,
  world: {
    readonly today: IsoDate;
    readonly places: Places;
    readonly work: OwnWork;
    readonly home?: NamedPoint | null;
  },
): OracleAnswer {
  const { reading, near } = understand(query, world.places, {
    home: world.home ?? null,
    vacancies: world.work.vacancies,
  });
  const today = dayNumber(world.today);
  const everybody = people.map((person) =>
    describePerson(withNotes(splitWords(project(person)), world.work), person, today, world.work),
  );
  const matches = matchSlowly(everybody, reading);
  const bases = near ? basesOf(near) : [];
  const met = everybody.flatMap((each, i) => {
    const match = matches[i];
    const { at } = each.person;
    const distances = at ? bases.map((base) => milesBetween(base, at)) : [];
    const miles = distances.length > 0 ? Math.min(...distances) : null;
    if (!match || !isAsDemanded(each.values, query)) return [];
    if (!isAsAsked(each.candidate, query)) return [];
    if (near && (near.radiusMiles !== undefined || near.withinTheirLimit)) {
      if (miles === null || miles > (near.radiusMiles ?? Number.POSITIVE_INFINITY)) return [];
      const limit = each.person.limitMiles;
      const isBound = near.withinTheirLimit && limit !== 0 && limit !== ANY_DISTANCE_MILES;
      if (isBound && miles > limit) return [];
    }
    return [{ ...each, match, miles }];
  });
  const has = (each: Described, facet: FacetId) => {
    const wanted = query.facets[facet] ?? [];
    return wanted.length === 0 || wanted.some((value) => each.values.get(facet)?.has(value));
  };
  const chosen = met.filter((each) => FACET_IDS.every((facet) => has(each, facet)));
  const open = met.filter((each) => query.includeHidden || !each.isHidden);
  const shown = chosen.filter((each) => query.includeHidden || !each.isHidden);
  const counts = new Map(
    FACET_IDS.map((facet) => {
      const among = open.filter((each) =>
        FACET_IDS.every((other) => other === facet || has(each, other)),
      );
      const values = new Map<string, number>();
      for (const each of among) {
        for (const value of each.values.get(facet) ?? []) {
          values.set(value, (values.get(value) ?? 0) + 1);
        }
      }
      return [facet, values] as const;
    }),
  );
  return {
    ids: shown.sort(comparing(query.order)).map((each) => each.person.id),
    hidden: chosen.length - shown.length,
    limitNotStated: near?.withinTheirLimit
      ? shown.filter((each) => each.person.limitMiles === 0).length
      : 0,
    counts,
  };
}

/** Our notes are words like those of the person. Rule Q39. */
function withNotes(person: SlowPerson, work: OwnWork): SlowPerson {
  return { ...person, fields: [...person.fields, ...(work.notes.get(person.id) ?? [])] };
}

function isAsDemanded(values: Described['values'], query: FindQuery): boolean {
  return FACET_IDS.every((facet) => {
    const held = values.get(facet) ?? new Set<string>();
    const must = query.must?.[facet] ?? [];
    const mustNot = query.mustNot?.[facet] ?? [];
    return must.every((value) => held.has(value)) && !mustNot.some((value) => held.has(value));
  });
}

function isAsAsked({ yearsPostQualifying, languages }: Candidate, query: FindQuery): boolean {
  const { minYears, languages: spoken } = query;
  if (minYears && !(yearsPostQualifying !== undefined && yearsPostQualifying >= minYears.years)) {
    return false;
  }
  return !spoken || spoken.anyOf.some((each) => languages.includes(each));
}

interface Described {
  readonly candidate: Candidate;
  readonly person: SlowPerson;
  readonly values: ReadonlyMap<FacetId, ReadonlySet<string>>;
  readonly isHidden: boolean;
  /** Null = spoken to. */
  readonly unheardDays: number | null;
  /** Days until available; null = not known. */
  readonly readyInDays: number | null;
}

function describePerson(
  person: SlowPerson,
  candidate: Candidate,
  today: number,
  work: OwnWork,
): Described {
  const ours = work.ours.get(person.id) ?? 'never';
  const isSpoken =
    candidate.firstSpokenOn !== undefined || ours === 'spoken' || work.spokenLocally.has(person.id);
  const isTried = candidate.lastTriedOn !== undefined || ours === 'tried';
  const days = person.availableDay === 0 ? null : Math.max(0, person.availableDay - today);
  const values = new Map<FacetId, Set<string>>();
  const add = (facet: FacetId, value: string) =>
    values.set(facet, (values.get(facet) ?? new Set()).add(value));
  for (const { facet, value } of person.facets) {
    if (facet !== 'language' && facet !== 'years') add(facet, value);
  }
  if (days === null) add('availability', 'not_known');
  else if (days === 0) add('availability', 'now');
  else if (days <= 30) add('availability', '30_days');
  else if (days <= 60) add('availability', '60_days');
  else add('availability', 'later');
  const checkedAgo = person.checkedDay === 0 ? null : today - person.checkedDay;
  if (checkedAgo === null) add('checked', 'never');
  else if (checkedAgo <= 30) add('checked', '30_days');
  else if (checkedAgo <= 90) add('checked', '90_days');
  else add('checked', 'longer');
  add('heard', isSpoken ? 'spoken' : isTried ? 'tried' : 'unheard');
  add('ours', ours);
  add('shortlisted', work.shortlisted.has(person.id) ? 'yes' : 'no');
  const last = work.lastContact.get(person.id);
  const ago = last === undefined ? null : today - dayNumber(last);
  if (ago === null) add('lastContact', 'never');
  else if (ago <= 7) add('lastContact', '7_days');
  else if (ago <= 30) add('lastContact', '30_days');
  else if (ago <= 90) add('lastContact', '90_days');
  else add('lastContact', 'longer');
  add('seen', work.seen.has(person.id) ? 'yes' : 'no');
  for (const vacancy of work.dismissed.get(person.id) ?? []) add('dismissed', vacancy);
  return {
    candidate,
    person,
    values,
    isHidden:
      ours === 'do_not_contact' ||
      candidate.programmeState !== 'active' ||
      ['suspended', 'interim_suspended'].includes(candidate.registrationStatus),
    unheardDays: isSpoken
      ? null
      : workingDaysBetweenNumbers(person.interestDay, today, BANK_HOLIDAY_NUMBERS),
    readyInDays: days,
  };
}

type Met = Described & { readonly match: SlowMatch; readonly miles: number | null };

/** Returns negative when the first comes first; null always comes last. */
type Comparing = (a: Met, b: Met) => number;

const lowest =
  (of: (each: Met) => number | null): Comparing =>
  (a, b) => {
    const first = of(a);
    const second = of(b);
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return first - second;
  };
const highest = (of: (each: Met) => number | null): Comparing =>
  lowest((each) => {
    const value = of(each);
    return value === null ? null : -value;
  });
const byId: Comparing = (a, b) => (a.person.id < b.person.id ? -1 : 1);

const longestUnheard = highest((each) => each.unheardDays);
const tenths = (each: Met) => (each.miles === null ? null : Math.round(each.miles * 10));
const whole = (each: Met) => (each.miles === null ? null : Math.round(each.miles));
const checked = (each: Met) => (each.person.checkedDay === 0 ? null : each.person.checkedDay);

const TIE_BREAKS: Readonly<Record<FindQuery['order'], readonly Comparing[]>> = {
  best_match: [
    highest((each) => Number(each.match.isWholeNameOrNumber)),
    highest((each) => each.match.weakest),
    highest((each) => Number(each.match.isMainArea)),
    lowest(whole),
    longestUnheard,
  ],
  nearest: [lowest(tenths), longestUnheard],
  longest_unheard: [longestUnheard],
  newest: [highest((each) => each.person.interestSeconds)],
  soonest_available: [lowest((each) => each.readyInDays), longestUnheard],
  recently_checked: [highest(checked), longestUnheard],
};

function comparing(order: FindQuery['order']): Comparing {
  const breaks = [...TIE_BREAKS[order], byId];
  return (a, b) => {
    for (const compare of breaks) {
      const result = compare(a, b);
      if (result !== 0) return result;
    }
    return 0;
  };
}
