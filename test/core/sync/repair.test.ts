import { expect, test } from 'vitest';
import { COUNCIL } from './support/fake-centre.ts';
import { personId, setUp } from './support/set-up.ts';

const MINUTE = 60_000;

test('[SY15] after 410 the stream is read again, and what vanished meanwhile is swept', async () => {
  const { world, centre, laptop, holds, expectSame } = setUp();
  laptop.start();
  await world.pass(5_000);
  laptop.engine().signal('suspend');
  centre.publish(COUNCIL, { kind: 'vacancy', id: personId(1003), op: 'd' });
  centre.publish(COUNCIL, { kind: 'vacancy', id: personId(1090), op: 'u' });
  centre.publish('pool', { kind: 'candidate', id: personId(3), op: 'd' });
  centre.publish('pool', { kind: 'candidate', id: personId(90), op: 'u' });
  centre.purgeTombstones(COUNCIL);
  centre.purgeTombstones('pool');
  const held = holds(COUNCIL).size;
  laptop.engine().signal('resume');
  await world.pass(MINUTE);
  expectSame();
  expect(held).toBe(12);
});

test('[SY15] a snapshot that is stopped half-way goes on, though its pages lie below the floor', async () => {
  const { world, centre, laptop, expectSame } = setUp();
  for (let n = 0; n < 30; n++) {
    centre.publish(COUNCIL, { kind: 'vacancy', id: personId(1100 + n), op: 'u' });
  }
  centre.publish(COUNCIL, { kind: 'vacancy', id: personId(1001), op: 'd' });
  centre.purgeTombstones(COUNCIL);
  let pages = 0;
  centre.fault = (path) => {
    if (!path.includes('council')) return null;
    pages += 1;
    return pages > 2 ? { is: 'offline' } : null;
  };
  laptop.start();
  await world.pass(5_000);
  expect(laptop.replica.cursors.get(COUNCIL)?.snapAt).toBeDefined();
  laptop.crash();
  centre.fault = () => null;
  laptop.start();
  await world.pass(MINUTE);
  expectSame();
  expect(laptop.status().notices).toEqual([]);
});

test('[SY15] a stream that is always refused is re-read three times an hour, then left and told', async () => {
  const { world, centre, laptop } = setUp();
  laptop.start();
  await world.pass(5_000);
  centre.calls.length = 0;
  centre.fault = (path) =>
    path.includes('council') ? { is: 'problem', status: 410, code: 'cursor-expired' } : null;
  centre.publish(COUNCIL, { kind: 'vacancy', id: personId(1003), op: 'd' });
  await world.pass(50 * MINUTE);
  expect(centre.calls.filter((path) => path.includes('council')).length).toBeLessThanOrEqual(4);
  expect(laptop.status().notices).toContain('SYNC_HELD_BACK');
  const id = laptop.save();
  await world.pass(MINUTE);
  expect(centre.effects).toEqual([id]);
});

test('[SY15] a stream held back says until when, and is tried once at each "Sync now"', async () => {
  const { world, centre, laptop, expectSame } = setUp();
  const reads = () => centre.calls.filter((path) => path.includes('council')).length;
  laptop.start();
  await world.pass(5_000);
  centre.fault = (path) =>
    path.includes('council') ? { is: 'problem', status: 410, code: 'cursor-expired' } : null;
  centre.publish(COUNCIL, { kind: 'vacancy', id: personId(1003), op: 'd' });
  await world.pass(5 * MINUTE);
  const { nextTryAt } = laptop.status();
  const waitMs = Date.parse(nextTryAt ?? '') - world.clock.nowMs();
  expect(waitMs).toBeGreaterThan(50 * MINUTE);
  expect(waitMs).toBeLessThanOrEqual(60 * MINUTE);
  const before = reads();
  laptop.engine().signal('sync-now');
  await world.pass(5 * MINUTE);
  expect(reads()).toBe(before + 1);
  expect(laptop.status().notices).toContain('SYNC_HELD_BACK');
  centre.fault = () => null;
  laptop.engine().signal('sync-now');
  await world.pass(MINUTE);
  expectSame();
  expect(laptop.status()).toMatchObject({ notices: [], nextTryAt: null });
});

test('[SY24] a centre restored from a backup gets again what it lost, exactly once', async () => {
  const { world, centre, laptop, expectSame } = setUp();
  laptop.start();
  await world.pass(5_000);
  const old = laptop.save();
  await world.pass(MINUTE);
  const backup = centre.backup();
  const replica = laptop.replica;
  replica.fault = (name) => name === 'page';
  const lost = laptop.save();
  await world.pass(MINUTE);
  expect(centre.effects).toEqual([old, lost]);
  expect(laptop.journal.list()).toMatchObject([{ id: lost, state: { is: 'sent' } }]);
  centre.restore(backup);
  centre.effects.length = 0;
  replica.fault = () => false;
  await world.pass(5 * MINUTE);
  expect(centre.effects).toEqual([lost]);
  expect(laptop.journal.list()).toEqual([]);
  expectSame();
});

test('[SY26] a centre that lost numbers no journal has any more gets them as empty changes', async () => {
  const { world, centre, laptop, expectSame } = setUp();
  laptop.start();
  await world.pass(5_000);
  const backup = centre.backup();
  laptop.save();
  laptop.save();
  await world.pass(MINUTE);
  expect(laptop.journal.list()).toEqual([]);
  centre.restore(backup);
  centre.effects.length = 0;
  const fresh = laptop.save();
  await world.pass(5 * MINUTE);
  expect(centre.effects).toEqual([fresh]);
  expect(laptop.journal.list()).toEqual([]);
  expectSame();
});

test('[SY26] a journal that is an older copy gives its work new numbers', async () => {
  const { world, centre, laptop, expectSentOnce } = setUp();
  laptop.start();
  await world.pass(5_000);
  const ids = [laptop.save(), laptop.save(), laptop.save()];
  await world.pass(MINUTE);
  laptop.journal.renumber(1);
  laptop.crash();
  laptop.start();
  const fresh = [laptop.save(), laptop.save()];
  expect(laptop.journal.list().map(({ n }) => n)).toEqual([1, 2]);
  await world.pass(MINUTE);
  expectSentOnce([...ids, ...fresh]);
  expect(centre.pushes.at(-1)?.map(({ n }) => n)).toEqual([4, 5]);
});
