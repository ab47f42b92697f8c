import type { Clock } from '#core/ports.ts';
import { instant } from '#core/sync/state.ts';
import type { JournalContents, JournalFile, JournalFiles, JournalSeal } from './journal-file.ts';
import { joinContents } from './mend-log.ts';

/** A journal that is whole now, whatever it was. */
interface WholeJournal {
  readonly file: JournalFile;
  readonly contents: JournalContents;
  /** The name of the damaged one that was kept; null where it was whole. */
  readonly damaged: string | null;
}

/**
 * Opens a journal; what can be read of a damaged one takes its place, whole or not at all.
 *
 * Throws what SQLite or the disk throws, or `NewerJournal`, and leaves it then as it is.
 */
export function openWhole(
  files: JournalFiles,
  path: string,
  seal: JournalSeal,
  clock: Clock,
): WholeJournal {
  const opened = files.prepare(path) ? tryOpen(files, path, seal) : null;
  if (opened !== null && !opened.contents.isDamaged) return { ...opened, damaged: null };
  // First of all kept as it is: closing changes it.
  const damagedAt = instant(clock.nowMs());
  const damaged = files.keep(path, damagedAt.replaceAll(/[:.]/g, '-'));
  opened?.file.close();
  const salvaged = files.salvage(damaged, seal);
  const found = opened ? joinContents(opened.contents, salvaged) : salvaged;
  // In one commit with what is left: whenever the power goes, the recruiter is told of it.
  const contents = { ...found, meta: { ...found.meta, damagedAt } };
  return { file: files.replace(path, seal, contents), contents, damaged };
}

/** Null when the file is no database any more, or none that can be written; others are thrown. */
function tryOpen(files: JournalFiles, path: string, seal: JournalSeal) {
  // A word of the head or of the tables' names that is none, and a file of another format.
  const SQLITE_ERROR = 1;
  const SQLITE_READONLY = 8;
  const SQLITE_CORRUPT = 11;
  const SQLITE_NOTADB = 26;
  try {
    const file = files.open(path, seal);
    return { file, contents: file.read() };
  } catch (fault) {
    const { errcode } = fault as { readonly errcode?: number };
    const primary = (errcode ?? 0) & 0xff;
    if ([SQLITE_ERROR, SQLITE_READONLY, SQLITE_CORRUPT, SQLITE_NOTADB].includes(primary)) {
      return null;
    }
    throw fault;
  }
}
