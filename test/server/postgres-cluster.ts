import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAnswering } from '#server/db/database.ts';
import { openPostgres } from '#server/db/postgres.ts';

/** A throw-away PostgreSQL on a socket in a folder of its own: no port is used. */
export interface Cluster {
  readonly url: string;
  /** Ends the server with SIGKILL, as the machine's memory killer would. */
  kill(): Promise<void>;
  /** Starts it again on the same data, and waits until it answers. */
  start(): Promise<void>;
  /** Ends it and takes its folder away. */
  stop(): Promise<void>;
}

const BIN = findBin();

/** Why no PostgreSQL can be started here; null = one can. */
export const POSTGRES_MISSING = BIN === null ? 'Debian package postgresql is not installed' : null;

/** Debian keeps each version in a folder of its own; the newest is taken. */
function findBin(): string | null {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).map(Number) : [];
  const bins = versions.toSorted((a, b) => b - a).map((version) => join(root, `${version}/bin`));
  return bins.find((bin) => existsSync(join(bin, 'initdb'))) ?? null;
}

/** Makes and starts a cluster; `isDurable` keeps fsync on. */
export async function startCluster({ isDurable = false } = {}): Promise<Cluster> {
  if (BIN === null) throw new Error(POSTGRES_MISSING ?? '');
  const bin = BIN;
  const folder = mkdtempSync(join(tmpdir(), 'swt-pg-'));
  const isRoot = process.getuid?.() === 0;
  // PostgreSQL refuses to run as root; Debian's package brings a user for it.
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const as: { uid?: number; gid?: number } = isRoot ? { uid: id('-u'), gid: id('-g') } : {};
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid ?? as.uid);
  const data = join(folder, 'data');
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C'],
    { ...as, stdio: 'ignore', cwd: folder },
  );
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    `fsync=${isDurable ? 'on' : 'off'}`,
  ];
  const url = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
  let server: ChildProcess | null = null;

  const run = () =>
    spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
      ...as,
      stdio: 'ignore',
      cwd: folder,
    });
  async function start() {
    const deadline = Date.now() + 30_000;
    while (Date.now() < deadline) {
      // After a kill the old server's children may hold its memory for a moment: once more.
      if (server === null || server.exitCode !== null || server.signalCode !== null) server = run();
      const probe = openPostgres({ url, connections: 1 });
      const answers = await isAnswering(probe.sql);
      await probe.close();
      if (answers) return;
      await sleep(50);
    }
    throw new Error('PostgreSQL did not start within 30 s');
  }
  async function end(signal: 'SIGQUIT' | 'SIGKILL') {
    if (server === null || server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server?.once('exit', resolve));
    server.kill(signal);
    await ended;
  }
  // A test that ends early must not leave a server behind.
  process.once('exit', () => {
    server?.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  await start();
  return {
    url,
    start,
    kill: () => end('SIGKILL'),
    async stop() {
      await end('SIGQUIT');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
