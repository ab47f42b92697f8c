import { useCallback } from 'react';
import type { CandidateId, RecordId } from '#contract/brands.ts';
import type { Vacancy } from '#contract/records/council-work.ts';
import type { Dismissal } from '#contract/records/finding.ts';
import { currentVacancy } from '#renderer/data/current-vacancy.ts';
import { useReadOnly } from '#renderer/data/use-read-only.ts';
import { useSave } from '#renderer/data/use-save.ts';
import { runAction, type Subject } from '#renderer/ui/actions.ts';
import { plural } from '#renderer/ui/dates.ts';
import { failureWords } from '#renderer/ui/error-words.ts';
import { showSaved, showToast } from '#renderer/ui/toast.tsx';

/** What of the vacancy they do not meet. */
export type LeaveOutReason = NonNullable<Dismissal['reason']>;

/** Leaves people out of the views for one vacancy; it says nothing to them or to others. */
export function useLeaveOut(): (
  people: readonly Subject[],
  vacancy: Vacancy,
  reason: LeaveOutReason,
  /** A refused change that this one takes the place of. */
  instead?: RecordId,
) => Promise<void> {
  const save = useSave();
  const readOnly = useReadOnly();
  return useCallback(
    async (people, vacancy, reason, instead) => {
      if (readOnly) {
        showToast(`${readOnly}.`);
        return;
      }
      currentVacancy.setState({ id: vacancy.id });
      const result = await save(
        people.map(({ id }) => ({
          kind: 'person.dismiss' as const,
          args: { vacancyId: vacancy.id, candidateId: id as CandidateId, dismissed: true, reason },
        })),
        instead,
      );
      if (!result.ok) {
        showToast(failureWords(result.error));
        return;
      }
      const [first] = people;
      const who =
        people.length === 1 && first ? first.label : plural(people.length, 'person', 'people');
      showSaved(`${who} left out for ${vacancy.ref}`, result.value.undo);
      runAction('find.leave-out', [{ id: vacancy.id, label: vacancy.ref }]);
    },
    [save, readOnly],
  );
}
