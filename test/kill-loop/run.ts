import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale } from '../commands/build.ts';
import { type CentreProcess, startCentre } from '../commands/centre-process.ts';
import { bringChromium } from '../commands/chromium.ts';
import { chooseElectron } from '../commands/electron-binary.ts';
import { CentreCaller } from '../e2e/centre-caller.ts';
import { createChance } from '../simulation/chance.ts';
import { Broken, Lane } from './lane.ts';
import { buildNext } from './next-build.ts';
import { STRIKES, type Strike } from './strikes.ts';

/**
 * `npm run kill-loop -- [--kills N] [--seed S] [--large N] [--only PHASE]`: kills the built
 * application, Chromium included, at random moments and looks what is left each time it opens.
 *
 * Exits 1 when anything the screen called saved was lost or doubled, or the app did not open.
 * The same seed strikes in the same places in the same order; the microsecond is the machine's.
 */
const args = process.argv.slice(2);
const valueAfter = (name: string) => args[args.indexOf(name) + 1];
const numberOf = (name: string, otherwise: number) =>
  args.includes(name) ? Number(valueAfter(name)) : otherwise;
const kills = numberOf('--kills', 20);
const large = numberOf('--large', 0);
const seed = numberOf('--seed', Math.floor(Math.random() * 2 ** 31));
const only = args.includes('--only') ? valueAfter('--only') : undefined;

const SMALL_POOL = 600;
const LARGE_POOL = 105_000;
/** Two recruiters of one council, each with a laptop: what one sends, the other reads. */
const LANES = 2;

interface Hit {
  readonly phase: string;
  readonly words: string;
  readonly tookMs: number;
}

const folder = mkdtempSync(join(tmpdir(), 'swt-kill-loop-'));
const hits: Hit[] = [];
const startedAt = performance.now();
let broken: string | null = null;
let acknowledged = 0;
let signedInAgain = 0;
let rebuilt = 0;

await buildIfStale();
const nextBuild = await buildNext();
const electron = chooseElectron();
if (electron.isStandIn) bringChromium();
Object.assign(process.env, electron.env);
console.log(`kill loop: ${kills} kills, seed ${seed}`);
await onCentre(SMALL_POOL, kills - large);
if (large > 0 && broken === null) await onCentre(LARGE_POOL, large);
report();
if (broken === null) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
process.exit(broken === null ? 0 : 1);

async function onCentre(people: number, count: number): Promise<void> {
  const data = join(folder, `centre-${people}`);
  const centre = await startCentre(
    ['--port', '0', '--people', `${people}`, '--seed', '1', '--data', data],
    () => {},
  );
  try {
    const pool = { people };
    const lanes = people === SMALL_POOL ? Math.min(LANES, count) : 1;
    const share = (lane: number) => Math.floor((count + lane) / lanes);
    await Promise.all(
      Array.from({ length: lanes }, (_, lane) => runLane(lane, share(lane), centre, pool)),
    );
  } finally {
    await centre.stop();
  }
}

async function runLane(
  number: number,
  count: number,
  centre: CentreProcess,
  pool: { people: number },
): Promise<void> {
  const { people } = pool;
  const lane = await Lane.make({
    number,
    centreUrl: centre.url,
    pool,
    recruiter: number === 0 ? 'Rosa Boyd' : await colleagueOf('Rosa Boyd', centre.url),
    chance: createChance(seed * 31 + number * 7 + people),
    nextBuild,
    ledgerPath: join(folder, `acknowledged-${people}-${number}.txt`),
  });
  let at = 'the first start';
  try {
    await lane.reopen();
    for (let kill = 0; kill < count && broken === null; kill++) {
      const strike = choose(lane);
      const from = performance.now();
      at = `kill ${kill + 1}, ${strike.phase}`;
      if (strike.from === 'work') await lane.settleIn();
      const words = await strike.strike(lane);
      lane.say(`${strike.phase}: ${words}`);
      const shown = await lane.reopen();
      await strike.after?.(lane, shown);
      await lane.check();
      hits.push({ phase: strike.phase, words, tookMs: performance.now() - from });
    }
    at = 'the end';
    if (broken === null) await lane.checkAtEnd();
  } catch (error) {
    const what = error instanceof Broken ? error.message : ((error as Error).stack ?? '');
    broken ??= `lane ${number}, ${at}: ${what}`;
    await lane.picture(join(folder, `lane-${number}.png`));
    cpSync(lane.laptop.folder, join(folder, `laptop-${number}`), { recursive: true });
  } finally {
    acknowledged += lane.ledger.notes('acknowledged').length;
    signedInAgain += lane.signedInAgain;
    rebuilt += lane.countDamaged();
    await lane.discard();
  }
}

async function colleagueOf(name: string, url: string): Promise<string> {
  return (await CentreCaller.signIn(url, (account) => account.name === name)).colleagueOf(name);
}

function choose({ chance, isSignedIn }: Lane): Strike {
  const from = isSignedIn ? 'work' : 'nothing';
  const fit = STRIKES.filter((each) => each.from === from);
  const wanted = isSignedIn && only !== undefined ? fit.filter(({ phase }) => phase === only) : fit;
  const all = wanted.flatMap((each) => Array.from({ length: each.weight }, () => each));
  return chance.pick(all);
}

function report(): void {
  const places = Map.groupBy(hits, ({ phase, words }) => `${phase.padEnd(12)} ${words}`);
  for (const [place, its] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(`${String(its.length).padStart(5)}  ${place}`);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const mean = hits.reduce((sum, { tookMs }) => sum + tookMs, 0) / Math.max(1, hits.length);
  console.log(
    `${hits.length} kills in ${seconds.toFixed(0)} s (${(mean / 1000).toFixed(1)} s each), ` +
      `${acknowledged} acknowledged; signed in again ${signedInAgain} times, ` +
      `list found damaged ${rebuilt} times`,
  );
  if (broken === null) console.log('0 lost, 0 doubled, opened every time');
  else {
    console.error(`\nBROKEN ${broken}`);
    console.error(`seed ${seed} commit ${commit()}; what was left is in ${folder}`);
    console.error(`again: npm run kill-loop -- --kills ${kills} --seed ${seed}`);
  }
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
