import { afterEach, describe, expect, it, vi } from 'vitest';
import { type IsoDate, POOL, type StreamId } from '#contract/brands.ts';
import { EVERYBODY } from '#contract/find-query.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import { SealBroken } from '#core/crypto/seal.ts';
import { createPlaces } from '#core/search/places.ts';
import { REAL_DISK } from '#renderer/worker/cache/disk.ts';
import type { Files } from '#renderer/worker/cache/files.ts';
import { createPeopleHost } from '#renderer/worker/people-host.ts';
import { openReplica } from '#renderer/worker/replica/replica.ts';
import { aCandidate } from '#test/builders/records.ts';
import { aLaptop, cut, type Laptop, left, opening, page, person, random, row } from './centre.ts';
import { openRaw } from './raw-database.ts';

const TODAY = '2026-06-09' as IsoDate;
const places = createPlaces();
const named = (n: number, familyName: string): Candidate =>
  aCandidate({ id: person(n), givenName: 'Ann', familyName, summary: `${familyName} came back.` });
const ADA = named(1, 'Quillfeather');
const BEA = named(2, 'Breakwater');
const CLEO = named(3, 'Candlewick');

/** A laptop whose files a test can see and spoil. */
interface Desk {
  readonly laptop: Laptop;
  readonly files: Map<string, Uint8Array<ArrayBuffer>>;
  /** Called before each file is written. */
  onWrite: () => void | Promise<void>;
  /** Files that are read never answer. */
  isSilent: boolean;
}

const aDesk = (): Desk => ({
  laptop: aLaptop(),
  files: new Map(),
  onWrite: () => {},
  isSilent: false,
});

async function start(desk: Desk, over: Parameters<typeof opening>[1] = {}) {
  const files: Files = {
    names: async () => [...desk.files.keys()],
    async read(name) {
      if (desk.isSilent) return new Promise(() => {});
      const bytes = desk.files.get(name);
      if (!bytes) throw new DOMException('', 'NotFoundError');
      return bytes.slice();
    },
    async write(name, bytes) {
      await desk.onWrite();
      desk.files.set(name, bytes);
    },
    remove: async (name) => void desk.files.delete(name),
  };
  const host = createPeopleHost(places, TODAY);
  const disk = { ...REAL_DISK, files: async () => files };
  const replica = await openReplica(opening(desk.laptop, over), {
    ...{ sink: host, random, disk },
    onProgress: () => {},
  });
  const found = (text = '') => {
    const all = host.index.find({ ...EVERYBODY, text, includeHidden: true });
    return all.ids(0, 10).map((id) => host.index.nameOf(id)?.replace('Ann ', ''));
  };
  return { replica, host, found, names: () => found().toSorted() };
}

/** A laptop that has synced, put its index away, and was shut. */
async function shutDesk(people: readonly Candidate[] = [ADA, BEA]): Promise<Desk> {
  const desk = aDesk();
  const { replica } = await start(desk);
  const { manifest, buckets } = await cut(people);
  await replica.manifest(manifest);
  await replica.buckets({ epoch: manifest.epoch, buckets });
  await replica.finishBuckets({ epoch: manifest.epoch, upTo: 100 });
  await replica.saveImage();
  replica.close();
  return desk;
}

const imageRows = async ({ laptop }: Desk) => {
  const raw = await openRaw(`swt-${laptop.recruiterId}`);
  const rows = (await raw.dump()).filter(({ table }) => table === 'image');
  raw.close();
  return rows.length;
};

/** Whether a start takes the image up: buckets are not read then, so a broken one is not noticed. */
async function isTakenUp(desk: Desk): Promise<boolean> {
  const raw = await openRaw(`swt-${desk.laptop.recruiterId}`);
  const buckets = (await raw.dump()).filter(({ table }) => table === 'bucket');
  for (const { value } of buckets) await raw.put('bucket', { ...value, sealed: new Uint8Array(9) });
  raw.close();
  const { replica } = await start(desk);
  const isWhole = replica.state.rebuilt === null;
  replica.close();
  return isWhole;
}

const change = (people: readonly Candidate[], after: number) =>
  page(
    POOL,
    people.map((each, i) => row('candidate', after + 1 + i, each)),
    { after },
  );

afterEach(() => void vi.useRealTimers());

describe('[Q40] the image of the index', () => {
  it('is not waited for when its files do not answer: everybody is there all the same', async () => {
    const desk = await shutDesk();
    desk.isSilent = true;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let isOpen = false;
    const starting = start(desk).finally(() => {
      isOpen = true;
    });
    for (let s = 0; s < 60 && !isOpen; s += 1) await vi.advanceTimersByTimeAsync(1000);
    const { replica, names } = await starting;
    expect(names()).toEqual(['Breakwater', 'Quillfeather']);
    expect(replica.state).toMatchObject({ people: 2, rebuilt: null });
    replica.close();
  });

  it('is taken up at the next start, with what memory must know of the pool', async () => {
    const desk = await shutDesk();
    expect(await imageRows(desk)).toBe(1);
    const { replica, names, found } = await start(desk);
    expect(names()).toEqual(['Breakwater', 'Quillfeather']);
    expect(found('quillf')).toEqual(['Quillfeather']);
    expect(replica.state).toMatchObject({ people: 2, rebuilt: null });
    expect((await replica.manifest((await cut([ADA, BEA])).manifest)).missing).toEqual([]);
    expect(await replica.readPerson(ADA.id)).toMatchObject({ familyName: 'Quillfeather' });
    replica.close();
    expect(await isTakenUp(desk)).toBe(true);
  });

  it('is gone with the first change of the pool, in the same write, and comes again', async () => {
    const desk = await shutDesk();
    const { replica, names } = await start(desk);
    await replica.page({ bytes: change([CLEO], 100), snapshot: 'none' });
    expect(await imageRows(desk)).toBe(0);
    const files = new Set(desk.files.keys());
    await replica.saveImage();
    expect(await imageRows(desk)).toBe(1);
    // The large part was not written again: one file stays, the first one is another.
    expect([...desk.files.keys()].filter((name) => files.has(name))).toHaveLength(1);
    expect(desk.files.size).toBe(3);
    replica.close();
    const again = await start(desk);
    expect(again.names()).toEqual(['Breakwater', 'Candlewick', 'Quillfeather']);
    await again.replica.page({
      bytes: change([{ ...CLEO, familyName: 'Dew' }], 101),
      snapshot: 'none',
    });
    expect(again.names()).toEqual(['Breakwater', 'Dew', 'Quillfeather']);
    expect(names()).toContain('Candlewick');
    again.replica.close();
  });

  it.each([
    [
      'a byte of every file is another',
      (bytes: Uint8Array<ArrayBuffer>) => {
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
        return bytes;
      },
    ],
    [
      'its files are cut short',
      (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, bytes.length - 5),
    ],
    ['its files are empty', () => new Uint8Array(0)],
    ['its files are gone', () => null],
  ])('is not taken up when %s: everybody is there all the same', async (_words, spoil) => {
    const whole = await shutDesk();
    for (const name of whole.files.keys()) {
      const desk = { ...whole, files: new Map(whole.files) };
      const spoilt = spoil((whole.files.get(name) ?? new Uint8Array(0)).slice());
      if (spoilt) desk.files.set(name, spoilt);
      else desk.files.delete(name);
      const { replica, names } = await start(desk);
      expect(names()).toEqual(['Breakwater', 'Quillfeather']);
      expect(replica.state.rebuilt).toBe(null);
      replica.close();
    }
    const none = {
      ...whole,
      files: new Map([...whole.files].map(([name]) => [name, new Uint8Array(40)])),
    };
    expect(await isTakenUp(none)).toBe(false);
  });

  it('is not taken up under another key of the pool, nor of another laptop or copy', async () => {
    const other = await shutDesk([CLEO]);
    const desk = await shutDesk();
    // The files of one beside the database of another: names and keys are not theirs.
    const { replica, names } = await start({ ...desk, files: other.files });
    expect(names()).toEqual(['Breakwater', 'Quillfeather']);
    replica.close();
    const renewed = await start(desk, { generation: 'g2' });
    expect(renewed.names()).toEqual([]);
    renewed.replica.close();
    const third = await shutDesk();
    const keys = new Map<StreamId, Uint8Array>([...third.laptop.keys, [POOL, random.bytes(32)]]);
    const locked = await start({ ...third, laptop: { ...third.laptop, keys } });
    expect(locked.names()).toEqual([]);
    locked.replica.close();
  });

  it('stays good while the keys of the device change', async () => {
    const desk = await shutDesk();
    const { replica } = await start(desk);
    const keys = new Map([...desk.laptop.keys].map(([stream]) => [stream, random.bytes(32)]));
    const newer = opening({ ...desk.laptop, keys }).keys.map((key) => ({
      ...key,
      keyId: `${key.stream} 2`,
    }));
    const copies = newer.map((key) => ({ ...key, raw: key.raw.slice() }));
    await replica.reseal(newer);
    replica.close();
    const again = await start(desk, { keys: copies });
    expect(again.names()).toEqual(['Breakwater', 'Quillfeather']);
    again.replica.close();
  });

  it.each(['withdrew', 'was erased'])('holds nothing of a person who %s, at once', async (how) => {
    const desk = await shutDesk([ADA, BEA, CLEO]);
    const before = new Map(desk.files);
    const { replica, found } = await start(desk);
    if (how === 'withdrew') {
      await replica.page({
        bytes: page(POOL, [left('candidate', 101, { id: ADA.id, op: 'd' })], { after: 100 }),
        snapshot: 'none',
      });
    } else await replica.erase([ADA.id]);
    expect(await imageRows(desk)).toBe(0);
    // Before anything is written anew, every file that held them is gone.
    expect([...desk.files.keys()].filter((name) => before.has(name))).toEqual([]);
    await replica.saveImage();
    replica.close();
    const again = await start(desk);
    expect(again.names()).toEqual(['Breakwater', 'Candlewick']);
    expect([...again.found('quillfeather'), ...found('quillfeather')]).toEqual([]);
    again.replica.close();
    expect(await isTakenUp(desk)).toBe(true);
  });

  it('is not read after a kill between an erasure and the removal of its files', async () => {
    const desk = await shutDesk();
    const before = new Map(desk.files);
    const { replica } = await start(desk);
    await replica.erase([ADA.id]);
    replica.close();
    // The files as they were before: the process ended before it came to them.
    for (const [name, bytes] of before) desk.files.set(name, bytes);
    const again = await start(desk);
    expect(again.names()).toEqual(['Breakwater']);
    await again.replica.saveImage();
    expect([...desk.files.keys()].filter((name) => before.has(name))).toEqual([]);
    again.replica.close();
  });

  it('is not put down while the pool changes under it, and is once it rests', async () => {
    const desk = aDesk();
    const { replica, names } = await start(desk);
    const { manifest, buckets } = await cut([ADA, BEA]);
    await replica.manifest(manifest);
    await replica.buckets({ epoch: manifest.epoch, buckets });
    await replica.finishBuckets({ epoch: manifest.epoch, upTo: 100 });
    let isFirst = true;
    desk.onWrite = async () => {
      if (!isFirst) return;
      isFirst = false;
      await replica.page({ bytes: change([CLEO], 100), snapshot: 'none' });
    };
    await replica.saveImage();
    expect(await imageRows(desk)).toBe(0);
    await replica.saveImage();
    expect(await imageRows(desk)).toBe(1);
    expect(names()).toHaveLength(3);
    replica.close();
    expect((await start(desk)).names()).toHaveLength(3);
  });

  it('does not hide damage of the rows it stood in for: what main asks next says so', async () => {
    const desk = await shutDesk();
    const raw = await openRaw(`swt-${desk.laptop.recruiterId}`);
    for (const { table, value } of await raw.dump()) {
      if (table === 'bucket') await raw.put('bucket', { ...value, sealed: new Uint8Array(9) });
    }
    raw.close();
    const { replica, names } = await start(desk);
    expect(names()).toHaveLength(2);
    await replica.saveImage();
    await expect(replica.page({ bytes: change([CLEO], 100), snapshot: 'none' })).rejects.toThrow(
      SealBroken,
    );
    replica.close();
    const again = await start(desk);
    expect(again.replica.state.rebuilt).toBe('damaged');
    again.replica.close();
  });

  it('does without when the disk takes no file, or the worker is locked meanwhile', async () => {
    const desk = aDesk();
    desk.onWrite = () => Promise.reject(new DOMException('', 'QuotaExceededError'));
    const { replica, names } = await start(desk);
    const { manifest, buckets } = await cut([ADA, BEA]);
    await replica.manifest(manifest);
    await replica.buckets({ epoch: manifest.epoch, buckets });
    await replica.finishBuckets({ epoch: manifest.epoch, upTo: 100 });
    await replica.saveImage();
    expect(await imageRows(desk)).toBe(0);
    desk.onWrite = () => replica.close();
    await replica.saveImage();
    expect(await imageRows(desk)).toBe(0);
    expect(names()).toHaveLength(2);
    desk.onWrite = () => {};
    const again = await start(desk);
    expect(again.names()).toHaveLength(2);
    again.replica.close();
  });
});
