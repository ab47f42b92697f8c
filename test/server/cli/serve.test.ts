import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { SignInInfo } from '#contract/http/sign-in.ts';
import { walkSignIn } from '../walk-sign-in.ts';

const SERVE = new URL('../../../src/server/cli/serve.ts', import.meta.url).pathname;
const root = mkdtempSync(join(tmpdir(), 'swt-serve-'));
const data = join(root, 'data');
const started: ChildProcess[] = [];

function serve(...args: string[]) {
  const child = spawn(process.execPath, [SERVE, '--json', '--people', '50', ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '' },
  });
  started.push(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const ended = once(child, 'close').then(([code]) => code as number);
  const ready = async (): Promise<{ url: string; issuer: string }> => {
    await expect
      .poll(() => out.includes('\n') || child.exitCode !== null, { timeout: 50_000 })
      .toBe(true);
    return JSON.parse(out);
  };
  return { child, ended, ready, out: () => out, err: () => err };
}

async function busyPort(): Promise<{ server: Server; port: number }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { server, port: typeof address === 'object' && address ? address.port : 0 };
}

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('npm run serve', () => {
  it('fills an empty folder, steps past a busy port, and says ready in one line', async () => {
    const { server, port } = await busyPort();
    const centre = serve('--data', data, '--port', String(port));
    const { url, issuer } = await centre.ready();
    expect(centre.out().trim().split('\n')).toHaveLength(1);
    expect(centre.err()).toContain(`Port ${port} is busy`);
    expect(centre.err()).toContain('50 of 50 people');
    expect(Number(new URL(url).port)).toBeGreaterThan(port);
    const info = (await (await fetch(`${url}/v1/sign-in`)).json()) as SignInInfo;
    expect(info.issuer).toBe(issuer);
    expect(info.madeUpAccounts).toHaveLength(25);
    expect(info.madeUpAccounts[0]).toMatchObject({ name: 'Rosa Boyd', council: 'Kent' });
    expect(info.madeUpAccounts.filter(({ role }) => role === 'programme_admin')).toHaveLength(1);
    server.close();

    // An open event stream must not keep it from ending.
    const tokens = await walkSignIn(issuer, { hint: info.madeUpAccounts[0]?.login ?? '' });
    const headers = { authorization: `Bearer ${tokens.access_token}` };
    const events = get(`${url}/v1/sync/events`, { headers });
    events.on('error', () => {});
    await once(events, 'response');
    const startedMs = performance.now();
    centre.child.kill('SIGTERM');
    expect(await centre.ended).toBe(0);
    expect(performance.now() - startedMs).toBeLessThan(2_500);
  });

  it('keeps its contents at the next start, and ends when its parent goes away', async () => {
    const centre = serve('--data', data, '--port', '0', '--people', '60', '--with-parent');
    await centre.ready();
    expect(centre.err()).toContain('Keeping what is there (50 made-up people (seed 1))');
    centre.child.stdin.end();
    expect(await centre.ended).toBe(0);
  });

  it('refuses a second copy, a wrong folder and wrong words in one sentence', async () => {
    const first = serve('--data', data, '--port', '0');
    await first.ready();
    writeFileSync(join(root, 'file'), '');
    const cases = [
      [serve('--data', data), /in use by another copy/],
      [serve('--data', join(root, 'file', 'x')), /cannot be written/],
      [serve('--port', 'ninety'), /not a whole number.*Use: npm run serve/],
    ] as const;
    for (const [centre, words] of cases) {
      expect(await centre.ended).toBe(1);
      expect(centre.err()).toMatch(words);
      expect(centre.err().trim().split('\n')).toHaveLength(1);
      expect(centre.out()).toBe('');
    }
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
  });

  it('begins another history on a folder put back from a backup, or when told so', async () => {
    const folder = join(root, 'restored');
    const run = async (work: (url: string, issuer: string) => Promise<void>, ...args: string[]) => {
      const centre = serve('--data', folder, '--port', '0', ...args);
      const { url, issuer } = await centre.ready();
      await work(url, issuer);
      centre.child.kill('SIGTERM');
      expect(await centre.ended).toBe(0);
      return centre.err();
    };
    const save = async (url: string, issuer: string) => {
      const info = (await (await fetch(`${url}/v1/sign-in`)).json()) as SignInInfo;
      const tokens = await walkSignIn(issuer, { hint: info.madeUpAccounts[0]?.login ?? '' });
      const id = randomUUID();
      const args = { id, ref: 'X-1', title: 'Duty', roleGroup: 'social_worker', posts: 1 };
      const change = {
        ...{ id, entity: id, n: 1, stream: 'council:kent', kind: 'vacancy.create' },
        args: { ...args, specialisms: ['court'], employmentTypes: [] },
        ...{ base: 0, schema: 2, at: '2026-06-09T08:00:00.000Z', ageMs: 0 },
      };
      const answer = await fetch(`${url}/v1/sync/push`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${tokens.access_token}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ device: 'device-1', mutations: [change] }),
      });
      expect(await answer.json()).toMatchObject({ results: [{ outcome: 'applied' }] });
    };
    const nothing = async () => {};
    await run(nothing);
    cpSync(folder, `${folder}.backup`, { recursive: true });
    expect(await run(save)).not.toContain('restored');
    expect(await run(nothing)).not.toContain('restored');
    rmSync(folder, { recursive: true });
    cpSync(`${folder}.backup`, folder, { recursive: true });
    expect(await run(nothing)).toContain('restored from a backup: a new history begins');
    expect(await run(nothing)).not.toContain('restored');
    expect(await run(nothing, '--restored')).toContain('a new history begins');
  });

  it('fills again after a first run that was killed half-way', async () => {
    const folder = join(root, 'killed');
    const half = serve('--data', folder, '--port', '0', '--people', '5000');
    await expect.poll(() => half.err(), { timeout: 50_000, interval: 5 }).toContain('First run');
    half.child.kill('SIGKILL');
    await half.ended;
    const centre = serve('--data', folder, '--port', '0');
    await centre.ready();
    expect(centre.err()).toContain('50 of 50 people');
  });
});
