import { readOptions } from '../../commands/options.ts';
import { POSTGRES_MISSING } from '../postgres-cluster.ts';
import { holds, prove } from './proof.ts';
import type { RaceResult } from './race.ts';

/**
 * `npm run gap-proof -- [--seconds 60] [--writers 32] [--seed S]`: the feed's numbering on a real
 * PostgreSQL (sync.md 3.7). Exits 1 where ours does not hold, or where one that cannot hold is
 * not caught; 2 where no PostgreSQL is installed, because then nothing is proven.
 */
const asked = readOptions({ seconds: { least: 1 }, writers: { least: 1 }, seed: { least: 0 } });
const seconds = asked.seconds ?? 60;
const writers = asked.writers ?? 32;
const seed = asked.seed ?? Math.floor(Math.random() * 2 ** 32);

if (POSTGRES_MISSING !== null) {
  console.error(`Skipped, nothing is proven: ${POSTGRES_MISSING}.`);
  process.exit(2);
}
console.log(`${writers} writers, ${seconds} s, seed ${seed}`);
const { ours, faulty } = await prove({ seconds, writers, seed, hasCrash: true });
const rows = [
  ...faulty.map(({ result, caughtMs }) => ({
    result,
    verdict: caughtMs === null ? 'NOT CAUGHT' : `caught in ${(caughtMs / 1000).toFixed(1)} s`,
  })),
  { result: ours, verdict: holds(ours) ? 'holds' : 'DOES NOT HOLD' },
];
console.table(
  Object.fromEntries(rows.map(({ result, verdict }) => [result.name, { ...row(result), verdict }])),
);
const isProven = holds(ours) && faulty.every(({ caughtMs }) => caughtMs !== null);
if (!isProven) console.error(`again: npm run gap-proof -- --seed ${seed}`);
process.exitCode = isProven ? 0 : 1;

function row({ name: _name, holes, ...rest }: RaceResult) {
  return { ...rest, holes: holes ?? '-' };
}
