import { appRun } from './app-run.ts';
import { rounded } from './calibration.ts';
import { rebuildFromRows } from './rows-peer.ts';
import { bytes, ms, table } from './table.ts';

/** `npm run bench -- start [people ...]`: cold start and typing in the running application. */
export async function bench(args: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const results: Record<string, unknown> = {};
  const last: Record<string, unknown> = {};
  const rows: Record<string, readonly string[]> = {};
  for (const size of args.length > 0 ? args.map(Number) : [2000, 105_000]) {
    const { coldStart, rebuild, typing, memory, sealed } = await appRun(size);
    const rebuildFromRowsMs = await rebuildFromRows(size);
    const { firstResultMs, launchToFirstResultMs, everybodyMs } = coldStart;
    const { toPaint, worker } = typing;
    // Reading the sealed bytes and nothing else is the least a start can do.
    const ratioToRawRead = rounded(everybodyMs / sealed.ms);
    const figures = {
      firstResultMs: rounded(firstResultMs),
      launchToFirstResultMs: rounded(launchToFirstResultMs),
      everybodyMs: rounded(everybodyMs),
      rebuildFromRowsMs: rounded(rebuildFromRowsMs),
      ratio: rounded(rebuildFromRowsMs / firstResultMs),
      rebuildFromBuckets: {
        firstResultMs: rounded(rebuild.firstResultMs),
        everybodyMs: rounded(rebuild.everybodyMs),
      },
      rawReadMs: rounded(sealed.ms),
      ratioToRawRead,
      keys: typing,
      memory,
    };
    results[size] = figures;
    // The figures of issue 3 are those of the last size, and stand by themselves as well.
    Object.assign(last, { people: size, ...figures });
    rows[`${size} people`] = [
      ms(launchToFirstResultMs),
      ms(firstResultMs),
      ms(everybodyMs),
      `${Math.round(ratioToRawRead)} x`,
      `${ms(rebuildFromRowsMs)} (${rounded(rebuildFromRowsMs / firstResultMs)} x)`,
      `${ms(rebuild.firstResultMs)} / ${ms(rebuild.everybodyMs)}`,
      `${ms(toPaint.p50Ms)} / ${ms(toPaint.p95Ms)}`,
      `${ms(worker.p50Ms)} / ${ms(worker.p95Ms)}`,
      bytes(memory.mainRss),
      bytes(memory.pageHeap),
      bytes(memory.workerHeap),
      `${bytes(memory.chromiumRss)} (${memory.chromiumProcesses})`,
    ];
  }
  table(rows, [
    'launch to first result',
    'page to first result',
    'page to everybody',
    '  over a raw read of the same bytes',
    'the same from rows of IndexedDB',
    'without the image: first / everybody',
    'key to painted rows p50 / p95',
    '  of it in the worker p50 / p95',
    'memory: main process',
    '  page heap',
    '  worker heap (index and work)',
    '  other processes, shared pages in each',
  ]);
  return { isOffline: true, ...last, ...results };
}
