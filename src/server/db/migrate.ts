import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { Sql } from './database.ts';

const FOLDER = new URL('./migrations/', import.meta.url);

/** Any number: it only has to be the same in every process that migrates. */
const LOCK = 7_318_008;

/**
 * Brings the database forward to this version; never back.
 *
 * All missing steps run in one transaction under a lock, so two processes that start at
 * once do it once. Returns the names of the steps that ran.
 */
export async function migrate(database: Sql): Promise<readonly string[]> {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(transaction);
    await sql`create table if not exists schema_step (
      name text primary key, at timestamptz not null default clock_timestamp())`.execute(
      transaction,
    );
    const done = await sql<{ name: string }>`select name from schema_step`.execute(transaction);
    const missing = files.filter((name) => !done.rows.some((row) => row.name === name));
    for (const name of missing) {
      await sql.raw(readFileSync(new URL(name, FOLDER), 'utf8')).execute(transaction);
      await sql`insert into schema_step (name) values (${name})`.execute(transaction);
    }
    return missing;
  });
}
