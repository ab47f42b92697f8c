import { type JournalFiles, openJournalFile } from './journal-file.ts';
import { finishReplacing, keepDamaged, removeJournal, replaceJournal } from './journal-place.ts';
import { mendJournalLog, salvageJournal } from './mend-log.ts';

/** Journals as files of SQLite. */
export const SQLITE_FILES: JournalFiles = {
  prepare(path, seal, stamp) {
    finishReplacing(path);
    return mendJournalLog(path, seal, stamp);
  },
  open: openJournalFile,
  salvage: salvageJournal,
  keep: keepDamaged,
  replace: replaceJournal,
  remove: removeJournal,
};
