import { execFileSync } from 'node:child_process';
import { buildIfStale } from '../commands/build.ts';
import { bringChromium } from '../commands/chromium.ts';
import { chooseElectron } from '../commands/electron-binary.ts';
import { readOptions, refuse } from '../commands/options.ts';
import { runKills, writeKills } from './loop.ts';
import { STRIKES } from './strikes.ts';

/**
 * `npm run kill-loop -- [--kills N] [--seed S] [--large N] [--only PHASE]`: kills the built
 * application, Chromium included, at random moments and looks what is left each time it opens.
 *
 * Exits 1 when anything the screen called saved was lost or doubled, or the app did not open.
 */
const asked = readOptions({
  ...{ kills: { least: 1 }, seed: { least: 0 }, large: { least: 0 } },
  only: 'text',
});
const { kills = 20, large = 0, only } = asked;
const seed = asked.seed ?? Math.floor(Math.random() * 2 ** 31);
if (large > kills) refuse(`--large takes a part of the ${kills} kills, not ${large}.`);
const phases = STRIKES.filter(({ from }) => from === 'work').map(({ phase }) => phase);
if (only !== undefined && !phases.includes(only)) {
  refuse(`--only takes one of ${phases.join(', ')}, not "${only}".`);
}

await buildIfStale();
const electron = chooseElectron();
if (electron.isStandIn) bringChromium();
Object.assign(process.env, electron.env);
console.log(`kill loop: ${kills} kills, seed ${seed}`);
const came = await runKills({ kills, large, seed, only });
for (const line of writeKills(came)) console.log(line);
if (came.broken !== null) {
  console.error(`\nBROKEN ${came.broken}`);
  console.error(`seed ${seed} commit ${commit()}; what was left is in ${came.folder}`);
  console.error(`again: npm run kill-loop -- --kills ${kills} --seed ${seed}`);
}
process.exit(came.broken === null ? 0 : 1);

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
