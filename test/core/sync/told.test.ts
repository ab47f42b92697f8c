import { expect, test } from 'vitest';
import type { Conflict } from '#contract/conflict.ts';
import { reduce } from '#core/sync/reduce.ts';
import { buildState, type EngineState } from '#core/sync/state.ts';
import { TOM, TUESDAY } from '#test/builders/records.ts';
import { setUp } from './support/set-up.ts';
import { at, entry, KENT, PUSHES, REPLICAS, result, SESSIONS } from './support/states.ts';

const MINUTE = 60_000;
const CROSSED: Conflict = {
  ...{ rule: 'DM4', kind: 'vacancy', id: 'v', field: 'posts', yours: 3, theirs: 2 },
  ...{ by: TOM, at: TUESDAY },
};

async function setUpCrossed() {
  const parts = setUp();
  parts.laptop.start();
  await parts.world.pass(5_000);
  parts.centre.crosses = () => [CROSSED];
  const id = parts.laptop.save();
  await parts.world.pass(MINUTE);
  return { ...parts, id };
}

test('[SY46] what a change replaced is kept when its echo is here, through a crash', async () => {
  const { world, laptop, id } = await setUpCrossed();
  const told = [{ id, state: { is: 'told', conflicts: [CROSSED] } }];
  expect(laptop.journal.list()).toMatchObject(told);
  expect(laptop.status().word).toEqual({ is: 'needs-decision', count: 1 });
  laptop.crash();
  laptop.start();
  await world.pass(10 * MINUTE);
  expect(laptop.journal.list()).toMatchObject(told);
  expect(laptop.journal.letGo(id).ok).toBe(true);
  await world.pass(MINUTE);
  expect(laptop.journal.list()).toEqual([]);
  expect(laptop.status().word.is).toBe('all-sent');
});

test('[SY46] a refusal keeps whom it gave way to', async () => {
  const { world, centre, laptop } = setUp();
  laptop.start();
  await world.pass(5_000);
  centre.refuses = () => true;
  centre.crosses = () => [CROSSED];
  const id = laptop.save();
  await world.pass(MINUTE);
  expect(laptop.journal.list()).toMatchObject([
    { id, state: { is: 'refused', conflicts: [CROSSED] } },
  ]);
});

test('[SY46] in a new history it is offered again, and goes with the access to its stream', async () => {
  const { world, centre, laptop, id } = await setUpCrossed();
  const { pushes } = centre;
  const sent = pushes.length;
  centre.restore(centre.backup());
  await world.pass(10 * MINUTE);
  expect(
    pushes
      .slice(sent)
      .flat()
      .map((mutation) => mutation.id),
  ).toContain(id);
  expect(laptop.journal.list()).toMatchObject([{ id, state: { is: 'told' } }]);
  centre.grants = centre.grants.filter((stream) => !stream.startsWith('council:'));
  centre.grantsRev += 1;
  await world.pass(10 * MINUTE);
  expect(laptop.journal.list()).toEqual([]);
});

/** A laptop that is up to date, in the middle of a push, as its answer comes. */
function answered(answer: object, mode: EngineState['mode'] = { is: 'live', asking: false }) {
  const [idle, inFlight] = PUSHES;
  const replica = REPLICAS.find(({ is }) => is === 'open');
  const facts = SESSIONS[1];
  const here = facts?.places?.[KENT];
  if (!idle || !inFlight || !replica || !facts || !here) throw new Error('no such state');
  const upToDate = { ...here, head: 4 };
  const state = {
    ...buildState([entry({ is: 'waiting', tries: 1 })], null),
    ...{ ...facts, places: { [KENT]: upToDate } },
    ...{ mode, push: inFlight, replica, pushRun: 7, run: 7 },
  };
  const response = { results: [{ ...result, ...answer }], lastN: 1 };
  return reduce(state, { is: 'pushed', run: 7, response }, at);
}

test('[SY47] a change that crossed a colleague is followed by a read, not by the next look', async () => {
  const parts = setUp();
  const { world, centre, laptop } = parts;
  laptop.start();
  await world.pass(5_000);
  centre.crosses = () => [CROSSED];
  const id = laptop.save();
  await world.pass(1_000);
  expect(laptop.journal.list()).toMatchObject([{ id, state: { is: 'told' } }]);
  parts.expectSame();
});

test.each([
  ['crossed', { conflicts: [CROSSED] }],
  ['was refused', { outcome: 'rejected' as const }],
  ['was so already', { outcome: 'merged' as const }],
])('[SY47] its stream is read on where a change %s', (_why, answer) => {
  const { state, effects } = answered(answer);
  expect(effects.map((effect) => effect.do)).toEqual(expect.arrayContaining(['settle', 'pull']));
  expect(state.mode).toEqual({ is: 'catching-up', stream: KENT, to: null });
  // The number is a hint: the cursor is where it was.
  expect(state.places[KENT]).toMatchObject({ head: 6, cursor: { seq: 4 } });
});

test('[SY47] what was taken and met nobody waits for the next look', () => {
  expect(answered({}).effects.map((effect) => effect.do)).not.toContain('pull');
});

test('[SY47] an answer to "how far?" from before the push does not count any more', () => {
  const asking = { is: 'live', asking: true } as const;
  const { state, effects } = answered({ conflicts: [CROSSED] }, asking);
  expect(state.run).toBe(8);
  expect(effects).toContainEqual(expect.objectContaining({ do: 'pull', run: 8 }));
});

test('[SY47] what is known already is not read again, and a stream being read is left to it', () => {
  const doing = (answer: object, mode?: EngineState['mode']) =>
    answered(answer, mode).effects.map((effect) => effect.do);
  expect(doing({ outcome: 'rejected', seq: 4 })).not.toContain('pull');
  const reading = { is: 'catching-up', stream: KENT, to: 4 } as const;
  expect(doing({ conflicts: [CROSSED] }, reading)).not.toContain('pull');
});
