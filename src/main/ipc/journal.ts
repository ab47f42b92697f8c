import type { RecordId } from '#contract/brands.ts';
import { ok, type Result } from '#contract/errors.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { Handlers } from './handle.ts';

/** What the requests about the recruiter's own work need of the journal. */
export interface JournalDesk {
  list(): readonly JournalEntry[];
  discard(id: RecordId, unlessOffered?: boolean): Result<null>;
  letGo(id: RecordId): Result<null>;
  putBack(id: RecordId): Result<null>;
  readDraft(key: string): Result<string>;
  writeDraft(key: string, text: string): Result<null>;
}

type Names =
  | 'journal.list'
  | 'journal.discard'
  | 'journal.let-go'
  | 'journal.put-back'
  | 'draft.read'
  | 'draft.write';

/** Requests about the recruiter's own work that is not sent, and texts being written. */
export function journalHandlers(journal: JournalDesk): Pick<Handlers, Names> {
  const listAfter = (done: Result<null>) => (done.ok ? ok(journal.list()) : done);
  return {
    'journal.list': () => ok(journal.list()),
    'journal.discard': ({ id, unlessOffered }) => listAfter(journal.discard(id, unlessOffered)),
    'journal.let-go': ({ id }) => listAfter(journal.letGo(id)),
    'journal.put-back': ({ id }) => listAfter(journal.putBack(id)),
    'draft.read': ({ key }) => journal.readDraft(key),
    'draft.write': ({ key, text }) => journal.writeDraft(key, text),
  };
}
