import { useEffect } from 'react';
import { create } from 'zustand';
import type { Subject } from './actions.ts';

/** What the screen is about at this moment: a key pressed now acts on it. */
export const useSubjects = create<{
  readonly subjects: readonly Subject[];
  /** The one subject last seen alone, e.g. the person page a list returns from. */
  readonly last: Subject | null;
}>(() => ({ subjects: [], last: null }));

/** Says what the screen is about while it is there; pass a stable list. */
export function useScreenSubjects(subjects: readonly Subject[]): void {
  useEffect(() => {
    const [only, ...more] = subjects;
    useSubjects.setState(only && more.length === 0 ? { subjects, last: only } : { subjects });
    return () => useSubjects.setState({ subjects: [] });
  }, [subjects]);
}
