import { createStore } from 'zustand/vanilla';
import type { RecordId } from '#contract/brands.ts';

/** The vacancy that `S` shortlists to: the one chosen last. */
export const currentVacancy = createStore<{ readonly id: RecordId | null }>(() => ({ id: null }));
