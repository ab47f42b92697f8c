import { useCallback } from 'react';
import type { CandidateId } from '#contract/brands.ts';
import type { Vacancy } from '#contract/records/council-work.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useReadOnly } from '#renderer/data/use-read-only.ts';
import { useSave } from '#renderer/data/use-save.ts';
import type { Subject } from '#renderer/ui/actions.ts';
import { plural } from '#renderer/ui/dates.ts';
import { failureWords } from '#renderer/ui/error-words.ts';
import { showSaved, showToast } from '#renderer/ui/toast.tsx';
import { currentVacancy } from './current-vacancy.ts';

/** Adds people to the given or the current vacancy; false when there is none to add to. */
export type ShortlistTo = (people: readonly Subject[], vacancy?: Vacancy) => Promise<boolean>;

export function useShortlistTo(): ShortlistTo {
  const save = useSave();
  const readOnly = useReadOnly();
  const vacancies = useQuery('vacancies.read', {}, ['work']);
  const held = vacancies.value;
  return useCallback(
    async (people, given) => {
      if (readOnly) {
        showToast(`${readOnly}.`);
        return true;
      }
      const { id } = currentVacancy.getState();
      const vacancy =
        given ?? held?.find((each) => each.vacancy.record.id === id)?.vacancy.record ?? null;
      if (!vacancy) return false;
      currentVacancy.setState({ id: vacancy.id });
      const result = await save(
        people.map((person) => ({
          kind: 'shortlist.add' as const,
          args: { vacancyId: vacancy.id, candidateId: person.id as CandidateId },
        })),
      );
      if (!result.ok) {
        showToast(failureWords(result.error));
        return true;
      }
      const who =
        people.length === 1 && people[0]
          ? people[0].label
          : plural(people.length, 'person', 'people');
      showSaved(`${who} shortlisted to ${vacancy.ref}`, result.value.undo);
      return true;
    },
    [save, readOnly, held],
  );
}
