import { sql } from 'kysely';
import type { RecordId, RecruiterId, StreamId } from '#contract/brands.ts';
import type { ProblemCode } from '#contract/http/problem.ts';
import type { RecordKind, RecordOf } from '#contract/records/kinds.ts';
import type { Held } from '#core/domain/verdict.ts';
import type { Sql } from '#server/db/database.ts';

/** What became of a change, as the ledger keeps it. */
export interface LedgerEntry {
  readonly id: RecordId;
  readonly device: string;
  readonly recruiter: RecruiterId;
  readonly n: number;
  readonly kind: string;
  readonly bodyHash: string;
  readonly outcome: 'applied' | 'merged' | 'rejected';
  readonly stream: StreamId;
  readonly seq: number;
  readonly problemCode: ProblemCode | null;
  readonly problemDetail: string | null;
  /** As JSON: whom it crossed, with both values; null = nobody. */
  readonly conflicts: string | null;
  /** The person it is about; erasure clears the words of such entries. */
  readonly about: string | null;
}

/** The order numbers of a device: the highest, and the highest the ledger has forgotten. */
export interface DeviceOrder {
  readonly lastN: number;
  readonly forgottenN: number;
}

/** Takes a device for this transaction; returns where its order stands. */
export async function lockDevice(
  transaction: Sql,
  device: string,
  recruiter: RecruiterId,
): Promise<DeviceOrder> {
  await sql`insert into sync_device (device, recruiter) values (${device}, ${recruiter})
    on conflict do nothing`.execute(transaction);
  const result = await sql<DeviceOrder>`
    select last_n as "lastN", forgotten_n as "forgottenN" from sync_device
    where device = ${device} and recruiter = ${recruiter} for update`.execute(transaction);
  return result.rows[0] ?? { lastN: 0, forgottenN: 0 };
}

/**
 * Forgets what became of changes after `days`, but for each device up to which number.
 *
 * Run nightly. `last_n` is kept for ever.
 */
export async function forgetOldLedger(database: Sql, days: number): Promise<void> {
  await sql`with gone as (
      delete from sync_mutation where at < now() - make_interval(days => ${days})
      returning device, recruiter, n)
    update sync_device d set forgotten_n = greatest(d.forgotten_n, g.top)
    from (select device, recruiter, max(n) as top from gone group by device, recruiter) g
    where d.device = g.device and d.recruiter = g.recruiter`.execute(database);
}

/** Notes the highest order number of a device. */
export async function setLastN(
  transaction: Sql,
  owner: Pick<LedgerEntry, 'device' | 'recruiter'>,
  lastN: number,
): Promise<void> {
  await sql`update sync_device set last_n = ${lastN}, seen_at = clock_timestamp()
    where device = ${owner.device} and recruiter = ${owner.recruiter}`.execute(transaction);
}

/** Reads a change's ledger entry; null = never seen. */
export async function findLedgerEntry(transaction: Sql, id: string): Promise<LedgerEntry | null> {
  const result = await sql<LedgerEntry>`
    select id::text as id, device, recruiter::text as recruiter, n, kind,
      body_hash as "bodyHash", outcome, stream, seq, problem_code as "problemCode",
      problem_detail as "problemDetail", conflicts, about::text as about
    from sync_mutation where id = ${id}::uuid`.execute(transaction);
  return result.rows[0] ?? null;
}

/** Writes what became of a change. */
export async function addLedgerEntry(transaction: Sql, entry: LedgerEntry): Promise<void> {
  await sql`insert into sync_mutation (id, device, recruiter, n, kind, body_hash, outcome,
      stream, seq, problem_code, problem_detail, conflicts, about)
    values (${entry.id}, ${entry.device}, ${entry.recruiter}, ${entry.n}, ${entry.kind},
      ${entry.bodyHash}, ${entry.outcome}, ${entry.stream}, ${entry.seq},
      ${entry.problemCode}, ${entry.problemDetail}, ${entry.conflicts}, ${entry.about})`.execute(
    transaction,
  );
}

/** A row to read and lock. */
export interface RowName {
  readonly stream: StreamId;
  readonly kind: RecordKind;
  readonly id: string;
}

/** Rows read under lock. */
export interface LockedRows {
  get<Kind extends RecordKind>(stream: StreamId, kind: Kind, id: string): Held<Kind> | null;
}

/**
 * Locks rows and reads them; the pool's first, so that a push and a withdrawal of the
 * same person wait for each other in one order.
 *
 * Two statements: one that had to wait for a lock would show the new body beside the
 * old sequence, and a stage move would then miss that somebody else has moved.
 */
export async function lockRows(transaction: Sql, names: readonly RowName[]): Promise<LockedRows> {
  const named = sql`(b.stream, b.kind, b.id) in (
    select * from unnest(${names.map((name) => name.stream)}::text[],
      ${names.map((name) => name.kind)}::text[], ${names.map((name) => name.id)}::uuid[]))`;
  await sql`select 1 from sync_body b where ${named}
    order by b.stream <> 'pool', b.stream, b.kind, b.id for update`.execute(transaction);
  const result = await sql<RowName & { seq: number; doc: string }>`
    select b.stream, b.kind, b.id::text as id, i.seq, b.doc
    from sync_body b
    join sync_item i on i.stream = b.stream and i.kind = b.kind and i.id = b.id
    where ${named}`.execute(transaction);
  return {
    get(stream, kind, id) {
      const row = result.rows.find(
        (found) => found.stream === stream && found.kind === kind && found.id === id,
      );
      return row ? { seq: row.seq, record: JSON.parse(row.doc) as RecordOf[typeof kind] } : null;
    },
  };
}

/** Reads where a stream stands inside a transaction. */
export async function readHead(transaction: Sql, stream: StreamId): Promise<number> {
  const result = await sql<{ head: number }>`select head from sync_stream
    where stream = ${stream}`.execute(transaction);
  return result.rows[0]?.head ?? 0;
}

/** Keeps what a laptop says it has shown, copied or printed (features.md L). */
export async function addAuditEntry(
  transaction: Sql,
  entry: {
    readonly id: string;
    readonly recruiter: RecruiterId;
    readonly stream: StreamId;
    readonly action: string;
    readonly about: string | null;
    readonly detail: string | null;
    readonly at: string;
  },
): Promise<void> {
  await sql`insert into audit_entry (id, recruiter, stream, action, about, detail, at)
    values (${entry.id}, ${entry.recruiter}, ${entry.stream}, ${entry.action},
      ${entry.about}, ${entry.detail}, ${entry.at})`.execute(transaction);
}
