import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CandidateId, RecruiterId } from '#contract/brands.ts';
import { fail, ok } from '#contract/errors.ts';
import { buildRecovery } from '#main/recovery/recovery.ts';
import { makeRecoveryPair, openSecret } from '#server/modules/recovery/recovery-key.ts';
import { draft, open, personId, recordId, saved, temporaryFolder } from '../journal/support.ts';
import { keptLog } from '../temp-folder.ts';

const ROSA = recordId(0xa1) as string as RecruiterId;
const TOM = recordId(0xa2) as string as RecruiterId;
const pair = makeRecoveryPair('recovery-key-of-rosa');
const { keyId, publicKey } = pair;

/** A laptop of its own journal, and a centre that opens what was sealed to this key. */
function aLaptop(path: string, owner = ROSA, withdrawn: readonly CandidateId[] = []) {
  const journal = open(null);
  journal.claim(owner);
  const recovery = buildRecovery({
    journalPath: null,
    journalKey: async () => ({ keyId: 'k1', raw: new Uint8Array(32) }),
    journal: () => journal,
    api: () => ({
      async openSecret({ sealed }) {
        const secret = owner === ROSA ? openSecret(pair, sealed) : null;
        if (secret) return ok({ secret: secret.toString('base64url') });
        return fail(owner === ROSA ? 'SYNC_REFUSED' : 'AUTH_NOT_ALLOWED', 'no');
      },
      withdrawn: async () => ok({ withdrawn: [...withdrawn] }),
    }),
    rescued: () => {},
    askWhere: async () => path,
    askWhich: async () => path,
    clock: { nowMs: () => Date.parse('2026-06-09T09:00:00.000Z'), monotonicMs: () => 0 },
    random: { next: Math.random, bytes: (length) => new Uint8Array(randomBytes(length)) },
    log: keptLog(),
  });
  return { journal, recovery };
}

async function aFile() {
  const path = join(temporaryFolder(), 'mine.swt-work');
  const { journal, recovery } = aLaptop(path);
  const entries = saved(journal, draft(1, 'canary'), draft(2));
  journal.writeDraft('log', 'half a canary');
  await recovery.prepare({ keyId, publicKey });
  expect(await recovery.saveFile()).toEqual(ok({ path, changes: 2 }));
  return { path, entries };
}

test('work goes to another laptop under its own ids, in its order, with texts half written', async () => {
  const { path, entries } = await aFile();
  expect(readFileSync(path, 'utf8')).not.toContain('canary');
  const { journal, recovery } = aLaptop(path);
  saved(journal, draft(3));
  expect(await recovery.openFile()).toEqual(ok({ restored: 2, already: 0, withdrawn: 0 }));
  expect(journal.list().map(({ n }) => n)).toEqual([1, 2, 3]);
  expect(journal.list().map(({ mutation }) => mutation.n)).toEqual([1, 2, 3]);
  expect(journal.list().slice(1)).toMatchObject(entries.map(({ id }) => ({ id })));
  expect(journal.readDraft('log')).toEqual(ok('half a canary'));
  expect(await recovery.openFile()).toEqual(ok({ restored: 0, already: 2, withdrawn: 0 }));
  expect(saved(journal, draft(4))[0]?.n).toBe(4);
});

test('nobody who has asked to be removed comes back from a file', async () => {
  const { path } = await aFile();
  const { journal, recovery } = aLaptop(path, ROSA, [personId(1)]);
  expect(await recovery.openFile()).toEqual(ok({ restored: 1, already: 0, withdrawn: 1 }));
  expect(JSON.stringify(journal.list())).not.toContain('canary');
});

test('a file of another recruiter is refused before anything is asked', async () => {
  const { path } = await aFile();
  const { journal, recovery } = aLaptop(path, TOM);
  expect(await recovery.openFile()).toMatchObject({ error: { message: /another recruiter/ } });
  expect(journal.list()).toEqual([]);
});

test('a file in which any byte was changed, or that was cut, adds nothing', async () => {
  const { path } = await aFile();
  const whole = readFileSync(path);
  const { journal, recovery } = aLaptop(path);
  for (let at = 0; at < whole.length - 1; at += 7) {
    const changed = Buffer.from(whole);
    // Another letter of the same alphabet: the file stays text of the agreed form.
    changed[at] = changed[at] === 0x41 ? 0x42 : 0x41;
    writeFileSync(path, changed);
    expect(await recovery.openFile(), `byte ${at}`).toMatchObject({ ok: false });
  }
  for (const length of [0, 1, 40, whole.length - 20]) {
    writeFileSync(path, whole.subarray(0, length));
    expect(await recovery.openFile()).toMatchObject({ error: { code: 'RULE_REFUSED' } });
  }
  expect(journal.list()).toEqual([]);
});

test('a file of a newer app is not called damaged', async () => {
  const { path } = await aFile();
  writeFileSync(path, readFileSync(path, 'utf8').replace('"version":1', '"version":2'));
  const { recovery } = aLaptop(path);
  expect(await recovery.openFile()).toMatchObject({
    error: { message: expect.stringMatching(/newer version.*Update the app first/) },
  });
});

test('without a key from the centre nothing is promised', async () => {
  const { recovery } = aLaptop('/nowhere');
  expect(await recovery.saveFile()).toMatchObject({ error: { message: /Sync once/ } });
});
