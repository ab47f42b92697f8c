import { sql } from 'kysely';
import type { CouncilId, RecruiterId } from '#contract/brands.ts';
import type { Access, Device } from '#contract/http/devices.ts';
import type { Sql } from '#server/db/database.ts';

const SEEN_WITHIN_DAYS = 90;
const MOST = 2_000;

interface Row extends Omit<Device, 'recruiter' | 'wipe'> {
  readonly recruiterId: RecruiterId;
  readonly recruiterName: string;
  readonly why: NonNullable<Device['wipe']>['why'] | null;
  readonly orderedAt: Device['seenAt'] | null;
  readonly doneAt: Device['seenAt'] | null;
  readonly notSent: number | null;
}

/** Whose laptops may be seen: everyone's, or those of who works for one of these councils. */
export type Scope = 'all' | readonly CouncilId[];

/** Reads laptops seen lately, newest first; `device` narrows it to one. */
export async function readDevices(
  database: Sql,
  scope: Scope,
  device: string | null = null,
): Promise<readonly Device[]> {
  const iso = (at: string) =>
    sql.raw(`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
  const inScope = scope === 'all' ? sql`true` : sql`r.councils && ${[...scope]}::text[]`;
  const result = await sql<Row>`
    select s.device, r.id::text as "recruiterId", r.name as "recruiterName",
      array(select c.name from council c where c.id = any(r.councils) order by c.name) as councils,
      s.app_version as "appVersion", ${iso('s.seen_at')} as "seenAt", w.why,
      ${iso('w.issued_at')} as "orderedAt", ${iso('t.done_at')} as "doneAt",
      t.not_sent as "notSent"
    from sync_device s
    join recruiter r on r.id = s.recruiter
    left join directive w on w.device = s.device and w.kind = 'wipe' and w.ended_at is null
    left join directive_receipt t on t.directive = w.id and t.device = s.device
    where ${inScope} and ${device === null ? sql`true` : sql`s.device = ${device}`}
      and s.seen_at > clock_timestamp() - make_interval(days => ${SEEN_WITHIN_DAYS})
    order by s.seen_at desc, s.device
    limit ${MOST}`.execute(database);
  return result.rows.map(deviceOf);
}

function deviceOf(row: Row): Device {
  const { recruiterId, recruiterName, why, orderedAt, doneAt, notSent, ...device } = row;
  return {
    ...device,
    recruiter: { id: recruiterId, name: recruiterName },
    wipe: why === null || orderedAt === null ? null : { why, orderedAt, doneAt, notSent },
  };
}

/** Changes what a recruiter may do; false when there is none of this id. */
export async function changeAccess(
  transaction: Sql,
  id: RecruiterId,
  { councils, role }: Access,
): Promise<boolean> {
  const result = await sql`update recruiter set councils = ${[...councils]}::text[], role = ${role}
    where id = ${id}::uuid returning id`.execute(transaction);
  return result.rows.length > 0;
}
