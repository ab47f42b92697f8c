import { type Static, Type } from 'typebox';

/**
 * The facets of Find, in screen order.
 *
 * From `ours` on they depend on this council's own work and on this device's journal, so
 * the worker feeds them to the index; the others are columns of the pool.
 */
export const FACET_IDS = [
  'availability',
  'specialism',
  'role',
  'region',
  'council',
  'register',
  'checked',
  'annotation',
  'employment',
  'hours',
  'practiceEducator',
  'caseSystem',
  'dbs',
  'heard',
  'ours',
  'shortlisted',
  'lastContact',
  'seen',
  'dismissed',
] as const;
/** One facet of Find. */
export type FacetId = (typeof FACET_IDS)[number];

/** Availability as a time horizon from today (features.md 4.6). */
export const AVAILABILITY_VALUES = ['now', '30_days', '60_days', 'later', 'not_known'] as const;
/** When the public register was read last for them, from today. */
export const CHECKED_VALUES = ['30_days', '90_days', 'longer', 'never'] as const;
/** Whether anyone of any council has spoken to them. */
export const HEARD_VALUES = ['unheard', 'tried', 'spoken'] as const;
/** What our own council has done. */
export const OURS_VALUES = ['never', 'tried', 'spoken', 'do_not_contact'] as const;
/** Whether they are on a shortlist of ours. */
export const SHORTLISTED_VALUES = ['yes', 'no'] as const;

/** When our own council was last in touch, tried or reached, from today. */
export const LAST_CONTACT_VALUES = ['7_days', '30_days', '90_days', 'longer', 'never'] as const;
/** Whether this recruiter has seen them. */
export const SEEN_VALUES = ['no', 'yes'] as const;

/** The named orders; every one is total, ties by id (features.md F12). */
export const ORDERS = [
  'best_match',
  'nearest',
  'longest_unheard',
  'newest',
  'soonest_available',
  'recently_checked',
] as const;
/** A named order. */
export type Order = (typeof ORDERS)[number];

const FacetValues = Type.Partial(
  Type.Record(Type.Enum([...FACET_IDS]), Type.Array(Type.String({ maxLength: 60 }))),
);

const Base = Type.Object({
  label: Type.String({ maxLength: 80 }),
  lat: Type.Number(),
  lon: Type.Number(),
});

/** Why a filter that can put people at a disadvantage is needed; it is recorded (domain.md 7). */
const JobReason = Type.String({ minLength: 10, maxLength: 200 });

/**
 * The one query object behind list, count, charts and saved searches.
 *
 * Values inside one facet are joined by OR, facets by AND: "can have". Every value of
 * `must` is asked for, whoever has one of `mustNot` is left out. `near` keeps people whose
 * home point is within `radiusMiles` of the base, or of the nearest of several;
 * `withinTheirLimit` also asks their own travel limit. People who did not state one are
 * kept and counted apart. The values of `dismissed` are vacancies.
 */
export const FindQuery = Type.Object({
  text: Type.String({ maxLength: 300 }),
  facets: FacetValues,
  must: Type.Optional(FacetValues),
  mustNot: Type.Optional(FacetValues),
  /** False: words are searched as written, even when nobody has them. */
  closeSpellings: Type.Optional(Type.Boolean()),
  /** Synonyms, as `alsoSearched` names them, that are not to be searched. */
  notAlso: Type.Optional(Type.Array(Type.String({ maxLength: 120 }), { maxItems: 60 })),
  near: Type.Optional(
    Type.Object({
      ...Base.properties,
      /** More bases: the nearest counts. */
      others: Type.Optional(Type.Array(Base, { maxItems: 4 })),
      radiusMiles: Type.Optional(Type.Number({ minimum: 1, maximum: 500 })),
      withinTheirLimit: Type.Boolean(),
    }),
  ),
  /** At least so many years since qualifying; no upper bound exists. Unstated ones are left out. */
  minYears: Type.Optional(
    Type.Object({ years: Type.Integer({ minimum: 1, maximum: 10 }), reason: JobReason }),
  ),
  /** Speaks one of these. */
  languages: Type.Optional(
    Type.Object({
      anyOf: Type.Array(Type.String({ maxLength: 40 }), { minItems: 1, maxItems: 6 }),
      reason: JobReason,
    }),
  ),
  order: Type.Enum([...ORDERS]),
  /** Also people who are paused, placed, or may not be contacted by us. */
  includeHidden: Type.Boolean(),
});
/** The one query object behind list, count, charts and saved searches. */
export type FindQuery = Static<typeof FindQuery>;

/** A query that asks for nothing: everybody, the longest unheard first. */
export const EVERYBODY: FindQuery = {
  text: '',
  facets: {},
  order: 'longest_unheard',
  includeHidden: false,
};
