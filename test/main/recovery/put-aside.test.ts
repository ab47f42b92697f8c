import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RecruiterId } from '#contract/brands.ts';
import { findPutAside, removePutAside } from '#main/recovery/put-aside.ts';
import { writeRescueFile } from '#main/recovery/rescue-file.ts';
import { sealSecret } from '#main/recovery/seal-secret.ts';
import { makeRecoveryPair } from '#server/modules/recovery/recovery-key.ts';
import { draft, open, RAW, recordId, saved, temporaryFolder } from '../journal/support.ts';

const ROSA = recordId(0xa1) as string as RecruiterId;
const random = {
  next: Math.random,
  bytes: (length: number) => new Uint8Array(randomBytes(length)),
};
const { keyId, publicKey } = makeRecoveryPair('recovery-key-of-rosa');
const to = { keyId, publicKey };
const OLD = { keyId: 'k1', raw: new Uint8Array(RAW) };
const NEW = { keyId: 'k2', raw: new Uint8Array(32).fill(9) };
const find = (path: string, key = NEW) =>
  findPutAside(path, { ...key, raw: key.raw.slice() }, random);

/** A journal of Rosa's with so many changes, closed; beside it what the centre can open. */
function leave(changes: number, hasRescue = true): string {
  const path = join(temporaryFolder(), 'journal.sqlite');
  const journal = open(path);
  journal.claim(ROSA);
  for (let n = 1; n <= changes; n++) saved(journal, draft(n));
  journal.close();
  if (hasRescue)
    writeRescueFile(path, {
      version: 1,
      to,
      journalKeyId: OLD.keyId,
      journalKey: sealSecret(to, OLD.raw),
    });
  return path;
}

/** Opens it under another key, as after the key store was lost. */
const loseKey = (path: string) => open(path, { key: { ...NEW, raw: NEW.raw.slice() } }).close();

test('a journal whose key was lost says whose it is and what waits in it, and is left as it is', () => {
  const path = leave(2);
  loseKey(path);
  const bytes = () =>
    readdirSync(join(path, '..')).map((name) => readFileSync(join(path, '..', name), 'base64'));
  const before = bytes();
  expect(find(path)).toEqual([{ owner: ROSA, changes: 2, comesBack: true }]);
  expect(bytes()).toEqual(before);
});

test('where nothing waited, nothing of it can be lost', () => {
  const path = leave(0);
  loseKey(path);
  expect(find(path)).toEqual([]);
});

test('without what the centre can open, it does not come back', () => {
  const path = leave(1, false);
  loseKey(path);
  expect(find(path)).toEqual([{ owner: ROSA, changes: 1, comesBack: false }]);
});

test('of a damaged one only what was not taken over counts; one is the least', () => {
  const path = leave(3);
  truncateSync(path, 9_000);
  open(path).close();
  expect(find(path, OLD)).toEqual([expect.objectContaining({ changes: 1, comesBack: false })]);
});

test('of a file that says nothing any more the owner is unknown', () => {
  const path = leave(1);
  rmSync(`${path}-wal`, { force: true });
  writeFileSync(path, randomBytes(9_000));
  loseKey(path);
  expect(find(path)).toEqual([{ owner: null, changes: 1, comesBack: true }]);
});

test('an order removes all of them, an erasure all but what only the centre can open', () => {
  const path = leave(1);
  loseKey(path);
  const names = () => readdirSync(join(path, '..')).filter((name) => name.includes('damaged-'));
  removePutAside(path, { lockedFor: NEW.keyId });
  expect(names()).not.toEqual([]);
  removePutAside(path, { lockedFor: OLD.keyId });
  expect(names()).toEqual([]);
  const other = leave(1);
  loseKey(other);
  removePutAside(other);
  expect(find(other)).toEqual([]);
});
