import { randomUUID } from 'node:crypto';
import type { IsoInstant, RecordId, RecruiterId } from '#contract/brands.ts';
import { fail, ok, type Result } from '#contract/errors.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { Mutation, MutationDraft } from '#contract/mutations.ts';
import { PROTOCOL_VERSION } from '#contract/protocol-version.ts';
import { newRecordId } from '#core/domain/ids.ts';
import type { Clock, Log, Random } from '#core/ports.ts';
import {
  applyChanges,
  inOrder,
  numberedAnew,
  renumbered,
  type Work,
} from '#core/sync/journal-rules.ts';
import type { JournalPort } from '#core/sync/ports.ts';
import { instant } from '#core/sync/state.ts';
import type { DataKey } from '../keys/keyring.ts';
import {
  type JournalContents,
  type JournalFile,
  type JournalFiles,
  journalSeal,
  type KeptDraft,
  NewerJournal,
  saveFailure,
  sealOfEither,
} from './journal-file.ts';
import { openWhole } from './open-whole.ts';
import { addWork, type Restored } from './restore.ts';
import { SQLITE_FILES } from './sqlite-files.ts';
import { emptiedOf, letGo, type NumberedWork, takeBack } from './take-back.ts';

/** The recruiter's own work, durable on this device, and the texts being written. */
export interface Journal extends JournalPort {
  /** Names this device to the centre; made with the journal, anew when it is an older copy. */
  device(): string;
  /** What it was called before; null when it always had this name. */
  formerly(): string | null;
  /** Whose work this is; null until someone has claimed it. */
  owner(): RecruiterId | null;
  /** Names whose work this is; on the disk when it returns. */
  claim(recruiter: RecruiterId): Result<null>;
  /** The recruiter has read that part of it was lost: it is told no more. */
  noteDamageRead(): Result<null>;
  /**
   * Answers when the entries are on the disk: this is "Saved".
   *
   * `instead` is a change that needed a decision and is now let go, in the same commit.
   */
  append(drafts: readonly MutationDraft[], instead?: RecordId): Result<readonly JournalEntry[]>;
  /** Takes back what the centre has not taken: it waits, or was refused. */
  discard(id: RecordId, unlessOffered?: boolean): Result<null>;
  /** Lets go what needed a decision: it was refused, or is taken and has been read. */
  letGo(id: RecordId): Result<null>;
  /** Brings back what a person let go in this run of the app. */
  putBack(id: RecordId): Result<null>;
  /** Every text being written. */
  drafts(): readonly KeptDraft[];
  /** Adds work of another journal of the same recruiter; a text kept here stays as it is. */
  restore(work: {
    readonly entries: readonly JournalEntry[];
    readonly drafts: readonly KeptDraft[];
  }): Result<Restored>;
  readDraft(key: string): Result<string>;
  /** An empty text removes it. */
  writeDraft(key: string, text: string): Result<null>;
  /** Lays everything under another key: what the disk still has under this one is for nobody. */
  rekey(key: DataKey): Result<null>;
  close(): void;
  /** Closes and removes the journal with all it holds; for a wipe only. */
  destroy(): void;
}

/** What was found when the journal was opened. */
export interface OpenedJournal {
  readonly journal: Journal;
  /** The name of the damaged file that was put aside, when some of it could not be read. */
  readonly damaged: string | null;
}

/** What a journal is made of. */
export interface JournalParts {
  /** Null keeps it in memory: nothing personal may be kept on this disk (decision S6). */
  readonly path: string | null;
  readonly key: DataKey;
  /** There when a change of keys was cut short: all of it is laid under this one. */
  readonly next?: DataKey | undefined;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Where journals lie: files of SQLite, unless a simulation brings a disk of its own. */
  readonly files?: JournalFiles;
}

/**
 * Opens the journal; only this process may have it open.
 *
 * What can be read of a damaged file is kept, and the file is put aside, never removed.
 * Errors: `SAVE_FAILED` for a file of a newer version or a second opener, which is left
 * as it is; `SAVE_DISK_FULL`.
 */
export function openJournal(parts: JournalParts): Result<OpenedJournal> {
  const { path, key, next, clock, random, log, files = SQLITE_FILES } = parts;
  const seal = next ? sealOfEither(key, next, random) : journalSeal(key, random);
  try {
    const { file, contents, damaged } = openWhole(files, path ?? ':memory:', seal, clock);
    if (next) file.rekey(journalSeal(next, random));
    if (damaged !== null) log.warn('journal.damaged', { kept: contents.entries.length });
    return ok({ journal: buildJournal(file, contents, parts), damaged });
  } catch (fault) {
    const name = fault instanceof Error ? fault.name : 'unknown';
    log.warn('journal.not-opened', { name });
    if (fault instanceof NewerJournal) {
      return fail('SAVE_FAILED', 'Your saved work was written by a newer version of this app.');
    }
    return saveFailure(fault);
  }
}

const NAMELESS = '';

function buildJournal(
  file: JournalFile,
  contents: JournalContents,
  { path, clock, random, files = SQLITE_FILES }: JournalParts,
): Journal {
  let device = contents.meta.device ?? NAMELESS;
  let formerly = contents.meta.formerly ?? null;
  let entries = contents.entries;
  let kept = contents.kept;
  const numbered = [...entries, ...kept.map(({ entry }) => entry)];
  let nextN = Math.max(contents.meta.nextN ?? 1, ...numbered.map(({ n }) => n + 1));
  let lastSyncAt = (contents.meta.lastSyncAt ?? null) as IsoInstant | null;
  let owner = (contents.meta.owner ?? null) as RecruiterId | null;
  let damagedAt = contents.meta.damagedAt ?? null;
  const drafts = new Map(contents.drafts.map(({ key, text }) => [key, text]));
  /** When an entry was made by the clock that never jumps; only for this run of the app. */
  const madeAtMonoMs = new Map<RecordId, number>();
  /** People scrubbed in this run of the app: nothing about them is written again. */
  const forgotten = new Set<string>();
  const namesForgotten = (text: string) => [...forgotten].some((id) => text.includes(id));
  /** The same of earlier runs, as hashes: nothing about them is kept (SY51). */
  let hashes = contents.meta.forgotten?.split(' ') ?? [];
  const namesHashed = (text: string) =>
    hashes.length > 0 && (text.match(UUID) ?? []).some((id) => hashes.includes(personHash(id)));
  const namesScrubbed = ({ mutation }: JournalEntry) => namesHashed(JSON.stringify(mutation));
  const personHash = (id: string) => file.hashOf(`person:${id}`).slice(0, 16);
  /** A line about somebody who withdrew may be taken off its list: that says no more than it. */
  const isAboutForgotten = (draft: MutationDraft) =>
    namesForgotten(JSON.stringify(draft)) ||
    (draft.kind !== 'shortlist.remove' && namesHashed(JSON.stringify(draft)));
  /** What was let go in this run of the app, for a change of mind. */
  const letGone = new Map<RecordId, JournalEntry>();
  const listeners = new Set<(entries: readonly JournalEntry[]) => void>();

  /** Writes the difference in one transaction; memory follows the disk, never leads. */
  function become(
    next: readonly JournalEntry[],
    nextNext = nextN,
    { keep = kept, name = device }: { readonly keep?: typeof kept; readonly name?: string } = {},
  ): Result<null> {
    const list = difference(entries, next, ({ id }) => id);
    const behind = difference(kept, keep, ({ entry }) => entry.id);
    const isSame = nextNext === nextN && name === device;
    if (list.isNone && behind.isNone && isSame) return ok(null);
    const written = file.write(() => {
      for (const entry of list.put) file.putEntry(entry);
      for (const { id } of list.removed) file.removeEntry(id);
      for (const one of behind.put) file.putKept(one);
      for (const { entry } of behind.removed) file.removeKept(entry.id);
      if (!isSame) file.putMeta({ nextN: nextNext, device: name });
      if (name !== device && device !== NAMELESS) file.putMeta({ formerly: device });
    });
    if (!written.ok) return written;
    entries = inOrder(next);
    kept = keep;
    nextN = nextNext;
    if (name !== device && device !== NAMELESS) formerly = device;
    device = name;
    for (const { id } of list.removed) madeAtMonoMs.delete(id);
    for (const listener of listeners) listener(entries);
    return written;
  }

  /** Takes another name; the numbers of the former one mean nothing under it (SY26). */
  function nameAnew(): Result<null> {
    const next = numberedAnew({ journal: entries, kept });
    const nextNext = Math.max(1, ...next.journal.map(({ n }) => n + 1));
    return become(next.journal, nextNext, { keep: next.kept, name: randomUUID() });
  }

  /** What a person dropped can be put back; what only waited is typed again as fast. */
  function drop(id: RecordId, next: NumberedWork): Result<null> {
    const dropped = entries.find((entry) => entry.id === id && entry.state.is !== 'waiting');
    const written = become(next.journal, next.nextN, { keep: next.kept });
    if (written.ok && dropped) letGone.set(id, dropped);
    return written;
  }

  function entryOf(draft: MutationDraft, n: number, at: IsoInstant): JournalEntry {
    const id = newRecordId(clock, random);
    const mutation: Mutation = { ...draft, id, n, schema: PROTOCOL_VERSION, at, ageMs: 0 };
    return { id, n, mutation, state: { is: 'waiting', tries: 0 } };
  }

  function ageMs({ id, mutation }: JournalEntry): number {
    const made = madeAtMonoMs.get(id);
    const age =
      made === undefined ? clock.nowMs() - Date.parse(mutation.at) : clock.monotonicMs() - made;
    return Number.isFinite(age) ? Math.max(0, Math.round(age)) : 0;
  }

  // New, or its name was lost with a part of the file.
  if (device === NAMELESS && !nameAnew().ok) {
    throw Object.assign(new Error('journal not written'), { errcode: 13 });
  }

  return {
    device: () => device,
    formerly: () => formerly,
    owner: () => owner,
    claim(recruiter) {
      if (recruiter === owner) return ok(null);
      const written = file.write(() => file.putMeta({ owner: recruiter }));
      if (written.ok) owner = recruiter;
      return written;
    },
    list: () => entries,
    kept: () => kept,
    nextN: () => nextN,
    lastSyncAt: () => lastSyncAt,
    get wasDamaged() {
      return damagedAt !== null;
    },
    noteDamageRead() {
      const written = file.write(() => file.putMeta({ damagedAt: null }));
      if (written.ok) damagedAt = null;
      return written;
    },
    append(asked, instead) {
      // The page may still show somebody whose erasure is on its way to it (SY16).
      if (asked.some(isAboutForgotten)) return WITHDRAWN;
      const now: Work = { journal: entries, kept };
      const before = instead === undefined ? now : letGo(now, instead);
      const at = instant(clock.nowMs());
      const made = asked.map((draft, i) => entryOf(draft, nextN + i, at));
      const list = [...before.journal, ...made];
      const written = become(list, nextN + made.length, { keep: before.kept });
      if (!written.ok) return written;
      for (const { id } of made) madeAtMonoMs.set(id, clock.monotonicMs());
      const replaced = before === now ? null : now.journal.find(({ id }) => id === instead);
      if (replaced) letGone.set(replaced.id, replaced);
      return ok(made);
    },
    offer(ids) {
      const wanted = new Set(ids);
      const isOffered = (entry: JournalEntry) =>
        wanted.has(entry.id) && entry.state.is === 'waiting';
      const written = become(
        entries.map((entry) => {
          if (entry.state.is !== 'waiting' || !isOffered(entry)) return entry;
          return { ...entry, state: { is: 'waiting', tries: entry.state.tries + 1 } };
        }),
      );
      if (!written.ok) return written;
      return ok(
        entries.filter(isOffered).map((entry) => ({ ...entry.mutation, ageMs: ageMs(entry) })),
      );
    },
    settle(changes) {
      const next = applyChanges({ journal: entries, kept }, changes);
      const known = new Set(kept);
      const keep = next.kept.filter((one) => known.has(one) || !namesScrubbed(one.entry));
      return become(next.journal, nextN, { keep });
    },
    reRegister: nameAnew,
    renumber(from) {
      const next = renumbered(entries, from);
      return become(next, Math.max(from, ...next.map(({ n }) => n + 1)));
    },
    discard(id, unlessOffered = false) {
      const taken = takeBack({ journal: entries, kept, nextN }, id, unlessOffered);
      return taken.ok ? drop(id, taken.value) : taken;
    },
    letGo(id) {
      const left = letGo({ journal: entries, kept }, id);
      return left.journal === entries ? NOT_TO_DECIDE : drop(id, { ...left, nextN });
    },
    putBack(id) {
      const entry = letGone.get(id);
      if (entry === undefined) return fail('RULE_REFUSED', 'This is not here any more.');
      if (namesForgotten(JSON.stringify(entry))) return WITHDRAWN;
      const keep = kept.filter((one) => one.entry.id !== id);
      const written = become(inOrder([...entries, entry]), nextN, { keep });
      if (written.ok) letGone.delete(id);
      return written;
    },
    scrub(people) {
      for (const id of people) forgotten.add(id);
      const names = (text: string) => people.some((id) => text.includes(id));
      const gone = [...drafts].filter(([key, text]) => names(key) || names(text));
      for (const [key] of gone) {
        const removed = file.write(() => file.removeDraft(key));
        if (!removed.ok) return removed;
        drafts.delete(key);
      }
      const others = hashes.filter((hash) => !people.some((id) => personHash(id) === hash));
      const scrubbed = [...others, ...people.map(personHash)].slice(-SCRUBBED_MOST);
      const noted = file.write(() => file.putMeta({ forgotten: scrubbed.join(' ') }));
      if (!noted.ok) return noted;
      hashes = scrubbed;
      const next = entries.flatMap((entry): readonly JournalEntry[] => {
        if (!names(JSON.stringify(entry.mutation))) return [entry];
        return entry.state.is === 'refused' || entry.state.is === 'told' ? [] : [emptiedOf(entry)];
      });
      const keep = kept.filter(({ entry }) => !names(JSON.stringify(entry.mutation)));
      const written = become(next, nextN, { keep });
      if (written.ok) file.forgetRemoved();
      return written;
    },
    endAccess(stream) {
      const next = entries.filter(({ mutation }) => mutation.stream !== stream);
      const keep = kept.filter(({ entry }) => entry.mutation.stream !== stream);
      const written = become(next, nextN, { keep });
      if (written.ok) file.forgetRemoved();
      return written;
    },
    noteSync(at) {
      const written = file.write(() => file.putMeta({ lastSyncAt: at }));
      if (written.ok) lastSyncAt = at;
      return written;
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    drafts: () => [...drafts].map(([key, text]) => ({ key, text })),
    restore(work) {
      const { restored, already, ...next } = addWork(entries, nextN, work.entries);
      const texts = work.drafts.filter(({ key }) => !drafts.has(key));
      const textsKept = file.write(() => {
        for (const draft of texts) file.putDraft(draft);
      });
      if (!textsKept.ok) return textsKept;
      for (const { key, text } of texts) drafts.set(key, text);
      const written = become(next.entries, next.nextN);
      return written.ok ? ok({ restored, already }) : written;
    },
    readDraft: (key) => ok(drafts.get(key) ?? ''),
    writeDraft(key, text) {
      const written = file.write(() => {
        if (text === '') file.removeDraft(key);
        else file.putDraft({ key, text });
      });
      if (!written.ok) return written;
      if (text === '') drafts.delete(key);
      else drafts.set(key, text);
      return written;
    },
    rekey: (key) => file.rekey(journalSeal(key, random)),
    close: () => file.close(),
    destroy() {
      file.close();
      if (path !== null) files.remove(path);
    },
  };
}

const NOT_TO_DECIDE = fail('RULE_REFUSED', 'This does not need a decision any more.');
const WITHDRAWN = fail('RULE_REFUSED', 'This person has withdrawn from the programme.');
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** People whose names are remembered as hashes; what is kept is gone before so many follow. */
const SCRUBBED_MOST = 2_000;

/** What must be written to come from one list to another. */
function difference<Item>(
  from: readonly Item[],
  to: readonly Item[],
  idOf: (item: Item) => string,
) {
  const before = new Map(from.map((item) => [idOf(item), item]));
  const after = new Set(to.map(idOf));
  const put = to.filter((item) => before.get(idOf(item)) !== item);
  const removed = from.filter((item) => !after.has(idOf(item)));
  return { put, removed, isNone: put.length === 0 && removed.length === 0 };
}
