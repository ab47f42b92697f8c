import { expect, test } from 'vitest';
import type { StreamId } from '#contract/brands.ts';
import { fail } from '#contract/errors.ts';
import { COUNCIL } from './support/fake-centre.ts';
import { personId, setUp } from './support/set-up.ts';

const MINUTE = 60_000;

test('[SY1] the first sync brings people, programme and council, then says all is sent', async () => {
  const { world, laptop, expectSame } = setUp();
  laptop.start();
  await world.pass(5_000);
  expectSame();
  expect(laptop.status().word).toEqual({ is: 'all-sent', at: laptop.status().lastSyncAt });
  expect(laptop.status().lastSyncAt).not.toBeNull();
  expect(laptop.replica.caughtUp).toBe(1);
  const progress = laptop.statuses.flatMap(({ phase }) =>
    phase.is === 'first-sync' ? [phase.people] : [],
  );
  expect(progress.at(-1)).toBe(20);
});

test('[SY20] a change is sent once, and stays in the journal until its echo is here', async () => {
  const { world, laptop, expectSame, expectSentOnce } = setUp();
  laptop.start();
  await world.pass(5_000);
  const id = laptop.save();
  expect(laptop.status().word).toEqual({ is: 'sending', done: 0, of: 1 });
  await world.pass(30);
  expect(laptop.journal.list()[0]?.state.is).toBe('sent');
  expect(laptop.replica.journal[0]?.id).toBe(id);
  expect(laptop.status().word.is).toBe('all-sent');
  await world.pass(MINUTE);
  expectSentOnce([id]);
  expect(laptop.replica.journal).toEqual([]);
  expectSame();
});

test('[SY20] work is sent while the window is away, and its echo is awaited until it is back', async () => {
  const { world, centre, laptop, expectSentOnce } = setUp();
  laptop.start();
  await world.pass(5_000);
  laptop.engine().signal('replica-down');
  laptop.replica.isOpen = false;
  const id = laptop.save();
  await world.pass(2 * MINUTE);
  expect(centre.effects).toEqual([id]);
  expect(laptop.journal.list()).toMatchObject([{ id, state: { is: 'sent' } }]);
  laptop.engine().signal('replica-up');
  await world.pass(MINUTE);
  expectSentOnce([id]);
});

test('[SY4] an offline start opens the cache for what was last known, and shows the journal', async () => {
  const { world, centre, laptop, expectSame } = setUp();
  laptop.start();
  await world.pass(5_000);
  laptop.crash();
  centre.fault = () => ({ is: 'offline' });
  laptop.start();
  const id = laptop.save();
  await world.pass(MINUTE);
  expect(laptop.replica.isOpen).toBe(true);
  expect(laptop.replica.journal.map((entry) => entry.id)).toEqual([id]);
  expect(laptop.status().word).toMatchObject({ is: 'offline', notSent: 1 });
  expectSame();
});

test('[SY14] a first sync that was stopped goes on at the missing buckets', async () => {
  const { world, centre, laptop, expectSame } = setUp({ people: 60 });
  let buckets = 0;
  centre.fault = (path) => {
    if (!/buckets/.test(path)) return null;
    buckets += 1;
    return buckets > 2 ? { is: 'offline' } : null;
  };
  laptop.start();
  await world.pass(200);
  laptop.crash();
  const held = laptop.replica.buckets.size;
  expect(held).toBe(2);
  centre.fault = () => null;
  centre.calls.length = 0;
  laptop.start();
  await world.pass(MINUTE);
  expectSame();
  expect(centre.calls.filter((path) => /buckets/.test(path))).toHaveLength(4 - held);
});

test('[SY14] the worker never has more than two messages in hand, and gets what came meanwhile at once', async () => {
  const { world, laptop, expectSame } = setUp({ people: 60 });
  laptop.replica.wait = () => world.sleep(50);
  laptop.start();
  await world.pass(MINUTE);
  expectSame();
  expect(laptop.replica.mostMessagesUnderWay).toBe(2);
  expect(laptop.replica.largestMessage).toBeGreaterThan(1);
});

test('[SY14] a bucket that changes under a first sync is read anew, without a re-read counted', async () => {
  const { world, centre, laptop, expectSame } = setUp({ people: 60 });
  let done = false;
  centre.fault = (path) => {
    if (/buckets/.test(path) && !done) {
      done = true;
      centre.publish('pool', { kind: 'candidate', id: personId(1), op: 'd' });
      for (let n = 100; n < 110; n++) {
        centre.publish('pool', { kind: 'candidate', id: personId(n), op: 'u' });
      }
    }
    return null;
  };
  laptop.start();
  await world.pass(5 * MINUTE);
  expectSame();
});

test('[SY13] a nudge leads to the change without waiting for the poll', async () => {
  const { world, centre, laptop, expectSame } = setUp();
  laptop.start();
  await world.pass(5_000);
  const seq = centre.publish(COUNCIL, { kind: 'vacancy', id: personId(2000), op: 'u' });
  const { epoch } = centre.stream(COUNCIL);
  laptop.nudge({ grantsRev: 1, heads: { [COUNCIL]: { epoch, seq } } });
  await world.pass(400);
  expectSame();
});

test('[SY13] without any nudge a poll finds the change', async () => {
  const { world, centre, laptop, expectSame } = setUp();
  laptop.start();
  await world.pass(5_000);
  centre.publish('pool', { kind: 'candidate', id: personId(3), op: 'd' });
  centre.publish(COUNCIL, { kind: 'vacancy', id: personId(1003), op: 'd' });
  await world.pass(MINUTE);
  expectSame();
});

test('[SY17] a change of keys that the disk would not take is finished after a later look', async () => {
  const { world, laptop } = setUp();
  laptop.isRotating = true;
  laptop.replica.fault = (name) => name === 'reseal';
  laptop.start();
  await world.pass(MINUTE);
  expect(laptop.isRotating).toBe(true);
  laptop.replica.fault = () => false;
  await world.pass(2 * MINUTE);
  expect(laptop.isRotating).toBe(false);
});

test('[SY3] a stream no longer granted loses its key first, then its rows', async () => {
  const { world, centre, laptop } = setUp();
  laptop.start();
  await world.pass(5_000);
  laptop.replica.fault = (name) => name === 'purge';
  centre.grants = centre.grants.filter((stream) => stream !== COUNCIL);
  centre.grantsRev += 1;
  await world.pass(MINUTE);
  expect(laptop.destroyedKeys).toContain(COUNCIL);
  expect(laptop.replica.purged).toEqual([]);
  laptop.replica.fault = () => false;
  laptop.crash();
  laptop.start();
  await world.pass(MINUTE);
  expect(laptop.replica.purged).toEqual([COUNCIL]);
  expect(laptop.replica.rows.has(COUNCIL)).toBe(false);
});

test('[SY3] a session that grants nothing at all removes nothing', async () => {
  const { world, centre, laptop } = setUp();
  laptop.start();
  await world.pass(5_000);
  const { grants } = centre;
  centre.grants = [];
  centre.grantsRev += 1;
  await world.pass(MINUTE);
  expect(laptop.replica.purged).toEqual([]);
  expect(laptop.destroyedKeys).toEqual([]);
  expect(laptop.status().word).toMatchObject({ is: 'cannot-send', why: 'service-refused' });
  centre.grants = grants;
  await world.pass(20 * MINUTE);
  expect(laptop.status().word.is).toBe('all-sent');
});

test('[SY2] a stream newly granted is opened and read', async () => {
  const { world, centre, laptop, expectSame } = setUp();
  laptop.start();
  await world.pass(5_000);
  const devon = 'council:devon' as StreamId;
  centre.addStream(devon);
  centre.publish(devon, { kind: 'vacancy', id: personId(5000), op: 'u' });
  centre.grants.push(devon);
  centre.grantsRev += 1;
  await world.pass(MINUTE);
  expectSame();
});

test('[SY16] a person who is erased is gone from the journal before the page is applied', async () => {
  const { world, centre, laptop } = setUp();
  laptop.start();
  await world.pass(5_000);
  centre.fault = (path) => (/push/.test(path) ? { is: 'offline' } : null);
  const person = personId(7);
  const saved = laptop.journal.append([
    {
      kind: 'do-not-contact.set',
      stream: COUNCIL,
      entity: person,
      base: 0,
      args: { candidateId: person, reason: 'asked not to be rung' },
    },
  ]);
  expect(saved.ok).toBe(true);
  laptop.journal.writeDraft(`note:${person}`, 'Ring after four.');
  laptop.replica.fault = (name) => name === 'page';
  centre.publish('pool', { kind: 'candidate', id: person, op: 'e' });
  await world.pass(MINUTE);
  expect(JSON.stringify(laptop.journal.list())).not.toContain(person);
  expect(laptop.journal.readDraft(`note:${person}`)).toEqual({ ok: true, value: '' });
  laptop.replica.fault = () => false;
  centre.fault = () => null;
  await world.pass(5 * MINUTE);
  expect(centre.effects).toEqual([]);
  expect(centre.pushes.at(-1)).toMatchObject([{ n: 1, kind: 'noop' }]);
  expect(laptop.status().word.is).toBe('all-sent');
});

test('[SY6] after a sleep nothing that was under way counts, and one try comes soon', async () => {
  const { world, centre, laptop, expectSame, expectSentOnce } = setUp();
  laptop.start();
  await world.pass(5_000);
  centre.fault = (path) => (/push/.test(path) ? { is: 'late', ms: 3 * MINUTE } : null);
  const id = laptop.save();
  await world.pass(1_000);
  laptop.engine().signal('suspend');
  const calls = centre.calls.length;
  await world.pass(30 * MINUTE);
  expect(centre.calls.length).toBe(calls);
  centre.fault = () => null;
  laptop.engine().signal('resume');
  await world.pass(MINUTE);
  expectSentOnce([id]);
  expectSame();
});

test('[SY7] signing out locks the cache, stops every call, and keeps the journal', async () => {
  const { world, centre, laptop } = setUp();
  laptop.start();
  await world.pass(5_000);
  centre.fault = () => ({ is: 'offline' });
  laptop.save();
  laptop.engine().signal('signed-out');
  await world.pass(1_000);
  expect(laptop.replica.isOpen).toBe(false);
  const calls = centre.calls.length;
  await world.pass(30 * MINUTE);
  expect(centre.calls.length).toBe(calls);
  expect(laptop.journal.list()).toHaveLength(1);
  expect(laptop.status().word).toEqual({ is: 'cannot-send', why: 'sign-in-again', notSent: 1 });
});

test('[SY6] an answer to a hello orders nothing any more once a later hello was answered', async () => {
  const { world, centre, laptop } = setUp();
  let hellos = 0;
  centre.fault = (path) => {
    if (path !== '/v1/sync/session') return null;
    hellos += 1;
    return hellos === 1 ? { is: 'late', ms: 5_000 } : null;
  };
  laptop.start();
  await world.pass(1_000);
  laptop.engine().signal('signed-out');
  laptop.engine().signal('signed-in');
  await world.pass(1_000);
  expect([hellos, laptop.hellosTaken]).toEqual([2, 1]);
  await world.pass(10_000);
  expect(laptop.hellosTaken).toBe(1);
  expect(laptop.status().word.is).toBe('all-sent');
});

test('[SY20] a change delivered twice by the network has its effect once', async () => {
  const { world, centre, laptop, expectSentOnce } = setUp();
  centre.fault = () => ({ is: 'twice' });
  laptop.start();
  await world.pass(5_000);
  const ids = [laptop.save(), laptop.save()];
  await world.pass(MINUTE);
  expectSentOnce(ids);
});

test('[SY21] three hundred changes go out in device order, one push at a time', async () => {
  const { world, centre, laptop, expectSentOnce } = setUp();
  laptop.start();
  await world.pass(5_000);
  const ids = Array.from({ length: 300 }, () => laptop.save());
  await world.pass(5 * MINUTE);
  expectSentOnce(ids);
  expect(Math.max(...centre.pushes.map((batch) => batch.length))).toBe(100);
  const words = laptop.statuses.flatMap(({ word }) => (word.is === 'sending' ? [word] : []));
  expect(words.at(-1)).toMatchObject({ is: 'sending', of: 300 });
});

test('[SY29] a journal of which part was lost is told in words from the start', async () => {
  const { world, laptop } = setUp();
  Object.defineProperty(laptop.journal, 'wasDamaged', { value: true });
  laptop.start();
  await world.pass(5_000);
  expect(laptop.status().notices).toEqual(['SAVE_JOURNAL_DAMAGED']);
});

test('[SY29] a disk that takes no acknowledgement loses nothing and doubles nothing', async () => {
  const { world, centre, laptop, expectSentOnce } = setUp();
  laptop.start();
  await world.pass(5_000);
  const { settle } = laptop.journal;
  const full = fail('SAVE_DISK_FULL', 'There is no room left.');
  const id = laptop.save();
  laptop.journal.settle = () => full;
  await world.pass(2 * MINUTE);
  expect(laptop.status().notices).toContain('SAVE_DISK_FULL');
  expect(laptop.journal.list()).toMatchObject([{ id, state: { is: 'waiting' } }]);
  const calls = centre.pushes.length;
  expect(calls).toBeGreaterThan(1);
  expect(calls).toBeLessThan(60);
  laptop.journal.settle = settle;
  await world.pass(2 * MINUTE);
  expectSentOnce([id]);
  expect(laptop.status().notices).toEqual([]);
});
