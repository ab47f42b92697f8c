import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { RecruiterId } from '#contract/brands.ts';
import type { PutAside } from '#contract/sync-state.ts';
import type { Random } from '#core/ports.ts';
import { type JournalSeal, journalSeal } from '../journal/journal-file.ts';
import { isTooShort, removeFiles } from '../journal/journal-place.ts';
import { isLogWhole } from '../journal/mend-log.ts';
import type { DataKey } from '../keys/keyring.ts';
import { lockedJournals } from './rescue-file.ts';

/**
 * Finds the journals that were put aside and may hold work that nothing else has.
 *
 * Read without their keys: whose it is and which changes wait lies open in the file. What
 * opens with `key` was taken over when the file was put aside, so it is not counted.
 */
export function findPutAside(
  journalPath: string,
  key: DataKey,
  random: Random,
): readonly PutAside[] {
  const locked = new Set(lockedJournals(journalPath, key.keyId).map(({ path }) => path));
  const seal = journalSeal(key, random);
  return pathsAside(journalPath)
    .map((path) => ({ ...lookInto(path, seal), comesBack: locked.has(path) }))
    .filter(({ changes }) => changes > 0);
}

/**
 * Removes the journals that were put aside, for an order that beats what they hold.
 *
 * `but` spares those that only the centre can open: what comes back from them is let
 * through name by name (decision 0026).
 */
export function removePutAside(journalPath: string, but?: { readonly lockedFor: string }): void {
  const spared = but ? lockedJournals(journalPath, but.lockedFor).map(({ path }) => path) : [];
  for (const path of pathsAside(journalPath)) {
    if (!spared.includes(path)) removeFiles(path);
  }
}

function pathsAside(journalPath: string): readonly string[] {
  const start = `${basename(journalPath)}.damaged-`;
  const folder = dirname(journalPath);
  const names = readdirSync(folder).filter((name) => name.startsWith(start));
  // What belongs to a file has a further end; its own may be all that is left of it.
  const stems = names.map((name) => name.replace(/^(.*?\.damaged-[^.]*?Z(?:-\d+)?).*$/, '$1'));
  return [...new Set(stems)].toSorted().map((name) => join(folder, name));
}

/** Reads a copy: to open a file of SQLite, and to close it, changes it. */
function lookInto(path: string, seal: JournalSeal): Pick<PutAside, 'owner' | 'changes'> {
  const copy = `${path}.looking`;
  const isWhole = isLogWhole(path) && !isTooShort(path);
  try {
    for (const end of ['', '-wal']) {
      if (existsSync(path + end)) copyFileSync(path + end, copy + end);
    }
    const found = readOpenly(copy, seal);
    const hasMore = !(isWhole && found.isWhole);
    return { owner: found.owner, changes: Math.max(found.changes, hasMore ? 1 : 0) };
  } catch {
    return { owner: null, changes: 1 };
  } finally {
    removeFiles(copy);
  }
}

function readOpenly(path: string, { sealer }: JournalSeal) {
  const db = new DatabaseSync(path);
  try {
    const owner = db.prepare("select value from meta where key = 'owner'").get()?.value;
    const rows = db
      .prepare("select id, body from entry where state in ('waiting', 'refused', 'told')")
      .all();
    const changes = rows.filter(({ id, body }) => {
      try {
        sealer.open(body as Uint8Array, `entry ${id}`);
        return false;
      } catch {
        return true;
      }
    }).length;
    const isWhole = db.prepare('pragma quick_check(1)').get()?.quick_check === 'ok';
    return { owner: owner === undefined ? null : (owner as RecruiterId), changes, isWhole };
  } finally {
    db.close();
  }
}
