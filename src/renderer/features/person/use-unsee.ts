import { useCallback } from 'react';
import type { CandidateId } from '#contract/brands.ts';
import { useSave } from '#renderer/data/use-save.ts';
import type { Subject } from '#renderer/ui/actions.ts';
import { plural } from '#renderer/ui/dates.ts';
import { failureWords } from '#renderer/ui/error-words.ts';
import { showSaved, showToast } from '#renderer/ui/toast.tsx';

/** Marks people as not seen, so that "Not seen" shows them again. */
export function useUnsee(): (people: readonly Subject[]) => Promise<void> {
  const save = useSave();
  return useCallback(
    async (people) => {
      const result = await save(
        people.map(({ id }) => ({
          kind: 'person.see' as const,
          args: { candidateId: id as CandidateId, seen: false },
        })),
      );
      if (!result.ok) {
        showToast(failureWords(result.error));
        return;
      }
      const [first] = people;
      const who =
        people.length === 1 && first ? first.label : plural(people.length, 'person', 'people');
      showSaved(`${who} marked as not seen`, result.value.undo);
    },
    [save],
  );
}
