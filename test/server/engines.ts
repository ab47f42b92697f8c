import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Database, isAnswering } from '#server/db/database.ts';
import { openPglite } from '#server/db/pglite.ts';
import { openPostgres } from '#server/db/postgres.ts';

/** A database engine the server's tests run on. */
export interface Engine {
  readonly name: string;
  /** Why it cannot be used here; null = it can. */
  readonly missing: string | null;
  /** Opens an empty database of its own; `close` of the last one ends the engine. */
  open(): Promise<Database>;
}

const BIN = '/usr/lib/postgresql/15/bin';

let schemas = 0;
const newSchema = () => `t${process.pid}_${++schemas}`;

const pglite: Engine = {
  name: 'PGlite',
  missing: null,
  open: () => openPglite(),
};

interface Cluster {
  readonly url: string;
  stop(): Promise<void>;
}

let cluster: Promise<Cluster> | null = null;
let users = 0;

const postgres: Engine = {
  name: 'PostgreSQL 15',
  missing: existsSync(join(BIN, 'postgres'))
    ? null
    : 'Debian package postgresql-15 is not installed',
  async open() {
    cluster ??= startCluster();
    users += 1;
    const { url, stop } = await cluster;
    const schema = newSchema();
    const setUp = openPostgres({ url, connections: 1 });
    await sql.raw(`create schema ${schema}`).execute(setUp.sql);
    await setUp.close();
    const database = openPostgres({ url, schema, connections: 20 });
    return {
      ...database,
      async close() {
        await database.close();
        users -= 1;
        if (users === 0) {
          cluster = null;
          await stop();
        }
      },
    };
  },
};

/** Both engines; every test of the server's data runs on each. */
export const ENGINES: readonly Engine[] = [pglite, postgres];
/** PostgreSQL alone, for what needs writers at the same time. */
export const POSTGRES = postgres;

/** Starts a throw-away cluster on a socket in a folder of its own: no port is used. */
async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'swt-pg-'));
  const isRoot = process.getuid?.() === 0;
  // PostgreSQL refuses to run as root; Debian's package brings a user for it.
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const as: { uid?: number; gid?: number } = isRoot ? { uid: id('-u'), gid: id('-g') } : {};
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid ?? as.uid);
  const data = join(folder, 'data');
  execFileSync(
    join(BIN, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C'],
    { ...as, stdio: 'ignore', cwd: folder },
  );
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'fsync=off'];
  const server = spawn(
    join(BIN, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { ...as, stdio: 'ignore', cwd: folder },
  );
  const url = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
  await untilAnswering(url);
  return { url, stop: () => stop(server, folder) };
}

async function untilAnswering(url: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    const probe = openPostgres({ url, connections: 1 });
    const answers = await isAnswering(probe.sql);
    await probe.close();
    if (answers) return;
    await sleep(50);
  }
  throw new Error('PostgreSQL did not start within 30 s');
}

async function stop(server: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGQUIT');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
