import { useEffect } from 'react';
import type { CandidateId } from '#contract/brands.ts';
import { useSave } from './use-save.ts';

/** Whoever was on screen for less than this was passed by, not seen (features.md F18). */
const SEEN_AFTER_MS = 2000;

/** Marks a person as seen by this recruiter once they have been on screen for two seconds. */
export function useSeen(candidateId: CandidateId | null): void {
  const save = useSave();
  useEffect(() => {
    if (candidateId === null) return undefined;
    const timer = setTimeout(() => {
      // Whether it worked is no news: nothing was asked for, and the next look marks it.
      void save([{ kind: 'person.see', args: { candidateId, seen: true } }]);
    }, SEEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [candidateId, save]);
}
