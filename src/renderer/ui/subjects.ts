import { useEffect } from 'react';
import { create } from 'zustand';
import type { Subject } from './actions.ts';

/** What the screen is about at this moment: a key pressed now acts on it. */
export const useSubjects = create<{ readonly subjects: readonly Subject[] }>(() => ({
  subjects: [],
}));

/** Says what the screen is about while it is there; pass a stable list. */
export function useScreenSubjects(subjects: readonly Subject[]): void {
  useEffect(() => {
    useSubjects.setState({ subjects });
    return () => useSubjects.setState({ subjects: [] });
  }, [subjects]);
}
