import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CandidateId } from '#contract/brands.ts';
import { newRecordId } from '#core/domain/ids.ts';
import type { Recruiter } from '#server/modules/session/repository.ts';
import { type Chance, createChance } from '../../simulation/chance.ts';
import type { Engine } from '../engines.ts';
import { STAFF } from '../staff.ts';
import { aSeed, openTestCentre, type TestCentre } from '../test-centre.ts';
import { aVacancy, chooseDeed } from './deeds.ts';
import { judgeCentre } from './judge.ts';
import { RealLaptop } from './laptop.ts';
import { openLink } from './link.ts';
import { shownState } from './shown-state.ts';
import { VirtualTime } from './time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const PEOPLE = 30;
/** As many of them are worked on. */
const SHARED = 8;
const EDITS = 200;

/** What a meeting came to. */
export interface Meeting {
  readonly edits: number;
  /** Edits that the rules refused at once, so that nothing was saved. */
  readonly refusedAtOnce: number;
  readonly applied: number;
  readonly merged: number;
  readonly refused: number;
  readonly lostAnswers: number;
  readonly restarts: number;
}

/**
 * Two recruiters of one council go offline for an hour, make 200 edits of the same people and
 * come back; throws where they, and a third who comes fresh, do not see the same in the end.
 */
export async function meet(seed: number, engine: Engine): Promise<Meeting> {
  const chance = createChance(seed);
  const centre = await openTestCentre(engine, {}, aSeed(PEOPLE));
  const folder = mkdtempSync(join(tmpdir(), 'swt-two-'));
  const time = new VirtualTime(centre.clock.nowMs);
  Object.defineProperty(centre.clock, 'nowMs', { get: () => time.clock.nowMs() });
  const open = async (name: string, recruiter: Recruiter) => {
    mkdirSync(join(folder, name));
    const link = openLink(centre, time, chance.fork());
    const exp = Math.floor(Date.now() / 1000) + 7_200;
    const token = await centre.sign({ oid: recruiter.id, exp });
    const laptop = new RealLaptop({
      ...{ recruiter, link, token, time },
      random: chance.fork(),
      folder: join(folder, name),
    });
    await laptop.start();
    return laptop;
  };
  const laptops: RealLaptop[] = [];
  try {
    const rosa = await open('rosa', STAFF.rosa);
    const tom = await open('tom', STAFF.tom);
    laptops.push(rosa, tom);
    await time.pass(MINUTE);
    const figures = await workApart(laptops, { centre, time, chance });
    const third = await open('third', STAFF.vera);
    third.link.isCalm = true;
    laptops.push(third);
    await time.pass(10 * MINUTE);
    const everybody = centre.people.map(({ id }) => id);
    const states = await Promise.all(laptops.map((laptop) => shownState(laptop, everybody)));
    const held = Object.values(states[0]?.people ?? {}).filter(({ is }) => is === 'held');
    assert.equal(held.length, PEOPLE);
    assert.deepEqual(states[0], states[1], 'the two recruiters do not see the same');
    assert.deepEqual(states[0], states[2], 'who comes fresh sees something else');
    for (const laptop of [rosa, tom]) await judgeToday(laptop);
    return { ...figures, ...(await judgeCentre(centre, [rosa, tom])) };
  } finally {
    for (const laptop of laptops) laptop.stop();
    await centre.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Scene {
  readonly centre: TestCentre;
  readonly time: VirtualTime;
  readonly chance: Chance;
}

async function workApart(laptops: readonly RealLaptop[], { centre, time, chance }: Scene) {
  const shared = centre.people.slice(0, SHARED).map(({ id }) => id);
  const [first] = laptops;
  for (let number = 0; number < 3; number++) {
    const done = await first?.do(aVacancy(newRecordId(time.clock, chance)));
    assert.ok(done?.ok, 'a vacancy to begin with');
  }
  // A little is done together before, so that much of the hour's work is change.
  const before = await edit(laptops, shared, { time, chance, count: 20, withinMs: 5 * MINUTE });
  await time.pass(2 * MINUTE);
  for (const laptop of laptops) laptop.link.isOffline = true;
  const apart = await edit(laptops, shared, { time, chance, count: EDITS, withinMs: HOUR });
  assert.ok(
    laptops.every(({ work }) => work.countNotSent() > 30),
    'both have work to send',
  );
  const restarts = await comeBack(laptops, { centre, time, chance });
  // Somebody presses "Try again" on some of what was refused.
  for (const laptop of laptops) {
    for (const entry of laptop.work.list()) {
      if (entry.state.is === 'refused' && chance.may(0.2)) await laptop.sendAgain(entry);
    }
  }
  await time.pass(20 * MINUTE);
  return {
    edits: before.edits + apart.edits,
    refusedAtOnce: before.refusedAtOnce + apart.refusedAtOnce,
    lostAnswers: laptops.reduce((sum, { link }) => sum + link.lostAnswers, 0),
    restarts,
  };
}

/** Edits on screens that know nothing of each other, at random moments. */
async function edit(
  laptops: readonly RealLaptop[],
  people: readonly CandidateId[],
  how: {
    readonly time: VirtualTime;
    readonly chance: Chance;
    readonly count: number;
    readonly withinMs: number;
  },
): Promise<{ readonly edits: number; readonly refusedAtOnce: number }> {
  const { time, chance, count, withinMs } = how;
  let edits = 0;
  let refusedAtOnce = 0;
  while (edits < count) {
    const laptop = chance.pick(laptops);
    const draft = await chooseDeed(laptop, people, { chance, clock: time.clock });
    const done = draft && (await laptop.do(draft));
    if (done?.ok) edits += done.value.saved.length;
    else if (done) {
      assert.equal(done.error.code, 'RULE_REFUSED', done.error.message);
      refusedAtOnce += 1;
    }
    const waiting = laptop.work.list().filter(({ state }) => state.is === 'waiting');
    if (waiting.length > 0 && chance.may(0.03)) laptop.takeBack(chance.pick(waiting).id);
    await time.pass(chance.int((2 * withinMs) / count));
  }
  return { edits, refusedAtOnce };
}

/** Both come back in random order; links flap, and now and then an app is ended and started. */
async function comeBack(laptops: readonly RealLaptop[], { time, chance }: Scene): Promise<number> {
  let restarts = 0;
  for (let step = 0; step < 40; step++) {
    const laptop = chance.pick(laptops);
    laptop.link.isOffline = chance.may(0.2);
    if (!laptop.link.isOffline) laptop.work.signal('network-up');
    if (chance.may(0.06)) {
      laptop.stop();
      await laptop.start();
      restarts += 1;
    }
    await time.pass(chance.int(8_000));
  }
  for (const laptop of laptops) laptop.link.isOffline = false;
  await time.pass(20 * MINUTE);
  return restarts;
}

/** What was refused is on the author's own Today, in words. */
async function judgeToday({ ask, work }: RealLaptop): Promise<void> {
  const { decisions, notSent } = await ask['today.read']({});
  assert.deepEqual(notSent, []);
  const told = new Map(decisions.map((decision) => [decision.id, decision]));
  for (const { id, state } of work.list()) {
    if (state.is !== 'refused' && state.is !== 'told') continue;
    const decision = told.get(id);
    assert.ok(decision, `${id} is ${state.is}, and Today is silent`);
    assert.ok(decision.words.length > 5, `${id} is told without words`);
    assert.equal(decision.sides.length, state.conflicts?.length ?? 0);
  }
}
