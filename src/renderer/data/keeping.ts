import type { Keeping, SyncStatus } from '#contract/sync-state.ts';
import { useSync } from './data-context.tsx';

/** How far what a recruiter does is safe on this device, from what main has told. */
export function keepingOf(sync: Pick<SyncStatus, 'notices' | 'putAside'> | null): Keeping {
  if (sync?.notices.includes('STORE_NOT_PERSISTED')) return 'in-memory';
  const isPart = sync?.notices.includes('SAVE_JOURNAL_DAMAGED') || sync?.putAside.length;
  return isPart ? 'in-part' : 'saved';
}

/** The same, where a screen stands. */
export function useKeeping(): Keeping {
  return keepingOf(useSync());
}
