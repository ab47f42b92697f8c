import type { FacetId } from '#contract/find-query.ts';
import { FACET_VALUES, labelOf, searchWords } from './labels.ts';
import { wordsOf } from './words.ts';

/** The words before a colon that name a facet, as recruiters say them. Rule Q34. */
const FACET_FIELDS: Readonly<Record<string, FacetId>> = {
  area: 'specialism',
  areas: 'specialism',
  skill: 'specialism',
  specialism: 'specialism',
  role: 'role',
  grade: 'role',
  region: 'region',
  council: 'council',
  register: 'register',
  status: 'register',
  annotation: 'annotation',
  contract: 'employment',
  employment: 'employment',
  hours: 'hours',
  pe: 'practiceEducator',
  educator: 'practiceEducator',
  system: 'caseSystem',
  dbs: 'dbs',
  checks: 'dbs',
  available: 'availability',
  availability: 'availability',
  free: 'availability',
  heard: 'heard',
  ours: 'ours',
  contacted: 'ours',
  shortlist: 'shortlisted',
  shortlisted: 'shortlisted',
  checked: 'checked',
  contact: 'lastContact',
  lastcontact: 'lastContact',
  seen: 'seen',
  dismissed: 'dismissed',
  leftout: 'dismissed',
};

/** Words before a colon that say where a word or number must stand. Rule Q34. */
const PLACE_FIELDS = { name: 'name', number: 'registration', swe: 'registration', phone: 'phone' };

/** The references of the council's vacancies, by their ids. */
export type Vacancies = ReadonlyMap<string, string>;

/** What a word before a colon asks for; null = nothing we know. */
export type FieldMeaning =
  | { readonly is: 'facet'; readonly facet: FacetId }
  | { readonly is: 'town' }
  | { readonly is: 'place'; readonly place: 'name' | 'registration' | 'phone' };

/** Says what a word before a colon means. */
export function fieldMeaning(field: string): FieldMeaning | null {
  const facet = Object.hasOwn(FACET_FIELDS, field) ? FACET_FIELDS[field] : undefined;
  if (facet) return { is: 'facet', facet };
  if (field === 'town') return { is: 'town' };
  if (!Object.hasOwn(PLACE_FIELDS, field)) return null;
  return { is: 'place', place: PLACE_FIELDS[field as keyof typeof PLACE_FIELDS] as 'name' };
}

/**
 * The values of a facet that words name: its code, or any of its names in which each word
 * begins a word. Exact names win over beginnings: `role:social worker` is one role.
 */
export function valuesNamed(
  facet: FacetId,
  words: readonly string[],
  vacancies: Vacancies,
): readonly string[] {
  if (words.length === 0) return [];
  const typed = words.join(' ');
  const isVacancy = facet === 'dismissed';
  const values = isVacancy ? [...vacancies.keys()] : [...FACET_VALUES[facet].keys()];
  const names = (value: string): readonly (readonly string[])[] =>
    isVacancy
      ? [wordsOf(vacancies.get(value) ?? '')]
      : [
          wordsOf(value.replaceAll('_', ' ')),
          wordsOf(labelOf(facet, value)),
          ...searchWords(facet, value),
        ];
  const exact = values.filter((value) => names(value).some((name) => name.join(' ') === typed));
  if (exact.length > 0) return exact;
  return values.filter((value) =>
    names(value).some((name) => words.every((word) => name.some((each) => each.startsWith(word)))),
  );
}

/** A facet's value in words; of a vacancy, that people are left out for it. */
export function heldWords(facet: FacetId, value: string, vacancies: Vacancies): string {
  if (facet !== 'dismissed') return labelOf(facet, value);
  return `left out for ${vacancies.get(value) ?? 'a vacancy that is gone'}`;
}
