import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { openKeyStore } from '#main/keys/key-store.ts';
import { sealedFile } from '#main/keys/sealed-file.ts';
import { fakeSafeStorage } from '../fake-safe-storage.ts';
import { tempFolder } from '../temp-folder.ts';

const Schema = Type.Object({ refreshToken: Type.String() });
const value = { refreshToken: 'canary-7f3a' };

async function build(storage = fakeSafeStorage()) {
  const path = join(tempFolder(), 'tokens.sealed');
  const make = async () => sealedFile(path, Schema, await openKeyStore(storage, 'linux'));
  return { path, storage, make, file: await make() };
}

test('S25 what is kept comes back after a restart and cannot be read in the file', async () => {
  const { path, file, make } = await build();
  expect(await file.read()).toEqual({ is: 'none' });
  await file.write(value);
  expect(readFileSync(path).includes('canary')).toBe(false);
  expect(await (await make()).read()).toEqual({ is: 'found', value });
});

test('a file that does not open, or holds something else, is lost, not a crash', async () => {
  const { path, file, storage, make } = await build();
  await file.write(value);
  storage.loseKey();
  expect(await (await make()).read()).toEqual({ is: 'lost' });
  writeFileSync(path, 'x');
  expect(await file.read()).toEqual({ is: 'lost' });
  writeFileSync(path, await storage.encryptStringAsync('{"other":1}'));
  expect(await file.read()).toEqual({ is: 'lost' });
});

test('a removal wins over a write that is still being sealed', async () => {
  const { path, file } = await build();
  const writing = file.write(value);
  file.remove();
  await writing;
  expect(existsSync(path)).toBe(false);
});

test('of two writes the later one stays', async () => {
  const { file } = await build();
  await Promise.all([file.write({ refreshToken: 'one' }), file.write({ refreshToken: 'two' })]);
  expect(await file.read()).toEqual({ is: 'found', value: { refreshToken: 'two' } });
});

test('S6 where the key store is not safe, nothing is written', async () => {
  const { path, file } = await build(Object.assign(fakeSafeStorage(), { backend: 'basic_text' }));
  await file.write(value);
  expect(existsSync(path)).toBe(false);
  expect(await file.read()).toEqual({ is: 'none' });
});
