import { type JournalFiles, openJournalFile } from './journal-file.ts';
import {
  finishReplacing,
  isEmptied,
  isTooShort,
  keepDamaged,
  removeJournal,
  replaceJournal,
} from './journal-place.ts';
import { isLogWhole, salvageJournal } from './mend-log.ts';

/** Journals as files of SQLite. */
export const SQLITE_FILES: JournalFiles = {
  prepare(path) {
    finishReplacing(path);
    return isLogWhole(path) && !isEmptied(path) && !isTooShort(path);
  },
  open: openJournalFile,
  salvage: salvageJournal,
  keep: keepDamaged,
  replace: replaceJournal,
  remove: removeJournal,
};
