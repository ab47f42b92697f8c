import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { CandidateId, RecruiterId } from '#contract/brands.ts';
import type { RecoveryKey } from '#contract/http/recovery.ts';
import type { Sql } from '#server/db/database.ts';
import { makeRecoveryPair, type RecoveryPair } from './recovery-key.ts';

/** Reads a recruiter's recovery key, both halves; null = none was made yet. */
export async function findRecoveryPair(
  database: Sql,
  recruiter: RecruiterId,
): Promise<RecoveryPair | null> {
  const result = await sql<RecoveryPair>`select key_id as "keyId", public_key as "publicKey",
    private_key as "privateKey" from recovery_key where recruiter = ${recruiter}`.execute(database);
  return result.rows[0] ?? null;
}

/** Gives the public half of a recruiter's recovery key, making the key at the first call. */
export async function recoveryKeyOf(database: Sql, recruiter: RecruiterId): Promise<RecoveryKey> {
  const held = await findRecoveryPair(database, recruiter);
  if (held) return { keyId: held.keyId, publicKey: held.publicKey };
  const made = makeRecoveryPair(randomUUID());
  await sql`insert into recovery_key (key_id, recruiter, public_key, private_key)
    values (${made.keyId}, ${recruiter}, ${made.publicKey}, ${made.privateKey})
    on conflict do nothing`.execute(database);
  return recoveryKeyOf(database, recruiter);
}

/** Says which of these people are in the erasure register. */
export async function readWithdrawn(
  database: Sql,
  people: readonly CandidateId[],
): Promise<readonly CandidateId[]> {
  const result = await sql<{ id: CandidateId }>`select id::text as id from erased
    where id = any(${[...people]}::uuid[])`.execute(database);
  return result.rows.map(({ id }) => id);
}
