import { readOptions, wholeNumber } from '../commands/options.ts';
import { appRun } from './app-run.ts';
import { rounded } from './calibration.ts';
import { bytes, ms, table } from './table.ts';

/** `npm run bench -- sync [people ...]`: first sync, what it costs, and "Saved". */
export async function bench(args: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const { words } = readOptions({}, { args, mostWords: 10 });
  const sizes = words.map((word) => wholeNumber('How many people', word, 1));
  const results: Record<string, unknown> = {};
  const last: Record<string, unknown> = {};
  const rows: Record<string, readonly string[]> = {};
  for (const size of sizes.length > 0 ? sizes : [2000, 105_000]) {
    const { firstSync, delta1000Ms, diskBytes, rawWriteMs, sealed, saved } = await appRun(size);
    const { firstSyncMs, firstPeopleMs, searchableMs, wireBytes, memory } = firstSync;
    const peoplePerSecond = Math.round(size / (firstSyncMs / 1000));
    const ratioToRawWrite = rounded(firstSyncMs / rawWriteMs);
    const memoryBytes = memory.totalPss ?? memory.mainRss + memory.chromiumRss;
    const figures = {
      firstSyncMs: rounded(firstSyncMs),
      firstPeopleMs: rounded(firstPeopleMs),
      searchableMs: rounded(searchableMs),
      peoplePerSecond,
      rawWriteMs: rounded(rawWriteMs),
      ratioToRawWrite,
      sealedBytes: sealed.bytes,
      wireBytesPerPerson: Math.round(wireBytes / size),
      diskBytesPerPerson: Math.round(diskBytes / size),
      longestTaskMs: Math.round(firstSync.longestTaskMs),
      longTasks: firstSync.longTasks,
      delta1000Ms: rounded(delta1000Ms),
      savedP50Ms: saved.p50Ms,
      savedP99Ms: saved.p99Ms,
      memoryBytes,
      memory,
    };
    results[size] = figures;
    // The figures of issue 3 are those of the last size, and stand by themselves as well.
    Object.assign(last, { people: size, ...figures });
    rows[`${size} people`] = [
      ms(firstSyncMs),
      ms(searchableMs),
      `${peoplePerSecond}`,
      `${Math.round(ratioToRawWrite)} x`,
      `${Math.round(wireBytes / size)}`,
      `${Math.round(diskBytes / size)}`,
      `${ms(firstSync.longestTaskMs)} of ${firstSync.longTasks}`,
      ms(delta1000Ms),
      `${ms(saved.p50Ms)} / ${ms(saved.p99Ms)}`,
      bytes(memory.workerHeap),
      bytes(memoryBytes),
    ];
  }
  table(rows, [
    'signed in to all confirmed',
    'signed in to everybody in Find',
    'people a second',
    '  over a raw write of the same bytes',
    'bytes a person on the wire',
    'bytes a person on the disk',
    'longest task of the page over 50 ms',
    '1,000 changed, from "sync now" to Find',
    '"Saved" p50 / p99',
    'memory: worker heap (index and work)',
    '  all processes',
  ]);
  return { ...last, ...results };
}
