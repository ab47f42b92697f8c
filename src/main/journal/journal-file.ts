import { createHmac } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { RecordId } from '#contract/brands.ts';
import { fail, type Result } from '#contract/errors.ts';
import type { JournalEntry } from '#contract/journal.ts';
import { createSealer, type Sealer } from '#core/crypto/seal.ts';
import type { Random } from '#core/ports.ts';
import type { KeptEntry } from '#core/sync/ports.ts';
import type { DataKey } from '../keys/keyring.ts';
import { META_SEAL, readMeta, sealOfMeta } from './sealed-meta.ts';

/** The form of the file. A file of a newer one is left alone and said so. */
export const JOURNAL_SCHEMA = 1;

const TABLES = `
  create table meta (key text primary key, value text not null) strict, without rowid;
  create table entry (id text primary key, n integer not null, state text not null,
    body blob not null) strict, without rowid;
  create table draft (id text primary key, body blob not null) strict, without rowid;
`;

/** What the journal keeps beside its entries. */
export interface JournalMeta {
  readonly device: string;
  readonly nextN: number;
  readonly lastSyncAt: string | null;
  /** Whose work it is; null until someone has signed in. */
  readonly owner: string | null;
  /** What this device was called before its journal turned out to be an older copy. */
  readonly formerly: string | null;
  /** Hashes of the people scrubbed last, with spaces between. */
  readonly forgotten: string | null;
  /** When part of it could not be read; null once the recruiter has read that. */
  readonly damagedAt: string | null;
}

/** A text being written, where it is being written. */
export interface KeptDraft {
  readonly key: string;
  readonly text: string;
}

/** Everything a journal holds. */
export interface JournalContents {
  readonly meta: Partial<JournalMeta>;
  readonly entries: readonly JournalEntry[];
  /** Acknowledged work, kept behind the list (SY51). */
  readonly kept: readonly KeptEntry[];
  readonly drafts: readonly KeptDraft[];
  /** Rows or parts that could not be read. */
  readonly isDamaged: boolean;
}

/** Builds the seal of a journal from its key. */
export function journalSeal(key: DataKey, random: Random): JournalSeal {
  const context = JSON.stringify(['swt-journal', key.keyId]);
  return { sealer: createSealer(key.raw, context, random), nameKey: key.raw.slice() };
}

/** Seals with the next key and opens with both: a change of keys was cut short. */
export function sealOfEither(key: DataKey, next: DataKey, random: Random): JournalSeal {
  const before = journalSeal(key, random).sealer;
  const { sealer, nameKey } = journalSeal(next, random);
  const either = <Value>(open: (one: Sealer) => Value): Value => {
    try {
      return open(before);
    } catch {
      return open(sealer);
    }
  };
  return {
    nameKey,
    sealer: {
      ...sealer,
      open: (sealed, place) => either((one) => one.open(sealed, place)),
      openJson: (sealed, place) => either((one) => one.openJson(sealed, place)),
    },
  };
}

/** How rows are sealed, and how a text's place is hidden in its row's name. */
export interface JournalSeal {
  readonly sealer: Sealer;
  readonly nameKey: Uint8Array;
}

/** Says why SQLite failed in the app's words. A full disk is never shown as saved. */
export function saveFailure(fault: unknown): Extract<Result<never>, { ok: false }> {
  const { errcode, code } = fault as { readonly errcode?: number; readonly code?: string };
  const SQLITE_FULL = 13;
  const isFull = (errcode ?? 0) % 256 === SQLITE_FULL || code === 'ENOSPC';
  return isFull
    ? fail('SAVE_DISK_FULL', 'There is no room left on the disk, so this was not saved.')
    : fail('SAVE_FAILED', 'The disk did not take this, so it was not saved.');
}

/** The file, open: each `write` is one transaction and is on the disk when it returns. */
export interface JournalFile {
  write(work: () => void): Result<null>;
  putEntry(entry: JournalEntry): void;
  removeEntry(id: RecordId): void;
  putKept(kept: KeptEntry): void;
  removeKept(id: RecordId): void;
  putDraft(draft: KeptDraft): void;
  removeDraft(key: string): void;
  /** Null takes a value away. */
  putMeta(meta: Partial<JournalMeta>): void;
  /** Hides a name under the key of this journal. */
  hashOf(name: string): string;
  read(): JournalContents;
  /** Takes what was removed out of the log beside the file too. */
  forgetRemoved(): void;
  /** Lays every row under another key, all or none; none of the file then opens with this one. */
  rekey(next: JournalSeal): Result<null>;
  close(): void;
}

/** Where journals lie: files of SQLite, unless a simulation brings a disk of its own. */
export interface JournalFiles {
  /** Opens or makes a journal. Throws what SQLite throws, or `NewerJournal`. */
  open(path: string, seal: JournalSeal): JournalFile;
  /** Reads what can be read of one that does not open as it should. */
  salvage(path: string, seal: JournalSeal): JournalContents;
  /** Finishes what a crash left half done; false where it must not be read as it is. */
  prepare(path: string): boolean;
  /** Keeps a damaged one as it is under another name, which it gives. Throws without room. */
  keep(path: string, stamp: string): string;
  /** Puts a journal that holds this in its place, whole or not at all. Throws what the disk throws. */
  replace(path: string, seal: JournalSeal, contents: JournalContents): JournalFile;
  /** Removes it for good, with every damaged one that was put aside. */
  remove(path: string): void;
}

/** Opens or makes the file. Throws what SQLite throws, or `NewerJournal`. */
export function openJournalFile(path: string, seal: JournalSeal): JournalFile {
  const db = new DatabaseSync(path);
  try {
    // One process owns the file, so it needs no shared memory file, which a full disk breaks.
    db.exec('pragma locking_mode = exclusive; pragma journal_mode = wal');
    db.exec('pragma synchronous = full; pragma secure_delete = on; pragma trusted_schema = off');
    if (db.prepare("select 1 from sqlite_schema where name = 'meta'").get() === undefined) {
      db.exec(`begin immediate; ${TABLES}
        insert into meta values ('schema', '${JOURNAL_SCHEMA}'); commit`);
    }
    // Later than the others: files of the first version begin without it.
    db.exec('create table if not exists kept (id text primary key, body blob not null) strict');
    // Some damage lets it be read and never written: that is to be known now.
    db.exec('begin immediate; pragma user_version = 0; rollback');
    return buildJournalFile(db, seal, statementsFor(db));
  } catch (fault) {
    db.close();
    throw fault;
  }
}

/** The writing statements; preparing them says whether the tables are what they should be. */
const statementsFor = (db: DatabaseSync) => ({
  putEntry: db.prepare('insert or replace into entry values (?, ?, ?, ?)'),
  removeEntry: db.prepare('delete from entry where id = ?'),
  putKept: db.prepare('insert or replace into kept values (?, ?)'),
  removeKept: db.prepare('delete from kept where id = ?'),
  putDraft: db.prepare('insert or replace into draft values (?, ?)'),
  removeDraft: db.prepare('delete from draft where id = ?'),
  putMeta: db.prepare('insert or replace into meta values (?, ?)'),
  removeMeta: db.prepare('delete from meta where key = ?'),
});

function buildJournalFile(
  db: DatabaseSync,
  seal: JournalSeal,
  statements: ReturnType<typeof statementsFor>,
): JournalFile {
  let { sealer, nameKey } = seal;
  const { putEntry, removeEntry, putKept, removeKept } = statements;
  const { putDraft, removeDraft, putMeta, removeMeta } = statements;
  const hashOf = (name: string) => createHmac('sha256', nameKey).update(name).digest('hex');
  const draftId = (key: string) => hashOf(`draft:${key}`);

  const sealMeta = () => void putMeta.run(META_SEAL, sealOfMeta(db, sealer));

  function write(work: () => void): Result<null> {
    try {
      db.exec('begin immediate');
      work();
      db.exec('commit');
      return { ok: true, value: null };
    } catch (fault) {
      try {
        if (db.isTransaction) db.exec('rollback');
      } catch {
        // The first failure is the one to tell.
      }
      return saveFailure(fault);
    }
  }

  function rekey(next: JournalSeal): Result<null> {
    const before = { sealer, nameKey };
    const written = write(() => {
      for (const table of sealedTables(db)) {
        const change = db.prepare(`update ${table} set body = ? where id = ?`);
        for (const { id, body } of db.prepare(`select id, body from ${table}`).all()) {
          const place = `${table} ${id}`;
          const plain = sealer.open(body as Uint8Array, place);
          change.run(next.sealer.seal(plain, place), id ?? null);
        }
      }
      // The name of a text's row comes from the key as well.
      const drafts = db
        .prepare('select id, body from draft')
        .all()
        .map(({ id, body }) => sealer.openJson(body as Uint8Array, `draft ${id}`));
      db.exec('delete from draft');
      ({ sealer, nameKey } = next);
      for (const draft of drafts as readonly KeptDraft[]) file.putDraft(draft);
      sealMeta();
    });
    if (!written.ok) ({ sealer, nameKey } = before);
    else file.forgetRemoved();
    return written;
  }

  const file: JournalFile = {
    write,
    rekey,
    putEntry(entry) {
      const body = sealer.sealJson(entry, `entry ${entry.id}`);
      putEntry.run(entry.id, entry.n, entry.state.is, body);
    },
    removeEntry: (id) => void removeEntry.run(id),
    putKept(kept) {
      const { id } = kept.entry;
      putKept.run(id, sealer.sealJson(kept, `kept ${id}`));
    },
    removeKept: (id) => void removeKept.run(id),
    putDraft(draft) {
      const id = draftId(draft.key);
      putDraft.run(id, sealer.sealJson(draft, `draft ${id}`));
    },
    removeDraft: (key) => void removeDraft.run(draftId(key)),
    putMeta(meta) {
      for (const [key, value] of Object.entries(meta)) {
        if (value === null) removeMeta.run(key);
        else putMeta.run(key, String(value));
      }
      sealMeta();
    },
    hashOf,
    read: () => readAll(db, sealer),
    forgetRemoved: () => void db.prepare('pragma wal_checkpoint(truncate)').all(),
    close: () => db.close(),
  };
  return file;
}

/** The tables whose rows are sealed under their own id. */
function sealedTables(db: DatabaseSync): readonly string[] {
  const tables = db.prepare(`select name from sqlite_schema
    where type = 'table' and name not in ('meta', 'draft')`);
  return tables.all().map(({ name }) => String(name));
}

/** The file was written by a newer version of the app. */
export class NewerJournal extends Error {
  override readonly name = 'NewerJournal';
}

/** Reads all that can be read, row by row: one bad row costs one row. */
function readAll(db: DatabaseSync, sealer: Sealer): JournalContents {
  const entries = new Map<string, JournalEntry>();
  const kept = new Map<string, KeptEntry>();
  const drafts = new Map<string, KeptDraft>();
  let meta = new Map<string, string>();
  let isDamaged = false;
  const each = (query: string, take: (row: Readonly<Record<string, unknown>>) => void) => {
    try {
      for (const row of db.prepare(query).iterate()) {
        try {
          take(row);
        } catch {
          isDamaged = true;
        }
      }
    } catch {
      isDamaged = true;
    }
  };
  try {
    const read = readMeta(db, sealer);
    meta = read.values;
    isDamaged = read.isDamaged;
  } catch {
    isDamaged = true;
  }
  if (Number(meta.get('schema')) > JOURNAL_SCHEMA) throw new NewerJournal();
  let hasKept = false;
  each("select 1 from sqlite_schema where name = 'kept'", () => {
    hasKept = true;
  });
  // From both ends: a bad page in the middle hides what lies behind it from one side only.
  for (const order of ['', 'desc']) {
    each(`select id, body from entry order by id ${order}`, ({ id, body }) => {
      if (entries.has(String(id))) return;
      const entry = sealer.openJson(body as Uint8Array, `entry ${id}`) as JournalEntry;
      entries.set(String(id), entry);
    });
    if (hasKept)
      each(`select id, body from kept order by id ${order}`, ({ id, body }) => {
        kept.set(String(id), sealer.openJson(body as Uint8Array, `kept ${id}`) as KeptEntry);
      });
    each(`select id, body from draft order by id ${order}`, ({ id, body }) => {
      drafts.set(String(id), sealer.openJson(body as Uint8Array, `draft ${id}`) as KeptDraft);
    });
  }
  try {
    const said = db.prepare('pragma quick_check(1)').get();
    if (said?.quick_check !== 'ok') isDamaged = true;
  } catch {
    isDamaged = true;
  }
  const device = meta.get('device');
  return {
    meta: {
      ...(device === undefined ? {} : { device }),
      nextN: Number(meta.get('nextN') ?? 1),
      lastSyncAt: meta.get('lastSyncAt') ?? null,
      owner: meta.get('owner') ?? null,
      formerly: meta.get('formerly') ?? null,
      forgotten: meta.get('forgotten') ?? null,
      damagedAt: meta.get('damagedAt') ?? null,
    },
    entries: [...entries.values()].toSorted((a, b) => a.n - b.n),
    kept: [...kept.values()].toSorted((a, b) => a.atMs - b.atMs || a.entry.n - b.entry.n),
    drafts: [...drafts.values()],
    isDamaged,
  };
}

/** Reads what can be read of a file that does not open as it should. */
export function salvage(path: string, { sealer }: JournalSeal): JournalContents {
  const nothing = { meta: {}, entries: [], kept: [], drafts: [], isDamaged: true };
  let db: DatabaseSync;
  try {
    db = new DatabaseSync(path);
  } catch {
    return nothing;
  }
  try {
    return readAll(db, sealer);
  } catch (fault) {
    if (fault instanceof NewerJournal) throw fault;
    return nothing;
  } finally {
    db.close();
  }
}

/** Reads a journal that was put aside, with a key that came back; leaves it as it is. */
export function readJournalAside(path: string, { sealer }: JournalSeal): JournalContents {
  const db = new DatabaseSync(path);
  try {
    return readAll(db, sealer);
  } finally {
    db.close();
  }
}
