import type { IsoInstant, RecordId, StreamId } from '#contract/brands.ts';
import { fail } from '#contract/errors.ts';
import type { Session } from '#contract/http/session.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { ReplicaState } from '#contract/replica-port.ts';
import type { Order } from '#core/sync/ports.ts';
import type { EngineState, Mode, PushLane } from '#core/sync/state.ts';

export const POOL = 'pool' as StreamId;
export const KENT = 'council:kent' as StreamId;
export const ID = '01900000-0000-7000-8000-000000000001' as RecordId;
export const OTHER_ID = '01900000-0000-7000-8000-000000000002' as RecordId;
export const NOW = '2026-06-09T08:00:00.000Z' as IsoInstant;
export const at = { wallMs: Date.parse(NOW), monoMs: 1_000, roll: 0.5 };
export const failure = (code: Parameters<typeof fail>[0]) => fail(code, 'made to fail').error;

export function entry(state: JournalEntry['state'], n = 1): JournalEntry {
  const mutation = { id: ID, n, schema: 1, at: NOW, ageMs: 0, stream: KENT, entity: ID, base: 0 };
  return {
    id: ID,
    n,
    state,
    mutation: { ...mutation, kind: 'audit.record', args: { action: 'view' } },
  };
}

export const MODES: readonly Mode[] = [
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
export const PUSHES: readonly PushLane[] = [
  { is: 'idle' },
  { is: 'in-flight', ids: [ID], first: { n: 1, isHole: false }, count: 1 },
  { is: 'waiting', untilMs: 0, why: 'NET_BUSY' },
  { is: 'parked', why: 'SYNC_PROGRAMME_CLOSED' },
];
export const REPLICAS: readonly EngineState['replica'][] = [
  { is: 'away' },
  { is: 'ready' },
  { is: 'opening' },
  { is: 'open', streams: [POOL, KENT] },
];
export const JOURNALS: readonly (readonly JournalEntry[])[] = [
  [],
  [entry({ is: 'waiting', tries: 0 })],
  [entry({ is: 'sent', epoch: 'e', seq: 3, at: NOW })],
  [entry({ is: 'sent', epoch: 'other', seq: 3, at: NOW })],
  [entry({ is: 'refused', reason: 'no', at: NOW })],
];
export const place = {
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
export const PURGE: Order = { id: ID, kind: 'purge', stream: KENT };
export const ERASE: Order = { id: ID, kind: 'erase', people: [] };
export const SESSIONS: readonly Partial<EngineState>[] = [
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

export const session = {
  now: NOW,
  grantsRev: 2,
  grants: [{ stream: KENT, epoch: 'e2', head: 9, access: 'rw' }],
  lastN: 0,
  protocol: { min: 1, max: 2 },
  limits: { pushCount: 100, pushBytes: 9999, pollMs: 1000 },
} as unknown as Session;
export const held: ReplicaState = {
  cursors: [{ stream: KENT, epoch: 'e', seq: 4 }],
  buckets: [],
  people: 0,
  asAt: null,
  rebuilt: 'damaged',
  diskRefused: false,
};
export const manifest = { epoch: 'e', schema: 1, bucketCount: 1, buckets: [] };
export const facts = {
  stream: KENT,
  epoch: 'e',
  after: 4,
  to: 5,
  head: 5,
  more: false,
  grantsRev: 1,
};
export const ask = { stream: KENT, epoch: 'e', after: 4, snapAt: null };
export const bytes = new Uint8Array();
export const result = {
  id: ID,
  n: 1,
  outcome: 'applied' as const,
  stream: KENT,
  epoch: 'e',
  seq: 6,
};
export const heads = { grantsRev: 1, heads: { [KENT]: { epoch: 'e', seq: 9 } } };
