import type { IsoDate, RecordId } from '#contract/brands.ts';
import type { MutationArgs } from '#contract/mutations.ts';
import type { RoleGroup, SpecialismId } from '#contract/vocabulary.ts';
import { isDay } from '#renderer/ui/dates.ts';
import type { FormError } from '#renderer/ui/error-summary.tsx';

/** A vacancy while it is typed. */
export interface VacancyDraft {
  readonly ref: string;
  readonly title: string;
  readonly team: string;
  readonly roleGroup: RoleGroup;
  readonly specialism: SpecialismId;
  readonly posts: string;
  readonly hoursPerWeek: string;
  readonly closesOn: string;
}

export const EMPTY_VACANCY: VacancyDraft = {
  ref: '',
  title: '',
  team: '',
  roleGroup: 'social_worker',
  specialism: 'cin_cp',
  posts: '1',
  hoursPerWeek: '',
  closesOn: '',
};

const within = (text: string, low: number, high: number) => {
  const number = Number(text);
  return text.trim() !== '' && Number.isFinite(number) && number >= low && number <= high;
};

/** Says what must be put right, in the order of the form. */
export function vacancyErrors(
  draft: VacancyDraft,
  takenRefs: readonly string[],
): readonly FormError[] {
  const errors: FormError[] = [];
  const ref = draft.ref.trim();
  if (ref === '') errors.push({ field: 'vacancy-ref', words: 'Enter a short reference' });
  else if (takenRefs.some((taken) => taken.toLowerCase() === ref.toLowerCase())) {
    errors.push({ field: 'vacancy-ref', words: `${ref} is in use. Enter another reference` });
  }
  if (draft.title.trim() === '') errors.push({ field: 'vacancy-title', words: 'Enter a title' });
  if (!within(draft.posts, 1, 99) || !Number.isInteger(Number(draft.posts))) {
    errors.push({ field: 'vacancy-posts', words: 'Enter how many posts, from 1 to 99' });
  }
  if (draft.hoursPerWeek.trim() !== '' && !within(draft.hoursPerWeek, 1, 48)) {
    errors.push({ field: 'vacancy-hours', words: 'Enter hours a week, from 1 to 48' });
  }
  if (draft.closesOn !== '' && !isDay(draft.closesOn)) {
    errors.push({ field: 'vacancy-closes', words: 'Enter a day to come, for example 30 6 2027' });
  }
  return errors;
}

/** Builds what is saved; blank parts are left out. */
export function vacancyArgs(draft: VacancyDraft, id: RecordId): MutationArgs['vacancy.create'] {
  const team = draft.team.trim();
  return {
    id,
    ref: draft.ref.trim(),
    title: draft.title.trim(),
    roleGroup: draft.roleGroup,
    specialisms: [draft.specialism],
    posts: Number(draft.posts),
    employmentTypes: [],
    ...(team === '' ? {} : { team }),
    ...(draft.hoursPerWeek.trim() === '' ? {} : { hoursPerWeek: Number(draft.hoursPerWeek) }),
    ...(draft.closesOn === '' ? {} : { closesOn: draft.closesOn as IsoDate }),
  };
}
