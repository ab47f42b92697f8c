import { describe, expect, test } from 'vitest';
import { fail, ok } from '#contract/errors.ts';
import type { SyncWord } from '#contract/sync-state.ts';
import type { Fault } from './support/fake-centre.ts';
import { draft } from './support/laptop.ts';
import { setUp } from './support/set-up.ts';

const MINUTE = 60_000;

interface Case {
  readonly what: string;
  readonly fault: Fault;
  /** Which calls go wrong. */
  readonly where: RegExp;
  readonly word: Partial<SyncWord>;
}

const CASES: readonly Case[] = [
  {
    what: 'no network',
    fault: { is: 'offline' },
    where: /./,
    word: { is: 'offline', notSent: 3 },
  },
  {
    what: 'a portal that answers every call with its page',
    fault: { is: 'portal' },
    where: /./,
    word: { is: 'offline', notSent: 3 },
  },
  {
    what: 'answers that are cut off',
    fault: { is: 'cut-off' },
    where: /./,
    word: { is: 'offline', notSent: 3 },
  },
  {
    what: 'replies to pushes that are lost after the centre has committed',
    fault: { is: 'reply-lost' },
    where: /push/,
    word: { is: 'not-sent', count: 3 },
  },
  {
    what: '401 that a fresh token does not help',
    fault: { is: 'problem', status: 401, code: 'token-expired' },
    where: /./,
    word: { is: 'cannot-send', why: 'sign-in-again', notSent: 3 },
  },
  {
    what: '403 to the push',
    fault: { is: 'problem', status: 403, code: 'not-allowed' },
    where: /push/,
    word: { is: 'cannot-send', why: 'service-refused', notSent: 3 },
  },
  {
    what: '409 while the programme is closed',
    fault: { is: 'problem', status: 409, code: 'programme-closed' },
    where: /push/,
    word: { is: 'cannot-send', why: 'service-refused', notSent: 3 },
  },
  {
    what: '409 order-gap that does not say what it wants',
    fault: { is: 'problem', status: 409, code: 'order-gap' },
    where: /push/,
    word: { is: 'not-sent', count: 3 },
  },
  {
    what: '426',
    fault: { is: 'problem', status: 426, code: 'upgrade-required' },
    where: /./,
    word: { is: 'cannot-send', why: 'update-needed', notSent: 3 },
  },
  {
    what: '429',
    fault: { is: 'problem', status: 429, code: 'too-many-requests', retryAfter: 5 },
    where: /./,
    word: { is: 'not-sent', count: 3 },
  },
  {
    what: '500 to the push only',
    fault: { is: 'problem', status: 500, code: 'fault' },
    where: /push/,
    word: { is: 'not-sent', count: 3 },
  },
  {
    what: '500 to everything',
    fault: { is: 'problem', status: 500, code: 'fault' },
    where: /./,
    word: { is: 'not-sent', count: 3 },
  },
  {
    what: '503',
    fault: { is: 'problem', status: 503, code: 'unavailable', retryAfter: 7 },
    where: /./,
    word: { is: 'not-sent', count: 3 },
  },
];

describe('[SY30] trouble is told truly, loses nothing, and ends by itself or with one key', () => {
  test.each(CASES)('$what', async ({ fault, where, word }) => {
    const { world, centre, laptop, expectSame, expectSentOnce } = setUp();
    laptop.start();
    await world.pass(5_000);
    centre.fault = (path) => (where.test(path) ? fault : null);
    const ids = [laptop.save(), laptop.save(), laptop.save()];
    let sawWord = false;
    for (let second = 0; second < 180; second++) {
      await world.pass(1_000);
      // "Sending" is true while a try is under way, and not what the screen rests on.
      const now = laptop.status().word;
      if (now.is === 'sending') continue;
      expect(now.is).not.toBe('all-sent');
      if (now.is === word.is) {
        expect(now).toMatchObject(word);
        sawWord = true;
      }
    }
    expect(sawWord).toBe(true);
    expect(laptop.status().word).toMatchObject(word);
    expect(laptop.journal.list().map(({ id }) => id)).toEqual(ids);
    const isEffect = fault.is === 'reply-lost' || fault.is === 'cut-off';
    expect(centre.effects).toEqual(isEffect ? ids : []);
    centre.fault = () => null;
    laptop.engine().signal('sync-now');
    await world.pass(MINUTE);
    expectSentOnce(ids);
    expectSame();
    // What was said of the trouble is not said any more.
    expect(laptop.status().notices).toEqual([]);
  });

  test.each(CASES.filter(({ word }) => word.is !== 'cannot-send'))(
    '$what: ends without a hand',
    async ({ fault, where }) => {
      const { world, centre, laptop, expectSentOnce } = setUp();
      laptop.start();
      await world.pass(5_000);
      centre.fault = (path) => (where.test(path) ? fault : null);
      const ids = [laptop.save(), laptop.save(), laptop.save()];
      await world.pass(10 * MINUTE);
      centre.fault = () => null;
      await world.pass(3 * MINUTE);
      expectSentOnce(ids);
    },
  );
});

test('[SY31] a token that cannot be renewed parks both lanes, and signing in goes on', async () => {
  const { world, centre, laptop, expectSentOnce } = setUp();
  laptop.start();
  await world.pass(5_000);
  laptop.token = fail('AUTH_SIGN_IN_AGAIN', 'The sign-in has ended.');
  const id = laptop.save();
  await world.pass(MINUTE);
  const calls = centre.calls.length;
  expect(laptop.status().word).toEqual({ is: 'cannot-send', why: 'sign-in-again', notSent: 1 });
  await world.pass(5 * MINUTE);
  expect(centre.calls.length).toBe(calls);
  laptop.token = ok('new');
  laptop.engine().signal('signed-in');
  await world.pass(MINUTE);
  expectSentOnce([id]);
});

test('[SY30] a busy centre is not asked before the time it named', async () => {
  const { world, centre, laptop } = setUp();
  laptop.start();
  await world.pass(5_000);
  centre.fault = () => ({ is: 'problem', status: 503, code: 'unavailable', retryAfter: 100 });
  laptop.save();
  laptop.engine().signal('sync-now');
  await world.pass(1_000);
  const calls = centre.calls.length;
  await world.pass(95_000);
  expect(centre.calls.length).toBe(calls);
  expect(laptop.status().nextTryAt).not.toBeNull();
});

test('[SY27] 413 splits the batch until it fits', async () => {
  const { world, centre, laptop, expectSentOnce } = setUp();
  laptop.start();
  await world.pass(5_000);
  centre.fault = (path) => (/push/.test(path) ? { is: 'offline' } : null);
  const ids = Array.from({ length: 40 }, () => laptop.save());
  await world.pass(1_000);
  centre.pushCount = 3;
  centre.fault = () => null;
  await world.pass(5 * MINUTE);
  expectSentOnce(ids);
});

test('[SY27] one change the centre will not take is refused alone; the rest goes out', async () => {
  const { world, centre, laptop } = setUp();
  laptop.start();
  await world.pass(5_000);
  centre.fault = (path) => (/push/.test(path) ? { is: 'offline' } : null);
  const [a, bad, c] = [laptop.save(), laptop.save(), laptop.save()];
  await world.pass(1_000);
  centre.fault = () => null;
  const fetch = centre.fetch;
  const answers422 = (body: unknown) => typeof body === 'string' && body.includes(`"id":"${bad}"`);
  Object.assign(centre, {
    fetch: async (url: string, init?: RequestInit) => {
      if (!answers422(init?.body)) return fetch(url, init);
      const problem = { type: 'x', title: 'Not in the agreed form', status: 422, code: 'invalid' };
      return new Response(JSON.stringify({ ...problem, retry: 'never', requestId: 'r' }), {
        status: 422,
        headers: { 'content-type': 'application/problem+json' },
      });
    },
  });
  laptop.crash();
  laptop.start();
  await world.pass(5 * MINUTE);
  expect(centre.effects).toEqual([a, c]);
  expect(laptop.journal.list()).toMatchObject([
    { id: bad, state: { is: 'refused', reason: 'Not in the agreed form' } },
  ]);
  expect(laptop.status().word).toEqual({ is: 'needs-decision', count: 1 });
});

test('[SY22] what the centre refuses stays visible with its reason, and retry sends it anew', async () => {
  const { world, centre, laptop } = setUp();
  laptop.start();
  await world.pass(5_000);
  centre.refuses = () => true;
  const id = laptop.save();
  await world.pass(MINUTE);
  expect(laptop.journal.list()).toMatchObject([
    { id, state: { is: 'refused', reason: 'The stage has moved.' } },
  ]);
  expect(laptop.status().word).toEqual({ is: 'needs-decision', count: 1 });
  centre.refuses = () => false;
  laptop.journal.append([draft(id)], id);
  await world.pass(MINUTE);
  expect(centre.effects).toHaveLength(1);
  expect(centre.effects).not.toContain(id);
  expect(laptop.journal.list()).toEqual([]);
});

test('[SY41] a laptop clock that is wrong is said, and changes nothing else', async () => {
  const { world, laptop, expectSame, expectSentOnce } = setUp();
  world.shiftWall(-10 * 365 * 24 * 60 * MINUTE);
  laptop.start();
  await world.pass(5_000);
  const id = laptop.save();
  expect(laptop.status().clockOffByMs).toBeLessThan(-9 * 365 * 24 * 60 * MINUTE);
  world.shiftWall(20 * 365 * 24 * 60 * MINUTE);
  await world.pass(MINUTE);
  expectSentOnce([id]);
  expectSame();
  expect(laptop.journal.list()).toEqual([]);
  expect(laptop.status().clockOffByMs).toBeGreaterThan(9 * 365 * 24 * 60 * MINUTE);
  // Once it is set right, nobody has to press anything for the notice to go.
  world.shiftWall(-10 * 365 * 24 * 60 * MINUTE);
  await world.pass(2 * MINUTE);
  expect(laptop.status().clockOffByMs).toBeNull();
});
