/**
 * `npm test`: all there is to run. Gates, unit tests, the build, what we rely on of Electron, the
 * journeys. `npm test -- WORD` runs the unit tests whose path holds the word, and nothing else.
 */
import { buildIfStale } from './build.ts';
import { bringChromium } from './chromium.ts';
import { add, type Count, words } from './run.ts';
import { runGates } from './run-gates.ts';
import { runConformance, runJourneys } from './run-journeys.ts';
import { runUnit } from './run-unit.ts';

const wanted = process.argv.slice(2);
const told: string[] = [];

/** Runs one part; a part that could not run counts as one failure. */
async function part(name: string, run: () => Promise<Count>): Promise<Count> {
  console.log(`\n== ${name}`);
  const startedAt = Date.now();
  let count: Count = { passed: 0, failed: 1, skipped: 0 };
  try {
    count = await run();
  } catch (error) {
    console.error((error as Error).message);
  }
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  told.push(`${name}: ${words(count)} (${seconds} s)`);
  return count;
}

async function runAll(): Promise<Count> {
  if (wanted.length > 0) return part('Unit tests', () => runUnit(wanted));
  const gates = await part('Gates', runGates);
  const unit = await part('Unit tests', runUnit);
  const build = await part('Build', async () => {
    await buildIfStale();
    return { passed: 1, failed: 0, skipped: 0 };
  });
  const before = [gates, unit, build].reduce(add);
  const conformance = await part('Electron conformance', runConformance);
  if (build.failed > 0) return add(before, conformance);
  return [before, conformance, await part('Journeys', runJourneys)].reduce(add);
}

bringChromium();
const count = await runAll();
console.log(`\n${told.join('\n')}\n`);
console.log(words(count));
process.exitCode = count.failed === 0 && count.passed > 0 ? 0 : 1;
