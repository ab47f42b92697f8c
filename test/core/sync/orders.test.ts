import { expect, test } from 'vitest';
import type { CandidateId, IsoInstant, RecordId, StreamId } from '#contract/brands.ts';
import { fail } from '#contract/errors.ts';
import type { Session } from '#contract/http/session.ts';
import type { SyncEvent } from '#core/sync/messages.ts';
import type { Order, OrderNews } from '#core/sync/ports.ts';
import { reduce } from '#core/sync/reduce.ts';
import { buildState, type EngineState, NEW_PLACE } from '#core/sync/state.ts';
import { NO_NEWS } from '#test/builders/orders.ts';

const POOL = 'pool' as StreamId;
const KENT = 'council:kent' as StreamId;
const MEDWAY = 'council:medway' as StreamId;
const NOW = '2026-06-09T08:00:00.000Z' as IsoInstant;
const at = { wallMs: Date.parse(NOW), monoMs: 1_000, roll: 0.5 };
const PURGE: Order = { id: '1' as RecordId, kind: 'purge', stream: KENT };
const ERASE: Order = { id: '2' as RecordId, kind: 'erase', people: ['p' as CandidateId] };
const lost = fail('NET_UNREACHABLE', 'made to fail').error;

const place = (stream: StreamId) => ({
  ...NEW_PLACE,
  epoch: 'e',
  head: 4,
  cursor: { stream, epoch: 'e', seq: 4 },
});
const limits = { pushCount: 100, pushBytes: 9999, pollMs: 1000 };
const facts = { ...limits, protocol: 2, journalDays: 30, nowMs: 0, atMonoMs: 0 };
const LIVE: EngineState = {
  ...buildState([], null),
  mode: { is: 'live', asking: false },
  run: 1,
  session: { grantsRev: 1, streams: [POOL, KENT, MEDWAY], ...facts },
  places: { [POOL]: place(POOL), [KENT]: place(KENT), [MEDWAY]: place(MEDWAY) },
  replica: { is: 'open', streams: [POOL, KENT, MEDWAY] },
};

const sessionOf = (streams: readonly StreamId[], orders: Partial<OrderNews>): SyncEvent => ({
  is: 'session',
  run: 1,
  nextN: 5,
  orders: { ...NO_NEWS, ...orders },
  session: {
    now: NOW,
    grantsRev: 2,
    grants: streams.map((stream) => ({ stream, epoch: 'e', head: 4, access: 'rw' })),
    lastN: 0,
    protocol: { min: 1, max: 2 },
    limits,
  } as unknown as Session,
});
const doing = (step: { readonly effects: readonly { readonly do: string }[] }) =>
  step.effects.map((effect) => effect.do);

test('[SY60] of a centre that signs, a grant that is only missing removes nothing', () => {
  const unsigned = reduce(LIVE, sessionOf([POOL, MEDWAY], {}), at);
  expect(unsigned.effects).toContainEqual({ do: 'purge', stream: KENT });
  const signed = reduce(LIVE, sessionOf([POOL, MEDWAY], { signedOnly: true }), at);
  expect(doing(signed)).not.toContain('purge');
  expect(doing(signed)).not.toContain('obey');
  // A pin once seen holds, though a later session says nothing of it.
  const later = reduce({ ...signed.state, run: 1 }, sessionOf([POOL], {}), at);
  expect(doing(later)).not.toContain('purge');
});

test('[SY61] an order is asked for at every session, opening, look and try, until it is done', () => {
  const told = reduce(
    LIVE,
    sessionOf([POOL, MEDWAY], { signedOnly: true, pending: [PURGE, ERASE] }),
    at,
  );
  expect(told.effects.filter((effect) => effect.do === 'obey')).toEqual([
    { do: 'obey', order: PURGE },
    { do: 'obey', order: ERASE },
  ]);
  const state = { ...told.state, mode: { is: 'live', asking: false } } as const;
  for (const name of ['poll', 'retry'] as const) {
    expect(doing(reduce(state, { is: 'timer', name }, at))).toContain('obey');
  }
  const opening = { ...state, replica: { is: 'opening' }, replicaRun: 7 } as const;
  const held = {
    cursors: [],
    buckets: [],
    people: 0,
    asAt: null,
    rebuilt: null,
    diskRefused: false,
  };
  const opened = { is: 'opened', run: 7, streams: [POOL, MEDWAY], held } as const;
  expect(doing(reduce(opening, opened, at))).toContain('obey');
  const done = reduce(state, { is: 'obeyed', order: PURGE, receipts: 1 }, at).state;
  expect(done.orders).toEqual([ERASE]);
  expect(doing(reduce(done, { is: 'obeyed', order: ERASE, receipts: 2 }, at))).not.toContain(
    'obey',
  );
});

test('[SY62] a stream on its way out is not read; given back, it is opened anew and read from its start', () => {
  const given = { signedOnly: true, pending: [PURGE] };
  const told = reduce(LIVE, sessionOf([POOL, KENT, MEDWAY], given), at);
  expect(told.effects).toContainEqual(
    expect.objectContaining({ do: 'open', streams: [POOL, MEDWAY] }),
  );
  const open: EngineState = {
    ...told.state,
    mode: { is: 'live', asking: false },
    replica: { is: 'open', streams: [POOL, MEDWAY] },
    places: { ...LIVE.places, [KENT]: { ...place(KENT), cursor: null } },
  };
  const look = reduce(open, { is: 'timer', name: 'poll' }, at);
  expect(look.effects).not.toContainEqual(expect.objectContaining({ do: 'pull' }));
  const done = reduce(open, { is: 'obeyed', order: PURGE, receipts: 1 }, at);
  expect(done.state.places[KENT]?.cursor).toBeNull();
  expect(done.effects).toContainEqual(
    expect.objectContaining({ do: 'open', streams: [POOL, KENT, MEDWAY] }),
  );
});

test('[SY62] a cache that was being opened while a stream went is opened once more', () => {
  const opening: EngineState = {
    ...LIVE,
    replica: { is: 'opening' },
    replicaRun: 3,
    orders: [PURGE],
  };
  const done = reduce(opening, { is: 'obeyed', order: PURGE, receipts: 1 }, at);
  expect(done.effects).toContainEqual({ do: 'open', run: 4, streams: [POOL, KENT, MEDWAY] });
  const cursors = [POOL, KENT, MEDWAY].map((stream) => ({ stream, epoch: 'e', seq: 4 }));
  const held = { cursors, buckets: [], people: 1, asAt: NOW, rebuilt: null, diskRefused: false };
  const streams = [POOL, KENT, MEDWAY];
  const late = reduce(done.state, { is: 'opened', run: 3, held, streams }, at);
  expect(late.state.places[KENT]?.cursor).toBeNull();
});

test('[SY62] a stream that went at the word of a centre that does not sign, and was given back meanwhile, is opened anew', () => {
  const told = reduce(LIVE, sessionOf([POOL, MEDWAY], {}), at);
  const back = reduce({ ...told.state, run: 1 }, sessionOf([POOL, KENT, MEDWAY], {}), at);
  // The opening that was under way still had it, and ended before its key was dead.
  const open: EngineState = { ...back.state, replica: LIVE.replica, places: LIVE.places };
  const done = reduce(open, { is: 'purged', stream: KENT }, at);
  expect(done.state.places[KENT]?.cursor).toBeNull();
  expect(done.effects).toContainEqual(
    expect.objectContaining({ do: 'open', streams: [POOL, KENT, MEDWAY] }),
  );
});

test('[SY63] receipts go one call at a time and again after a failure, until there are none', () => {
  const told = reduce(LIVE, sessionOf([POOL, KENT, MEDWAY], { receipts: 2 }), at);
  expect(doing(told)).toContain('send-receipts');
  const again = reduce(
    { ...told.state, run: 1 },
    sessionOf([POOL, KENT, MEDWAY], { receipts: 2 }),
    at,
  );
  expect(doing(again)).not.toContain('send-receipts');
  const failed = reduce(told.state, { is: 'receipts-failed', failure: lost }, at);
  expect(failed.effects).toContainEqual(expect.objectContaining({ do: 'arm', timer: 'receipts' }));
  const due = reduce(failed.state, { is: 'timer', name: 'receipts' }, at);
  expect(doing(due)).toContain('send-receipts');
  // One more was written while they were on their way; what the centre does not take waits.
  const more = reduce(due.state, { is: 'obeyed', order: PURGE, receipts: 3 }, at);
  expect(doing(more)).not.toContain('send-receipts');
  const left = reduce(more.state, { is: 'receipts-sent', left: 1 }, at);
  expect(doing(left)).toContain('send-receipts');
  const waits = reduce(left.state, { is: 'receipts-sent', left: 1 }, at);
  expect(waits.effects).toContainEqual({ do: 'arm', timer: 'receipts', delayMs: 60_000 });
  expect(doing(waits)).not.toContain('send-receipts');
  const sent = reduce(due.state, { is: 'receipts-sent', left: 0 }, at).state;
  expect(doing(reduce(sent, { is: 'timer', name: 'receipts' }, at))).toEqual([]);
  // The centre had more to tell than one answer carries.
  const full = { ...due.state, moreOrders: true };
  expect(doing(reduce(full, { is: 'receipts-sent', left: 1 }, at))).not.toContain('hello');
  expect(doing(reduce(full, { is: 'receipts-sent', left: 0 }, at))).toContain('hello');
});

test('[SY64] a wipe ends everything: nothing is read or sent, the cache is locked', () => {
  const wiped = reduce(LIVE, sessionOf([], { signedOnly: true, wipes: true }), at);
  expect(wiped.state.mode).toEqual({ is: 'signed-out' });
  expect(doing(wiped)).toEqual(expect.arrayContaining(['lock', 'wipe']));
  for (const never of ['pull', 'push', 'open', 'send-receipts']) {
    expect(doing(wiped)).not.toContain(never);
  }
  // Also in answer to a question of before somebody signed out and in again.
  const late = { ...LIVE, run: LIVE.run + 1 };
  const told = sessionOf([], { signedOnly: true, wipes: true });
  expect(doing(reduce(late, told, at))).toContain('wipe');
  expect(doing(reduce(late, sessionOf([POOL], {}), at))).toEqual([]);
});

test('[SY3] a session without grants removes nothing, but what was ordered before goes on', () => {
  const asking: EngineState = { ...LIVE, mode: { is: 'hello' } };
  const empty = reduce(asking, sessionOf([], { signedOnly: true, pending: [PURGE] }), at);
  expect(doing(empty)).toContain('obey');
  expect(doing(empty)).not.toContain('purge');
  expect(empty.state.mode.is).toBe('parked');
});

test('[SY62] an answer that grants nothing and orders a removal gives the stream no new key', () => {
  const told = reduce(LIVE, sessionOf([], { signedOnly: true, pending: [PURGE] }), at);
  expect(told.effects).toContainEqual({ do: 'obey', order: PURGE });
  const done = reduce(told.state, { is: 'obeyed', order: PURGE, receipts: 1 }, at);
  expect(done.effects).not.toContainEqual(expect.objectContaining({ do: 'open' }));
  expect(done.state.replica).toEqual({ is: 'open', streams: [POOL, MEDWAY] });
});

test('[SY13] a poll that tells other grants than the session has the centre asked who calls', () => {
  const heads = { [POOL]: { epoch: 'e', seq: 4 }, [KENT]: { epoch: 'e', seq: 4 } };
  const all = { ...heads, [MEDWAY]: { epoch: 'e', seq: 4 } };
  const asking: EngineState = { ...LIVE, mode: { is: 'live', asking: true } };
  const polled = (grantsRev: number, told: typeof heads) =>
    doing(reduce(asking, { is: 'heads', run: 1, heads: { grantsRev, heads: told } }, at));
  expect(polled(1, all)).not.toContain('hello');
  expect(polled(0, all)).toContain('hello');
  expect(polled(1, heads)).toContain('hello');
});

test('[SY10] a page that knows of less than the centre has told is an older copy, and not applied', () => {
  const ask = { stream: KENT, epoch: 'e', after: 4, snapAt: null };
  const reading: EngineState = {
    ...LIVE,
    mode: { is: 'catching-up', stream: KENT, to: null },
    places: { ...LIVE.places, [KENT]: { ...place(KENT), head: 9 } },
  };
  const got = (head: number) => {
    const facts = { stream: KENT, epoch: 'e', after: 4, to: head, head, more: false, grantsRev: 1 };
    const page = { facts: { ...facts, erased: [] }, bytes: new Uint8Array() };
    return doing(reduce(reading, { is: 'page', run: 1, ask, page }, at));
  };
  expect(got(9)).toContain('apply');
  expect(got(8)).not.toContain('apply');
});
