import { expect, test } from 'vitest';
import type { IsoInstant, RecordId, StreamId } from '#contract/brands.ts';
import { fail } from '#contract/errors.ts';
import type { Session } from '#contract/http/session.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { ReplicaState } from '#contract/replica-port.ts';
import type { SyncEvent } from '#core/sync/messages.ts';
import type { Order } from '#core/sync/ports.ts';
import { reduce } from '#core/sync/reduce.ts';
import { buildState, type EngineState, type Mode, type PushLane } from '#core/sync/state.ts';
import { describeStatus } from '#core/sync/status.ts';
import { NO_NEWS } from '#test/builders/orders.ts';

const POOL = 'pool' as StreamId;
const KENT = 'council:kent' as StreamId;
const ID = '01900000-0000-7000-8000-000000000001' as RecordId;
const OTHER_ID = '01900000-0000-7000-8000-000000000002' as RecordId;
const NOW = '2026-06-09T08:00:00.000Z' as IsoInstant;
const at = { wallMs: Date.parse(NOW), monoMs: 1_000, roll: 0.5 };
const failure = (code: Parameters<typeof fail>[0]) => fail(code, 'made to fail').error;

function entry(state: JournalEntry['state'], n = 1): JournalEntry {
  const mutation = { id: ID, n, schema: 1, at: NOW, ageMs: 0, stream: KENT, entity: ID, base: 0 };
  return {
    id: ID,
    n,
    state,
    mutation: { ...mutation, kind: 'audit.record', args: { action: 'view' } },
  };
}

const MODES: readonly Mode[] = [
  { is: 'signed-out' },
  { is: 'asleep' },
  { is: 'hello' },
  { is: 'first-sync', people: 1, of: 2 },
  { is: 'catching-up', stream: KENT, to: null },
  { is: 'catching-up', stream: KENT, to: 5 },
  { is: 'live', asking: false },
  { is: 'live', asking: true },
  { is: 'waiting', untilMs: 0, why: 'NET_UNREACHABLE' },
  { is: 'waiting', untilMs: 0, why: 'NET_SERVER_FAULT' },
  { is: 'parked', why: 'AUTH_SIGN_IN_AGAIN' },
  { is: 'parked', why: 'SYNC_UPGRADE_REQUIRED' },
];
const PUSHES: readonly PushLane[] = [
  { is: 'idle' },
  { is: 'in-flight', ids: [ID], first: { n: 1, isHole: false }, count: 1 },
  { is: 'waiting', untilMs: 0, why: 'NET_BUSY' },
  { is: 'parked', why: 'SYNC_PROGRAMME_CLOSED' },
];
const REPLICAS: readonly EngineState['replica'][] = [
  { is: 'away' },
  { is: 'ready' },
  { is: 'opening' },
  { is: 'open', streams: [POOL, KENT] },
];
const JOURNALS: readonly (readonly JournalEntry[])[] = [
  [],
  [entry({ is: 'waiting', tries: 0 })],
  [entry({ is: 'sent', epoch: 'e', seq: 3, at: NOW })],
  [entry({ is: 'sent', epoch: 'other', seq: 3, at: NOW })],
  [entry({ is: 'refused', reason: 'no', at: NOW })],
];
const place = {
  epoch: 'e',
  head: 5,
  cursor: { stream: KENT, epoch: 'e', seq: 4 },
  reread: false,
  rereads: [],
  past: [],
  isSuspect: false,
  drifts: 0,
  noCheckUntilMonoMs: null,
  heldBack: null,
};
const PURGE: Order = { id: ID, kind: 'purge', stream: KENT };
const ERASE: Order = { id: ID, kind: 'erase', people: [] };
const SESSIONS: readonly Partial<EngineState>[] = [
  {},
  {
    session: {
      grantsRev: 1,
      streams: [POOL, KENT],
      pushCount: 100,
      pushBytes: 9999,
      pollMs: 1000,
      protocol: 2,
      journalDays: 30,
      nowMs: 0,
      atMonoMs: 0,
    },
    places: { [KENT]: place, [POOL]: { ...place, cursor: null } },
  },
  {
    session: {
      ...{ grantsRev: 1, streams: [POOL, KENT], pushCount: 100, pushBytes: 9999, pollMs: 1000 },
      ...{ protocol: 2, journalDays: 30, nowMs: 0, atMonoMs: 0 },
    },
    places: {
      [KENT]: { ...place, isSuspect: true, drifts: 2 },
      [POOL]: { ...place, cursor: { stream: POOL, epoch: 'e', seq: 5, owed: true } },
    },
  },
];

const session = {
  now: NOW,
  grantsRev: 2,
  grants: [{ stream: KENT, epoch: 'e2', head: 9, access: 'rw' }],
  lastN: 0,
  protocol: { min: 1, max: 2 },
  limits: { pushCount: 100, pushBytes: 9999, pollMs: 1000 },
} as unknown as Session;
const held: ReplicaState = {
  cursors: [{ stream: KENT, epoch: 'e', seq: 4 }],
  buckets: [],
  people: 0,
  asAt: null,
  rebuilt: 'damaged',
  diskRefused: false,
};
const manifest = { epoch: 'e', schema: 1, bucketCount: 1, buckets: [] };
const facts = { stream: KENT, epoch: 'e', after: 4, to: 5, head: 5, more: false, grantsRev: 1 };
const ask = { stream: KENT, epoch: 'e', after: 4, snapAt: null };
const bytes = new Uint8Array();
const result = { id: ID, n: 1, outcome: 'applied' as const, stream: KENT, epoch: 'e', seq: 6 };
const heads = { grantsRev: 1, heads: { [KENT]: { epoch: 'e', seq: 9 } } };

/** Every kind of event at least once; `run` makes answers timely or late. */
function eventsOf(run: number): readonly SyncEvent[] {
  const codes = ['NET_UNREACHABLE', 'NET_BUSY', 'SYNC_CURSOR_EXPIRED', 'AUTH_NOT_ALLOWED'] as const;
  const pushCodes = [
    'SYNC_ORDER_GAP',
    'SYNC_TOO_LARGE',
    'SYNC_REFUSED',
    'SYNC_PROGRAMME_CLOSED',
    'SYNC_UPGRADE_REQUIRED',
    'NET_UNREACHABLE',
    'SAVE_DISK_FULL',
  ] as const;
  return [
    { is: 'signed-in' },
    { is: 'signed-out' },
    { is: 'suspend' },
    { is: 'resume' },
    { is: 'network-up' },
    { is: 'sync-now' },
    ...(['poll', 'retry', 'push', 'replica', 'receipts'] as const).map(
      (name): SyncEvent => ({ is: 'timer', name }),
    ),
    { is: 'nudge', heads },
    { is: 'nudge', heads: { grantsRev: 9, heads: {} } },
    { is: 'journal', entries: [], kept: [] },
    { is: 'journal-failed', failure: failure('SAVE_DISK_FULL') },
    { is: 'replica-up' },
    { is: 'replica-down' },
    { is: 'opened', run, streams: [POOL, KENT], held },
    { is: 'open-failed', run, failure: failure('STORE_KEYS_LOST') },
    { is: 'session', run, session, nextN: 5, orders: NO_NEWS },
    { is: 'session', run, session, nextN: 0, orders: NO_NEWS },
    { is: 'session', run, session: { ...session, grants: [] }, nextN: 5, orders: NO_NEWS },
    {
      is: 'session',
      run,
      session,
      nextN: 5,
      orders: { ...NO_NEWS, signedOnly: true, pending: [PURGE, ERASE] },
    },
    { is: 'session', run, session, nextN: 5, orders: { ...NO_NEWS, receipts: 2, wipes: true } },
    { is: 'obeyed', order: PURGE, receipts: 1 },
    { is: 'obeyed', order: ERASE, receipts: 2 },
    { is: 'obey-failed', order: PURGE },
    { is: 'receipts-sent', left: 0 },
    { is: 'receipts-failed', failure: failure('NET_UNREACHABLE') },
    { is: 'heads', run, heads },
    { is: 'page', run, ask, page: { facts: { ...facts, erased: [] }, bytes } },
    { is: 'page', run, ask, page: { facts: { ...facts, epoch: 'x', erased: [] }, bytes } },
    { is: 'applied', run, stream: KENT, applied: { cursor: place.cursor, setAside: 1 } },
    { is: 'applied', run, stream: KENT, applied: { cursor: null, setAside: 0 } },
    { is: 'manifest', run, manifest, missing: [] },
    { is: 'buckets', run, people: 1, setAside: 0 },
    { is: 'pool-ready', run, applied: { cursor: null, setAside: 0 } },
    ...[0, 2].map(
      (changed): SyncEvent => ({
        ...{ is: 'checked', run, stream: KENT },
        comparison: { cursor: { stream: KENT, epoch: 'e', seq: 4, checkedMs: 5 }, changed },
      }),
    ),
    ...([...codes, 'SYNC_BAD_ANSWER', 'STORE_REBUILT'] as const).map(
      (code): SyncEvent => ({
        ...{ is: 'check-failed', run, stream: KENT },
        failure: fail(code, 'made to fail').error,
      }),
    ),
    ...codes.flatMap((code): SyncEvent[] => [
      { is: 'pull-failed', run, stream: KENT, failure: failure(code) },
      { is: 'pull-failed', run, stream: null, failure: failure(code) },
    ]),
    { is: 'pushed', run, response: { results: [result], lastN: 1 } },
    { is: 'pushed', run, response: { results: [{ ...result, epoch: 'x' }], lastN: 1 } },
    { is: 'pushed', run, response: { results: [], lastN: 0 } },
    ...pushCodes.map((code): SyncEvent => ({ is: 'push-failed', run, failure: failure(code) })),
    { is: 'purged', stream: KENT },
    { is: 'purge-failed', stream: KENT },
  ];
}

function* states(): Generator<EngineState> {
  for (const mode of MODES)
    for (const push of PUSHES)
      for (const replica of REPLICAS)
        for (const journal of JOURNALS)
          for (const known of SESSIONS)
            yield {
              ...buildState(journal, null),
              ...known,
              mode,
              push,
              replica,
              run: 7,
              pushRun: 7,
              replicaRun: 7,
            };
}

test('[SY0] every event is handled in every state, and none of them loses work', () => {
  let pairs = 0;
  for (const state of states()) {
    const frozen = JSON.stringify(state);
    for (const event of eventsOf(7)) {
      pairs += 1;
      const { state: after, effects } = reduce(state, event, at);
      describeStatus(after);
      const doing = effects.map((effect) => effect.do);
      // At most one push under way, and never one beside another.
      const pushes = doing.filter((what) => what === 'push').length;
      expect(pushes).toBeLessThanOrEqual(after.push.is === 'in-flight' ? 1 : 0);
      // Rows change only by a page that was asked for, streams go only by a grant list.
      if (doing.includes('apply')) expect(event.is).toBe('page');
      if (doing.includes('purge')) expect(['session', 'opened']).toContain(event.is);
      // What is not acknowledged leaves the engine's picture only when the journal says so.
      if (event.is !== 'journal' && state.journal[0]?.state.is !== 'sent') {
        expect(after.journal).toHaveLength(state.journal.length);
      }
      if (after.mode.is === 'signed-out' || after.mode.is === 'asleep') {
        expect(doing.filter((what) => ['hello', 'heads', 'pull', 'push'].includes(what))).toEqual(
          [],
        );
      }
    }
    expect(JSON.stringify(state)).toBe(frozen);
  }
  expect(pairs).toBeGreaterThan(80_000);
});

test('[SY6] a late answer changes nothing at all', () => {
  for (const state of states()) {
    for (const event of eventsOf(6)) {
      if (!('run' in event)) continue;
      expect(reduce(state, event, at)).toEqual({ state, effects: [] });
    }
  }
});

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
