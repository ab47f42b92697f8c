import { fsyncSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { PARSERS } from './parsers.ts';

/** What the pool asks of this thread. */
export type Ask =
  | { readonly id: number; readonly sql: string; readonly params: readonly unknown[] }
  | { readonly id: number; readonly reset: true }
  | { readonly id: number; readonly close: true };

/** What this thread answers; `id` 0 says that the database is open. */
export type Answer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: Readonly<Record<string, string | undefined>> };

interface StreamOps {
  fsync?: (stream: { readonly nfd?: number }) => number;
}

/**
 * PGlite starts PostgreSQL with -F and its NodeFS has no fsync: safe when the process
 * dies, not when the machine does. This adds the one missing call (central-api.md 2).
 */
class DurableNodeFS extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const made = await super.init(...args);
    const before = made.emscriptenOpts.preRun;
    const list = Array.isArray(before) ? before : before ? [before] : [];
    made.emscriptenOpts.preRun = [
      ...list,
      (module: unknown) => {
        const ops = (module as { NODEFS: { stream_ops: StreamOps } }).NODEFS.stream_ops;
        ops.fsync = (stream) => {
          if (stream.nfd !== undefined) fsyncSync(stream.nfd);
          return 0;
        };
      },
    ];
    return made;
  }
}

function open(folder: string | null): Promise<PGlite> {
  const parsers = { ...PARSERS };
  if (folder === null) return PGlite.create({ parsers });
  return PGlite.create({
    parsers,
    fs: new DurableNodeFS(folder),
    startParams: [
      ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
      // fdatasync is a stub in this build; fsync is the method added above.
      '-c',
      'wal_sync_method=fsync',
    ],
  });
}

async function answer(database: PGlite, ask: Ask): Promise<unknown> {
  if ('close' in ask) return database.close();
  if ('reset' in ask) {
    // Whoever held the session may have died inside a transaction.
    if (database.isInTransaction()) await database.exec('rollback');
    return null;
  }
  // Statements without parameters may be several in one text (migrations).
  const result =
    ask.params.length > 0
      ? await database.query(ask.sql, [...ask.params])
      : (await database.exec(ask.sql)).at(-1);
  return { rows: result?.rows ?? [], rowCount: result?.affectedRows ?? 0 };
}

function inWords(error: unknown): Readonly<Record<string, string | undefined>> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, constraint } = error as { code?: string; constraint?: string };
  return { message: error.message, code, constraint };
}

async function serve(): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('this file runs as a worker thread only');
  const say = (answered: Answer) => port.postMessage(answered);
  try {
    const database = await open((workerData as { folder: string | null }).folder);
    port.on('message', (ask: Ask) => {
      answer(database, ask).then(
        (result) => say({ id: ask.id, result }),
        (error: unknown) => say({ id: ask.id, error: inWords(error) }),
      );
    });
    say({ id: 0, result: null });
  } catch (error) {
    say({ id: 0, error: inWords(error) });
  }
}

await serve();
