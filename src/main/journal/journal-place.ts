import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  type JournalContents,
  type JournalFile,
  type JournalSeal,
  openJournalFile,
} from './journal-file.ts';

/** The end of the name of what can open a journal when its key is lost (`main/recovery`). */
export const RESCUE_END = '.rescue';
const BESIDE = ['', '-wal', '-shm', '-journal'] as const;

/** Keeps a damaged journal as it is under a name that says so, with what belongs to it. */
export function keepDamaged(path: string, stamp: string): string {
  const name = `${path}.damaged-${stamp}`;
  for (const end of [...BESIDE, RESCUE_END]) {
    if (existsSync(path + end)) copyFileSync(path + end, name + end);
  }
  return name;
}

/** The end of the name of a journal that is whole and waits to take the place of another. */
const NEXT_END = '.next';

/** Puts a journal that holds this in the place of another, whole or not at all. */
export function replaceJournal(
  path: string,
  seal: JournalSeal,
  contents: JournalContents,
): JournalFile {
  const making = `${path}.making`;
  removeFiles(making);
  const file = openJournalFile(making, seal);
  const written = file.write(() => {
    file.putMeta(contents.meta);
    for (const entry of contents.entries) file.putEntry(entry);
    for (const kept of contents.kept) file.putKept(kept);
    for (const draft of contents.drafts) file.putDraft(draft);
  });
  file.close();
  if (!written.ok) {
    removeFiles(making);
    throw Object.assign(new Error('journal not rewritten'), {
      code: written.error.code === 'SAVE_DISK_FULL' ? 'ENOSPC' : 'EIO',
    });
  }
  renameSync(making, path + NEXT_END);
  finishReplacing(path);
  return openJournalFile(path, seal);
}

/** Lets a journal that waits take its place; nothing where none waits. */
export function finishReplacing(path: string): void {
  if (!existsSync(path + NEXT_END)) return;
  // What is beside the old one must not be read as part of the new one.
  for (const end of BESIDE) if (end !== '') rmSync(path + end, { force: true });
  renameSync(path + NEXT_END, path);
}

/** Says whether a journal that was written to has become an empty file. */
export function isEmptied(path: string): boolean {
  return existsSync(path + RESCUE_END) && existsSync(path) && statSync(path).size === 0;
}

/** The least that SQLite takes for a file with something in it. */
const LEAST_BYTES = 512;

/** Says whether a file is too short to be a journal; SQLite would take it for a new one. */
export function isTooShort(path: string): boolean {
  // Never opened here: to close it again would undo the lock of who has it open.
  const size = existsSync(path) ? statSync(path).size : 0;
  return size > 0 && size < LEAST_BYTES;
}

/** Removes a journal's file and all that belongs to it. */
export function removeFiles(path: string): void {
  for (const end of [...BESIDE, RESCUE_END]) rmSync(path + end, { force: true });
}

/** Removes a journal for good, with every damaged one that was put aside. */
export function removeJournal(path: string): void {
  removeFiles(path);
  const file = basename(path);
  const others = [`${file}.damaged-`, `${file}.making`, `${file}${NEXT_END}`];
  for (const name of readdirSync(dirname(path))) {
    if (others.some((start) => name.startsWith(start)))
      rmSync(join(dirname(path), name), { force: true });
  }
}
