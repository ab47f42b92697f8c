import {
  AVAILABILITY_VALUES,
  CHECKED_VALUES,
  type FacetId,
  HEARD_VALUES,
  LAST_CONTACT_VALUES,
  OURS_VALUES,
  SEEN_VALUES,
  SHORTLISTED_VALUES,
} from '#contract/find-query.ts';
import {
  ANNOTATIONS,
  type Annotation,
  CASE_SYSTEMS,
  DBS_DECLARED,
  EMPLOYMENT_TYPES,
  HOURS_PATTERNS,
  PRACTICE_EDUCATOR,
  REGIONS,
  REGISTRATION_STATUSES,
  ROLE_GROUPS,
} from '#contract/vocabulary.ts';
import {
  ANNOTATION_LABELS,
  DBS_LABELS,
  EMPLOYMENT_LABELS,
  HOURS_LABELS,
  PRACTICE_EDUCATOR_LABELS,
  REGISTRATION_LABELS,
  ROLE_LABELS,
} from '#contract/vocabulary-labels.ts';
import { COUNCILS } from '#core/data/councils.ts';
import { SPECIALISMS } from '#core/data/specialisms.ts';
import { wordsOf } from './words.ts';

type Values = ReadonlyMap<string, string>;

const listed = <Value extends string>(
  values: readonly Value[],
  labels: Readonly<Record<Value, string>>,
): Values => new Map(values.map((value) => [value, labels[value]]));

const ownWords = (values: readonly string[]): Values => new Map(values.map((each) => [each, each]));

/** Every facet's values in screen order, with their words. Councils: all that exist. */
export const FACET_VALUES: Readonly<Record<FacetId, Values>> = {
  availability: listed(AVAILABILITY_VALUES, {
    now: 'Now',
    '30_days': 'Within 30 days',
    '60_days': 'Within 60 days',
    later: 'Later',
    not_known: 'Not known',
  }),
  specialism: new Map(SPECIALISMS.map((area) => [area.id, area.label])),
  role: listed(ROLE_GROUPS, ROLE_LABELS),
  region: ownWords(REGIONS),
  council: new Map(COUNCILS.map((council) => [council.id, council.name])),
  register: listed(REGISTRATION_STATUSES, REGISTRATION_LABELS),
  checked: listed(CHECKED_VALUES, {
    '30_days': 'In the last 30 days',
    '90_days': '31 to 90 days ago',
    longer: 'More than 90 days ago',
    never: 'Not checked',
  }),
  annotation: listed(ANNOTATIONS, ANNOTATION_LABELS),
  employment: listed(EMPLOYMENT_TYPES, EMPLOYMENT_LABELS),
  hours: listed(HOURS_PATTERNS, HOURS_LABELS),
  practiceEducator: listed(PRACTICE_EDUCATOR, PRACTICE_EDUCATOR_LABELS),
  caseSystem: ownWords(CASE_SYSTEMS),
  dbs: listed(DBS_DECLARED, DBS_LABELS),
  heard: listed(HEARD_VALUES, {
    unheard: 'Nobody has spoken to them',
    tried: 'Tried, not reached',
    spoken: 'Spoken to',
  }),
  ours: listed(OURS_VALUES, {
    never: 'Never contacted by us',
    tried: 'Tried by us',
    spoken: 'Spoken to by us',
    do_not_contact: 'Asked us not to contact them',
  }),
  shortlisted: listed(SHORTLISTED_VALUES, { yes: 'On a shortlist', no: 'Not on a shortlist' }),
  lastContact: listed(LAST_CONTACT_VALUES, {
    '7_days': 'By us in the last 7 days',
    '30_days': 'By us 8 to 30 days ago',
    '90_days': 'By us 31 to 90 days ago',
    longer: 'By us more than 90 days ago',
    never: 'Not by us',
  }),
  seen: listed(SEEN_VALUES, { no: 'Not seen by me', yes: 'Seen by me' }),
  // Its values are vacancies: whoever shows them knows their references.
  dismissed: new Map(),
};

/** Words of a facet value; the code itself where it has none. */
export function labelOf(facet: FacetId, value: string): string {
  return FACET_VALUES[facet].get(value) ?? value;
}

/** What people also type for a value, beside its label. */
export const ALSO_TYPED: Readonly<Record<string, readonly string[]>> = {
  nqsw: ['NQSW', 'ASYE', 'newly qualified social worker'],
  advanced_practitioner: ['consultant social worker'],
  iro_cp_chair: ['IRO', 'independent reviewing officer', 'CPC', 'child protection chair'],
  agency_locum: ['agency', 'locum'],
  bank_casual: ['bank', 'casual'],
  nights_edt: ['EDT', 'out of hours'],
  PEPS1: ['PEPS1'],
  PEPS2: ['PEPS2'],
  ...Object.fromEntries(SPECIALISMS.map((area) => [area.id, area.synonyms])),
};

const ANNOTATION_BY_NAME = new Map(
  ANNOTATIONS.flatMap((each) =>
    [each, ANNOTATION_LABELS[each].replace(/\s*\([^)]*\)/g, '')].map(
      (name) => [wordsOf(name).join(' '), each] as const,
    ),
  ),
);

/**
 * The register's annotation that words name whole, or null.
 *
 * Holding it is a fact; whoever only writes of it is met more weakly. Rule Q22.
 */
export function annotationNamed(words: readonly string[]): Annotation | null {
  return ANNOTATION_BY_NAME.get(words.join(' ')) ?? null;
}

const ANNOTATION_WORDS = new Set(ANNOTATIONS.map((each) => each.toLowerCase()));
const searched = new Map<FacetId, Map<string, readonly (readonly string[])[]>>();

/**
 * Folded words by which a facet value is found, one list a name. Rule Q1.
 *
 * "(incl. AMHP)" in the label of an area says nothing of a person, so the register's
 * annotations are left out of areas: only people who hold one are found by its letters.
 */
export function searchWords(facet: FacetId, value: string): readonly (readonly string[])[] {
  const known = searched.get(facet)?.get(value);
  if (known) return known;
  const label = labelOf(facet, value).replace(/\s*\((incl\.|earlier)[^)]*\)/g, '');
  const names = [label, ...(ALSO_TYPED[value] ?? [])]
    .map(wordsOf)
    .filter((words) => facet !== 'specialism' || !words.some((each) => ANNOTATION_WORDS.has(each)))
    .filter((words) => words.length > 0);
  searched.set(facet, (searched.get(facet) ?? new Map()).set(value, names));
  return names;
}
