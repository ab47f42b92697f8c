import { createHash } from 'node:crypto';
import type { JournalEntry } from '#contract/journal.ts';
import type { KeptEntry } from '#core/sync/ports.ts';
import {
  type JournalContents,
  type JournalFile,
  type JournalFiles,
  type JournalMeta,
  type KeptDraft,
  saveFailure,
} from '#main/journal/journal-file.ts';
import type { Chance } from './chance.ts';

/** What becomes of one commit. `not synced`: it failed, and may be there after a crash. */
export type CommitFate = 'done' | 'full' | 'not synced' | 'cut before' | 'cut after';

/** Whose process writes. */
export interface JournalOwner {
  /** Says what becomes of a commit; throws where the process has ended already. */
  fate(): CommitFate;
  /** The process ends here; throws. */
  cut(): never;
  /** Throws where the process has ended already. */
  mayRemove(): void;
  removed(): void;
}

/** A table row as text; null = it cannot be read any more. */
type Rows = Map<string, string | null>;

interface Content {
  readonly meta: Rows;
  readonly entries: Rows;
  readonly kept: Rows;
  readonly drafts: Rows;
}

type Change = (content: Content) => void;

const SQLITE_IOERR = 10;
const SQLITE_FULL = 13;
const SQLITE_NOTADB = 26;

const nothing = (): Content => ({
  meta: new Map(),
  entries: new Map(),
  kept: new Map(),
  drafts: new Map(),
});

function copyOf({ meta, entries, kept, drafts }: Content): Content {
  return {
    meta: new Map(meta),
    entries: new Map(entries),
    kept: new Map(kept),
    drafts: new Map(drafts),
  };
}

/**
 * The disk a journal lies on: commits are whole or not at all, as SQLite promises.
 *
 * The file itself, cut off at every byte, is tested in `test/main/journal`.
 */
export class JournalDisk {
  #content = nothing();
  /** A commit that failed, but whose bytes may be in the file: back after a crash. */
  #doubtful: readonly Change[] | null = null;
  #isNoDatabase = false;
  /** Work that was here and was left out when what could be read took its place. */
  readonly #lost = new Set<string>();
  /** The power goes as soon as another has taken the place of a damaged one. */
  #isCutThen = false;

  /** The work that damage has cost so far, whoever was told of it. */
  lost(): ReadonlySet<string> {
    const { entries, kept } = this.#content;
    return new Set([...this.#lost].filter((id) => !entries.has(id) && !kept.has(id)));
  }

  /** What lies on the disk, whether the app runs or not. */
  entries(): readonly JournalEntry[] {
    return readEntries(this.#content).found;
  }

  kept(): readonly KeptEntry[] {
    return readKept(this.#content).found;
  }

  /** Takes a copy; gives what puts it back. */
  copy(): () => void {
    const copy = copyOf(this.#content);
    return () => {
      this.#content = copyOf(copy);
      this.#doubtful = null;
      this.#isNoDatabase = false;
    };
  }

  /** One bit is another: it costs one row, or what tells SQLite that this is its file. */
  flipBit(chance: Chance): void {
    const rows = [...Object.values<Rows>({ ...this.#content })].flatMap((table) =>
      [...table.keys()].map((key) => () => table.set(key, null)),
    );
    if (rows.length === 0) return;
    if (chance.may(0.2)) this.#isNoDatabase = true;
    else chance.pick(rows)();
    this.#isCutThen = chance.may(0.3);
  }

  /** The disk as one run of the app sees it. */
  mount(owner: JournalOwner): JournalFiles {
    return {
      open: () => {
        if (this.#isNoDatabase) throw Object.assign(new Error(), { errcode: SQLITE_NOTADB });
        for (const change of this.#doubtful ?? []) change(this.#content);
        this.#doubtful = null;
        return this.#file(owner);
      },
      prepare: () => true,
      salvage: () => readAll(this.#content),
      keep: () => 'aside',
      replace: (_path, _seal, contents) => {
        const fate = this.#isCutThen ? 'cut after' : owner.fate();
        this.#isCutThen = false;
        if (fate === 'full') throw Object.assign(new Error(), { errcode: SQLITE_FULL });
        if (fate === 'not synced') throw Object.assign(new Error(), { errcode: SQLITE_IOERR });
        if (fate !== 'cut before') {
          const before = [...this.#content.entries.keys(), ...this.#content.kept.keys()];
          this.#content = contentOf(contents);
          const { entries, kept } = this.#content;
          for (const id of before) if (!entries.has(id) && !kept.has(id)) this.#lost.add(id);
          this.#isNoDatabase = false;
          this.#doubtful = null;
        }
        if (fate !== 'done') owner.cut();
        return this.#file(owner);
      },
      remove: () => {
        owner.mayRemove();
        this.#content = nothing();
        this.#isNoDatabase = false;
        this.#doubtful = null;
        owner.removed();
      },
    };
  }

  #file(owner: JournalOwner): JournalFile {
    let changes: Change[] = [];
    let isClosed = false;
    return {
      write: (work) => {
        if (isClosed) return saveFailure(new Error('database is not open'));
        changes = [];
        work();
        const fate = owner.fate();
        this.#doubtful = null;
        if (fate === 'full') return saveFailure({ errcode: SQLITE_FULL });
        if (fate === 'not synced') {
          this.#doubtful = changes;
          return saveFailure({ errcode: SQLITE_IOERR });
        }
        if (fate !== 'cut before') for (const change of changes) change(this.#content);
        return fate === 'done' ? { ok: true, value: null } : owner.cut();
      },
      putEntry(entry) {
        const body = JSON.stringify(entry);
        changes.push(({ entries }) => entries.set(entry.id, body));
      },
      removeEntry: (id) => void changes.push(({ entries }) => entries.delete(id)),
      putKept(kept) {
        const body = JSON.stringify(kept);
        changes.push((content) => content.kept.set(kept.entry.id, body));
      },
      removeKept: (id) => void changes.push(({ kept }) => kept.delete(id)),
      putDraft: (draft) =>
        void changes.push(({ drafts }) => drafts.set(draft.key, JSON.stringify(draft))),
      removeDraft: (key) => void changes.push(({ drafts }) => drafts.delete(key)),
      putMeta(said) {
        for (const [key, value] of Object.entries(said)) {
          changes.push(({ meta }) => {
            if (value === null) meta.delete(key);
            else meta.set(key, String(value));
          });
        }
      },
      hashOf: (name) => createHash('sha256').update(name).digest('hex'),
      read: () => readAll(this.#content),
      forgetRemoved: () => {},
      // Nothing is sealed here: what can go wrong is the commit.
      rekey() {
        return this.write(() => {});
      },
      close: () => {
        isClosed = true;
      },
    };
  }
}

function contentOf({ meta, entries, kept, drafts }: JournalContents): Content {
  const said = Object.entries(meta).filter(([, value]) => value !== null);
  const text = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Rows =>
    new Map(items.map((item) => [keyOf(item), JSON.stringify(item)]));
  return {
    meta: new Map(said.map(([key, value]) => [key, String(value)])),
    entries: text(entries, ({ id }) => id),
    kept: text(kept, ({ entry }) => entry.id),
    drafts: text(drafts, ({ key }) => key),
  };
}

function readEntries({ entries }: Content) {
  const texts = [...entries.values()];
  const found = texts.flatMap((text) => (text === null ? [] : [JSON.parse(text) as JournalEntry]));
  return { found: found.toSorted((a, b) => a.n - b.n), isDamaged: found.length < texts.length };
}

function readKept({ kept }: Content) {
  const texts = [...kept.values()];
  const found = texts.flatMap((text) => (text === null ? [] : [JSON.parse(text) as KeptEntry]));
  return { found: found.toSorted((a, b) => a.atMs - b.atMs || a.entry.n - b.entry.n), texts };
}

function readAll(content: Content): JournalContents {
  const { found, isDamaged } = readEntries(content);
  const meta = (key: keyof JournalMeta) => content.meta.get(key) ?? null;
  const device = meta('device');
  const drafts = [...content.drafts.values()];
  const kept = readKept(content);
  const lost = [...content.meta.values(), ...drafts, ...kept.texts].includes(null);
  return {
    meta: {
      ...(device === null ? {} : { device }),
      nextN: Number(meta('nextN') ?? 1),
      lastSyncAt: meta('lastSyncAt'),
      owner: meta('owner'),
      formerly: meta('formerly'),
      forgotten: meta('forgotten'),
      damagedAt: meta('damagedAt'),
    },
    entries: found,
    kept: kept.found,
    drafts: drafts.flatMap((text) => (text === null ? [] : [JSON.parse(text) as KeptDraft])),
    isDamaged: isDamaged || lost,
  };
}
