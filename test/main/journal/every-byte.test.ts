import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RecruiterId } from '#contract/brands.ts';
import { draft, open, openAndTell, saved, temporaryFolder } from './support.ts';

/**
 * A small journal with real work in it, harmed at one place after another: cut off there, or one
 * bit of the byte there fallen over. All places with `EVERY_BYTE=1`, else every so many.
 */
const every = Number(process.env.EVERY_BYTE ?? 0);
const ENTRIES = 6;
const OWNER = '01900000-0000-7000-8000-00000000b0b0' as RecruiterId;
const TEXT = 'A text being written';

/** The journal as it lies on the disk: closed, as one file; or open, with the log beside it. */
function makeJournal(isOpen: boolean) {
  const folder = temporaryFolder();
  const path = join(folder, 'journal.db');
  const first = open(path);
  first.claim(OWNER);
  first.writeDraft('note', TEXT);
  saved(first, draft(0));
  first.close();
  const journal = open(path);
  for (let n = 1; n < ENTRIES; n++) saved(journal, draft(n));
  const made = journal.list();
  const device = journal.device();
  if (!isOpen) journal.close();
  const names = readdirSync(folder).filter((name) => !name.endsWith('-shm'));
  const files = new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
  if (isOpen) journal.close();
  return { files, made, device };
}

type Made = ReturnType<typeof makeJournal>;

interface Harmed {
  readonly files: ReadonlyMap<string, Buffer>;
  /** The one that was harmed. */
  readonly harmed: Buffer;
  readonly folder: string;
}

interface Outcome {
  readonly at: number;
  readonly kept: number;
  readonly isTold: boolean;
  /** Every entry, text and name is there. */
  readonly isWhole: boolean;
}

/** What could not be read is kept as it was, byte by byte; SQLite may lay a log over its file. */
function expectKept({ files, harmed, folder }: Harmed): void {
  const aside = readdirSync(folder).filter((name) => name.startsWith('journal.db.damaged-'));
  expect(aside).not.toEqual([]);
  if (files.size > 1 && files.get('journal.db') === harmed) return;
  const bytes = aside.map((name) => readFileSync(join(folder, name)));
  expect(bytes.some((each) => each.equals(harmed))).toBe(true);
}

/** Opens the harmed files and holds what must be true whatever was harmed. */
function openHarmed({ made, device }: Made, where: Harmed): Omit<Outcome, 'at'> {
  const { files, folder } = where;
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  const path = join(folder, 'journal.db');
  const { journal, damaged } = openAndTell(path);
  const known = new Map(made.map((entry) => [entry.id as string, JSON.stringify(entry)]));
  const kept = journal.list();
  // Never half an entry, never one that nobody wrote.
  for (const entry of kept) expect(known.get(entry.id)).toBe(JSON.stringify(entry));
  const text = journal.readDraft('note');
  expect(['', TEXT]).toContain(text.ok ? text.value : null);
  expect([OWNER, null]).toContain(journal.owner());
  const isWhole = kept.length === made.length && text.ok && text.value === TEXT;
  const isMine = journal.owner() === OWNER && journal.device() === device;
  if (damaged !== null) expectKept(where);
  const [fresh] = saved(journal, draft(999));
  expect(fresh?.n).toBeGreaterThan(Math.max(0, ...kept.map(({ n }) => n)));
  journal.close();
  const again = open(path);
  expect(again.list()).toHaveLength(kept.length + 1);
  again.close();
  return { kept: kept.length, isTold: damaged !== null, isWhole: isWhole && isMine };
}

const HEAD_BYTES = 100;

/** Harms one file at one place after another, and counts what came of it. */
function harmEach(
  made: Made,
  file: string,
  { step, harm }: { readonly step: number; readonly harm: (bytes: Buffer, at: number) => Buffer },
): readonly Outcome[] {
  const folder = join(temporaryFolder(), 'harmed');
  mkdirSync(folder);
  const whole = made.files.get(file);
  if (!whole) throw new Error(`There is no ${file}.`);
  const outcomes: Outcome[] = [];
  // The head decides how all else is read: every byte of it, always.
  for (let at = 0; at < whole.length; at += at < HEAD_BYTES ? 1 : every || step) {
    const harmed = harm(whole, at);
    const files = new Map<string, Buffer>(made.files).set(file, harmed);
    outcomes.push({ at, ...openHarmed(made, { files, harmed, folder }) });
  }
  const count = (isIt: (outcome: Outcome) => boolean) => outcomes.filter(isIt).length;
  console.log(
    `${file} of ${whole.length} bytes, every ${every || step}: ${outcomes.length} harmed, ` +
      `all kept ${count((each) => each.isWhole)}, told ${count((each) => each.isTold)}, ` +
      `fewest kept ${Math.min(...outcomes.map(({ kept }) => kept))} of ${ENTRIES}`,
  );
  return outcomes;
}

const cut = (bytes: Buffer, at: number) => bytes.subarray(0, at);
const flip = (bytes: Buffer, at: number) => {
  const harmed = Buffer.from(bytes);
  harmed[at] = (harmed[at] ?? 0) ^ (1 << (at % 8));
  return harmed;
};

test('cut off at any byte: it opens, keeps what can be read, tells, and keeps the damaged file', () => {
  const made = makeJournal(false);
  for (const { at, isTold, isWhole } of harmEach(made, 'journal.db', { step: 401, harm: cut })) {
    // An empty file is a journal that was never written to.
    if (at > 0 && !isWhole) expect(isTold, `cut at ${at}`).toBe(true);
  }
}, 3_600_000);

test('one bit fallen over at any byte: at most what lies there is lost, and never in silence', () => {
  const made = makeJournal(false);
  for (const { at, isTold, isWhole } of harmEach(made, 'journal.db', { step: 127, harm: flip })) {
    if (!isWhole) expect(isTold, `bit at ${at}`).toBe(true);
  }
}, 3_600_000);

test('the log cut off at any byte: what was committed before stays, in order and whole', () => {
  const made = makeJournal(true);
  for (const { at, kept } of harmEach(made, 'journal.db-wal', { step: 499, harm: cut })) {
    expect(kept, `cut at ${at}`).toBeGreaterThan(0);
  }
}, 3_600_000);

test('one bit of the log fallen over at any byte: nothing saved after it is lost in silence', () => {
  const made = makeJournal(true);
  const outcomes = harmEach(made, 'journal.db-wal', { step: 251, harm: flip });
  for (const { at, kept, isTold, isWhole } of outcomes) {
    if (!isWhole) expect(isTold, `bit at ${at}`).toBe(true);
    expect(kept, `bit at ${at}`).toBeGreaterThanOrEqual(ENTRIES - 1);
  }
}, 3_600_000);

test('the file beside a log with one bit fallen over: the same', () => {
  const made = makeJournal(true);
  for (const { at, isTold, isWhole } of harmEach(made, 'journal.db', { step: 401, harm: flip })) {
    if (!isWhole) expect(isTold, `bit at ${at}`).toBe(true);
  }
}, 3_600_000);
