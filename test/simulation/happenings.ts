import { type CandidateId, councilStream, POOL } from '#contract/brands.ts';
import { aCandidate } from '#test/builders/records.ts';
import { copyMemory, forgetRemovals } from './feed.ts';
import type { Laptop } from './laptop.ts';
import { COUNCILS, personId, TEAM } from './people.ts';
import { presenceGone } from './presence.ts';
import { programmeOf } from './push.ts';
import type { Stage } from './stage.ts';
import type { Event } from './weather.ts';

/** Lets one thing happen at this moment. */
export function happen(stage: Stage, event: Event): void {
  const { world, chance, centre, laptops, watch } = stage;
  const laptop = chance.pick(laptops);
  world.fault(event);
  world.note(`  to ${laptop.name}`);
  switch (event) {
    case 'crash':
      laptop.crash();
      return;
    case 'crash in recovery':
      laptop.crash();
      for (let n = 0; n < 3; n++) world.after(n * 4_000 + chance.int(25_000), () => laptop.crash());
      return;
    case 'window dies':
      laptop.closeWindow();
      world.after(chance.int(20_000), () => laptop.openWindow());
      return;
    case 'cache lost':
    case 'cache damaged':
      laptop.crash();
      if (event === 'cache lost') laptop.disk.lose();
      else laptop.disk.damage();
      return;
    case 'commit lost':
      // With a centre of protocol 1 nothing finds it.
      if (centre.protocol < 2) return;
      laptop.crash();
      if (laptop.disk.rot(chance) > 0) watch.rotten.add(laptop);
      return;
    case 'journal bit flip':
      laptop.crash();
      laptop.journalDisk.flipBit(chance);
      return;
    case 'machine copied':
      laptop.copyMachine();
      return;
    case 'machine rolled back':
      laptop.crash();
      laptop.rollBackMachine();
      return;
    case 'offline spell':
      laptop.isOffline = true;
      world.after(chance.int(400_000), () => {
        laptop.isOffline = false;
        if (chance.may(0.5)) laptop.signal('network-up');
      });
      return;
    case 'half-open line':
      laptop.isHalfOpen = true;
      world.after(chance.int(180_000), () => {
        laptop.isHalfOpen = false;
      });
      return;
    case 'centre overloaded':
      centre.overloadedUntilMs = world.nowMs + chance.int(300_000);
      return;
    case 'away for 30 days':
      goAway(stage);
      return;
    case 'clock jump':
      laptop.shiftClock(chance.pick([-1, 1, 0]) * chance.pick([60_000, 86_400_000, 3e11]));
      return;
    case 'suspend':
      laptop.engine?.signal('suspend');
      world.after(chance.int(600_000), () => laptop.signal('resume'));
      return;
    case 'sign out':
      laptop.isSignedIn = false;
      laptop.engine?.signal('signed-out');
      world.after(chance.int(60_000), () => {
        laptop.isSignedIn = true;
        laptop.signal('signed-in');
      });
      return;
    case 'sync now':
      laptop.engine?.signal('sync-now');
      return;
    case 'older nudge':
      if (stage.olderHeads && chance.may(0.7)) laptop.nudge(stage.olderHeads);
      stage.olderHeads = centre.headsFor(laptop.recruiter.actor.id);
      return;
    case 'centre backup':
      stage.backup = { memory: copyMemory(centre.memory) };
      return;
    case 'centre restored':
      restore(stage);
      return;
    case 'removals forgotten': {
      for (const stream of centre.memory.streams.values()) {
        forgetRemovals(stream, stream.head - chance.int(10));
      }
      // Removals are kept for months and buckets for an hour: no bucket is below the floor.
      if (centre.buckets().some(({ upTo }) => upTo < centre.stream(POOL).floor)) centre.cut();
      return;
    }
    case 'grants change':
      changeGrants(stage, laptop);
      return;
    case 'grant flaps':
      flapGrant(stage, laptop);
      return;
    case 'role changes':
      centre.turnRole(laptop.recruiter.actor.id);
      return;
    case 'access ends':
      endAccess(stage, laptop);
      return;
    case 'laptop wiped':
      if (centre.protocol < 2) return;
      centre.orders.wipe(laptop.device(), 'ordered');
      centre.changed();
      return;
    case 'orders lost':
      laptop.crash();
      laptop.ordersDisk.lose();
      return;
    case 'erased while away':
      eraseWhileAway(stage, laptop);
      return;
    case 'person withdraws':
    case 'person changes':
    case 'person joins':
    case 'person leaves':
      changePeople(stage, event);
      return;
    case 'tokens expire':
      centre.write(presenceGone(centre.memory));
      return;
    case 'pool recut':
      centre.cut(chance.pick([1, 2, 2, 4]));
      return;
    case 'programme closes':
    case 'programme reopens': {
      const status = event === 'programme closes' ? 'closed' : 'reopened';
      if (programmeOf(centre.memory).status !== status) centre.setProgramme(status);
      return;
    }
  }
}

function changePeople(
  { centre, chance, everybody }: Stage,
  event: 'person withdraws' | 'person changes' | 'person joins' | 'person leaves',
): void {
  if (event === 'person joins') {
    const id = personId(everybody.length + 1);
    everybody.push(id);
    const doc = aCandidate({ id });
    centre.write([{ stream: POOL, kind: 'candidate', id, op: 'u', doc }]);
    return;
  }
  const people = centre.people();
  if (people.length === 0) return;
  const doc = chance.pick(people);
  const { id } = doc;
  if (event === 'person withdraws') centre.withdraw(id, TEAM);
  else if (event === 'person changes') {
    centre.write([{ stream: POOL, kind: 'candidate', id, op: 'u', doc }]);
  } else centre.write([{ stream: POOL, kind: 'candidate', id, op: 'd', doc: null }]);
}

function changeGrants({ centre, chance, watch }: Stage, { recruiter }: Laptop): void {
  const { id } = recruiter.actor;
  const now = centre.memory.councils.get(id) ?? [];
  const council = chance.pick(COUNCILS).id;
  const next = now.includes(council) ? now.filter((one) => one !== council) : [...now, council];
  // Somebody without any council cannot use the app at all.
  if (next.length === 0) return;
  for (const one of now) watch.revoked.add(`${id} ${councilStream(one as typeof council)}`);
  centre.setCouncils(id, next);
}

/** Taken away and given back, before the laptop may have heard of either. */
function flapGrant(stage: Stage, laptop: Laptop): void {
  const { centre, world, chance, watch } = stage;
  const { id } = laptop.recruiter.actor;
  const before = centre.memory.councils.get(id) ?? [];
  changeGrants(stage, laptop);
  for (const one of COUNCILS) watch.revoked.add(`${id} ${councilStream(one.id)}`);
  world.after(chance.int(20_000), () => centre.setCouncils(id, before));
}

/** The last council goes, and comes back for some. */
function endAccess({ centre, chance, watch, world }: Stage, { recruiter }: Laptop): void {
  const { id } = recruiter.actor;
  const before = centre.memory.councils.get(id) ?? [];
  if (centre.protocol < 2 || before.length === 0) return;
  for (const one of COUNCILS) watch.revoked.add(`${id} ${councilStream(one.id)}`);
  centre.setCouncils(id, []);
  if (chance.may(0.4)) return;
  world.after(chance.int(300_000), () => {
    if (centre.memory.councils.get(id)?.length === 0) centre.setCouncils(id, before);
  });
}

/** Somebody is removed of whom a laptop without a network has something to send. */
function eraseWhileAway({ centre, world, chance }: Stage, laptop: Laptop): void {
  const named = laptop.entries().flatMap(({ mutation, state }) => {
    const { candidateId } = mutation.args as { readonly candidateId?: CandidateId };
    return candidateId && state.is === 'waiting' ? [candidateId] : [];
  });
  const held = new Set(centre.people().map(({ id }) => id));
  const people = named.filter((id) => held.has(id));
  laptop.isOffline = true;
  if (people.length > 0) centre.withdraw(chance.pick(people), TEAM);
  world.after(60_000 + chance.int(300_000), () => {
    laptop.isOffline = false;
  });
}

/** All lids are closed for a month; whoever was off stays off. */
function goAway(stage: Stage): void {
  const { world, laptops } = stage;
  for (const laptop of laptops) {
    laptop.isAway = true;
    // One that dies as its lid closes keeps no other lid open, nor itself away for ever.
    world.attempt(() => laptop.engine?.signal('suspend'));
  }
  stage.waitMs = 30 * 86_400_000;
  world.after(stage.waitMs, () => {
    // One that dies as its lid opens keeps no other lid closed.
    for (const laptop of laptops) world.attempt(() => openLid(laptop));
  });
}

function openLid(laptop: Laptop): void {
  laptop.isAway = false;
  if (!laptop.engine) laptop.start();
  laptop.signal('resume');
  if (laptop.isSignedIn) laptop.signal('signed-in');
}

function restore({ centre, backup, laptops, watch }: Stage): void {
  if (!backup) return;
  centre.restore(backup.memory, TEAM);
  for (const { recruiter } of laptops) {
    for (const { id } of COUNCILS) watch.revoked.add(`${recruiter.actor.id} ${councilStream(id)}`);
  }
}
