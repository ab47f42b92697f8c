import { describe, expect, it } from 'vitest';
import { POOL, type StreamId } from '#contract/brands.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import type { ContactLog } from '#contract/records/council-work.ts';
import { createSealer } from '#core/crypto/seal.ts';
import { createOwnKeySealer } from '#core/crypto/seal-bytes.ts';
import { type BucketRow, MAX_VALUE_BYTES } from '#renderer/worker/cache/cache.ts';
import { openDexieCache } from '#renderer/worker/cache/dexie-cache.ts';
import { CACHE_SCHEMA } from '#renderer/worker/cache/steps.ts';
import { openBucket } from '#renderer/worker/replica/buckets.ts';
import { aCandidate, anId, aVacancy, ROSA } from '#test/builders/records.ts';
import {
  aLaptop,
  aSession,
  at,
  COUNCIL,
  cut,
  everybody,
  fill,
  type Laptop,
  left,
  opening,
  page,
  person,
  random,
  row,
} from './centre.ts';
import { keysOf, nameOf, nextKeysOf, openWith, rawDump } from './disk-keys.ts';
import { done, openRaw, readableText } from './raw-database.ts';

const CANARY = 'Quillfeather';
const bird: Candidate = aCandidate({
  id: person(1),
  givenName: 'Wren',
  familyName: CANARY,
  email: `wren.${CANARY}@example.org`,
  summary: `${CANARY} led a duty team.`,
});
const other: Candidate = aCandidate({ id: person(2), givenName: 'Bo', familyName: 'Test' });
const call: ContactLog = {
  id: anId(0x7001),
  candidateId: bird.id,
  by: ROSA,
  at: at('08:00'),
  channel: 'phone',
  direction: 'out',
  outcome: 'spoke_interested',
  note: `Ms ${CANARY} asked about parking.`,
};

/** A laptop that has synced two people, one beside their bucket, and a contact, then was shut. */
async function shutLaptop(): Promise<Laptop> {
  const laptop = aLaptop();
  const session = aSession();
  await session.calls.open(opening(laptop));
  await fill(session, [bird, other]);
  const newer = row('candidate', 101, { ...bird, homeTown: CANARY } as Candidate);
  await session.calls.page({ bytes: page(POOL, [newer], { after: 100 }), snapshot: 'none' });
  const work = [row('vacancy', 1, aVacancy()), row('contact', 2, call)];
  await session.calls.page({ bytes: page(COUNCIL, work), snapshot: 'first' });
  await session.calls.lock({});
  return laptop;
}

async function reopen(laptop: Laptop, over: Parameters<typeof opening>[1] = {}) {
  const session = aSession();
  return { ...session, state: await session.calls.open(opening(laptop, over)) };
}

/** Lets the centre put right what a damaged copy kept; after a restart nothing is missing. */
async function expectReadAgain(laptop: Laptop, { calls }: ReturnType<typeof aSession>) {
  await fill({ calls }, [bird, other]);
  const newer = row('candidate', 101, { ...bird, homeTown: CANARY } as Candidate);
  await calls.page({ bytes: page(POOL, [newer], { after: 100 }), snapshot: 'none' });
  // The contact is gone at the centre meanwhile: what was kept of it is swept.
  await calls.page({ bytes: page(COUNCIL, [row('vacancy', 1, aVacancy())]), snapshot: 'first' });
  await calls.lock({});
  const { state, queries } = await reopen(laptop);
  expect(state).toMatchObject({ rebuilt: null, people: 2 });
  expect(state.cursors).toHaveLength(2);
  expect(await queries['vacancies.read']({})).toHaveLength(1);
  expect(await queries['person.read']({ id: bird.id })).toMatchObject({
    candidate: { homeTown: CANARY },
    contacts: [],
  });
}

describe('the copy on the disk', () => {
  it('is all there after a restart', async () => {
    const laptop = await shutLaptop();
    const { state, queries, calls } = await reopen(laptop);
    expect(state).toMatchObject({ people: 2, rebuilt: null });
    expect(state.cursors).toContainEqual({ stream: POOL, epoch: 'e1', seq: 101 });
    expect(state.cursors).toContainEqual({ stream: COUNCIL, epoch: 'e1', seq: 2 });
    expect(await everybody({ queries })).toEqual(['Bo Test', `Wren ${CANARY}`]);
    expect(await queries['person.read']({ id: bird.id })).toMatchObject({
      is: 'held',
      candidate: { homeTown: CANARY },
      contacts: [{ record: { note: call.note } }],
    });
    const { manifest } = await cut([bird, other]);
    expect(await calls.manifest(manifest)).toEqual({ missing: [] });
  });

  it('shows no name, address or note to anyone without the key', async () => {
    const raw = await openRaw(nameOf(await shutLaptop()));
    const rows = await raw.dump();
    raw.close();
    expect(new Set(rows.map(({ table }) => table))).toContain('poolDelta');
    for (const { table, value } of rows) {
      expect(readableText(value), table).not.toMatch(new RegExp(CANARY, 'i'));
      expect(readableText(value), table).not.toMatch(/Wren|parking|Hythe|SW9104387/);
    }
  });

  it('keeps every value under the size that lies in files of its own', async () => {
    const laptop = aLaptop();
    const session = aSession();
    await session.calls.open(opening(laptop));
    const people = Array.from({ length: 300 }, (_, n) =>
      aCandidate({ id: person(n), summary: `${n} `.padEnd(400, String(n)) }),
    );
    await fill(session, people);
    const huge = aVacancy({ id: anId(0x71), title: 'T' });
    const tooLong = { ...huge, extra: 'x'.repeat(MAX_VALUE_BYTES) };
    const { setAside } = await session.calls.page({
      bytes: page(COUNCIL, [row('vacancy', 1, aVacancy()), row('vacancy', 2, tooLong)]),
      snapshot: 'first',
    });
    expect(setAside).toBe(1);
    await session.calls.lock({});
    const raw = await openRaw(nameOf(laptop));
    const sizes = (await raw.dump()).map(({ value }) => readableText(value).length);
    raw.close();
    expect(sizes.length).toBeGreaterThan(4);
    // Readable text holds each byte once as Latin and half of them as UTF-16.
    expect(Math.max(...sizes)).toBeLessThan(MAX_VALUE_BYTES * 1.6);
  });

  it('refuses a bucket that is too large and keeps what it had', async () => {
    const { calls, queries } = await reopen(await shutLaptop());
    const noise = () => btoa(String.fromCharCode(...random.bytes(800)));
    const many = Array.from({ length: 60 }, (_, n) =>
      aCandidate({ id: person(n), summary: noise() }),
    );
    const { manifest, buckets } = await cut(many, { bucketCount: 1, tag: 'v2' });
    await calls.manifest(manifest);
    await expect(calls.buckets({ epoch: manifest.epoch, buckets })).rejects.toThrow();
    expect(await everybody({ queries })).toEqual(['Bo Test', `Wren ${CANARY}`]);
  });

  it.each([
    ['a row', 'row', 2],
    ['a person beside their bucket', 'poolDelta', 2],
    ['a bucket', 'bucket', 1],
  ])(
    'keeps the rest when one bit of %s was changed, and is read again',
    async (_, table, people) => {
      const laptop = await shutLaptop();
      const raw = await openRaw(nameOf(laptop));
      const hit = (await raw.dump()).find((each) => each.table === table);
      if (!hit) throw new Error(`Nothing lies in ${table}.`);
      const sealed = hit.value.sealed.slice();
      sealed[sealed.length - 20] = (sealed.at(-20) ?? 0) ^ 4;
      await raw.put(table, { ...hit.value, sealed });
      raw.close();
      const session = await reopen(laptop);
      expect(session.state).toMatchObject({ rebuilt: 'damaged', people, cursors: [] });
      expect(await everybody(session)).toHaveLength(people);
      await expectReadAgain(laptop, session);
    },
  );

  it('keeps no row that lies in another place, or under another sequence', async () => {
    for (const change of ['swap', 'sequence']) {
      const laptop = await shutLaptop();
      const raw = await openRaw(nameOf(laptop));
      const [one, two] = (await raw.dump()).filter(({ table }) => table === 'row');
      if (change === 'swap') {
        await raw.put('row', { ...one?.value, sealed: two?.value.sealed });
        await raw.put('row', { ...two?.value, sealed: one?.value.sealed });
      } else await raw.put('row', { ...one?.value, seq: 7 });
      raw.close();
      const session = await reopen(laptop);
      expect(session.state, change).toMatchObject({ rebuilt: 'damaged', people: 2 });
      const shown = await session.queries['vacancies.read']({});
      const person = await session.queries['person.read']({ id: bird.id });
      const kept = change === 'swap' ? 0 : 1;
      expect(shown.length + (person.is === 'held' ? person.contacts.length : 0)).toBe(kept);
      await expectReadAgain(laptop, session);
    }
  });

  it.each(['row', 'poolDelta', 'bucket', 'bucketKey', 'cursor', 'meta'])(
    'keeps the rest when everything in %s was lost without a word',
    async (table) => {
      const laptop = await shutLaptop();
      const raw = await openRaw(nameOf(laptop));
      await raw.clear(table);
      raw.close();
      const session = await reopen(laptop);
      const isBucketLost = table.startsWith('bucket');
      const people = isBucketLost ? 1 : 2;
      expect(session.state).toMatchObject({ rebuilt: 'damaged', people, cursors: [] });
      // What is held need not be fetched: the buckets are known again even without their count.
      const { manifest } = await cut([bird, other]);
      const { missing } = await session.calls.manifest(manifest);
      expect(missing).toEqual(isBucketLost ? [0] : []);
      await expectReadAgain(laptop, session);
    },
  );

  it('keeps nobody older than their bucket when an old state of the disk comes back', async () => {
    const laptop = await shutLaptop();
    const raw = await openRaw(nameOf(laptop));
    const old = (await raw.dump()).find(({ table }) => table === 'poolDelta')?.value;
    raw.close();
    const first = await reopen(laptop);
    const newest = { ...bird, homeTown: 'Margate' };
    await fill(first, [newest, other], { upTo: 110, tag: 'v2' });
    await first.calls.lock({});
    const again = await openRaw(nameOf(laptop));
    await again.put('poolDelta', old);
    again.close();
    const { state, queries } = await reopen(laptop);
    expect(state.rebuilt).toBe('damaged');
    const shown = await queries['person.read']({ id: bird.id });
    expect(shown).toMatchObject({ candidate: { homeTown: 'Margate' } });
  });

  it('says that it is empty when the whole database went', async () => {
    const laptop = await shutLaptop();
    await done(indexedDB.deleteDatabase(nameOf(laptop)));
    expect((await reopen(laptop)).state).toMatchObject({ rebuilt: 'empty', people: 0 });
  });

  it('is not used when main knows another generation, or another key', async () => {
    const first = await shutLaptop();
    expect((await reopen(first, { generation: 'g2' })).state.rebuilt).toBe('other-generation');
    const second = await shutLaptop();
    const keys = opening(aLaptop()).keys;
    expect((await reopen(second, { keys })).state.rebuilt).toBe('damaged');
  });

  it('is not used, and not misread, when a newer app wrote it', async () => {
    const laptop = await shutLaptop();
    const raw = await openRaw(nameOf(laptop));
    const meta = (await raw.dump()).find(({ table }) => table === 'meta')?.value;
    await raw.put('meta', { ...meta, schemaVersion: CACHE_SCHEMA + 1 });
    raw.close();
    expect((await reopen(laptop)).state).toMatchObject({ rebuilt: 'newer-version', people: 0 });
  });

  it('can be filled again after it was rebuilt, and then stays', async () => {
    const laptop = await shutLaptop();
    const { calls } = await reopen(laptop, { generation: 'g2' });
    await fill({ calls }, [other]);
    await calls.lock({});
    const again = await reopen(laptop, { generation: 'g2' });
    expect(again.state).toMatchObject({ rebuilt: null, people: 1 });
  });

  it('goes on with a snapshot that a crash cut in two, and still sweeps', async () => {
    const laptop = await shutLaptop();
    const { calls } = await reopen(laptop);
    const refs = [1, 2].map((n) => row('vacancy', 10 + n, aVacancy({ id: anId(n), ref: `V${n}` })));
    await calls.page({
      bytes: page(COUNCIL, [refs[0]], { head: 12, more: true }),
      snapshot: 'first',
    });
    await calls.lock({});
    const again = await reopen(laptop);
    expect(again.state.cursors).toContainEqual({
      stream: COUNCIL,
      epoch: 'e1',
      seq: 11,
      snapAt: 12,
    });
    await again.calls.page({ bytes: page(COUNCIL, [refs[1]], { after: 11 }), snapshot: 'more' });
    const shown = await again.queries['vacancies.read']({});
    expect(shown.map(({ vacancy }) => vacancy.record.ref).sort()).toEqual(['V1', 'V2']);
    expect((await again.queries['person.read']({ id: bird.id })) as object).toMatchObject({
      contacts: [],
    });
  });

  it('finishes a purge that a crash cut short: rows without a key go', async () => {
    const laptop = await shutLaptop();
    const keys = opening(laptop).keys.filter(({ stream }) => stream !== COUNCIL);
    const { state, queries } = await reopen(laptop, { keys });
    expect(state).toMatchObject({ rebuilt: null, people: 2 });
    expect(state.cursors.map(({ stream }) => stream)).toEqual([POOL]);
    expect(await queries['vacancies.read']({})).toEqual([]);
  });

  it('holds nothing of an erased person that any key of this device opens', async () => {
    const laptop = await shutLaptop();
    const { calls } = await reopen(laptop);
    expect(await openedText(laptop)).toContain(CANARY);
    await calls.page({
      bytes: page(POOL, [left('candidate', 102, { id: bird.id, op: 'e' })], { after: 101 }),
      snapshot: 'none',
    });
    const text = await openedText(laptop);
    expect(text).not.toContain(CANARY);
    expect(text).toContain('"givenName":"Bo"');
  });

  it('SY17 leaves nothing of an erased person that a key of later could open, wherever it lies', async () => {
    const laptop = await shutLaptop();
    const { calls, queries } = await reopen(laptop);
    const before = await rawDump(laptop);
    await calls.page({
      bytes: page(POOL, [left('candidate', 102, { id: bird.id, op: 'e' })], { after: 101 }),
      snapshot: 'none',
    });
    const next = nextKeysOf(laptop);
    await calls.reseal({ keys: keysOf(next, 2) });
    expect(await everybody({ queries })).toEqual(['Bo Test']);
    // LevelDB keeps old values for a while: none of those opens with the keys there are now.
    const openable = await openWith(next, 2, [...before, ...(await rawDump(laptop))]);
    expect(openable).toContain('"givenName":"Bo"');
    expect(openable).not.toMatch(new RegExp(CANARY));
    // And with the keys of before they do: this is looking in the right place.
    expect(await openWith(laptop, 1, before)).toContain(CANARY);
    await calls.lock({});
    const again = await reopen(laptop, { keys: keysOf(next, 2) });
    expect(again.state).toMatchObject({ rebuilt: null, people: 1 });
    expect(await again.queries['vacancies.read']({})).toHaveLength(1);
  });

  it('SY17 opens with both keys when a change of keys was cut short, and finishes it', async () => {
    const laptop = await shutLaptop();
    const next = nextKeysOf(laptop);
    const both = () => [...keysOf(laptop, 1), ...keysOf(next, 2)];
    const { calls } = await reopen(laptop, { keys: both() });
    // What is written now lies under the newer keys, beside what lies under the older ones.
    const newer = row('contact', 3, { ...call, id: anId(0x7002), note: 'Later' } as ContactLog);
    await calls.page({ bytes: page(COUNCIL, [newer], { after: 2 }), snapshot: 'none' });
    await calls.lock({});
    const again = await reopen(laptop, { keys: both() });
    expect(again.state).toMatchObject({ rebuilt: null, people: 2 });
    await again.calls.reseal({ keys: keysOf(next, 2) });
    await again.calls.lock({});
    const last = await reopen(laptop, { keys: keysOf(next, 2) });
    expect(last.state).toMatchObject({ rebuilt: null, people: 2 });
    expect(await last.queries['person.read']({ id: bird.id })).toMatchObject({
      contacts: [{ record: { note: call.note } }, { record: { note: 'Later' } }],
    });
  });

  it('writes no bucket again for a change of keys, only what opens them', async () => {
    const laptop = await shutLaptop();
    const { calls } = await reopen(laptop);
    const bytesOf = async (table: string) =>
      JSON.stringify((await rawDump(laptop)).filter((each) => each.table === table));
    const before = [await bytesOf('bucket'), await bytesOf('bucketKey')];
    await calls.reseal({ keys: keysOf(nextKeysOf(laptop), 2) });
    expect(await bytesOf('bucket')).toBe(before[0]);
    expect(await bytesOf('bucketKey')).not.toBe(before[1]);
  });
});

/** Everything the laptop's keys can open, as text. */
async function openedText(laptop: Laptop): Promise<string> {
  const context = (keyId: string) => JSON.stringify([nameOf(laptop), 1, keyId]);
  const keyOf = (stream: StreamId) => new Uint8Array(laptop.keys.get(stream) ?? []);
  const { cache, rebuilt } = await openDexieCache({
    name: nameOf(laptop),
    generation: 'g1',
    keys: {
      sealerOf: (stream, keyId = `${stream} 1`) => ({
        ...createSealer(keyOf(stream), context(keyId), random),
        keyId,
      }),
    },
  });
  expect(rebuilt).toBeNull();
  const bulk = createOwnKeySealer<CryptoKey>(crypto.subtle, { context: context('bucket'), random });
  const buckets = await Promise.all(
    (await cache.all('bucket')).map((each: BucketRow) => openBucket(bulk, each)),
  );
  const rest = await Promise.all(
    (['row', 'poolDelta', 'aside', 'gone', 'cursor', 'meta'] as const).map((t) => cache.all(t)),
  );
  cache.close();
  return JSON.stringify([buckets, rest]);
}
