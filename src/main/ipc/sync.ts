import { ok } from '#contract/errors.ts';
import type { SyncStatus } from '#contract/sync-state.ts';
import type { Handlers } from './handle.ts';

/** What the requests about sync need of it. */
export interface SyncDesk {
  status(): SyncStatus;
  /** Starts now what would have started later. */
  syncNow(): void;
}

/** Requests about sync. */
export function syncHandlers(sync: SyncDesk): Pick<Handlers, 'sync.read' | 'sync.now'> {
  return {
    'sync.read': () => ok(sync.status()),
    'sync.now'() {
      sync.syncNow();
      return ok(sync.status());
    },
  };
}
