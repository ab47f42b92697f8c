import { type CentreKind, TODAYS } from './centre-kind.ts';
import { chooseByHand, chooseDeed } from './deeds.ts';
import { happen } from './happenings.ts';
import { contentOf, isAtRest, judgeErasure, judgeLaptop, judgeSaves } from './judge.ts';
import { judgePresence } from './judge-presence.ts';
import { setUp } from './set-up.ts';
import { type LeftOut, NOTHING } from './setting.ts';
import type { Stage } from './stage.ts';
import type { Weather } from './weather.ts';
import { World } from './world.ts';

/** What came of one seed. */
export interface Outcome {
  readonly seed: number;
  readonly hash: string;
  readonly violation: Error | null;
  readonly counts: ReadonlyMap<string, number>;
  readonly virtualMs: number;
}

const MINUTE = 60_000;
/** Short seeds find more in the same time; a long one reaches what takes its time to come. */
const STEPS = [10, 20, 30, 40, 60, 150];
/** Longest of all waits a laptop may be in when the world becomes kind: a re-read put off. */
const HEAL_MS = 4 * 60 * MINUTE;

/** Later by more than a day than any clock that jumps has been. */
const COMPARE_MS = 4e11;

/** How a seed is run: who hears its trace, and what is left out of it. */
export interface How {
  readonly told?: ((line: string) => void) | null;
  readonly leftOut?: LeftOut;
  readonly centre?: CentreKind;
}

/** The world whose turn it is, for faults that surface outside every call. */
export let current: World | null = null;

/** Runs one seed from its first moment to its verdict. */
export async function runSeed(
  seed: number,
  { told = null, leftOut = NOTHING, centre = TODAYS }: How = {},
): Promise<Outcome> {
  const world = new World(seed, told);
  current = world;
  try {
    const { stage, weather } = setUp(world, leftOut, centre);
    await live(stage, weather, leftOut);
    const laptops = stage.laptops.filter(({ isAbsent }) => !isAbsent);
    if (!world.violation) await heal({ ...stage, laptops }, weather);
  } catch (fault) {
    world.caught(fault);
  }
  const { violation, counts, nowMs } = world;
  return { seed, hash: world.traceHash(), violation, counts, virtualMs: nowMs };
}

/** Hours or days of work in bad weather. */
async function live(stage: Stage, weather: Weather, leftOut: LeftOut): Promise<void> {
  const { world, laptops, chance } = stage;
  for (const laptop of laptops) world.after(chance.int(60_000), () => laptop.start());
  const steps = chance.pick(STEPS);
  const paceMs = chance.pick([3_000, 15_000, 40_000]);
  for (let step = 0; step < steps && !world.violation; step++) {
    await world.runUntil(world.nowMs + chance.int(2 * paceMs));
    stage.chance = chance.fork();
    if (!leftOut.has(`step ${step}`)) takeStep(stage, weather);
    if (stage.waitMs > 0) await world.runUntil(world.nowMs + stage.waitMs);
    stage.waitMs = 0;
    world.count('steps');
  }
}

function takeStep(stage: Stage, weather: Weather): void {
  const { world, chance } = stage;
  if (chance.may(0.35)) {
    const event = weather.event(chance);
    if (event) world.attempt(() => happen(stage, event));
  } else if (chance.may(0.05)) byHand(stage);
  else work(stage);
}

function work({ chance, laptops, world }: Stage): void {
  const laptop = chance.pick(laptops);
  const { worker } = laptop;
  if (!worker) return;
  const drafts = Array.from({ length: chance.may(0.1) ? 3 : 1 }, () =>
    chooseDeed(chance, laptop, worker),
  ).filter((draft) => draft !== null);
  if (drafts.length === 0) return;
  laptop.command(drafts).catch((fault: unknown) => world.caught(fault));
}

function byHand({ chance, laptops, watch, world }: Stage): void {
  const laptop = chance.pick(laptops);
  const { journal } = laptop;
  const choice = journal && chooseByHand(chance, journal);
  if (!choice) return;
  // What comes back from behind the list at that moment, to be offered again, is not saved anew.
  const behind = journal.kept().map(({ entry }) => entry);
  const before = new Set([...journal.list(), ...behind].map(({ id }) => id));
  let isDone = false;
  world.attempt(() => {
    const done = choice.act();
    isDone = done.ok;
    // A disk that failed may do it all the same, and so may a crash.
    if (!done.ok && done.error.code !== 'SAVE_FAILED') return;
    world.count('settled by hand');
    watch.saves.delete(choice.id);
  });
  if (!laptop.journal) watch.saves.delete(choice.id);
  if (isDone) {
    watch.saved(
      laptop,
      journal.list().filter(({ id }) => !before.has(id)),
    );
  }
}

/** The world becomes kind; nobody lends a hand but for lid, window and sign-in. */
async function heal(stage: Stage, weather: Weather): Promise<void> {
  const { world, chance, laptops, centre } = stage;
  weather.clear();
  centre.overloadedUntilMs = 0;
  world.note('the world is kind');
  await world.runUntil(world.nowMs + (world.counts.has('access ends') ? 6 : 1) * MINUTE);
  for (const laptop of laptops) {
    laptop.isOffline = false;
    laptop.isHalfOpen = false;
    laptop.isSignedIn = true;
    laptop.start();
    // The recruiter does what the notice says: closes the window, and opens it again.
    if (laptop.engine?.readStatus().notices.includes('STORE_NOT_KEPT')) laptop.closeWindow();
    if (!laptop.worker) laptop.openWindow();
    laptop.engine?.signal('resume');
    if (laptop.engine?.readState().mode.is === 'signed-out') laptop.engine.signal('signed-in');
  }
  compareAll(stage);
  await rest(stage);
  if (world.violation) return;
  // The same again from nothing: a cache built anew says what the one kept said (I17).
  const anew = chance.pick(laptops);
  const kept = contentOf(anew);
  anew.crash();
  if (chance.may(0.7)) anew.disk.lose();
  await rest(stage);
  if (world.violation) return;
  world.looked('I17');
  if (contentOf(anew) !== kept) {
    world.fail('I17', `${anew.name} built anew differs`);
  }
}

/** By the clock of whoever's disk lost something, it is years later: all is to be compared. */
function compareAll({ laptops, watch }: Stage): void {
  for (const laptop of laptops) {
    if (!watch.rotten.has(laptop)) continue;
    laptop.shiftClock(COMPARE_MS);
    laptop.mustCompareFromMs = laptop.clock.nowMs();
  }
}

async function rest(stage: Stage): Promise<void> {
  const { world, laptops } = stage;
  const endMs = world.nowMs + HEAL_MS;
  do await world.runUntil(world.nowMs + 2 * MINUTE);
  while (
    !laptops.every((laptop) => isAtRest(stage, laptop)) &&
    world.nowMs < endMs &&
    !world.violation
  );
  if (world.violation) return;
  world.looked('I9');
  const restless = laptops.find((laptop) => !isAtRest(stage, laptop));
  const verdict = judgeAll(stage);
  if (verdict) {
    for (const laptop of laptops) {
      const state = { ...laptop.engine?.readState(), journal: null };
      world.note(JSON.stringify({ name: laptop.name, ...state }));
    }
    world.fail(verdict.rule, verdict.what);
    return;
  }
  if (!restless) return;
  const { mode, push, wantsHello } = restless.engine?.readState() ?? {};
  const waits = restless.entries().map(({ n, state }) => `${n} ${state.is}`);
  world.fail('I9', `${restless.name} is ${JSON.stringify({ mode, push, wantsHello, waits })}`);
}

function judgeAll(stage: Stage) {
  for (const laptop of stage.laptops) {
    const verdict = judgeLaptop(stage, laptop) ?? judgeErasure(stage, laptop);
    if (verdict) return verdict;
  }
  return judgeSaves(stage) ?? judgePresence(stage);
}
