import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync,
} from 'node:fs';
import {
  type JournalContents,
  type JournalSeal,
  openJournalFile,
  salvage,
} from './journal-file.ts';
import { removeFiles } from './journal-place.ts';
import { mendLog } from './wal.ts';

/** Says whether the log beside a journal may be read as it is; a torn tail is no damage. */
export function isLogWhole(path: string): boolean {
  return mendedLog(path) === null;
}

function mendedLog(path: string): Buffer | null {
  if (!existsSync(path) || !existsSync(`${path}-wal`)) return null;
  const log = readFileSync(`${path}-wal`);
  return mendLog(log, pageBytes(path, log));
}

/**
 * Reads what can be read of a journal that was kept aside, and leaves it as it is.
 *
 * First with its log put right: whatever is whole then is all of it, and newer than the rest.
 * Its first page says what a file of SQLite is and where its tables lie; one bit of it can
 * cost all. Every journal has the same one, so it is read once more with that of a new one.
 */
export function salvageJournal(kept: string, seal: JournalSeal): JournalContents {
  const copy = `${kept}.reading`;
  const read = (change: () => void) => {
    removeFiles(copy);
    for (const end of ['', '-wal']) {
      if (existsSync(kept + end)) copyFileSync(kept + end, copy + end);
    }
    change();
    return salvage(copy, seal);
  };
  try {
    const mended = read(() => {
      const log = mendedLog(copy);
      if (log !== null) writeFileSync(`${copy}-wal`, log);
    });
    if (!mended.isDamaged) return mended;
    const asItIs = read(() => {});
    const anew = read(() => writeFirstPage(copy, seal));
    return [mended, asItIs, anew].reduce(joinContents);
  } finally {
    removeFiles(copy);
  }
}

function writeFirstPage(path: string, seal: JournalSeal): void {
  const model = `${path}-model`;
  openJournalFile(model, seal).close();
  const page = readFileSync(model).subarray(0, USUAL_PAGE_BYTES);
  removeFiles(model);
  const file = readFileSync(path);
  if (file.length < page.length) return;
  page.copy(file);
  // The file is as long as it is, and holds no free pages that anybody knows of.
  file.writeUInt32BE(file.length / USUAL_PAGE_BYTES, 28);
  file.fill(0, 32, 40);
  writeFileSync(path, file);
}

/** Joins what two readings of one journal found; where both have something, the first counts. */
export function joinContents(one: JournalContents, two: JournalContents): JournalContents {
  function both<Item>(
    part: (contents: JournalContents) => readonly Item[],
    keyOf: (item: Item) => string,
  ): readonly Item[] {
    return [...new Map([...part(two), ...part(one)].map((item) => [keyOf(item), item])).values()];
  }
  const device = one.meta.device ?? two.meta.device;
  return {
    meta: {
      ...(device === undefined ? {} : { device }),
      nextN: Math.max(one.meta.nextN ?? 1, two.meta.nextN ?? 1),
      lastSyncAt: one.meta.lastSyncAt ?? two.meta.lastSyncAt ?? null,
      owner: one.meta.owner ?? two.meta.owner ?? null,
      formerly: one.meta.formerly ?? two.meta.formerly ?? null,
      forgotten: one.meta.forgotten ?? two.meta.forgotten ?? null,
      damagedAt: one.meta.damagedAt ?? two.meta.damagedAt ?? null,
    },
    entries: both(
      ({ entries }) => entries,
      ({ id }) => id,
    ).toSorted((a, b) => a.n - b.n),
    kept: both(
      ({ kept }) => kept,
      ({ entry }) => entry.id,
    ).toSorted((a, b) => a.atMs - b.atMs),
    drafts: both(
      ({ drafts }) => drafts,
      ({ key }) => key,
    ),
    isDamaged: true,
  };
}

const USUAL_PAGE_BYTES = 4096;

/** The size of a page, which log and file both say; one of them may be what is damaged. */
function pageBytes(path: string, log: Buffer): number {
  const head = Buffer.alloc(18);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, head.length, 0);
  } finally {
    closeSync(file);
  }
  const said = [log.length >= 12 ? log.readUInt32BE(8) : 0, head.readUInt16BE(16)];
  const isSize = (bytes: number) => bytes >= 512 && (bytes & (bytes - 1)) === 0;
  return said.find(isSize) ?? USUAL_PAGE_BYTES;
}
