import { sql } from 'kysely';
import type { CouncilId, IsoInstant, RecruiterId, StreamId } from '#contract/brands.ts';
import type { Obeyed, Session } from '#contract/http/session.ts';
import type { RecruiterRole } from '#contract/vocabulary.ts';
import type { Sql } from '#server/db/database.ts';

/** A person who may use the centre. */
export interface Recruiter {
  readonly id: RecruiterId;
  readonly login: string;
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly role: RecruiterRole;
  readonly councils: readonly CouncilId[];
}

/** A council as a session tells it. */
export type Council = Session['councils'][number];

const COLUMNS = sql`r.id::text as id, r.login, r.name, r.email, r.job_title as "jobTitle",
  r.role, r.councils`;

/** Finds a recruiter, the number that moves with anybody's grants, and laptops to be empty. */
export async function findRecruiter(
  database: Sql,
  id: string,
): Promise<{
  readonly recruiter: Recruiter;
  readonly grantsRev: number;
  readonly wiped: readonly string[];
} | null> {
  const result = await sql<Recruiter & { grantsRev: number; wiped: readonly string[] }>`
    select ${COLUMNS}, s.grants_rev as "grantsRev", array(select d.device from sync_device v
      join directive d on d.device = v.device and d.kind = 'wipe' and d.ended_at is null
      where v.recruiter = r.id) as wiped
    from recruiter r cross join central_state s where r.id::text = ${id}`.execute(database);
  const row = result.rows[0];
  if (!row) return null;
  const { grantsRev, wiped, ...recruiter } = row;
  return { recruiter, grantsRev, wiped };
}

/** Reads every recruiter, in the order they were enrolled. */
export async function readRecruiters(database: Sql): Promise<readonly Recruiter[]> {
  const result = await sql<Recruiter>`select ${COLUMNS} from recruiter r
    order by r.place`.execute(database);
  return result.rows;
}

/** Adds recruiters; one who is there already is left as they are. */
export async function addRecruiters(database: Sql, recruiters: readonly Recruiter[]) {
  for (const r of recruiters) {
    await sql`insert into recruiter (id, login, name, email, job_title, role, councils)
      values (${r.id}, ${r.login}, ${r.name}, ${r.email}, ${r.jobTitle}, ${r.role},
        ${[...r.councils]}::text[])
      on conflict do nothing`.execute(database);
  }
}

/** Reads the councils named, by name. */
export async function readCouncils(
  database: Sql,
  ids: readonly CouncilId[],
): Promise<readonly Council[]> {
  const result = await sql<Council>`select id, name, region, lat, lon from council
    where id = any(${[...ids]}::text[]) order by name`.execute(database);
  return result.rows;
}

/** Adds councils; one that is there already is left as it is. */
export async function addCouncils(database: Sql, councils: readonly Council[]) {
  for (const c of councils) {
    await sql`insert into council (id, name, region, lat, lon)
      values (${c.id}, ${c.name}, ${c.region}, ${c.lat}, ${c.lon})
      on conflict do nothing`.execute(database);
  }
}

/** A device as it says hello. */
export interface Greeting {
  readonly device: string;
  readonly recruiter: RecruiterId;
  readonly appVersion: string;
  /** The name it gave up, if it had another. */
  readonly formerly?: string | undefined;
  /** Directives it says it has obeyed. */
  readonly obeyed?: Obeyed | undefined;
  /** When it was first told a session, as it says. */
  readonly since?: IsoInstant | undefined;
  /** Streams it says it has keys of. */
  readonly holds?: readonly StreamId[] | undefined;
}

/**
 * Notes a device as seen; says the highest order number held of it, and whether receipts were forgotten.
 *
 * One that comes under a new name holds what the old one held: what that one was told to
 * remove, this one is told again. So is one that has obeyed other directives than it said
 * before: it was put back to an older copy of itself. One nobody knows that has keys all the same lost
 * its name with its journal: no erasure is too old to concern it. A restored centre, or a copy
 * of an old hello, may have first seen it later than it says it was.
 */
export async function greetDevice(
  transaction: Sql,
  greeting: Greeting,
): Promise<{ readonly lastN: number; readonly forgotReceipts: boolean }> {
  const {
    device,
    recruiter,
    appVersion,
    formerly = '',
    obeyed,
    since = null,
    holds = [],
  } = greeting;
  const result = await sql<{ lastN: number; isNew: boolean }>`
    insert into sync_device (device, recruiter, app_version, first_seen_at)
    values (${device}, ${recruiter}, ${appVersion}, least(${since}::timestamptz,
      coalesce((select min(s.first_seen_at) from sync_device s where s.device = ${device}
          or (s.device = ${formerly} and s.recruiter = ${recruiter}::uuid)),
        case when ${since === null && holds.length > 0}::boolean then '-infinity'
          else clock_timestamp() end)))
    on conflict (device, recruiter) do update
      set app_version = excluded.app_version, seen_at = excluded.seen_at,
        first_seen_at = least(sync_device.first_seen_at, excluded.first_seen_at)
    returning last_n as "lastN", xmax = 0 as "isNew"`.execute(transaction);
  const row = result.rows[0];
  if (row?.isNew && formerly !== '') await inheritDirectives(transaction, greeting);
  const forgotReceipts = obeyed ? await forgetReceipts(transaction, device, obeyed) : false;
  await orderLeftovers(transaction, greeting);
  return { lastN: row?.lastN ?? 0, forgotReceipts };
}

/** Forgets a device's receipts where they are not those it knows of; true = it must, too. */
async function forgetReceipts(
  transaction: Sql,
  device: string,
  { acknowledged, unacknowledged }: Obeyed,
): Promise<boolean> {
  const result = await sql<{ digest: string }>`
    select encode(sha256(convert_to(coalesce(string_agg(r.directive::text, '' order by r.directive),
      ''), 'UTF8')), 'hex') as digest
    from directive_receipt r where r.device = ${device}
      and not r.directive = any(${[...unacknowledged]}::uuid[])`.execute(transaction);
  if (result.rows[0]?.digest === acknowledged) return false;
  await sql`delete from directive_receipt where device = ${device}`.execute(transaction);
  return true;
}

/**
 * Tells a device to remove councils it holds and its recruiter may not read, or everything
 * where they may read nothing: a restore, or a name given up, may have lost the order.
 */
async function orderLeftovers(transaction: Sql, { device, recruiter, holds = [] }: Greeting) {
  if (holds.length === 0) return;
  await sql`insert into directive (kind, device, stream, why)
    select 'purge', ${device}, h.stream, null
    from recruiter r, unnest(${[...holds]}::text[]) as h (stream)
    where r.id = ${recruiter}::uuid and (r.councils <> '{}' or r.role = 'programme_admin')
      and h.stream like 'council:%'
      and not h.stream = any(select 'council:' || unnest(r.councils))
      and not exists (select 1 from directive d where d.device = ${device}
        and d.ended_at is null and (d.kind = 'wipe' or (d.stream = h.stream and not exists (
          select 1 from directive_receipt t where t.directive = d.id and t.device = d.device))))
    union all
    select 'wipe', ${device}, null, 'access-ended' from recruiter r
    where r.id = ${recruiter}::uuid and r.councils = '{}' and r.role <> 'programme_admin'
      and not exists (select 1 from directive d where d.device = ${device}
        and d.ended_at is null and d.kind = 'wipe')
    on conflict do nothing`.execute(transaction);
}

async function inheritDirectives(transaction: Sql, { device, recruiter, formerly }: Greeting) {
  await sql`insert into directive (kind, device, stream, why, ordered_by)
    select distinct on (d.kind, d.stream) d.kind, ${device}, d.stream, d.why, d.ordered_by
    from directive d
    join sync_device s on s.device = d.device and s.recruiter = ${recruiter}::uuid
    join recruiter r on r.id = s.recruiter
    where d.device = ${formerly} and d.ended_at is null and d.kind in ('purge', 'wipe')
      and (d.stream is null or not d.stream = any(select 'council:' || unnest(r.councils)))
    on conflict do nothing`.execute(transaction);
}
