import type { IsoDate, RecordId } from '#contract/brands.ts';
import type { MutationArgs } from '#contract/mutations.ts';
import type { Vacancy } from '#contract/records/council-work.ts';
import type { RoleGroup, SpecialismId } from '#contract/vocabulary.ts';
import { typedWhen } from '#renderer/data/read-when.ts';
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

/** Fills the form with a vacancy that is there, or was refused. */
export function vacancyDraftOf(args: MutationArgs['vacancy.create']): VacancyDraft {
  const { ref, title, team = '', roleGroup, specialisms, posts, hoursPerWeek, closesOn } = args;
  return {
    ...{ ref, title, team, roleGroup, specialism: specialisms[0] ?? EMPTY_VACANCY.specialism },
    posts: String(posts),
    hoursPerWeek: hoursPerWeek === undefined ? '' : String(hoursPerWeek),
    closesOn: closesOn === undefined ? '' : typedWhen(closesOn),
  };
}

const within = (text: string, low: number, high: number) => {
  const number = Number(text);
  return text.trim() !== '' && Number.isFinite(number) && number >= low && number <= high;
};

/** Says what must be put right, in the order of the form. */
export function vacancyErrors(draft: VacancyDraft, takenRefs: readonly string[]): FormError[] {
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
    errors.push(NO_DAY);
  }
  return errors;
}

/** Says what must be put right in a change: what is set cannot be left blank again. */
export function editErrors(draft: VacancyDraft, record: Vacancy): readonly FormError[] {
  const errors = vacancyErrors(draft, []).filter(({ field }) => field !== 'vacancy-closes');
  const isPast = draft.closesOn === record.closesOn;
  if (draft.closesOn !== '' && !isPast && !isDay(draft.closesOn)) errors.push(NO_DAY);
  if (record.hoursPerWeek !== undefined && draft.hoursPerWeek.trim() === '') {
    errors.push({ field: 'vacancy-hours', words: 'Enter hours a week, from 1 to 48' });
  }
  if (record.closesOn !== undefined && draft.closesOn === '') errors.push(NO_DAY);
  return errors;
}

/** The fields that were changed, as they are saved. */
export function editedFields(
  draft: VacancyDraft & { readonly closesOn: IsoDate | '' },
  record: Vacancy,
): MutationArgs['vacancy.edit']['fields'] {
  const {
    ref: _ref,
    roleGroup: _role,
    specialisms: _areas,
    ...wanted
  } = vacancyArgs(draft, record.id);
  const { title, team, posts, hoursPerWeek, closesOn } = wanted;
  const fields = { title, team, posts, hoursPerWeek, closesOn };
  const changed = Object.entries(fields).filter(
    ([field, value]) => value !== undefined && value !== record[field as keyof typeof fields],
  );
  return Object.fromEntries(changed);
}

const NO_DAY: FormError = {
  field: 'vacancy-closes',
  words: 'Enter a day to come, for example 30 6 2027',
};

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
