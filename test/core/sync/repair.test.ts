import { expect, test } from 'vitest';
import { POOL } from '#contract/brands.ts';
import { fail } from '#contract/errors.ts';
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

test('[SY54] a pool that is always refused is repaired, then read anew, then held back and told so', async () => {
  const { world, centre, laptop, expectSame } = setUp();
  centre.protocol = 2;
  laptop.start();
  await world.pass(5_000);
  centre.calls.length = 0;
  centre.fault = (path) =>
    path.includes('/streams/pool') ? { is: 'problem', status: 410, code: 'cursor-expired' } : null;
  centre.publish(POOL, { kind: 'candidate', id: personId(3), op: 'd' });
  await world.pass(10 * MINUTE);
  const { lastSyncAt } = laptop.status();
  await world.pass(40 * MINUTE);
  const reads = centre.calls.filter((path) => path.includes('/streams/pool'));
  expect(reads.length).toBeLessThanOrEqual(4);
  const status = laptop.status();
  expect(status.notices).toEqual(['SYNC_HELD_BACK']);
  expect(status.lastSyncAt).toBe(lastSyncAt);
  const waitMs = Date.parse(status.nextTryAt ?? '') - world.clock.nowMs();
  expect(waitMs).toBeGreaterThan(0);
  expect(waitMs).toBeLessThanOrEqual(60 * MINUTE);
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

test('[SY52] what was acknowledged and seen goes again too, before anything new and once', async () => {
  const { world, centre, laptop, expectSame } = setUp();
  laptop.start();
  await world.pass(5_000);
  const kept = laptop.save();
  await world.pass(MINUTE);
  const backup = centre.backup();
  const lost = [laptop.save(), laptop.save()];
  await world.pass(MINUTE);
  expect(laptop.journal.list()).toEqual([]);
  expect(laptop.journal.kept().map(({ entry }) => entry.id)).toEqual([kept, ...lost]);
  centre.restore(backup);
  centre.effects.length = 0;
  const fresh = laptop.save();
  await world.pass(5 * MINUTE);
  expect(centre.effects).toEqual([...lost, fresh]);
  expect(laptop.journal.list()).toEqual([]);
  expectSame();
});

/** A laptop with two changes acknowledged that the centre's backup lacks. */
async function withTwoSinceBackup() {
  const made = setUp();
  const { world, centre, laptop } = made;
  laptop.start();
  await world.pass(5_000);
  const backup = centre.backup();
  const lost = [laptop.save(), laptop.save()];
  await world.pass(MINUTE);
  return { ...made, backup, lost };
}

test('[SY52] a restore that nobody declared is noticed by the numbers, at the next hello or push', async () => {
  for (const next of ['hello', 'push'] as const) {
    const { world, centre, laptop, backup, lost } = await withTwoSinceBackup();
    centre.restore(backup, { isDeclared: false });
    centre.effects.length = 0;
    if (next === 'hello') laptop.engine().signal('sync-now');
    const fresh = next === 'push' ? [laptop.save()] : [];
    await world.pass(5 * MINUTE);
    expect([next, centre.effects]).toEqual([next, [...lost, ...fresh]]);
  }
});

test('[SY29] [SY52] what is offered again goes first, also when the disk did not take that at once', async () => {
  const { world, centre, laptop, backup, lost } = await withTwoSinceBackup();
  laptop.crash();
  // Under another name all is numbered anew, and what was taken under the old one has no number.
  laptop.journal.reRegister();
  centre.restore(backup);
  centre.effects.length = 0;
  const fresh = [laptop.save(), laptop.save()];
  const { settle } = laptop.journal;
  laptop.journal.settle = () => {
    laptop.journal.settle = settle;
    return fail('SAVE_FAILED', 'made to fail');
  };
  laptop.start();
  await world.pass(5 * MINUTE);
  expect(centre.effects).toEqual([...lost, ...fresh]);
});

test('[SY51] what is kept is in no list and no count, and goes with the access to its stream', async () => {
  const { world, centre, laptop } = setUp();
  laptop.start();
  await world.pass(5_000);
  laptop.save();
  await world.pass(MINUTE);
  expect(laptop.journal.kept()).toHaveLength(1);
  expect(laptop.replica.journal).toEqual([]);
  expect(laptop.status().word.is).toBe('all-sent');
  laptop.crash();
  laptop.start();
  await world.pass(MINUTE);
  expect(laptop.journal.kept()).toHaveLength(1);
  centre.grants = centre.grants.filter((stream) => stream !== COUNCIL);
  centre.grantsRev += 1;
  await world.pass(MINUTE);
  expect(laptop.journal.kept()).toEqual([]);
});

test('[SY51] it stays listed while its echo is in memory only, and may go with the window', async () => {
  const { world, laptop } = setUp();
  laptop.replica.isDiskRefused = true;
  laptop.start();
  await world.pass(5_000);
  laptop.save();
  await world.pass(MINUTE);
  expect(laptop.journal.kept()).toEqual([]);
  expect(laptop.replica.journal).toMatchObject([{ state: { is: 'sent' } }]);
  expect(laptop.status().word.is).toBe('all-sent');
  laptop.crash();
  laptop.replica.isDiskRefused = false;
  laptop.start();
  await world.pass(MINUTE);
  expect(laptop.journal.kept()).toHaveLength(1);
});

test('[SY51] it is kept for as long as the centre says, by the clock of the centre', async () => {
  const { world, laptop } = setUp();
  const DAY = 24 * 60 * MINUTE;
  laptop.start();
  await world.pass(5_000);
  laptop.save();
  await world.pass(MINUTE);
  laptop.engine().signal('suspend');
  await world.pass(29 * DAY);
  laptop.engine().signal('resume');
  await world.pass(MINUTE);
  expect(laptop.journal.kept()).toHaveLength(1);
  laptop.engine().signal('suspend');
  await world.pass(2 * DAY);
  laptop.engine().signal('resume');
  await world.pass(MINUTE);
  expect(laptop.journal.kept()).toEqual([]);
});

test('[SY26] a centre that lost numbers no journal has any more gets them as empty changes', async () => {
  const { world, centre, laptop, expectSame } = setUp();
  laptop.start();
  await world.pass(5_000);
  const backup = centre.backup();
  laptop.save();
  laptop.save();
  await world.pass(MINUTE);
  const forgotten = laptop.journal.kept().map(({ entry }) => entry.id);
  laptop.journal.settle(forgotten.map((id) => ({ to: 'gone', id })));
  centre.restore(backup);
  centre.effects.length = 0;
  const fresh = laptop.save();
  await world.pass(5 * MINUTE);
  expect(centre.effects).toEqual([fresh]);
  expect(laptop.journal.list()).toEqual([]);
  expectSame();
});

test('[SY26] a journal that is an older copy comes as another device, and nothing is doubled', async () => {
  const { world, centre, laptop, expectSentOnce } = setUp();
  laptop.start();
  await world.pass(5_000);
  const ids = [laptop.save(), laptop.save(), laptop.save()];
  const image = laptop.journal.list();
  await world.pass(MINUTE);
  const device = laptop.journal.device();
  laptop.crash();
  // The disk of before: two changes wait again, the third is unknown, its number given again.
  for (const { entry } of laptop.journal.kept()) {
    laptop.journal.settle([{ to: 'gone', id: entry.id }]);
  }
  laptop.journal.restore({ entries: image.slice(0, 2), drafts: [] });
  laptop.journal.renumber(1);
  laptop.start();
  const fresh = [laptop.save(), laptop.save()];
  await world.pass(2 * MINUTE);
  expectSentOnce([...ids, ...fresh]);
  expect(laptop.journal.device()).not.toBe(device);
  expect(centre.pushes.at(-1)?.map(({ n }) => n)).toEqual([1, 2]);
});

test('[SY26] hello alone shows an older copy, before anything is written in it', async () => {
  const { world, laptop, centre } = setUp();
  laptop.start();
  await world.pass(5_000);
  laptop.save();
  await world.pass(MINUTE);
  const device = laptop.journal.device();
  laptop.crash();
  const [id] = laptop.journal.kept().map(({ entry }) => entry.id);
  if (id) laptop.journal.settle([{ to: 'gone', id }]);
  laptop.journal.renumber(1);
  laptop.start();
  await world.pass(MINUTE);
  expect(laptop.journal.device()).not.toBe(device);
  const fresh = laptop.save();
  await world.pass(MINUTE);
  expect(centre.effects).toContain(fresh);
});

test('[SY26] under a new name what the old one had sent goes first, where the centre has lost it', async () => {
  const { world, centre, laptop, expectSame } = setUp();
  laptop.start();
  await world.pass(5_000);
  const backup = centre.backup();
  const before = laptop.save();
  await world.pass(MINUTE);
  laptop.crash();
  laptop.journal.reRegister();
  laptop.start();
  await world.pass(5_000);
  // Nothing tells of the restore but a hello: neither a poll nor a number.
  const fails = { is: 'problem', status: 500, code: 'fault' } as const;
  centre.fault = (path) => (/heads|session/.test(path) ? fails : null);
  await world.pass(2 * MINUTE);
  centre.restore(backup);
  centre.effects.length = 0;
  centre.fault = (path) => (/heads/.test(path) ? fails : null);
  const after = laptop.save();
  await world.pass(2 * MINUTE);
  expect(centre.effects).toEqual([before, after]);
  centre.fault = () => null;
  await world.pass(2 * MINUTE);
  expectSame();
});
