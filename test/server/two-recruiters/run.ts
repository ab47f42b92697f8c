import { readOptions } from '../../commands/options.ts';
import { ENGINES } from '../engines.ts';
import { meet } from './meeting.ts';

/**
 * `npm run two-recruiters -- [--seeds 20] [--seed S]`: two recruiters, an hour offline each, 200
 * edits of the same people, over the real centre on PGlite. Exits 1 at the first seed after which
 * not everybody sees the same, with that seed; keep it in `kept-seeds.ts`.
 */
const asked = readOptions({ seeds: { least: 1 }, seed: { least: 0 } });
const first = asked.seed ?? Math.floor(Math.random() * 2 ** 31);
const count = asked.seeds ?? (asked.seed === undefined ? 20 : 1);

process.env.TZ = 'UTC';
const [pglite] = ENGINES;
if (!pglite) throw new Error('There is no engine.');
const startedAt = performance.now();
for (let seed = first; seed < first + count; seed++) {
  try {
    console.log(`seed ${seed}`, JSON.stringify(await meet(seed, pglite)));
  } catch (fault) {
    console.error(fault);
    console.error(`\nnot the same. Again: npm run two-recruiters -- --seed ${seed}`);
    process.exit(1);
  }
}
const seconds = (performance.now() - startedAt) / 1000;
console.log(`${count} seeds in ${seconds.toFixed(1)} s: everybody saw the same after each`);
