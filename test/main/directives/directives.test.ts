import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type CandidateId, type IsoDate, POOL, type StreamId } from '#contract/brands.ts';
import type { DirectiveKey, SignedDirective } from '#contract/http/directives.ts';
import type { Session } from '#contract/http/session.ts';
import { digestOfIds, openDirectives } from '#main/directives/directives.ts';
import { type OrdersFile, type OrdersStore, ordersFile } from '#main/directives/orders-file.ts';
import { systemClock as clock } from '#main/system.ts';
import { anId } from '#test/builders/records.ts';
import { keptLog, tempFolder } from '../temp-folder.ts';
import { aSigner } from './signing.ts';

const KENT = 'council:kent' as StreamId;
const MINE = 'device-0001';
const { key, signed } = aSigner();

function open(
  path: string | null,
  over: { keys?: DirectiveKey[] | null; device?: string; held?: StreamId[] } = {},
) {
  return openWith(ordersFile(path), over);
}

function openWith(file: OrdersStore, over: Parameters<typeof open>[1] = {}) {
  const { keys = [key], device = MINE, held = [] } = over;
  return openDirectives({
    file,
    pinned: () => keys,
    device: () => device,
    countNotSent: (stream) => (stream === null ? 5 : 2),
    holds: (stream) => held.includes(stream),
    changed: () => {},
    clock,
    log: keptLog(),
  });
}

const sessionWith = (directives: SignedDirective[], over: object = {}) =>
  ({
    now: '2026-06-09T09:00:00.000Z',
    grants: [{ stream: POOL }],
    programme: { status: 'open' },
    directiveKeys: [key],
    directives,
    ...over,
  }) as unknown as Session;

function news(desk: ReturnType<typeof open>, session: Session) {
  const taken = desk.take(session);
  if (!taken.ok) throw new Error(taken.error.message);
  return taken.value;
}

test('[SY60] what is to be obeyed is on the disk before anything is done, and its receipt after', () => {
  const path = join(tempFolder(), 'directives.json');
  const purge = signed({ kind: 'purge', device: MINE, stream: KENT });
  const first = open(path);
  expect(news(first, sessionWith([purge]))).toMatchObject({ signedOnly: true, receipts: 0 });
  const second = open(path);
  expect(second.pending()).toEqual([{ id: purge.id, kind: 'purge', stream: KENT }]);
  expect(second.purging()).toEqual([KENT]);
  expect(second.done(purge.id).ok).toBe(true);
  const third = open(path);
  expect(third.pending()).toEqual([]);
  expect(third.receipts()).toMatchObject([
    { device: MINE, receipt: { directive: purge.id, done: { notSent: 2 } } },
  ]);
  expect(third.accessEnded()).toMatchObject([{ council: 'Kent', notSent: 2 }]);
  expect(third.noteRead(purge.id).ok).toBe(true);
  expect(open(path).accessEnded()).toEqual([]);
});

test('[SY60] told again after its receipt, it is not done again: only the receipt goes again', () => {
  const path = join(tempFolder(), 'directives.json');
  const purge = signed({ kind: 'purge', device: MINE, stream: KENT });
  const desk = open(path);
  news(desk, sessionWith([purge]));
  desk.done(purge.id);
  desk.acknowledged([purge.id]);
  expect(desk.receipts()).toEqual([]);
  const again = open(path);
  expect(news(again, sessionWith([purge]))).toMatchObject({ pending: [], receipts: 1 });
  expect(news(again, sessionWith([purge]))).toMatchObject({ pending: [], receipts: 1 });
});

test('[SY66] what it has obeyed is told exactly, until the centre has forgotten it', () => {
  const path = join(tempFolder(), 'directives.json');
  const purge = signed({ kind: 'purge', device: MINE, stream: KENT });
  const desk = open(path);
  const nothing = { acknowledged: digestOfIds([]), unacknowledged: [] };
  expect(desk.obeyed()).toEqual(nothing);
  news(desk, sessionWith([purge]));
  desk.done(purge.id);
  expect(desk.obeyed()).toEqual({ ...nothing, unacknowledged: [purge.id] });
  desk.acknowledged([purge.id]);
  const known = { acknowledged: digestOfIds([purge.id]), unacknowledged: [] };
  expect(open(path).obeyed()).toEqual(known);
  news(desk, sessionWith([], { forgotReceipts: true }));
  expect(open(path).obeyed()).toEqual(nothing);
  // Told again, only the receipt goes again, and in the name the laptop has by then.
  const erase = signed({ kind: 'erase', device: '*', people: [anId(7)] });
  news(desk, sessionWith([erase]));
  desk.done(erase.id);
  desk.acknowledged([erase.id]);
  const later = open(path, { device: 'device-0002' });
  expect(later.obeyed()).toEqual(nothing);
  expect(news(later, sessionWith([erase]))).toMatchObject({ pending: [] });
  expect(later.obeyed()).toEqual({ ...nothing, unacknowledged: [erase.id] });
});

test('[SY65] since when it may hold records is told from its first session on', () => {
  const path = join(tempFolder(), 'directives.json');
  expect(open(path).since()).toBeNull();
  news(open(path), sessionWith([]));
  expect(open(path).since()).toBe('2026-06-09T09:00:00.000Z');
  news(open(path), sessionWith([], { now: '2026-06-10T09:00:00.000Z' }));
  expect(open(path).since()).toBe('2026-06-09T09:00:00.000Z');
  open(path).noteEmptied(true);
  expect(open(path).since()).toBeNull();
  // What holds records and knows of no session lost what it knew.
  news(open(path, { held: [POOL] }), sessionWith([]));
  expect(Date.parse(open(path).since() ?? '')).toBe(0);
});

test('[SY65] given back since and taken again by a restored centre, it is done again', () => {
  const path = join(tempFolder(), 'directives.json');
  const purge = signed({ kind: 'purge', device: MINE, stream: KENT });
  const desk = open(path, { held: [KENT] });
  news(desk, sessionWith([purge]));
  desk.done(purge.id);
  desk.acknowledged([purge.id]);
  expect(news(desk, sessionWith([purge]))).toMatchObject({ pending: [{ stream: KENT }] });
  desk.done(purge.id);
  expect(desk.receipts()).toHaveLength(1);
  expect(desk.accessEnded()).toHaveLength(1);
});

test('[I16] what is not signed for this device writes nothing and is told', () => {
  const path = join(tempFolder(), 'directives.json');
  const desk = open(path);
  const forged = { ...signed({ kind: 'wipe', device: MINE, why: 'ordered' }), device: 'another-1' };
  const others = signed({ kind: 'purge', device: 'another-1', stream: KENT });
  const { pending, wipes, notices } = news(desk, sessionWith([forged, others]));
  expect({ pending, wipes, notices }).toEqual({
    pending: [],
    wipes: false,
    notices: ['SYNC_DIRECTIVE_REFUSED'],
  });
  const nothing = { pending: [], receipts: [], done: [] };
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject(nothing);
});

test('[I16] another key than at sign-in changes nothing and is told; without any, the first is taken', () => {
  const other = aSigner();
  const wipe = other.signed({ kind: 'wipe', device: MINE, why: 'ordered' });
  const pinned = open(null);
  expect(news(pinned, sessionWith([wipe], { directiveKeys: [other.key] }))).toMatchObject({
    wipes: false,
    notices: ['SYNC_KEY_CHANGED'],
  });
  const fresh = open(null, { keys: null });
  expect(news(fresh, sessionWith([wipe], { directiveKeys: [other.key] })).wipes).toBe(true);
  const old = open(null, { keys: null });
  expect(news(old, sessionWith([], { directiveKeys: undefined })).signedOnly).toBe(false);
});

test('an erasure names nobody any more once it is done', () => {
  const path = join(tempFolder(), 'directives.json');
  const person = anId<CandidateId>(7);
  const erase = signed({ kind: 'erase', device: '*', people: [person] });
  const desk = open(path);
  expect(news(desk, sessionWith([erase])).pending).toMatchObject([{ people: [person] }]);
  desk.done(erase.id);
  expect(readFileSync(path, 'utf8')).not.toContain(person);
  expect(desk.accessEnded()).toEqual([]);
});

test('a freeze holds without a network, until the programme is open again', () => {
  const path = join(tempFolder(), 'directives.json');
  const freeze = signed({ kind: 'freeze', device: '*', until: '2026-12-31' as IsoDate });
  const closed = { programme: { status: 'closed' } };
  expect(news(open(path), sessionWith([freeze], closed)).receipts).toBe(1);
  expect(open(path).isFrozen()).toBe(true);
  news(open(path), sessionWith([], closed));
  expect(open(path).isFrozen()).toBe(true);
  news(open(path), sessionWith([], { programme: { status: 'reopened' } }));
  expect(open(path).isFrozen()).toBe(false);
});

test('orders of an emptied laptop are not those of the next journal on it', () => {
  const path = join(tempFolder(), 'directives.json');
  const purge = signed({ kind: 'purge', device: MINE, stream: KENT });
  news(open(path), sessionWith([purge]));
  // The same journal under another name still has to obey.
  const next = open(path, { device: 'device-0002' });
  expect(next.purging()).toEqual([KENT]);
  next.noteFresh();
  expect(open(path).pending()).toEqual([]);
});

test('a wipe is not done before the worker has said so, and is told until somebody signs in', () => {
  const path = join(tempFolder(), 'directives.json');
  const wipe = signed({ kind: 'wipe', device: MINE, why: 'ordered' });
  expect(news(open(path), sessionWith([wipe])).wipes).toBe(true);
  expect(open(path).wipeLeft()).toBe('all');
  open(path).noteMainWiped();
  open(path, { device: 'device-0002' }).noteEmptied(false);
  const later = open(path, { device: 'device-0002' });
  expect([later.wipeLeft(), later.receipts()]).toEqual(['caches', []]);
  later.noteCachesGone();
  const last = open(path, { device: 'device-0002' });
  expect(last.wipeLeft()).toBeNull();
  expect(last.receipts()).toMatchObject([{ device: MINE, receipt: { done: { notSent: 5 } } }]);
  expect(last.wiped()).toMatchObject({ why: 'ordered', notSent: 5 });
  last.noteSignedIn();
  expect(open(path).wiped()).toBeNull();
});

test('a wipe that comes while an earlier one waits for the worker is not taken for it', () => {
  const desk = open(null);
  const wipe = (n: number) => signed({ id: anId(n), kind: 'wipe', device: MINE, why: 'ordered' });
  expect(news(desk, sessionWith([wipe(1)])).wipes).toBe(true);
  desk.noteMainWiped();
  expect(desk.wipeLeft()).toBe('caches');
  expect(news(desk, sessionWith([wipe(2)])).wipes).toBe(true);
  desk.noteMainWiped();
  desk.noteCachesGone();
  expect(desk.wipeLeft()).toBeNull();
  expect(desk.receipts()).toHaveLength(2);
});

test('a file that cannot be read counts as none: the centre tells again', () => {
  const path = join(tempFolder(), 'directives.json');
  writeFileSync(path, '{"version":1,');
  const purge = signed({ kind: 'purge', device: MINE, stream: KENT });
  expect(news(open(path), sessionWith([purge])).pending).toHaveLength(1);
});

test('where nothing can be written a purge waits, and a wipe goes on', () => {
  const path = join(tempFolder(), 'no-such-folder', 'directives.json');
  const purge = signed({ kind: 'purge', device: MINE, stream: KENT });
  expect(open(path).take(sessionWith([purge]))).toMatchObject({ error: { code: 'SAVE_FAILED' } });
  const wipe = signed({ kind: 'wipe', device: MINE, why: 'ordered' });
  expect(news(open(path), sessionWith([wipe])).wipes).toBe(true);
});

test('[SY64] an emptying that the disk does not take is begun all the same, and begun again', () => {
  const file = ordersFile(join(tempFolder(), 'directives.json'));
  let isFull = false;
  const write = (orders: OrdersFile) => {
    if (isFull) throw new Error('the disk is full');
    file.write(orders);
  };
  const desk = openWith({ read: file.read, write });
  isFull = true;
  const wipe = signed({ kind: 'wipe', device: MINE, why: 'ordered' });
  expect(news(desk, sessionWith([wipe])).wipes).toBe(true);
  isFull = false;
  expect(news(desk, sessionWith([wipe])).wipes).toBe(true);
  isFull = true;
  desk.noteMainWiped();
  desk.noteEmptied(true);
  // Called done, the file would empty the laptop of whoever comes next.
  expect(desk.wipeLeft()).toBe('all');
  isFull = false;
  desk.noteEmptied(true);
  expect(desk.wipeLeft()).toBeNull();
  expect(openWith(file).wipeLeft()).toBeNull();
});
