import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { POOL, PROGRAMME } from '#contract/brands.ts';
import type { SignedDirective } from '#contract/http/directives.ts';
import { createSealer } from '#core/crypto/seal.ts';
import { systemRandom as random } from '#main/system.ts';
import { type FakeSafeStorage, fakeSafeStorage } from '../fake-safe-storage.ts';
import { tempFolder } from '../temp-folder.ts';
import { aCentre, KENT, leaveWork, MEDWAY, PERSON, rowsPath, startApp } from './app-on-disk.ts';
import { aSigner } from './signing.ts';
import { countSteps } from './steps.ts';

const { key, signed } = aSigner();

interface Case {
  readonly folder: string;
  readonly storage: FakeSafeStorage;
  readonly centre: ReturnType<typeof aCentre>;
  readonly directive: SignedDirective;
}

/** A laptop with work on it, for which the centre has one directive. */
async function prepare(kind: 'purge' | 'wipe' | 'erase'): Promise<Case> {
  const folder = tempFolder();
  const storage = fakeSafeStorage();
  const centre = aCentre(key);
  await leaveWork(folder, storage, centre);
  const app = await startApp(folder, storage, { ...centre, isAway: true, fetch: away });
  const device = app.work.current.journal().device();
  app.stop();
  const about =
    kind === 'purge'
      ? { device, stream: KENT }
      : kind === 'wipe'
        ? { device, why: 'ordered' as const }
        : { device: '*', people: [PERSON] };
  const directive = signed({ kind, ...about });
  centre.directives = [directive];
  if (kind === 'purge') centre.grants = [POOL, PROGRAMME, MEDWAY];
  if (kind === 'wipe') centre.grants = [];
  return { folder, storage, centre, directive };
}

const away = () => Promise.reject(new TypeError('no network'));

/** Lets the app obey until it is done or dead; gives the steps it took. */
async function obey({ folder, storage, centre, directive }: Case, killBefore: number) {
  const counter = countSteps(killBefore);
  onTestFinished(counter.stop);
  const app = await startApp(folder, storage, centre).catch(() => null);
  const isDone = () => counter.isDead || isSettled();
  const isSettled = () =>
    centre.taken.includes(directive.id) && app?.work.directives.receipts().length === 0;
  await vi.waitUntil(isDone, { timeout: 5_000, interval: 2 });
  await new Promise((resolve) => setTimeout(resolve, 5));
  counter.stop();
  try {
    app?.stop();
  } catch {
    // A dead process closes nothing in order.
  }
  return { steps: counter.steps, isDead: counter.isDead };
}

/** As a power cut leaves it: a copy, because the dead process still has its files open. */
function afterPowerCut(before: Case): Case {
  const folder = tempFolder();
  cpSync(before.folder, folder, { recursive: true });
  return { ...before, folder };
}

/** What can be read with the keys that are left. */
async function readable(folder: string, app: Awaited<ReturnType<typeof startApp>>) {
  if (!existsSync(rowsPath(folder))) return [];
  const rows = JSON.parse(readFileSync(rowsPath(folder), 'utf8')) as {
    [stream: string]: { readonly keyId: string; readonly sealed: string };
  };
  const found: string[] = [];
  for (const name of app.keyring.names()) {
    const { keyId, raw } = await app.keyring.key(name);
    for (const [stream, row] of Object.entries(rows)) {
      try {
        const sealed = new Uint8Array(Buffer.from(row.sealed, 'base64'));
        createSealer(raw, row.keyId, random).openJson(sealed, stream);
        if (row.keyId === keyId) found.push(stream);
      } catch {
        // Sealed with a key that is gone.
      }
    }
  }
  return found;
}

/** Every file but the record of directives, as text: what a scan of the disk would see. */
function filesNaming(folder: string, words: string): readonly string[] {
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(words));
}

async function finish(after: Case) {
  const app = await startApp(after.folder, after.storage, after.centre);
  onTestFinished(() => app.stop());
  return app;
}

async function stepsOf(kind: 'purge' | 'wipe' | 'erase'): Promise<readonly string[]> {
  const { steps } = await obey(await prepare(kind), Number.POSITIVE_INFINITY);
  return steps;
}

test('C12 a purge killed before any of its durable steps is finished by the next start, once', {
  timeout: 120_000,
}, async () => {
  const steps = await stepsOf('purge');
  expect(steps.filter((step) => step.includes('keyring'))).not.toEqual([]);
  expect(steps.indexOf('rename directives.json')).toBeLessThan(
    steps.indexOf('rename keyring.json'),
  );
  expect(steps.indexOf('rename keyring.json')).toBeLessThan(steps.lastIndexOf('write rows.json'));
  for (let at = 1; at <= steps.length + 1; at++) {
    const killed = await prepare('purge');
    await obey(killed, at);
    const after = afterPowerCut(killed);
    const app = await finish(after);
    const where = `killed before ${at}: ${steps[at - 1] ?? 'the end'}`;
    await vi.waitUntil(
      () =>
        after.centre.taken.includes(after.directive.id) &&
        app.work.directives.receipts().length === 0 &&
        app.told.length > 0,
      { timeout: 5_000, interval: 2 },
    );
    // Written down before the kill, not even the first opening shows anything of it.
    const opened = app.told.map(({ keys }) => keys.some(({ stream }) => stream === KENT));
    if (at > 1) expect(opened, where).not.toContain(true);
    expect(app.keyring.names(), where).not.toContain(KENT);
    expect(await readable(after.folder, app), where).not.toContain(KENT);
    expect(await readable(after.folder, app), where).toContain(MEDWAY);
    const left = app.work.list().map(({ mutation }) => mutation.stream);
    expect(left, where).toEqual([MEDWAY]);
    expect(app.work.directives.accessEnded(), where).toMatchObject([
      { council: 'Kent', notSent: 2 },
    ]);
    expect(app.work.directives.pending(), where).toEqual([]);
    app.stop();
  }
});

test('C12 a wipe killed before any of its durable steps is finished by the next start, once', {
  timeout: 120_000,
}, async () => {
  const steps = await stepsOf('wipe');
  const keys = steps.indexOf('remove keyring.json');
  expect(steps.indexOf('rename directives.json')).toBeLessThan(keys);
  for (const later of ['remove journal.sqlite', 'remove session.sealed', 'remove rows.json']) {
    expect(keys, later).toBeLessThan(steps.indexOf(later));
  }
  for (let at = 1; at <= steps.length + 1; at++) {
    const killed = await prepare('wipe');
    await obey(killed, at);
    const after = afterPowerCut(killed);
    const app = await finish(after);
    const where = `killed before ${at}: ${steps[at - 1] ?? 'the end'}`;
    await vi.waitUntil(
      () =>
        app.service.read().is === 'signed-out' &&
        app.work.directives.wipeLeft() === null &&
        app.work.directives.wiped() !== null,
      { timeout: 5_000, interval: 2 },
    );
    const { folder } = after;
    expect(app.work.directives.wiped(), where).toMatchObject({ why: 'ordered', notSent: 3 });
    expect(app.service.kept(), where).toBeNull();
    expect(app.work.list(), where).toEqual([]);
    expect(app.work.owner(), where).toBeNull();
    expect(app.work.readDraft('story'), where).toEqual({ ok: true, value: '' });
    expect(await readable(folder, app), where).toEqual([]);
    const names = ['rows.json', 'session.sealed', 'tokens.sealed', 'settings.json'];
    await vi.waitUntil(() => names.every((name) => !existsSync(join(folder, name))));
    expect(app.keyring.names(), where).toEqual(['journal']);
    expect(filesNaming(folder, PERSON), where).toEqual([]);
    // Sent before the token went, or waiting for the next sign-in: once, and never lost.
    const waiting = app.work.directives.receipts().map(({ receipt }) => receipt.directive);
    const sent = after.centre.taken;
    expect(new Set([...waiting, ...sent]), where).toEqual(new Set([after.directive.id]));
    expect(waiting.length, where).toBeLessThanOrEqual(1);
    app.stop();
  }
});

test('C13 an erasure killed before any of its durable steps is finished by the next start', {
  timeout: 120_000,
}, async () => {
  const steps = await stepsOf('erase');
  for (let at = 1; at <= steps.length + 1; at++) {
    const killed = await prepare('erase');
    await obey(killed, at);
    const after = afterPowerCut(killed);
    const app = await finish(after);
    const where = `killed before ${at}: ${steps[at - 1] ?? 'the end'}`;
    await vi.waitUntil(() => after.centre.taken.includes(after.directive.id), {
      timeout: 5_000,
      interval: 2,
    });
    await vi.waitUntil(() => app.work.directives.receipts().length === 0);
    const journal = JSON.stringify(app.work.list());
    expect(journal, where).not.toContain(PERSON);
    expect(app.work.readDraft('story'), where).toEqual({ ok: true, value: '' });
    expect(filesNaming(after.folder, PERSON), where).toEqual([]);
    app.stop();
  }
});

test('a laptop that stays offline after a purge began shows nothing of it', async () => {
  const killed = await prepare('purge');
  await obey(killed, 2);
  const after = afterPowerCut(killed);
  after.centre.isAway = true;
  const app = await finish(after);
  await vi.waitUntil(() => app.told.length > 0);
  expect(app.told[0]?.keys.map(({ stream }) => stream)).not.toContain(KENT);
  expect(app.told[0]?.owner.council.id).toBe('medway');
  expect(app.work.list().map(({ mutation }) => mutation.stream)).toEqual([MEDWAY]);
  await vi.waitUntil(() => app.work.directives.receipts().length === 1);
});

test.each(['purge', 'wipe', 'erase'] as const)(
  'an order to %s removes what lies aside and could still be opened here',
  async (kind) => {
    const laptop = await prepare(kind);
    const aside = join(laptop.folder, 'journal.sqlite.damaged-2026-06-09T08-00-00-000Z');
    cpSync(join(laptop.folder, 'journal.sqlite'), aside);
    await obey(laptop, Number.POSITIVE_INFINITY);
    expect(existsSync(aside)).toBe(false);
  },
);
