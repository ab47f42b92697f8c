import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { RecruiterId } from '#contract/brands.ts';
import { fail } from '#contract/errors.ts';
import { signInByName } from '#main/session/sign-in-by-name.ts';
import { anId } from '#test/builders/records.ts';
import { tempFolder } from '../temp-folder.ts';
import { startCentreForTests } from './centre.ts';
import { aLaptop } from './laptop.ts';

const centre = startCentreForTests();
const NOWHERE = 'http://127.0.0.1:9';

async function accounts() {
  const laptop = await aLaptop({ folder: tempFolder(), apiUrl: centre.url() });
  await laptop.service.start();
  const state = await vi.waitUntil(() => {
    const now = laptop.service.read();
    return now.is === 'signed-out' && now.madeUpAccounts.length > 0 ? now : null;
  });
  return state.madeUpAccounts;
}

async function login(at: number): Promise<string> {
  return (await accounts())[at]?.login ?? '';
}

test('C2 a recruiter signs in through the real issuer and the centre confirms who they are', async () => {
  const [account] = await accounts();
  const laptop = await aLaptop({ folder: tempFolder(), apiUrl: centre.url() });
  await laptop.service.start();
  const result = await laptop.service.signIn(account?.login ?? '');
  expect(result.ok && result.value).toMatchObject({
    is: 'signed-in',
    recruiter: { name: account?.name },
  });
  expect(laptop.states.map(({ is }) => is)).toContain('signing-in');
  const url = new URL(laptop.opened[0] ?? '');
  expect(url.searchParams.get('code_challenge_method')).toBe('S256');
  expect(url.searchParams.get('state')).toBeTruthy();
  expect(url.searchParams.get('nonce')).toBeTruthy();
  expect(url.searchParams.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
});

test('S25 no token is in any file as it is, and the next start is signed in without a network', async () => {
  const folder = tempFolder();
  const first = await aLaptop({ folder, apiUrl: centre.url() });
  await first.service.start();
  await first.service.signIn(await login(0));
  const token = await first.tokens.accessToken();
  const secret = token.ok ? token.value : 'none';
  for (const name of readdirSync(folder)) {
    expect(readFileSync(join(folder, name)).includes(secret)).toBe(false);
  }

  const { storage } = first;
  const offline = await aLaptop({ folder, apiUrl: NOWHERE, storage });
  await offline.service.start();
  expect(offline.service.read()).toMatchObject({ is: 'signed-in' });
  expect(offline.service.kept()?.streams).toContain('pool');
  expect(await offline.tokens.accessToken()).toMatchObject({ error: { code: 'NET_UNREACHABLE' } });

  const online = await aLaptop({ folder, apiUrl: centre.url(), storage });
  await online.service.start();
  expect(await online.api.session()).toMatchObject({ ok: true });
});

test('a renewal is asked once by many, survives one lost connection, and is kept', async () => {
  const folder = tempFolder();
  const first = await aLaptop({ folder, apiUrl: centre.url() });
  await first.service.start();
  await first.service.signIn(await login(0));
  const calls: string[] = [];
  let cuts = 1;
  const again = await aLaptop({
    folder,
    apiUrl: centre.url(),
    storage: first.storage,
    fetch: async (url, init) => {
      if (!url.endsWith('/token')) return fetch(url, init);
      calls.push(url);
      if (cuts-- > 0) throw new Error('net::ERR_CONNECTION_RESET');
      return fetch(url, init);
    },
  });
  await again.service.start();
  const tokens = await Promise.all([1, 2, 3].map(() => again.tokens.accessToken()));
  expect(new Set(tokens.map((token) => token.ok && token.value)).size).toBe(1);
  expect(tokens[0]?.ok).toBe(true);
  expect(calls).toHaveLength(2);
  // The used refresh token is dead: only the one that came with the renewal works.
  const later = await aLaptop({ folder, apiUrl: centre.url(), storage: first.storage });
  await later.service.start();
  expect(await later.tokens.accessToken()).toMatchObject({ ok: true });
});

test('a refresh token that the issuer refuses asks for a new sign-in and keeps the data', async () => {
  const folder = tempFolder();
  const first = await aLaptop({ folder, apiUrl: centre.url() });
  await first.service.start();
  await first.service.signIn(await login(0));
  const { storage } = first;
  const stolen = readFileSync(join(folder, 'tokens.sealed'));
  const thief = await aLaptop({ folder, apiUrl: centre.url(), storage });
  await thief.service.start();
  await thief.tokens.accessToken();
  writeFileSync(join(folder, 'tokens.sealed'), stolen); // the one that is used up
  const laptop = await aLaptop({ folder, apiUrl: centre.url(), storage });
  await laptop.service.start();
  expect(await laptop.tokens.accessToken()).toMatchObject({
    error: { code: 'AUTH_SIGN_IN_AGAIN' },
  });
  expect(laptop.service.read()).toMatchObject({ is: 'signed-in' });
  expect(laptop.wiped).toEqual([]);
  await laptop.service.signIn(await login(0));
  expect(await laptop.api.session()).toMatchObject({ ok: true });
});

test('a cancelled sign-in ends at once and a late browser changes nothing', async () => {
  const laptop = await aLaptop({
    folder: tempFolder(),
    apiUrl: centre.url(),
    browse: () => new Promise(() => {}),
  });
  await laptop.service.start();
  const signingIn = laptop.service.signIn(null);
  await vi.waitUntil(() => laptop.opened.length === 1);
  expect(laptop.service.read().is).toBe('signing-in');
  expect(laptop.service.cancelSignIn()).toMatchObject({ is: 'signed-out', problem: null });
  expect(await signingIn).toMatchObject({ error: { code: 'AUTH_SIGN_IN_STOPPED' } });
  const redirect = new URL(laptop.opened[0] ?? '').searchParams.get('redirect_uri') ?? '';
  await expect(fetch(`${redirect}?code=x&state=y`)).rejects.toThrow();
  expect(laptop.service.read().is).toBe('signed-out');
});

test('an answer with another state is nobody’s, and a refusal is told in words', async () => {
  const answers: number[] = [];
  const laptop = await aLaptop({
    folder: tempFolder(),
    apiUrl: centre.url(),
    async browse(url) {
      const { searchParams } = new URL(url);
      const redirect = searchParams.get('redirect_uri') ?? '';
      for (const query of [
        '?code=x&state=evil',
        '?code=x',
        '',
        `?state=${searchParams.get('state')}&error=access_denied&iss=x`,
      ]) {
        answers.push((await fetch(`${redirect}${query}`)).status);
      }
    },
  });
  await laptop.service.start();
  const result = await laptop.service.signIn(null);
  expect(result).toMatchObject({ error: { code: 'AUTH_SIGN_IN_STOPPED' } });
  await vi.waitUntil(() => answers.length === 4);
  expect(answers).toEqual([404, 404, 404, 200]);
  expect(laptop.service.read()).toMatchObject({ problem: 'AUTH_SIGN_IN_STOPPED' });
});

test('without a centre the sign-in screen says so, and fills when it is there', async () => {
  let isUp = false;
  const laptop = await aLaptop({
    folder: tempFolder(),
    apiUrl: centre.url(),
    fetch: (url, init) =>
      isUp ? fetch(url, init) : Promise.reject(new Error('net::ERR_INTERNET_DISCONNECTED')),
  });
  await laptop.service.start();
  await vi.waitUntil(() => laptop.states.length > 1);
  expect(laptop.service.read()).toMatchObject({ programmeName: null, problem: 'NET_UNREACHABLE' });
  expect(await laptop.service.signIn(null)).toMatchObject({ error: { code: 'NET_UNREACHABLE' } });
  isUp = true;
  const state = await vi.waitUntil(
    () => {
      const now = laptop.service.read();
      return now.is === 'signed-out' && now.programmeName !== null ? now : null;
    },
    { timeout: 10_000 },
  );
  expect(state.problem).toBeNull();
});

test('a page of a portal instead of the centre is no answer', async () => {
  const laptop = await aLaptop({
    folder: tempFolder(),
    apiUrl: centre.url(),
    fetch: async () => new Response('<html>Welcome to the guest network</html>'),
  });
  await laptop.service.start();
  expect(await laptop.service.signIn(null)).toMatchObject({ error: { code: 'NET_UNREACHABLE' } });
});

test.each([
  ['slow', -2],
  ['fast', 2],
])('a clock two hours %s does not keep anyone out', async (_which, hours) => {
  const account = await login(0);
  const laptop = await aLaptop({ folder: tempFolder(), apiUrl: centre.url() });
  await laptop.service.start();
  const real = Date.now;
  vi.spyOn(Date, 'now').mockImplementation(() => real() + hours * 3_600_000);
  const result = await laptop.service.signIn(account).finally(() => vi.restoreAllMocks());
  expect(result).toMatchObject({ ok: true });
});

test('signing out warns while work is not sent, then removes everything', async () => {
  const folder = tempFolder();
  const laptop = await aLaptop({ folder, apiUrl: centre.url() });
  await laptop.service.start();
  await laptop.service.signIn(await login(0));
  laptop.work.notSent = 3;
  expect(await laptop.service.signOut(false)).toMatchObject({
    error: { code: 'RULE_REFUSED', details: { notSent: 3 } },
  });
  expect(laptop.service.read().is).toBe('signed-in');
  expect(laptop.wiped).toEqual([]);
  expect(await laptop.service.signOut(true)).toMatchObject({ ok: true });
  expect(laptop.service.read().is).toBe('signed-out');
  expect(laptop.wiped).toEqual(['all']);
  expect(existsSync(join(folder, 'tokens.sealed'))).toBe(false);
  expect(existsSync(join(folder, 'session.sealed'))).toBe(false);
  expect(await laptop.tokens.accessToken()).toMatchObject({ ok: false });
});

test('nobody’s work is sent under another name', async () => {
  const folder = tempFolder();
  const first = await aLaptop({ folder, apiUrl: centre.url() });
  await first.service.start();
  await first.service.signIn(await login(0));
  first.work.notSent = 1;
  const other = await login(1);
  expect(await first.service.signIn(other)).toMatchObject({ error: { code: 'RULE_REFUSED' } });
  expect(first.service.read()).toMatchObject({ is: 'signed-in' });
  expect(first.wiped).toEqual([]);
  first.work.notSent = 0;
  first.work.undecided = 1;
  expect(await first.service.signIn(other)).toMatchObject({ error: { code: 'RULE_REFUSED' } });
  first.work.undecided = 0;
  const aside = { owner: first.work.owner, changes: 1, comesBack: true };
  first.work.putAside = [aside];
  expect(await first.service.signIn(other)).toMatchObject({
    error: { message: expect.stringMatching(/They sign in first/) },
  });
  expect(await first.service.signOut(false)).toMatchObject({ error: { details: { notSent: 1 } } });
  first.work.putAside = [{ ...aside, owner: null }];
  const asked = await first.service.signIn(other);
  expect(asked).toMatchObject({ error: { details: { unknownWork: true } } });
  expect(first.wiped).toEqual([]);
  const result = await first.service.signIn(other, true);
  expect(first.wiped).toEqual(['all']);
  expect(result).toMatchObject({ ok: true });
});

test('work whose sign-in record was lost is not sent under another name either', async () => {
  const laptop = await aLaptop({ folder: tempFolder(), apiUrl: centre.url() });
  await laptop.service.start();
  laptop.work.owner = anId<RecruiterId>(0xbeef);
  laptop.work.notSent = 1;
  expect(await laptop.service.signIn(await login(0))).toMatchObject({
    error: { code: 'RULE_REFUSED' },
  });
  laptop.work.notSent = 0;
  expect(await laptop.service.signIn(await login(0))).toMatchObject({ ok: true });
  expect(laptop.wiped).toEqual(['all']);
});

test('S30 a sign-out that was cut short is finished before anyone else works here', async () => {
  const folder = tempFolder();
  const first = await aLaptop({ folder, apiUrl: centre.url() });
  await first.service.start();
  await first.service.signIn(await login(0));
  first.work.wipe = () => Promise.reject(new Error('killed'));
  expect(await first.service.signOut(true)).toMatchObject({ ok: false });
  expect(first.service.read()).toMatchObject({ is: 'signed-out', problem: 'INTERNAL_FAULT' });
  const next = await aLaptop({ folder, apiUrl: centre.url(), storage: first.storage });
  await next.service.start();
  expect(next.service.read().is).toBe('signed-out');
  expect(await next.service.signIn(await login(1))).toMatchObject({ ok: true });
  expect(next.wiped).toEqual(['all']);
});

test('two sign-outs at once remove everything once', async () => {
  const laptop = await aLaptop({ folder: tempFolder(), apiUrl: centre.url() });
  await laptop.service.start();
  await laptop.service.signIn(await login(0));
  const disk = Promise.withResolvers<void>();
  laptop.work.wipe = () => disk.promise;
  const both = Promise.all([laptop.service.signOut(true), laptop.service.signOut(true)]);
  disk.resolve();
  expect((await both).every(({ ok }) => ok)).toBe(true);
  expect(laptop.wiped).toEqual(['all']);
});

test('[SY64] a sign-in that brings the order to empty this laptop obeys it, and signs nobody in', async () => {
  const folder = tempFolder();
  const laptop = await aLaptop({ folder, apiUrl: centre.url() });
  await laptop.service.start();
  await laptop.service.signIn(await login(0));
  laptop.work.wipes = true;
  const account = await login(0);
  expect(await laptop.service.signIn(account)).toMatchObject({ ok: false });
  await vi.waitUntil(() => laptop.work.told.length > 0);
  expect(laptop.service.read().is).toBe('signed-out');
  expect(laptop.wiped).toEqual(['settings', 'all']);
  for (const name of ['tokens.sealed', 'session.sealed']) {
    expect(existsSync(join(folder, name)), name).toBe(false);
  }
  expect(await laptop.tokens.accessToken()).toMatchObject({ ok: false });
  laptop.work.wipes = false;
  expect(await laptop.service.signIn(account)).toMatchObject({ ok: true });
});

test('a disk that takes no token costs the next start a sign-in, not this one', async () => {
  const folder = tempFolder();
  const laptop = await aLaptop({ folder, apiUrl: centre.url() });
  await laptop.service.start();
  for (const name of ['tokens.sealed', 'session.sealed']) mkdirSync(join(folder, name));
  expect(await laptop.service.signIn(await login(0))).toMatchObject({ ok: true });
  expect(laptop.service.read().is).toBe('signed-in');
  expect(await laptop.tokens.accessToken()).toMatchObject({ ok: true });
});

test('lost keys ask for a new sign-in and say why; only the same person finds the work', async () => {
  const folder = tempFolder();
  const first = await aLaptop({ folder, apiUrl: centre.url() });
  await first.service.start();
  await first.service.signIn(await login(0));
  first.storage.loseKey();
  const next = await aLaptop({ folder, apiUrl: centre.url(), storage: first.storage });
  await next.service.start();
  expect(next.service.read()).toMatchObject({ is: 'signed-out', problem: 'STORE_KEYS_LOST' });
  expect(await next.service.signIn(await login(0))).toMatchObject({ ok: true });
});

test('a centre that knows no council for this person is told in words, and nothing is kept', async () => {
  const folder = tempFolder();
  const laptop = await aLaptop({ folder, apiUrl: centre.url() });
  await laptop.service.start();
  laptop.work.sessions = fail('AUTH_NOT_ALLOWED', 'Not enrolled.');
  expect(await laptop.service.signIn(await login(0))).toMatchObject({
    error: { code: 'AUTH_NOT_ALLOWED' },
  });
  expect(laptop.service.read()).toMatchObject({ is: 'signed-out', problem: 'AUTH_NOT_ALLOWED' });
  expect(existsSync(join(folder, 'tokens.sealed'))).toBe(false);
});

test('S6 where nothing may be kept, the next start is signed out', async () => {
  const folder = tempFolder();
  const first = await aLaptop({ folder, apiUrl: centre.url() });
  first.storage.backend = 'basic_text';
  const weak = await aLaptop({ folder, apiUrl: centre.url(), storage: first.storage });
  await weak.service.start();
  expect(await weak.service.signIn(await login(0))).toMatchObject({ ok: true });
  expect(readdirSync(folder)).toEqual([]);
});

test('--sign-in takes the first, a login or a name, and complains of a stranger', async () => {
  const [first, second] = await accounts();
  for (const [wanted, name] of [
    ['first', first?.name],
    [second?.login ?? '', second?.name],
    [second?.name.toUpperCase() ?? '', second?.name],
  ] as const) {
    const laptop = await aLaptop({ folder: tempFolder(), apiUrl: centre.url() });
    await laptop.service.start();
    const complaints: string[] = [];
    signInByName(laptop.service, wanted, (sentence) => complaints.push(sentence));
    const state = await vi.waitUntil(
      () => {
        const now = laptop.service.read();
        return now.is === 'signed-in' ? now : null;
      },
      { timeout: 20_000 },
    );
    expect(state.recruiter.name).toBe(name);
    expect(complaints).toEqual([]);
  }
  const laptop = await aLaptop({ folder: tempFolder(), apiUrl: centre.url() });
  await laptop.service.start();
  const complaints: string[] = [];
  signInByName(laptop.service, 'nobody at all', (sentence) => complaints.push(sentence));
  await vi.waitUntil(() => complaints.length === 1);
  expect(complaints[0]).toContain('nobody at all');
});
