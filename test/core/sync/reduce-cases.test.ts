import { expect, test } from 'vitest';
import type { StreamId } from '#contract/brands.ts';
import { fail } from '#contract/errors.ts';
import type { Session } from '#contract/http/session.ts';
import type { ReplicaState } from '#contract/replica-port.ts';
import { reduce } from '#core/sync/reduce.ts';
import { buildState, type EngineState } from '#core/sync/state.ts';
import { describeStatus } from '#core/sync/status.ts';
import { NO_NEWS } from '#test/builders/orders.ts';

import {
  ask,
  at,
  bytes,
  entry,
  facts,
  failure,
  held,
  ID,
  KENT,
  NOW,
  OTHER_ID,
  POOL,
  place,
  result,
  SESSIONS,
  session,
} from './support/states.ts';

test('[SY24] an acknowledgement of another history is ignored, and hello is said', () => {
  const journal = [entry({ is: 'waiting', tries: 1 })];
  const state: EngineState = {
    ...buildState(journal, null),
    ...SESSIONS[1],
    mode: { is: 'live', asking: false },
    push: { is: 'in-flight', ids: [ID], first: { n: 1, isHole: false }, count: 1 },
  };
  const response = { results: [{ ...result, epoch: 'restored' }], lastN: 1 };
  const { state: after, effects } = reduce(state, { is: 'pushed', run: 0, response }, at);
  expect(after.journal[0]?.state.is).toBe('waiting');
  expect(effects.map((effect) => effect.do)).toContain('hello');
});

test.each([0, 1, 2])(
  '[SY52] a gap below what was acknowledged, after %i others: who calls is asked, and what was lost goes first',
  (gaps) => {
    const sent = entry({ is: 'sent', epoch: 'e', seq: 3, at: NOW }, 6);
    const waiting = { ...entry({ is: 'waiting', tries: 1 }, 9), id: OTHER_ID };
    const state: EngineState = {
      ...buildState([sent, waiting], null),
      ...SESSIONS[1],
      mode: { is: 'live', asking: false },
      push: { is: 'in-flight', ids: [OTHER_ID], first: { n: 9, isHole: false }, count: 1 },
      gaps,
    };
    const gap = fail('SYNC_ORDER_GAP', 'made to fail', { details: { expected: 6 } }).error;
    const asked = reduce(state, { is: 'push-failed', run: 0, failure: gap }, at);
    expect(asked.effects.map((effect) => effect.do)).toContain('hello');
    expect(asked.effects.map((effect) => effect.do)).not.toContain('push');
    const told = {
      ...session,
      grants: [{ ...session.grants[0], epoch: 'e' }],
      lastN: 5,
    } as Session;
    const { effects } = reduce(
      asked.state,
      { is: 'session', run: asked.state.run, session: told, nextN: 10, orders: NO_NEWS },
      at,
    );
    expect(effects).toContainEqual({
      do: 'settle',
      changes: [{ to: 'waiting', id: ID, lastError: null }],
    });
    expect(effects).toContainEqual(
      expect.objectContaining({ do: 'push', ids: [ID, OTHER_ID], holes: [7, 8] }),
    );
  },
);

test('[SY2] heads of another epoch lead to a new session, whatever the number of the grants', () => {
  const state: EngineState = {
    ...buildState([], null),
    ...SESSIONS[1],
    mode: { is: 'live', asking: true },
  };
  const restored = { grantsRev: 1, heads: { [KENT]: { epoch: 'restored', seq: 9 } } };
  const { effects } = reduce(state, { is: 'heads', run: 0, heads: restored }, at);
  expect(effects.map((effect) => effect.do)).toContain('hello');
});

test('[SY3] what the cache was opened for and is not granted any more goes, also without a cursor', () => {
  const medway = 'council:medway' as StreamId;
  const state: EngineState = {
    ...buildState([], null),
    ...SESSIONS[1],
    mode: { is: 'hello' },
    replica: { is: 'open', streams: [POOL, KENT, medway] },
  };
  const { state: told, effects } = reduce(
    state,
    { is: 'session', run: 0, session, nextN: 99, orders: NO_NEWS },
    at,
  );
  expect(effects).toContainEqual({ do: 'purge', stream: medway });
  const { state: after } = reduce(told, { is: 'purged', stream: medway }, at);
  expect(after.purging).toEqual([POOL]);
  expect(after.replica).not.toMatchObject({ streams: expect.arrayContaining([medway]) });
});

test('[SY7] a cache that opens after its recruiter signed out is locked again', () => {
  const opening: EngineState = {
    ...{ ...buildState([], null), ...SESSIONS[1] },
    ...{ mode: { is: 'hello' }, replica: { is: 'opening' } },
  };
  const { state } = reduce(opening, { is: 'signed-out' }, at);
  const late = { is: 'opened', run: opening.replicaRun, held, streams: [POOL, KENT] } as const;
  expect(reduce(state, late, at)).toEqual({ state, effects: [{ do: 'lock' }] });
});

test('[SY22] a push never moves a cursor', () => {
  const state: EngineState = {
    ...buildState([entry({ is: 'waiting', tries: 1 })], null),
    ...SESSIONS[1],
    mode: { is: 'live', asking: false },
    push: { is: 'in-flight', ids: [ID], first: { n: 1, isHole: false }, count: 1 },
  };
  const response = { results: [result], lastN: 1 };
  const { state: after } = reduce(state, { is: 'pushed', run: 0, response }, at);
  expect(after.places).toEqual(state.places);
  expect(after.journal[0]?.state).toMatchObject({ is: 'sent', epoch: 'e', seq: 6 });
});

test('[SY20] while a snapshot is being paged, acknowledged work stays in view', () => {
  const journal = [entry({ is: 'sent', epoch: 'e', seq: 3, at: NOW })];
  const paging: EngineState = {
    ...buildState(journal, null),
    ...SESSIONS[1],
    mode: { is: 'live', asking: false },
    replica: { is: 'open', streams: [POOL, KENT] },
    places: { [KENT]: { ...place, cursor: { stream: KENT, epoch: 'e', seq: 4, snapAt: 9 } } },
  };
  const tick = { is: 'purge-failed', stream: KENT } as const;
  expect(reduce(paging, tick, at).state.journal).toHaveLength(1);
  const whole = { ...paging, places: { [KENT]: place } };
  expect(reduce(whole, tick, at).state.journal).toHaveLength(0);
});

test.each([
  ['of another stream', { stream: POOL }],
  ['of another epoch', { epoch: 'x' }],
  ['from another place', { after: 2 }],
  ['that goes backwards', { to: 3 }],
  ['that says there is more and does not move', { to: 4, more: true }],
])('[SY10] a page %s is not passed on', (_, change) => {
  const state: EngineState = {
    ...buildState([], null),
    ...SESSIONS[1],
    replica: { is: 'open', streams: [POOL, KENT] },
    mode: { is: 'catching-up', stream: KENT, to: null },
  };
  const whole = { ...facts, erased: [] };
  const onPage = (page: typeof whole) =>
    reduce(state, { is: 'page', run: 0, ask, page: { facts: page, bytes } }, at);
  expect(onPage(whole).effects.map((effect) => effect.do)).toEqual(['apply']);
  const { state: after, effects } = onPage({ ...whole, ...change });
  expect(effects.map((effect) => effect.do)).not.toContain('apply');
  expect(after.mode).toMatchObject({ is: 'waiting', why: 'SYNC_BAD_ANSWER' });
});

test.each([
  ['of a device that never synced is how it begins', null, []],
  ['of a device that had synced was lost, and is said', NOW, ['STORE_REBUILT']],
] as const)('[SY42] an empty cache %s', (_, lastSyncAt, notices) => {
  const opening: EngineState = {
    ...buildState([], lastSyncAt),
    mode: { is: 'waiting', untilMs: 0, why: 'NET_UNREACHABLE' },
    replica: { is: 'opening' },
  };
  const empty: ReplicaState = { ...held, cursors: [], rebuilt: 'empty' };
  const event = { is: 'opened', run: 0, held: empty, streams: [POOL, KENT] } as const;
  expect(describeStatus(reduce(opening, event, at).state).notices).toEqual(notices);
});

test.each([
  ['went without a word, its end missing', { rebuilt: null, asAt: null }, ['STORE_REBUILT']],
  ['is whole', { rebuilt: null, asAt: NOW }, []],
  ['is in memory', { rebuilt: null, asAt: NOW, diskRefused: true }, ['STORE_NOT_KEPT']],
] as const)('[SY8] a cache that %s is told as that', (_, change, notices) => {
  const opening: EngineState = {
    ...buildState([], NOW),
    mode: { is: 'waiting', untilMs: 0, why: 'NET_UNREACHABLE' },
    replica: { is: 'opening' },
  };
  const opened = (more: Partial<ReplicaState>) =>
    ({ is: 'opened', run: 0, held: { ...held, ...more }, streams: [POOL, KENT] }) as const;
  const { state } = reduce(opening, opened(change), at);
  expect(describeStatus(state).notices).toEqual(notices);
  // The disk took it at the next opening: that notice is over.
  const next = reduce(
    { ...state, replica: { is: 'opening' } },
    opened({ rebuilt: null, asAt: NOW }),
    at,
  );
  expect(describeStatus(next.state).notices).not.toContain('STORE_NOT_KEPT');
});

test('[SY8] a cache that turns out damaged is opened again, once at a time', () => {
  const state: EngineState = {
    ...buildState([], NOW),
    ...SESSIONS[1],
    replica: { is: 'open', streams: [POOL, KENT] },
    mode: { is: 'catching-up', stream: KENT, to: 5 },
  };
  const damaged = {
    is: 'pull-failed',
    stream: KENT,
    failure: failure('STORE_REBUILT'),
  } as const;
  const first = reduce(state, { ...damaged, run: state.run }, at);
  expect(first.effects.map((effect) => effect.do)).toContain('open');
  const second = reduce(first.state, { ...damaged, run: first.state.run }, at);
  expect(second.effects.map((effect) => effect.do)).not.toContain('open');
});

test('[SY28] a push that was parked when the laptop slept is free when it wakes: its timer is gone', () => {
  const state: EngineState = {
    ...buildState([entry({ is: 'waiting', tries: 1 })], null),
    mode: { is: 'live', asking: false },
    push: { is: 'parked', why: 'AUTH_NOT_ALLOWED' },
  };
  const asleep = reduce(state, { is: 'suspend' }, at);
  expect(asleep.effects).toContainEqual({ do: 'disarm', timer: 'push' });
  expect(asleep.state.push).toEqual({ is: 'idle' });
});
