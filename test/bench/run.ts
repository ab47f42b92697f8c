import { mkdirSync, writeFileSync } from 'node:fs';
import { refuse } from '../commands/options.ts';
import { type Calibration, calibrate } from './calibration.ts';

/** A bench: a module of this folder that exports `bench`. */
interface BenchModule {
  bench(args: readonly string[]): Promise<Readonly<Record<string, unknown>>>;
}

/** In this order: what needs a quiet machine most comes first. */
const BENCHES: Readonly<Record<string, () => Promise<BenchModule>>> = {
  search: () => import('./search.ts'),
  sync: () => import('./sync.ts'),
  start: () => import('./start.ts'),
};
const out = new URL('../../out/bench/', import.meta.url);

/** `npm run bench [-- name [arguments]]`: runs one bench or all; writes `out/bench/*.json`. */
async function main([wanted, ...args]: readonly string[]): Promise<void> {
  const chosen = Object.entries(BENCHES).filter(([name]) => !wanted || name === wanted);
  if (chosen.length === 0) {
    refuse(`There is no bench called "${wanted}"; there are ${Object.keys(BENCHES).join(', ')}.`);
  }
  mkdirSync(out, { recursive: true });
  for (const [name, load] of chosen) {
    const before = calibrate();
    console.log(`\n${name}: ${calibrationWords(before)}`);
    const { bench } = await load();
    const result = await bench(args);
    const after = calibrate();
    console.log(`after: ${calibrationWords(after)}`);
    const file = new URL(`${name}.json`, out);
    writeFileSync(
      file,
      `${JSON.stringify({ ...result, calibration: { before, after } }, null, 2)}\n`,
    );
    console.log(`written to out/bench/${name}.json`);
  }
}

const calibrationWords = (machine: Calibration) =>
  `machine ${machine.kernelMs} ms a kernel, load ${machine.load} on ${machine.cores} cores, ${machine.cpu}, Node ${machine.node}`;

await main(process.argv.slice(2));
