import pg from 'pg';
import { type Database, sqlOver } from './database.ts';
import { PARSERS } from './parsers.ts';

/**
 * Opens PostgreSQL 15 or newer by URL; connections are made when first needed.
 *
 * `schema` keeps several centres apart in one database (the tests do).
 */
export function openPostgres(options: {
  readonly url: string;
  readonly schema?: string;
  readonly connections?: number;
  readonly onLost?: (error: Error) => void;
}): Database {
  const lost = options.onLost ?? (() => {});
  const schema = options.schema ? ` -c search_path=${options.schema}` : '';
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections ?? 10,
    application_name: 'swt-centre',
    options: `-c timezone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=15000${schema}`,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        (format !== 'binary' && PARSERS[oid]) || pg.types.getTypeParser(oid, format),
    },
  });
  pool.on('error', lost);
  // A connection that dies while it is in use says so on the client, not on the pool,
  // and an unheard 'error' event ends the process (central-api.md section 9).
  pool.on('connect', (client) => client.on('error', lost));
  const sql = sqlOver(pool);
  return { engine: 'postgres', sql, close: () => sql.destroy() };
}
