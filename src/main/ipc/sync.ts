import type { RecordId } from '#contract/brands.ts';
import { ok, type Result } from '#contract/errors.ts';
import type { SyncStatus } from '#contract/sync-state.ts';
import type { Handlers } from './handle.ts';

/** What the requests about sync need of it. */
export interface SyncDesk {
  status(): SyncStatus;
  /** Starts now what would have started later. */
  syncNow(): void;
  /** What is told of ended access is told no more. */
  noteRead(id: RecordId): Result<null>;
  /** That part of the recruiter's work could not be read is told no more. */
  noteDamageRead(): Result<null>;
}

/** Requests about sync. */
export function syncHandlers(
  sync: SyncDesk,
): Pick<Handlers, 'sync.read' | 'sync.now' | 'sync.note-read' | 'sync.note-damage-read'> {
  return {
    'sync.read': () => ok(sync.status()),
    'sync.now'() {
      sync.syncNow();
      return ok(sync.status());
    },
    'sync.note-read'({ id }) {
      const noted = sync.noteRead(id);
      return noted.ok ? ok(sync.status()) : noted;
    },
    'sync.note-damage-read'() {
      const noted = sync.noteDamageRead();
      return noted.ok ? ok(sync.status()) : noted;
    },
  };
}
