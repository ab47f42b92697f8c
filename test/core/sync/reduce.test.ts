import { expect, test } from 'vitest';
import { fail } from '#contract/errors.ts';
import type { SyncEvent } from '#core/sync/messages.ts';
import { reduce } from '#core/sync/reduce.ts';
import { buildState, type EngineState } from '#core/sync/state.ts';
import { describeStatus } from '#core/sync/status.ts';
import { NO_NEWS } from '#test/builders/orders.ts';

import {
  ask,
  at,
  bytes,
  ERASE,
  facts,
  failure,
  heads,
  held,
  JOURNALS,
  KENT,
  MODES,
  manifest,
  POOL,
  PURGE,
  PUSHES,
  place,
  REPLICAS,
  result,
  SESSIONS,
  session,
} from './support/states.ts';

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
        comparison: {
          cursor: { stream: KENT, epoch: 'e', seq: 4, checkedMs: 5 },
          changed,
          isWhole: changed < 2,
        },
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
    { is: 'pushed', run, response: { results: [{ ...result, outcome: 'rejected' }], lastN: 1 } },
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
      if (!('run' in event) || (event.is === 'session' && event.orders.wipes)) continue;
      const isOpen = event.is === 'opened' && state.mode.is === 'signed-out';
      const effects = isOpen ? [{ do: 'lock' }] : [];
      expect(reduce(state, event, at)).toEqual({ state, effects });
    }
  }
});
