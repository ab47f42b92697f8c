import {
  type DexieCacheParts,
  destroyDexieCache,
  destroyDexieCaches,
  dropOtherCaches,
  type OpenedCache,
  openDexieCache,
} from './dexie-cache.ts';
import { dropFiles, type Files, openFiles } from './files.ts';
import { within } from './within.ts';

/** What keeps caches while the app is closed; throws where it cannot. */
export interface Disk {
  open(parts: DexieCacheParts): Promise<OpenedCache>;
  destroy(name: string): Promise<void>;
  /** Deletes the caches of all others; `mine` is null where nothing is kept. */
  dropOthers(mine: string | null): Promise<void>;
  /** Deletes every cache of the app; throws when one stays. */
  destroyAll(): Promise<void>;
  /** The files beside a cache; null, or no such call, where there are none. */
  files?(name: string): Promise<Files | null>;
}

/** IndexedDB, and the origin's private files. */
export const REAL_DISK: Disk = {
  open: openDexieCache,
  destroy: destroyDexieCache,
  async dropOthers(mine) {
    // What stays has no key any more: the next opening tries again.
    await Promise.all([dropOtherCaches(mine), within(dropFiles(mine)).catch(() => {})]);
  },
  async destroyAll() {
    await dropFiles(null);
    await destroyDexieCaches();
  },
  files: (name) => within(openFiles(name)).catch(() => null),
};
