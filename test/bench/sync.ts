import { appRun } from './app-run.ts';
import { rounded } from './calibration.ts';
import { bytes, ms, table } from './table.ts';

/** `npm run bench -- sync [people ...]`: first sync, what it costs, and "Saved". */
export async function bench(args: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const results: Record<string, unknown> = {};
  const rows: Record<string, readonly string[]> = {};
  for (const size of args.length > 0 ? args.map(Number) : [2000, 105_000]) {
    const { firstSync, diskBytes, rawWriteMs, sealed, saved } = await appRun(size);
    const { firstSyncMs, firstPeopleMs, searchableMs, wireBytes, memory } = firstSync;
    const peoplePerSecond = Math.round(size / (firstSyncMs / 1000));
    const ratioToRawWrite = rounded(firstSyncMs / rawWriteMs);
    results[size] = {
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
      savedP50Ms: saved.p50Ms,
      savedP99Ms: saved.p99Ms,
      memoryBytes: memory.mainRss + memory.chromiumRss,
      memory,
    };
    rows[`${size} people`] = [
      ms(firstSyncMs),
      ms(searchableMs),
      `${peoplePerSecond}`,
      `${Math.round(ratioToRawWrite)} x`,
      `${Math.round(wireBytes / size)}`,
      `${Math.round(diskBytes / size)}`,
      `${ms(firstSync.longestTaskMs)} of ${firstSync.longTasks}`,
      `${ms(saved.p50Ms)} / ${ms(saved.p99Ms)}`,
      bytes(memory.workerHeap),
      bytes(memory.mainRss + memory.chromiumRss),
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
    '"Saved" p50 / p99',
    'memory: worker heap (index and work)',
    '  all processes, shared pages in each',
  ]);
  return results;
}
