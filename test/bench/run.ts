import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Calibration, calibrate } from './calibration.ts';

/** A bench: a module of this folder that exports `bench`. */
interface BenchModule {
  bench(args: readonly string[]): Promise<Readonly<Record<string, unknown>>>;
}

const SHARED = new Set(['run.ts', 'calibration.ts']);
const here = new URL('.', import.meta.url);
const out = new URL('../../out/bench/', import.meta.url);

/** `npm run bench [-- name [arguments]]`: runs one bench or all; writes `out/bench/*.json`. */
async function main([wanted, ...args]: readonly string[]): Promise<void> {
  const names = readdirSync(here)
    .filter((file) => file.endsWith('.ts') && !SHARED.has(file) && !file.startsWith('search-'))
    .map((file) => basename(file, '.ts'));
  const chosen = wanted ? names.filter((name) => name === wanted) : names;
  if (chosen.length === 0) {
    throw new Error(`There is no bench called ${wanted}; there are ${names.join(', ')}.`);
  }
  mkdirSync(out, { recursive: true });
  for (const name of chosen) {
    const before = calibrate();
    console.log(`\n${name}: ${calibrationWords(before)}`);
    const module = (await import(new URL(`${name}.ts`, here).href)) as BenchModule;
    const result = await module.bench(args);
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
