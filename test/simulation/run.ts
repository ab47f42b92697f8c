import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { runCrew } from './crew.ts';
import { runMutants } from './mutants.ts';
import { type Broken, type Report, runHere } from './run-seeds.ts';
import { NOTHING, readLeftOut, writeLeftOut } from './setting.ts';
import { shrink } from './shrink.ts';
import { writeTotals } from './totals.ts';

/**
 * `npm run simulate -- [--seeds N] [--seed S] [--jobs J] [--within SECONDS] [--twice]
 * [--survey] [--trace] [--without WHAT] [--shrink S] [--mutants [WORD]]`: the production engine, codecs,
 * rules and apply code in a simulated world.
 *
 * Exits 1 with seed and commit where a promise of sync.md 6.1 did not hold.
 */
const args = process.argv.slice(2);
const has = (name: string) => args.includes(name);
const textOf = (name: string) => (has(name) ? args[args.indexOf(name) + 1] : undefined);
const numberOf = (name: string, otherwise: number) => Number(textOf(name) ?? otherwise);
const first = numberOf('--seed', 1);
const jobs = numberOf('--jobs', availableParallelism());

if (has('--mutants')) {
  const word = textOf('--mutants');
  const isKilled = await runMutants({
    seeds: numberOf('--seeds', 3_000),
    jobs,
    word: word?.startsWith('--') ? undefined : word,
  });
  process.exit(isKilled ? 0 : 1);
}
if (has('--shrink')) process.exit(await runShrink(numberOf('--shrink', first)));
const isOne = has('--seed') && !has('--seeds');
process.exit(isOne && !has('--twice') ? await runOne() : await runMany());

async function runOne(): Promise<number> {
  const told = has('--trace') ? console.log : null;
  const { hash, violation } = await runHere(first, { told, leftOut: leftOut() });
  console.log(`seed ${first} trace ${hash}`);
  if (violation === null) return 0;
  const { message, stack = '' } = violation;
  tell({ seed: first, trace: hash, message, stack });
  return 1;
}

function leftOut() {
  const without = textOf('--without');
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
  const without = writeLeftOut(shrunk.leftOut);
  console.log(`npm run simulate -- --seed ${seed} --without '${without}' --trace`);
  return 1;
}

async function runMany(): Promise<number> {
  const startedAt = performance.now();
  const count = isOne ? 1 : numberOf('--seeds', 200);
  const report = await runCrew({
    seeds: Array.from({ length: count }, (_, n) => first + n),
    jobs: Math.min(jobs, count),
    withinMs: numberOf('--within', Number.POSITIVE_INFINITY) * 1000,
    isTwice: has('--twice'),
    isSurvey: has('--survey'),
  });
  for (const line of writeTotals(report.counts)) console.log(line);
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(writeSpeed(report, seconds));
  for (const { seed, message } of has('--survey') ? report.broken : []) {
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
  const without = textOf('--without');
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
