import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart, type Database, sqlOver } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import { PglitePool } from './pglite-pool.ts';

/** PGlite 0.5 is PostgreSQL 18; it cannot open what another major version wrote. */
const PG_VERSION = '18';

/**
 * Opens the embedded database in a folder; without one, in memory.
 *
 * For one machine and demonstrations (decision C1). A new database is made beside its
 * place and renamed, so that a process killed half-way leaves nothing that looks whole.
 * Throws `CannotStart` for a folder that cannot be used.
 */
export async function openPglite(data?: string): Promise<Database> {
  if (data === undefined) return over(await opened(null), () => {});
  const unlock = claim(data);
  try {
    const place = join(data, 'pg');
    if (!existsSync(place)) await make(place, join(data, 'pg.new'));
    refuseOtherVersion(place);
    return over(await opened(place), unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

function claim(data: string): () => void {
  try {
    mkdirSync(data, { recursive: true });
    return lockFolder(data);
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(
      `The folder ${data} cannot be written. Choose another with --data, or change its permissions.`,
    );
  }
}

async function make(place: string, half: string): Promise<void> {
  rmSync(half, { recursive: true, force: true });
  const pool = await opened(half);
  await pool.end();
  renameSync(half, place);
}

function refuseOtherVersion(place: string): void {
  const file = join(place, 'PG_VERSION');
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'unknown';
  if (found === PG_VERSION) return;
  throw new CannotStart(
    `The database in ${place} was written by another version (${found}, this one needs ${PG_VERSION}). Start with an empty folder by --data, or go back to the version that wrote it.`,
  );
}

async function opened(folder: string | null): Promise<PglitePool> {
  const pool = new PglitePool(folder);
  try {
    await pool.ready;
    return pool;
  } catch (error) {
    await pool.end();
    if (folder === null) throw error;
    throw new CannotStart(
      `The embedded database in ${folder} could not be opened. Move the folder away and start again, or restore it from a copy.`,
    );
  }
}

async function over(pool: PglitePool, unlock: () => void): Promise<Database> {
  const sql = sqlOver(pool);
  // Kysely ends a pool only once it has used it.
  await sql.connection().execute(async () => {});
  const close = async () => {
    await sql.destroy();
    unlock();
  };
  return { engine: 'pglite', sql, close };
}
