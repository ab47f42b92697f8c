import {
  type CandidateId,
  councilStream,
  POOL,
  PRESENCE,
  PROGRAMME,
  userStream,
} from '#contract/brands.ts';
import { aCandidate, anId, aVacancy } from '#test/builders/records.ts';
import { Centre } from './centre.ts';
import { chooseByHand, chooseDeed } from './deeds.ts';
import { happen, type Stage } from './happenings.ts';
import { contentOf, isAtRest, judgeErasure, judgeLaptop, judgeSaves } from './judge.ts';
import { judgePresence } from './judge-presence.ts';
import { Laptop } from './laptop.ts';
import { createNetwork } from './network.ts';
import { COUNCILS, PROGRAMME_RECORD, personId, RECRUITERS } from './people.ts';
import { Watch } from './watch.ts';
import { drawWeather, type Weather } from './weather.ts';
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
/** Longest of all waits a laptop may be in when the world becomes kind: a re-read put off. */
const HEAL_MS = 4 * 60 * MINUTE;

/** The world whose turn it is, for faults that surface outside every call. */
export let current: World | null = null;

/** Runs one seed from its first moment to its verdict. */
export async function runSeed(
  seed: number,
  told: ((line: string) => void) | null = null,
): Promise<Outcome> {
  const world = new World(seed, told);
  current = world;
  try {
    const { stage, weather } = setUp(world);
    await live(stage, weather);
    if (!world.violation) await heal(stage, weather);
  } catch (fault) {
    world.caught(fault);
  }
  const { violation, counts, nowMs } = world;
  return { seed, hash: world.traceHash(), violation, counts, virtualMs: nowMs };
}

function setUp(world: World): { readonly stage: Stage; readonly weather: Weather } {
  const chance = world.chance.fork();
  const weather = drawWeather(world.chance.fork());
  const centre = new Centre(world);
  const watch = new Watch(world, centre);
  const network = createNetwork({ world, centre, weather, chance: world.chance.fork() });
  centre.bucketCount = chance.pick([1, 2, 4]);
  centre.pageLimit = chance.pick([2, 5, 20]);
  centre.pushCount = chance.pick([1, 3, 100]);
  centre.pollMs = chance.pick([30_000, 90_000]);
  if (chance.may(0.1)) centre.protocol = 1;
  const everybody = fill(centre, chance.may(0.03) ? 90 : 5 + chance.int(9));
  const laptops = Array.from({ length: 2 + chance.int(3) }, (_, n) => {
    const recruiter = chance.pick(RECRUITERS);
    const { id } = recruiter.actor;
    const kent = COUNCILS[0].id;
    const councils = chance.may(0.4) ? COUNCILS.map((council) => council.id) : [kent];
    if (!centre.memory.councils.has(id)) centre.setCouncils(id, councils);
    const parts = { world, centre, network, weather, watcher: watch, chance: world.chance.fork() };
    return new Laptop({ ...parts, name: `laptop ${n}`, recruiter });
  });
  const stage = { world, chance, centre, watch, laptops, everybody };
  return { stage: { ...stage, backup: null, olderHeads: null }, weather };
}

function fill(centre: Centre, people: number): CandidateId[] {
  centre.addStream(POOL);
  centre.addStream(PROGRAMME);
  if (centre.protocol >= 2) {
    centre.addStream(PRESENCE);
    for (const { actor } of RECRUITERS) centre.addStream(userStream(actor.id));
  }
  const { id } = PROGRAMME_RECORD;
  const record = {
    stream: PROGRAMME,
    kind: 'programme',
    id,
    op: 'u',
    doc: PROGRAMME_RECORD,
  } as const;
  centre.write([record]);
  for (const [c, council] of COUNCILS.entries()) {
    const stream = councilStream(council.id);
    centre.addStream(stream);
    for (let n = 0; n < 2; n++) {
      const doc = aVacancy({ id: anId(0xb000 + c * 16 + n), councilId: council.id, ref: `V${n}` });
      centre.write([{ stream, kind: 'vacancy', id: doc.id, op: 'u', doc }]);
    }
  }
  const everybody = Array.from({ length: people }, (_, n) => personId(n + 1));
  for (const person of everybody) {
    const doc = aCandidate({ id: person });
    centre.write([{ stream: POOL, kind: 'candidate', id: person, op: 'u', doc }]);
  }
  return everybody;
}

/** Days of work in bad weather. */
async function live(stage: Stage, weather: Weather): Promise<void> {
  const { world, chance, laptops } = stage;
  for (const laptop of laptops) world.after(chance.int(60_000), () => laptop.start());
  const steps = chance.pick([40, 100, 180]);
  const paceMs = chance.pick([3_000, 15_000, 40_000]);
  for (let step = 0; step < steps && !world.violation; step++) {
    await world.runUntil(world.nowMs + chance.int(2 * paceMs));
    if (chance.may(0.35)) {
      const event = weather.event();
      if (event) world.attempt(() => happen(stage, event));
    } else if (chance.may(0.05)) byHand(stage);
    else work(stage);
  }
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
  const before = new Set(journal.list().map(({ id }) => id));
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
  const { world, chance, laptops } = stage;
  weather.clear();
  world.note('the world is kind');
  await world.runUntil(world.nowMs + MINUTE);
  for (const laptop of laptops) {
    laptop.isOffline = false;
    laptop.isSignedIn = true;
    laptop.start();
    if (!laptop.worker) laptop.openWindow();
    laptop.engine?.signal('resume');
    if (laptop.engine?.readState().mode.is === 'signed-out') laptop.engine.signal('signed-in');
  }
  await rest(stage);
  if (world.violation) return;
  const incremental = laptops.map(contentOf);
  // The same again from nothing: a cache built anew says what the one kept said (I17).
  const anew = chance.pick(laptops);
  anew.crash();
  if (chance.may(0.7)) anew.disk.lose();
  await rest(stage);
  if (world.violation) return;
  if (contentOf(anew) !== incremental[laptops.indexOf(anew)]) {
    world.fail('I17', `${anew.name} built anew differs`);
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
