import { sql } from 'kysely';
import type { CouncilId, RecruiterId } from '#contract/brands.ts';
import type { Session } from '#contract/http/session.ts';
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

/** Notes a device as seen and returns the highest order number held of it. */
export async function greetDevice(
  database: Sql,
  device: string,
  recruiter: RecruiterId,
  appVersion: string,
): Promise<number> {
  const result = await sql<{ lastN: number }>`
    insert into sync_device (device, recruiter, app_version)
    values (${device}, ${recruiter}, ${appVersion})
    on conflict (device, recruiter) do update
      set app_version = excluded.app_version, seen_at = excluded.seen_at
    returning last_n as "lastN"`.execute(database);
  return result.rows[0]?.lastN ?? 0;
}
