import type { ReplicaStore } from '#core/sync/ports.ts';
import { type Keyring, streamsOf } from '../keys/keyring.ts';
import type { Directives } from './directives.ts';

/** What emptying a laptop is made of. */
export interface EmptyingParts {
  readonly directives: Directives;
  readonly keyring: Pick<Keyring, 'destroyAll'>;
  /** Removes the journal and what lies beside it. */
  readonly destroyJournal: () => void;
  /** Forgets whose laptop it was, and the way back in. */
  readonly forgetPerson: () => void;
}

/**
 * Empties this laptop: keys, then work and person, then what the window's worker keeps.
 *
 * The keys first: from there on nothing that is left can be read (decision S6).
 */
export async function emptyLaptop(
  parts: EmptyingParts,
  replica: Pick<ReplicaStore, 'call'>,
): Promise<void> {
  emptyMain(parts);
  const gone = await replica.call('wipe', {});
  parts.directives.noteEmptied(gone.ok);
}

/** Finishes at start what a kill cut short, before any window opens (C12). */
export function finishEmptying(parts: EmptyingParts): void {
  if (parts.directives.wipeLeft() === 'all') emptyMain(parts);
}

/**
 * Finishes what only the window's worker can, before anything is opened in it.
 *
 * Without a single key nothing it has can ever be read: it goes, also where what ordered that
 * could not be written down.
 */
export async function finishCaches(
  { directives, keyring }: Pick<EmptyingParts, 'directives'> & { keyring: Pick<Keyring, 'names'> },
  replica: Pick<ReplicaStore, 'call'>,
): Promise<void> {
  if (directives.wipeLeft() !== 'caches' && streamsOf(keyring).length > 0) return;
  const gone = await replica.call('wipe', {});
  if (gone.ok) directives.noteCachesGone();
}

function emptyMain({ directives, keyring, destroyJournal, forgetPerson }: EmptyingParts): void {
  keyring.destroyAll();
  destroyJournal();
  forgetPerson();
  directives.noteMainWiped();
}
