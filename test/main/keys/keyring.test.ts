import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROGRAMME, POOL as pool } from '#contract/brands.ts';
import { openKeyStore } from '#main/keys/key-store.ts';
import { openKeyring } from '#main/keys/keyring.ts';
import { systemRandom as random } from '#main/system.ts';
import { type FakeSafeStorage, fakeSafeStorage } from '../fake-safe-storage.ts';
import { keptLog, tempFolder } from '../temp-folder.ts';

async function open(path: string, storage: FakeSafeStorage) {
  const keyStore = await openKeyStore(storage, 'linux');
  return openKeyring({ path, keyStore, random, log: keptLog() });
}

const hex = (raw: Uint8Array) => Buffer.from(raw).toString('hex');

test('S26 keys are 32 bytes, differ, survive a restart, and no raw byte reaches the disk', async () => {
  const path = join(tempFolder(), 'keyring.json');
  const storage = fakeSafeStorage();
  const first = await open(path, storage);
  const [people, work] = [await first.key(pool), await first.key('journal')];
  expect(people.raw).toHaveLength(32);
  expect(hex(people.raw)).not.toBe(hex(work.raw));

  const again = await open(path, storage);
  expect(await again.streamKeys(pool)).toEqual([{ stream: pool, ...people }]);
  expect(await again.key('journal')).toEqual(work);
  expect(again).toMatchObject({ isPersisted: true, wereLost: false });
  expect(again.generation()).toBe(first.generation());
  const file = readFileSync(path, 'utf8');
  for (const { raw } of [people, work]) {
    expect(file).not.toContain(hex(raw));
    expect(file).not.toContain(Buffer.from(raw).toString('base64'));
  }
});

test('a key wiped by whoever got it is still there for the next', async () => {
  const keyring = await open(join(tempFolder(), 'keyring.json'), fakeSafeStorage());
  const given = await keyring.key(pool);
  const before = hex(given.raw);
  given.raw.fill(0);
  expect(hex((await keyring.key(pool)).raw)).toBe(before);
});

test('asked for at once by many, a key is made once', async () => {
  const path = join(tempFolder(), 'keyring.json');
  const storage = fakeSafeStorage();
  const keyring = await open(path, storage);
  const all = await Promise.all([keyring.key(pool), keyring.key(PROGRAMME), keyring.key(pool)]);
  expect(all[0]).toEqual(all[2]);
  expect(storage.seals).toBe(2);
  expect(await (await open(path, storage)).key(PROGRAMME)).toEqual(all[1]);
});

test('S30 a destroyed key is gone from disk and memory, and the next one is new', async () => {
  const path = join(tempFolder(), 'keyring.json');
  const storage = fakeSafeStorage();
  const keyring = await open(path, storage);
  const before = await keyring.key(pool);
  const kept = await keyring.key('journal');
  keyring.destroy(pool);
  expect(readFileSync(path, 'utf8')).not.toContain(before.keyId);
  const after = await (await open(path, storage)).key(pool);
  expect(hex(after.raw)).not.toBe(hex(before.raw));
  expect(await (await open(path, storage)).key('journal')).toEqual(kept);
  const { generation } = await open(path, storage);
  keyring.destroyAll();
  expect((await open(path, storage)).generation()).not.toBe(generation());
  // Not even rewritten: on a full disk that would fail, and the keys would stay.
  expect(existsSync(path)).toBe(false);
});

test('S26 a rotated key store gets every key sealed again', async () => {
  const path = join(tempFolder(), 'keyring.json');
  const storage = fakeSafeStorage();
  const keys = await open(path, storage).then((ring) => ring.key(pool));
  const before = readFileSync(path, 'utf8');
  storage.isStale = true;
  expect(await (await open(path, storage)).key(pool)).toEqual(keys);
  expect(readFileSync(path, 'utf8')).not.toBe(before);
  storage.isStale = false;
  expect(await (await open(path, storage)).key(pool)).toEqual(keys);
});

test.each([
  ['the key store lost its key', (_path: string, storage: FakeSafeStorage) => storage.loseKey()],
  ['the file is cut short', (path: string) => writeFileSync(path, '{"version":1,"gen')],
  ['the file is of another form', (path: string) => writeFileSync(path, '{"version":9}')],
])(
  'when %s, the keys count as lost, are set aside, and a new generation begins',
  async (_what, harm) => {
    const path = join(tempFolder(), 'keyring.json');
    const storage = fakeSafeStorage();
    const first = await open(path, storage);
    await first.key(pool);
    harm(path, storage);
    const second = await open(path, storage);
    expect(second.wereLost).toBe(true);
    expect(second.generation()).not.toBe(first.generation());
    expect(existsSync(`${path}.bad`)).toBe(true);
    await second.key(pool);
    expect((await open(path, storage)).wereLost).toBe(false);
  },
);

test.each([
  ['only basic_text', { backend: 'basic_text' as const }],
  ['an unknown back end', { backend: 'unknown' as const }],
  ['no key store', { isThere: false }],
])('S26 with %s, keys live in memory and nothing is written', async (_what, weakness) => {
  const path = join(tempFolder(), 'keyring.json');
  const storage = Object.assign(fakeSafeStorage(), weakness);
  const keyring = await open(path, storage);
  expect(keyring.isPersisted).toBe(false);
  const key = await keyring.key(pool);
  expect(await keyring.key(pool)).toEqual(key);
  expect(existsSync(path)).toBe(false);
  expect(storage.seals).toBe(0);
});

test('a key store that is away for once leaves the keys of before untouched', async () => {
  const path = join(tempFolder(), 'keyring.json');
  const storage = fakeSafeStorage();
  const key = await (await open(path, storage)).key(pool);
  storage.isThere = false;
  const blind = await open(path, storage);
  await blind.key(pool);
  blind.destroyAll();
  storage.isThere = true;
  expect(await (await open(path, storage)).key(pool)).toEqual(key);
});

test('SY17 while keys change there are two of each, on the disk before they are given out', async () => {
  const path = join(tempFolder(), 'keyring.json');
  const storage = fakeSafeStorage();
  const keyring = await open(path, storage);
  const before = await keyring.key(pool);
  const journal = await keyring.key('journal');
  await keyring.beginRotation();
  const both = await keyring.streamKeys(pool);
  expect(both.map(({ keyId }) => keyId)).toEqual([
    before.keyId,
    expect.not.stringMatching(before.keyId),
  ]);
  // Killed here, the next start has both; beginning again draws no third.
  const again = await open(path, storage);
  expect(again.isRotating()).toBe(true);
  await again.beginRotation();
  expect(await again.streamKeys(pool)).toEqual(both);
  expect((await again.journalKeys()).map(({ keyId }) => keyId)[0]).toBe(journal.keyId);
  // One that is made meanwhile is new already.
  expect(await again.streamKeys(PROGRAMME)).toHaveLength(1);
});

test('SY17 after a change of keys the older ones are gone from disk and memory', async () => {
  const path = join(tempFolder(), 'keyring.json');
  const storage = fakeSafeStorage();
  const keyring = await open(path, storage);
  const before = [await keyring.key(pool), await keyring.key('journal')];
  await keyring.beginRotation();
  const [, next] = await keyring.streamKeys(pool);
  keyring.endRotation();
  expect(keyring.isRotating()).toBe(false);
  expect(await keyring.streamKeys(pool)).toEqual([next]);
  const again = await open(path, storage);
  expect(await again.streamKeys(pool)).toEqual([next]);
  const text = readFileSync(path, 'utf8');
  for (const { keyId } of before) expect(text).not.toContain(keyId);
});

test('SY17 a key that is destroyed takes its successor with it', async () => {
  const path = join(tempFolder(), 'keyring.json');
  const keyring = await open(path, fakeSafeStorage());
  await keyring.key(pool);
  await keyring.key(PROGRAMME);
  await keyring.beginRotation();
  const keys = (await keyring.streamKeys(pool)).map(({ keyId }) => keyId);
  keyring.destroy(pool);
  keyring.endRotation();
  expect(keyring.names()).toEqual([PROGRAMME]);
  for (const keyId of keys) expect(readFileSync(path, 'utf8')).not.toContain(keyId);
});
