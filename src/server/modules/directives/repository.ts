import { sql } from 'kysely';
import type { CandidateId, IsoDate, RecruiterId } from '#contract/brands.ts';
import { EVERY_DEVICE, type Receipt } from '#contract/http/directives.ts';
import type { Directive } from '#core/codec/directive-text.ts';
import type { Sql } from '#server/db/database.ts';

/** A directive as it lies in the database, not signed yet. */
export type StoredDirective = Omit<Directive, 'keyId'>;

/** As many as an answer carries; the rest follow once these are receipted. */
const MOST_AT_ONCE = 100;

const ISO = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';

type Row = { readonly [Name in keyof StoredDirective]: StoredDirective[Name] | null };

/**
 * Reads what a device has still to obey, a wipe first.
 *
 * A wipe is told again even after its receipt: a laptop put back from an image would else
 * live on. Erasures of before a device was first seen do not concern it.
 */
export async function readDirectives(
  database: Sql,
  device: string,
): Promise<{ readonly directives: readonly StoredDirective[]; readonly isMore: boolean }> {
  const result = await sql<Row>`
    select d.id::text as id, d.kind, d.device, d.stream, d.people::text[] as people, d.until, d.why,
      to_char(d.issued_at at time zone 'UTC', ${sql.lit(ISO)}) as "issuedAt"
    from directive d
    where d.ended_at is null and d.device in (${device}, ${EVERY_DEVICE})
      and (d.kind = 'wipe' or not exists (
        select 1 from directive_receipt r where r.directive = d.id and r.device = ${device}))
      and (d.kind <> 'erase' or d.issued_at >= (
        select min(s.first_seen_at) from sync_device s where s.device = ${device}))
    order by d.kind <> 'wipe', d.issued_at, d.id
    limit ${MOST_AT_ONCE + 1}`.execute(database);
  const directives = result.rows
    .slice(0, MOST_AT_ONCE)
    .map(
      (row) =>
        Object.fromEntries(
          Object.entries(row).filter(([, value]) => value !== null),
        ) as StoredDirective,
    );
  return { directives, isMore: result.rows.length > MOST_AT_ONCE };
}

/** Tells every laptop to forget a person. */
export async function orderErasure(transaction: Sql, person: CandidateId): Promise<void> {
  await sql`insert into directive (kind, device, people)
    values ('erase', ${EVERY_DEVICE}, array[${person}::uuid])`.execute(transaction);
}

/**
 * Tells every laptop that the programme may only be read until a day; null takes it back,
 * and laptops that run come for that as they would for a directive.
 */
export async function orderFreeze(transaction: Sql, until: IsoDate | null): Promise<void> {
  await sql`update directive set ended_at = clock_timestamp()
    where kind = 'freeze' and ended_at is null`.execute(transaction);
  if (until === null) {
    await sql`update central_state set grants_rev = grants_rev + 1`.execute(transaction);
    return;
  }
  await sql`insert into directive (kind, device, until)
    values ('freeze', ${EVERY_DEVICE}, ${until})`.execute(transaction);
}

/** Tells one laptop to remove everything; one that is told already is not told twice. */
export async function orderWipe(transaction: Sql, device: string, by: RecruiterId): Promise<void> {
  await sql`insert into directive (kind, device, why, ordered_by)
    values ('wipe', ${device}, 'ordered', ${by})
    on conflict do nothing`.execute(transaction);
}

/**
 * Notes what a device has obeyed; what is not known here is passed over.
 *
 * A directive for one device is known to that device alone, so its id is the proof. One for
 * every device is taken only of a device of the caller's own.
 */
export async function takeReceipts(
  transaction: Sql,
  from: { readonly device: string; readonly recruiter: RecruiterId },
  receipts: readonly Receipt[],
): Promise<void> {
  for (const { directive, at, done } of receipts) {
    await sql`insert into directive_receipt (directive, device, not_sent, done_at)
      select d.id, ${from.device}, ${done.notSent}, ${at}::timestamptz from directive d
      where d.id = ${directive}::uuid and (d.device = ${from.device}
        or (d.device = ${EVERY_DEVICE} and exists (select 1 from sync_device s
          where s.device = ${from.device} and s.recruiter = ${from.recruiter}::uuid)))
      on conflict do nothing`.execute(transaction);
  }
}

/**
 * Ends everybody's access once a closed programme's records are due to go.
 *
 * Every laptop is then told to remove what it holds. Returns how many recruiters lost access.
 */
export async function endAccessOfAll(transaction: Sql): Promise<number> {
  await sql`select set_config('swt.why', 'programme-ended', true)`.execute(transaction);
  const result = await sql`update recruiter set councils = '{}'
    where councils <> '{}' returning id`.execute(transaction);
  return result.rows.length;
}
