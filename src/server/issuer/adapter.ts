import { sql } from 'kysely';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { Sql } from '#server/db/database.ts';

interface Row {
  readonly payload: AdapterPayload;
  readonly consumed: number | null;
}

/**
 * Keeps what the issuer must remember in the centre's database.
 *
 * So a refresh token outlives a restart, and a used one is known as used.
 */
export function issuerStorage(database: Sql): (kind: string) => Adapter {
  return (kind) => ({
    async upsert(id, payload, expiresIn) {
      const seconds = expiresIn ?? 86_400;
      await sql`insert into oidc_record (kind, id, payload, grant_id, uid, expires_at)
        values (${kind}, ${id}, ${JSON.stringify(payload)}::jsonb, ${payload.grantId ?? null},
          ${payload.uid ?? null}, now() + make_interval(secs => ${seconds}))
        on conflict (kind, id) do update set payload = excluded.payload,
          grant_id = excluded.grant_id, uid = excluded.uid,
          expires_at = excluded.expires_at`.execute(database);
    },
    find: (id) => one(database, sql`kind = ${kind} and id = ${id}`),
    findByUid: (uid) => one(database, sql`kind = ${kind} and uid = ${uid}`),
    findByUserCode: async () => undefined,
    async consume(id) {
      await sql`update oidc_record set consumed_at = now()
        where kind = ${kind} and id = ${id}`.execute(database);
    },
    async destroy(id) {
      await sql`delete from oidc_record where kind = ${kind} and id = ${id}`.execute(database);
    },
    async revokeByGrantId(grantId) {
      await sql`delete from oidc_record where grant_id = ${grantId}`.execute(database);
    },
  });
}

async function one(database: Sql, where: ReturnType<typeof sql>) {
  const result = await sql<Row>`select payload,
      extract(epoch from consumed_at)::int as consumed
    from oidc_record where ${where} and expires_at > now()`.execute(database);
  const row = result.rows[0];
  if (!row) return undefined;
  return row.consumed === null ? row.payload : { ...row.payload, consumed: row.consumed };
}
