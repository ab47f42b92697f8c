import { execFileSync } from 'node:child_process';
import { runMutants } from './mutants.ts';
import { installPlatform } from './platform.ts';
import { current, type Outcome, runSeed } from './seed.ts';
import { Killed } from './world.ts';

/**
 * `npm run simulate -- [--seeds N] [--seed S] [--trace] [--twice] [--survey] [--within SECONDS]
 * [--mutants [WORD]]`: the production engine,
 * codecs, rules and apply code in a simulated world. Exits 1 with seed and commit where a
 * promise of sync.md 6.1 did not hold.
 */
const args = process.argv.slice(2);
const numberOf = (name: string, otherwise: number) => {
  const at = args.indexOf(name);
  return at < 0 ? otherwise : Number(args[at + 1]);
};
const first = numberOf('--seed', 1);
const count = numberOf('--seeds', args.includes('--seed') ? 1 : 200);
const isTraced = args.includes('--trace');
const isSurvey = args.includes('--survey');
const isTwice = args.includes('--twice');

process.env.TZ = 'UTC';
process.on('unhandledRejection', (fault) => {
  if (!(fault instanceof Killed)) current?.caught(fault);
});
if (args.includes('--mutants')) {
  const at = args.indexOf('--mutants') + 1;
  const word = args[at]?.startsWith('--') ? undefined : args[at];
  process.exit((await runMutants(numberOf('--seeds', 400), word)) ? 0 : 1);
}
installPlatform();

const withinMs = numberOf('--within', Infinity) * 1000;
const isLate = () => performance.now() - startedAt > withinMs;
const totals = new Map<string, number>();
const startedAt = performance.now();
let broken: Outcome | null = null;
let brokenCount = 0;
let done = 0;
let virtualMs = 0;
for (let seed = first; seed < first + count && (!broken || isSurvey) && !isLate(); seed++) {
  const outcome = await runSeed(seed, isTraced ? console.log : null);
  done += 1;
  virtualMs += outcome.virtualMs;
  for (const [name, times] of outcome.counts) totals.set(name, (totals.get(name) ?? 0) + times);
  if (outcome.violation) {
    broken ??= outcome;
    brokenCount += 1;
    if (isSurvey) console.log(`seed ${seed} ${outcome.violation.message.slice(0, 200)}`);
  }
  if (isTwice && !broken) {
    const again = await runSeed(seed);
    if (again.hash !== outcome.hash) {
      broken = { ...outcome, violation: new Error('replayed to another trace') };
    }
  }
  if (count === 1) console.log(`seed ${seed} trace ${outcome.hash}`);
}
const seconds = (performance.now() - startedAt) / 1000;
for (const [name, times] of [...totals].sort(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(`${String(times).padStart(9)}  ${name}`);
}
const hours = Math.round(virtualMs / 3_600_000);
console.log(
  `${done} seeds in ${seconds.toFixed(1)} s, ${(done / seconds).toFixed(1)} seeds/s, ${hours} hours of virtual time`,
);
if (isSurvey) console.log(`${brokenCount} seeds broke a promise`);
if (broken) {
  console.error(`\nVIOLATION ${broken.violation?.stack ?? ''}`);
  console.error(`seed ${broken.seed} commit ${commit()} trace ${broken.hash}`);
  console.error(`again: npm run simulate -- --seed ${broken.seed} --trace`);
}
// Processes that were ended are still waiting for answers that never come.
process.exit(broken ? 1 : 0);

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
