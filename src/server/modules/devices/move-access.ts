import { councilStream, type RecruiterId } from '#contract/brands.ts';
import type { Access } from '#contract/http/devices.ts';
import type { Colleague } from '#contract/records/council-work.ts';
import type { Sql } from '#server/db/database.ts';
import { lockRows } from '#server/modules/push/repository.ts';
import { findRecruiter, readCouncils } from '#server/modules/session/repository.ts';
import { type Change, publish } from '#server/modules/streams/feed.ts';
import { Refusal } from '#server/plugins/problems.ts';
import { changeAccess } from './repository.ts';

/**
 * Gives a recruiter other councils or another role, and tells their colleagues.
 *
 * What a laptop must remove for it follows by itself (migration 0005).
 */
export async function moveAccess(transaction: Sql, id: RecruiterId, access: Access): Promise<void> {
  const before = await findRecruiter(transaction, id);
  if (!before) throw new Refusal('not-found', 'There is no such recruiter.');
  const known = await readCouncils(transaction, access.councils);
  if (known.length !== new Set(access.councils).size) {
    throw new Refusal('not-found', 'There is no such council.');
  }
  const { name, jobTitle, councils } = before.recruiter;
  const doc: Colleague = { id, name, jobTitle, role: access.role };
  const streams = [...new Set([...councils, ...access.councils])].map(councilStream);
  const rows = await lockRows(
    transaction,
    streams.map((stream) => ({ stream, kind: 'colleague', id })),
  );
  await changeAccess(transaction, id, access);
  const stays = access.councils.map(councilStream);
  const changes = streams.flatMap((stream): readonly Change[] => {
    const isNew = rows.get(stream, 'colleague', id) === null;
    if (stays.includes(stream)) return [{ stream, kind: 'colleague', id, op: 'u', doc, isNew }];
    return isNew ? [] : [{ stream, kind: 'colleague', id, op: 'd', doc: null, isNew }];
  });
  await publish(transaction, changes);
}
