import { sql } from 'kysely';
import { CannotStart, type Database } from '#server/db/database.ts';
import { openPglite } from '#server/db/pglite.ts';
import { openPostgres } from '#server/db/postgres.ts';

const OLDEST_MAJOR = 15;

/**
 * Opens PostgreSQL where `DATABASE_URL` is set, else the embedded database in a folder.
 *
 * Throws `CannotStart` with the remedy where neither can be used.
 */
export async function openDatabase(url: string | undefined, data: string): Promise<Database> {
  if (!url) return openPglite(data);
  const database = openPostgres({ url });
  try {
    const result = await sql<{ version: string }>`
      select current_setting('server_version_num') as version`.execute(database.sql);
    const major = Math.floor(Number(result.rows[0]?.version) / 10_000);
    if (major >= OLDEST_MAJOR) return database;
    throw new CannotStart(
      `DATABASE_URL leads to PostgreSQL ${major}; this needs ${OLDEST_MAJOR} or newer. Upgrade it, or leave DATABASE_URL out to use the embedded database.`,
    );
  } catch (error) {
    await database.close();
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(
      'The database that DATABASE_URL names does not answer. Check the address and that it runs, or leave DATABASE_URL out to use the embedded database.',
    );
  }
}
