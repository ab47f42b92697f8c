import { sql } from 'kysely';
import type { Database } from '#server/db/database.ts';
import { openPglite } from '#server/db/pglite.ts';
import { openPostgres } from '#server/db/postgres.ts';
import { type Cluster, POSTGRES_MISSING, startCluster } from './postgres-cluster.ts';

/** A database engine the server's tests run on. */
export interface Engine {
  readonly name: string;
  /** Why it cannot be used here; null = it can. */
  readonly missing: string | null;
  /** Opens an empty database of its own; `close` of the last one ends the engine. */
  open(): Promise<Database>;
}

let schemas = 0;
const newSchema = () => `t${process.pid}_${++schemas}`;

const pglite: Engine = {
  name: 'PGlite',
  missing: null,
  open: () => openPglite(),
};

let cluster: Promise<Cluster> | null = null;
let users = 0;

const postgres: Engine = {
  name: 'PostgreSQL 15',
  missing: POSTGRES_MISSING,
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
