import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { PROCESS_FLAGS } from './process-flags.ts';
import { type Broken, type Range, type Report, runRange } from './run-seeds.ts';

/** What the crew is to do. */
export interface Work extends Omit<Range, 'seeds'> {
  readonly seeds: readonly number[];
  readonly jobs: number;
  /** No range is begun after this many milliseconds. */
  readonly withinMs: number;
}

/** Small enough to share out evenly, large enough that sending costs nothing. */
const RANGE = 20;
const CHILD = join(import.meta.dirname, 'child.ts');

/**
 * Runs seeds over several processes.
 *
 * The report is the same for any number of them: what a seed does depends on nothing
 * outside it, ranges are added in their order, and the lowest broken seed is the one told.
 */
export async function runCrew({ seeds, jobs, withinMs, ...how }: Work): Promise<Report> {
  const startedAt = performance.now();
  const ranges: Range[] = [];
  for (let from = 0; from < seeds.length; from += RANGE) {
    ranges.push({ ...how, seeds: seeds.slice(from, from + RANGE) });
  }
  const reports: Report[] = [];
  let next = 0;
  let last = ranges.length;
  const isLate = () => performance.now() - startedAt > withinMs;

  async function takeTurns(run: (range: Range) => Promise<Report>): Promise<void> {
    for (let at = next++; at < last && !isLate(); at = next++) {
      const report = await run(ranges[at] as Range);
      reports[at] = report;
      if (report.broken.length > 0 && !how.isSurvey) last = Math.min(last, at);
    }
  }

  if (jobs === 1) await takeTurns(runRange);
  else {
    const children = Array.from({ length: Math.min(jobs, ranges.length) }, startChild);
    await Promise.all(children.map((child) => takeTurns((range) => ask(child, range))));
    for (const child of children) child.disconnect();
  }
  return add(reports.slice(0, last + 1).filter((report) => report !== undefined));
}

function startChild(): ChildProcess {
  return fork(CHILD, { execArgv: PROCESS_FLAGS });
}

function ask(child: ChildProcess, range: Range): Promise<Report> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('A process of the simulation ended by itself.'));
    child.once('exit', ended);
    child.once('message', (report: Report) => {
      child.off('exit', ended);
      resolve(report);
    });
    child.send(range);
  });
}

function add(reports: readonly Report[]): Report {
  const counts: Record<string, number> = {};
  const broken: Broken[] = [];
  const traces = createHash('sha256');
  let done = 0;
  let virtualMs = 0;
  for (const report of reports) {
    done += report.done;
    virtualMs += report.virtualMs;
    broken.push(...report.broken);
    traces.update(report.traces);
    for (const [name, times] of Object.entries(report.counts)) {
      counts[name] = (counts[name] ?? 0) + times;
    }
  }
  return { done, virtualMs, counts, broken, traces: traces.digest('hex').slice(0, 16) };
}
