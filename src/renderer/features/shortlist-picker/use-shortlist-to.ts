import { useCallback } from 'react';
import type { CandidateId } from '#contract/brands.ts';
import type { Vacancy } from '#contract/records/council-work.ts';
import { currentVacancy } from '#renderer/data/current-vacancy.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useReadOnly } from '#renderer/data/use-read-only.ts';
import { useSave } from '#renderer/data/use-save.ts';
import type { Subject } from '#renderer/ui/actions.ts';
import { plural } from '#renderer/ui/dates.ts';
import { failureWords } from '#renderer/ui/error-words.ts';
import { showSaved, showToast } from '#renderer/ui/toast.tsx';

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
      const entries = people.map((person) => ({
        vacancyId: vacancy.id,
        candidateId: person.id as CandidateId,
      }));
      const result = await save(entries.map((args) => ({ kind: 'shortlist.add' as const, args })));
      if (!result.ok) {
        showToast(failureWords(result.error));
        return true;
      }
      const { written, undo } = result.value;
      const who = people.length === 1 && people[0] ? people[0].label : peopleWords(people.length);
      if (written === 0) {
        showToast(`${who} ${people.length === 1 ? 'is' : 'are'} already on ${vacancy.ref}.`);
        return true;
      }
      const before = people.length - written;
      showSaved(
        before === 0
          ? `${who} shortlisted to ${vacancy.ref}`
          : `${peopleWords(written)} shortlisted to ${vacancy.ref}; ${peopleWords(before)} on it already`,
        undo,
      );
      return true;
    },
    [save, readOnly, held],
  );
}

const peopleWords = (count: number) => plural(count, 'person', 'people');
