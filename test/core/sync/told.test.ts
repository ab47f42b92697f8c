import { expect, test } from 'vitest';
import type { Conflict } from '#contract/conflict.ts';
import { TOM, TUESDAY } from '#test/builders/records.ts';
import { setUp } from './support/set-up.ts';

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
