import { Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely';

/** Typed tables are not used: every statement is plain `sql` with a named row type. */
export type Tables = Record<never, never>;

/** What a repository takes: the database, or one transaction of it. */
export type Sql = Kysely<Tables>;

/** The centre's database, whichever engine is behind it. */
export interface Database {
  readonly engine: 'postgres' | 'pglite';
  readonly sql: Sql;
  /** Ends every connection; the embedded engine also frees its folder. */
  close(): Promise<void>;
}

/** A reason the centre cannot start that its operator can do something about. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** All that is asked of a driver: lend a session, run a statement, end. */
export interface Pool {
  connect(): Promise<{
    query(text: string, params?: unknown[]): Promise<unknown>;
    release(): void;
  }>;
  end(): Promise<void>;
}

/** Puts Kysely's PostgreSQL dialect over a pool of three methods. */
export function sqlOver(pool: Pool): Sql {
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: pool as unknown as PostgresPool }),
  });
}

/** Failures that another try of the same transaction can cure. */
const PASSING = new Set([
  '40001', // serialisation
  '40P01', // deadlock
  '23505', // somebody else has just made the same row
]);

/** Returns the engine's five-character code of an error, or an empty string. */
export function sqlState(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/**
 * Runs one unit of work in a transaction, up to four times.
 *
 * `work` must read everything it decides on inside the transaction: a retry sees what
 * the winner wrote. Any other error is thrown as it is.
 */
export async function inTransaction<Value>(
  database: Sql,
  work: (transaction: Sql) => Promise<Value>,
): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.transaction().execute(work);
    } catch (error) {
      if (attempt === 4 || !PASSING.has(sqlState(error))) throw error;
    }
  }
}

/** Answers whether the database can be asked anything at all. */
export async function isAnswering(database: Sql): Promise<boolean> {
  try {
    await sql`select 1`.execute(database);
    return true;
  } catch {
    return false;
  }
}
