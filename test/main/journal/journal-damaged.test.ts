import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import type { IsoInstant, RecordId } from '#contract/brands.ts';
import { openJournal } from '#main/journal/journal.ts';
import type { JournalFiles } from '#main/journal/journal-file.ts';
import { SQLITE_FILES } from '#main/journal/sqlite-files.ts';
import { draft, open, openAndTell, partsFor, saved, temporaryFolder } from './support.ts';

const COUNT = 60;

/** A closed journal with `COUNT` entries, as one file. */
function makeJournal() {
  const folder = temporaryFolder();
  const path = join(folder, 'journal.db');
  const journal = open(path);
  const made = saved(journal, ...Array.from({ length: COUNT }, (_, n) => draft(n)));
  journal.close();
  expect(readdirSync(folder)).toEqual(['journal.db']);
  return { folder, path, made, size: readFileSync(path).length };
}

/** What is kept must be true: known entries only, and the journal saves again. */
function expectUsable(path: string, known: ReadonlySet<string>) {
  const { journal, damaged } = openAndTell(path);
  expect(journal.wasDamaged).toBe(damaged !== null);
  const kept = journal.list();
  for (const entry of kept) expect(known.has(JSON.stringify(entry))).toBe(true);
  const [fresh] = saved(journal, draft(999));
  expect(fresh?.n).toBeGreaterThan(kept.at(-1)?.n ?? 0);
  journal.close();
  const again = open(path);
  expect(again.list()).toHaveLength(kept.length + 1);
  expect(again.wasDamaged).toBe(damaged !== null);
  again.close();
  return { kept, damaged };
}

test('a journal cut off at any point opens, keeps what can be read, and puts the rest aside', () => {
  const { folder, path, made, size } = makeJournal();
  const known = new Set(made.map((entry) => JSON.stringify(entry)));
  const whole = join(folder, 'whole');
  copyFileSync(path, whole);
  let most = 0;
  for (let cut = 0; cut < size; cut += 1_500) {
    for (const name of readdirSync(folder)) if (name !== 'whole') rmSync(join(folder, name));
    copyFileSync(whole, path);
    truncateSync(path, cut);
    const { kept, damaged } = expectUsable(path, known);
    most = Math.max(most, kept.length);
    // An empty file is a journal that was never written to; any other cut is told.
    if (cut > 0) expect(existsSync(damaged ?? '')).toBe(true);
  }
  expect(most).toBeGreaterThan(0);
});

test('what was lost is told at every start until it has been read, whenever the power goes', () => {
  const { path } = makeJournal();
  truncateSync(path, 9_000);
  const replaced = SQLITE_FILES.replace;
  const files: JournalFiles = {
    ...SQLITE_FILES,
    replace(...parts) {
      replaced(...parts).close();
      throw new Error('The power goes.');
    },
  };
  expect(openJournal(partsFor(path, { files })).ok).toBe(false);
  for (let start = 0; start < 2; start++) {
    const { journal, damaged } = openAndTell(path);
    expect([journal.wasDamaged, damaged]).toEqual([true, null]);
    journal.close();
  }
  const journal = open(path);
  expect(journal.noteDamageRead().ok).toBe(true);
  expect(journal.wasDamaged).toBe(false);
  journal.close();
  const after = open(path);
  expect(after.wasDamaged).toBe(false);
  after.close();
});

test('a journal that was written to and is an empty file now is told; a new one is not', () => {
  const { path } = makeJournal();
  truncateSync(path, 0);
  const fresh = open(path);
  expect(fresh.wasDamaged).toBe(false);
  fresh.close();
  truncateSync(path, 0);
  writeFileSync(`${path}.rescue`, 'what opens it when its key is lost');
  const emptied = open(path);
  expect(emptied.wasDamaged).toBe(true);
  emptied.close();
});

test('a flipped bit anywhere costs at most what lies there, and is told', () => {
  const { folder, path, made, size } = makeJournal();
  const known = new Set(made.map((entry) => JSON.stringify(entry)));
  const whole = readFileSync(path);
  let worst = COUNT;
  for (let at = 4_096; at < size; at += 997) {
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 0x10;
    writeFileSync(path, bytes);
    const { kept, damaged } = expectUsable(path, known);
    if (kept.length < COUNT) expect(damaged).not.toBeNull();
    worst = Math.min(worst, kept.length);
  }
  expect(worst).toBeLessThan(COUNT);
});

test('a torn tail of the log beside the file is cut; all that was committed before it stays', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'journal.db');
  const journal = open(path);
  const made = Array.from({ length: 20 }, (_, n) => saved(journal, draft(n))[0]);
  // A copy of both files while open is what a power cut leaves behind.
  const torn = join(folder, 'torn');
  mkdirSync(torn);
  const wal = readFileSync(`${path}-wal`);
  for (let cut = wal.length; cut > 0; cut -= Math.ceil(wal.length / 12)) {
    copyFileSync(path, join(torn, 'journal.db'));
    writeFileSync(join(torn, 'journal.db-wal'), wal.subarray(0, cut));
    const again = open(join(torn, 'journal.db'));
    const kept = again.list();
    expect(kept).toEqual(made.slice(0, kept.length));
    if (cut === wal.length) expect(kept).toHaveLength(20);
    again.close();
    for (const name of readdirSync(torn)) rmSync(join(torn, name));
  }
  journal.close();
});

test('a journal that was to take the place of a damaged one does so after a crash, a piece does not', () => {
  const { folder, path, made } = makeJournal();
  const whole = readFileSync(path);
  // The damaged one is still in place, its log beside it, when the power goes.
  writeFileSync(`${path}.next`, whole);
  writeFileSync(path, whole.subarray(0, 9_000));
  writeFileSync(`${path}-wal`, 'of the damaged one');
  writeFileSync(`${path}.making`, whole.subarray(0, 5_000));
  const { journal, damaged } = openAndTell(path);
  expect(damaged).toBeNull();
  expect(journal.list()).toEqual(made);
  journal.destroy();
  expect(readdirSync(folder)).toEqual([]);
});

function mountSmallDisk(): string | null {
  const folder = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', folder], { stdio: 'pipe' });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return folder;
}

test('on a full disk nothing is called saved, what was saved stays, and saving goes on with room', (context) => {
  const folder = mountSmallDisk();
  if (folder === null) {
    const reason = 'a small disk cannot be mounted here (needs root)';
    console.warn(`skipped: ${reason}`);
    context.skip(reason);
    return;
  }
  const path = join(folder, 'journal.db');
  const journal = open(path);
  const made = [...saved(journal, draft(1))];
  writeFileSync(join(folder, 'ballast'), new Uint8Array(64 * 1024));
  let refusals = 0;
  for (let n = 2; n < 2_000 && refusals < 5; n++) {
    const result = journal.append([draft(n, 'x'.repeat(200))]);
    if (result.ok) made.push(...result.value);
    else {
      refusals += 1;
      expect(result.error.code).toBe('SAVE_DISK_FULL');
    }
  }
  expect(refusals).toBe(5);
  expect(journal.list()).toEqual(made);
  // Larger than what one more change would have needed: up to nine pages of the log.
  expect(journal.writeDraft('note', 'y'.repeat(400_000))).toMatchObject({ ok: false });
  expect(journal.readDraft('note')).toEqual({ ok: true, value: '' });
  rmSync(join(folder, 'ballast'));
  made.push(...saved(journal, draft(1)));
  journal.close();
  const again = open(path);
  expect(again.list()).toEqual(made);
  again.close();
});

test('[SY26] a name that was lost with its file leaves no number of the former one in use', () => {
  const path = join(temporaryFolder(), 'journal.db');
  const journal = open(path);
  const [a, b] = saved(journal, draft(1), draft(2));
  const former = journal.device();
  const id = a?.id as RecordId;
  const at = '2026-01-01T00:00:00.000Z' as IsoInstant;
  journal.settle([{ to: 'sent', id, epoch: 'e', seq: 5, at }]);
  journal.settle([{ to: 'kept', id, atMs: 7 }]);
  journal.close();
  const db = new DatabaseSync(path);
  db.exec("delete from meta where key in ('seal', 'device', 'nextN')");
  db.close();
  const again = open(path);
  expect(again.device()).not.toBe(former);
  expect(again.list()).toMatchObject([{ id: b?.id, n: 1, mutation: { n: 1 } }]);
  expect(again.kept()).toMatchObject([{ entry: { id, n: 0 } }]);
  expect(again.nextN()).toBe(2);
  expect(again.formerly()).toBeNull();
  again.close();
  const named = open(path);
  expect(named.device()).toBe(again.device());
  named.close();
});
