import { readOptions } from '../../commands/options.ts';
import { POSTGRES_MISSING } from '../postgres-cluster.ts';
import { crashRounds, type Rounds } from './rounds.ts';

/**
 * `npm run crash-centre -- [--rounds 20] [--seed S]`: the centre's API and database ended by
 * SIGKILL while laptops push, that many times on each engine. Exits 1 where an acknowledged
 * change is lost, or one is there twice.
 */
const asked = readOptions({ rounds: { least: 1 }, seed: { least: 0 } });
const rounds = asked.rounds ?? 20;
const seed = asked.seed ?? Math.floor(Math.random() * 2 ** 31);
console.log(`${rounds} rounds on each engine, seed ${seed}`);
if (POSTGRES_MISSING !== null) console.log(`PostgreSQL: skipped, ${POSTGRES_MISSING}.`);
const engines =
  POSTGRES_MISSING === null ? (['postgres', 'pglite'] as const) : (['pglite'] as const);
const results: Rounds[] = [];
for (const engine of engines) results.push(await crashRounds({ engine, rounds, seed }));
console.table(Object.fromEntries(results.map(({ engine, ...rest }) => [engine, rest])));
process.exitCode = results.every(({ lost, doubled }) => lost === 0 && doubled === 0) ? 0 : 1;
