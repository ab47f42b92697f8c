import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { readOptions, refuse } from '../commands/options.ts';
import { runCrew } from './crew.ts';
import { KEPT_SEEDS } from './kept-seeds.ts';
import { MUTANTS } from './mutant-list.ts';
import { runMutants } from './mutants.ts';
import { type Broken, type Report, runHere } from './run-seeds.ts';
import { NOTHING, readLeftOut, writeLeftOut } from './setting.ts';
import { shrink } from './shrink.ts';
import { writeTotals } from './totals.ts';

/**
 * `npm run simulate -- [--seeds N] [--seed S] [--jobs J] [--within SECONDS] [--twice]
 * [--survey] [--kept] [--trace] [--without WHAT] [--shrink S] [--mutants [WORD]]`: the production engine, codecs,
 * rules and apply code in a simulated world.
 *
 * Exits 1 with seed and commit where a promise of sync.md 6.1 did not hold, 2 where what was
 * asked cannot be meant.
 */
const asked = readOptions(
  {
    ...{ seeds: { least: 1 }, seed: { least: 0 }, jobs: { least: 1 }, within: { least: 1 } },
    ...{ twice: 'flag', survey: 'flag', trace: 'flag', kept: 'flag' },
    ...{ without: 'text', shrink: { least: 0 }, mutants: 'flag' },
  },
  { mostWords: process.argv.includes('--mutants') ? 1 : 0 },
);
const { seed: first = 1, jobs = availableParallelism(), without } = asked;

if (asked.mutants) process.exit(await runHunt());
if (asked.shrink !== undefined) process.exit(await runShrink(asked.shrink));
const isOne = asked.seed !== undefined && asked.seeds === undefined;
process.exit(isOne && !asked.twice ? await runOne() : await runMany());

async function runHunt(): Promise<number> {
  const [word = ''] = asked.words;
  const mutants = MUTANTS.filter(({ name }) => name.includes(word));
  if (without !== undefined)
    refuse('Mutants meet whole seeds: --without cannot be meant with them.');
  if (mutants.length === 0) refuse(`No mutant has "${word}" in its name.`);
  return (await runMutants({ seeds: asked.seeds ?? 3_000, jobs, mutants })) ? 0 : 1;
}

async function runOne(): Promise<number> {
  const told = asked.trace ? console.log : null;
  const { hash, violation } = await runHere(first, { told, leftOut: leftOut() });
  console.log(`seed ${first} trace ${hash}`);
  if (violation === null) return 0;
  const { message, stack = '' } = violation;
  tell({ seed: first, trace: hash, message, stack });
  return 1;
}

function leftOut() {
  return without === undefined ? NOTHING : readLeftOut(without);
}

async function runShrink(seed: number): Promise<number> {
  const shrunk = await shrink(seed, console.log, leftOut());
  if (shrunk === null) {
    console.log(`seed ${seed} breaks no promise`);
    return 0;
  }
  const { message, runs } = shrunk;
  console.log(`${message}\nafter ${runs} runs; what is left fails with`);
  const rest = writeLeftOut(shrunk.leftOut);
  console.log(`npm run simulate -- --seed ${seed} --without '${rest}' --trace`);
  return 1;
}

async function runMany(): Promise<number> {
  const startedAt = performance.now();
  const count = isOne ? 1 : (asked.seeds ?? 200);
  // What was hard to find once is what a fault shows in soonest.
  const kept = asked.kept ? Object.keys(KEPT_SEEDS).map(Number) : [];
  const report = await runCrew({
    seeds: [...kept, ...Array.from({ length: count }, (_, n) => first + n)],
    jobs: Math.min(jobs, count),
    withinMs: (asked.within ?? Number.POSITIVE_INFINITY) * 1000,
    isTwice: asked.twice,
    isSurvey: asked.survey,
    without: without ?? '',
  });
  for (const line of writeTotals(report.counts)) console.log(line);
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(writeSpeed(report, seconds));
  for (const { seed, message } of asked.survey ? report.broken : []) {
    console.log(`seed ${seed} ${message.slice(0, 200)}`);
  }
  const lowest = report.broken[0];
  if (lowest) tell(lowest);
  return lowest ? 1 : 0;
}

function writeSpeed({ done, virtualMs, traces }: Report, seconds: number): string {
  const speed = (done / seconds).toFixed(1);
  const days = (virtualMs / 86_400_000).toFixed(0);
  const many = jobs === 1 ? '1 process' : `${jobs} processes`;
  return `${done} seeds in ${seconds.toFixed(1)} s, ${speed} seeds/s in ${many}, ${days} days of virtual time, traces ${traces}`;
}

function tell({ seed, trace, stack }: Broken): void {
  const rest = without === undefined ? '' : ` --without '${without}'`;
  console.error(`\nVIOLATION ${stack}`);
  console.error(`seed ${seed} commit ${commit()} trace ${trace}`);
  console.error(`again: npm run simulate -- --seed ${seed}${rest} --trace`);
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
