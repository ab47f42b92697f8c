import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CentreProcess, startCentre } from '../commands/centre-process.ts';
import { CentreCaller } from '../e2e/centre-caller.ts';
import { createChance } from '../simulation/chance.ts';
import { Broken, Lane } from './lane.ts';
import { buildNext } from './next-build.ts';
import { STRIKES, type Strike } from './strikes.ts';

const SMALL_POOL = 600;
const LARGE_POOL = 105_000;
/** Two recruiters of one council, each with a laptop: what one sends, the other reads. */
const LANES = 2;

/** How often the application is killed, and where. */
export interface Wanted {
  readonly kills: number;
  /** So many of them with the whole register on the laptop. */
  readonly large?: number;
  readonly seed: number;
  /** One phase alone, of those that begin signed in. */
  readonly only?: string | undefined;
}

/** A kill after which the application opened, with all it had called saved. */
interface Hit {
  readonly phase: string;
  readonly words: string;
  readonly tookMs: number;
}

/** What came of the kills. */
export interface Came {
  readonly hits: readonly Hit[];
  readonly tookMs: number;
  readonly acknowledged: number;
  readonly signedInAgain: number;
  readonly rebuilt: number;
  /** The first promise that did not hold, and when; null = all held. */
  readonly broken: string | null;
  /** Where what was left is kept when a promise was broken. */
  readonly folder: string;
}

/**
 * Kills the built application, Chromium included, and looks what is left each time it opens.
 *
 * Needs the build and Electron, or what stands in for it, in place. The same seed strikes in
 * the same places in the same order; the microsecond is the machine's.
 */
export async function runKills({ kills, large = 0, seed, only }: Wanted): Promise<Came> {
  const folder = mkdtempSync(join(tmpdir(), 'swt-kill-loop-'));
  const hits: Hit[] = [];
  const startedAt = performance.now();
  let broken: string | null = null;
  let acknowledged = 0;
  let signedInAgain = 0;
  let rebuilt = 0;

  const nextBuild = await buildNext();
  await onCentre(SMALL_POOL, kills - large);
  if (large > 0 && broken === null) await onCentre(LARGE_POOL, large);
  if (broken === null) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const tookMs = performance.now() - startedAt;
  return { hits, tookMs, acknowledged, signedInAgain, rebuilt, broken, folder };

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
    const struck = new Set<Strike>();
    let at = 'the first start';
    try {
      await lane.reopen();
      for (let kill = 0; kill < count && broken === null; kill++) {
        const strike = choose(lane, struck, only);
        struck.add(strike);
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
}

async function colleagueOf(name: string, url: string): Promise<string> {
  return (await CentreCaller.signIn(url, (account) => account.name === name)).colleagueOf(name);
}

/** Each way once, in any order, before any comes again: a short loop tries them all as well. */
function choose(
  { chance, isSignedIn }: Lane,
  struck: ReadonlySet<Strike>,
  only: string | undefined,
): Strike {
  const from = isSignedIn ? 'work' : 'nothing';
  const fit = STRIKES.filter((each) => each.from === from);
  const wanted = isSignedIn && only !== undefined ? fit.filter(({ phase }) => phase === only) : fit;
  const all = wanted.flatMap((each) => Array.from({ length: each.weight }, () => each));
  const fresh = all.filter((each) => !struck.has(each));
  return chance.pick(fresh.length > 0 ? fresh : all);
}

/** Says what was struck how often, and the figures. */
export function writeKills(came: Came): readonly string[] {
  const { hits, tookMs, acknowledged, signedInAgain, rebuilt, broken } = came;
  const places = Map.groupBy(hits, ({ phase, words }) => `${phase.padEnd(12)} ${words}`);
  const mean = hits.reduce((sum, hit) => sum + hit.tookMs, 0) / Math.max(1, hits.length);
  return [
    ...[...places]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([place, its]) => `${String(its.length).padStart(5)}  ${place}`),
    `${hits.length} kills in ${(tookMs / 1000).toFixed(0)} s (${(mean / 1000).toFixed(1)} s each), ` +
      `${acknowledged} acknowledged; signed in again ${signedInAgain} times, ` +
      `list found damaged ${rebuilt} times`,
    ...(broken === null ? ['0 lost, 0 doubled, opened every time'] : []),
  ];
}
