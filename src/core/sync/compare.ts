import type { StreamId } from '#contract/brands.ts';
import { fail, ok, type Result } from '#contract/errors.ts';
import type { StreamCursor } from '#contract/replica-port.ts';
import { createGroupSums } from '../codec/digest.ts';
import type { Api, ReplicaStore } from './ports.ts';

/** What comparing needs. */
export interface CompareWork {
  readonly api: Api;
  readonly replica: ReplicaStore;
  readonly cursor: StreamCursor;
  /** By the wall clock, to be noted with the cursor. */
  readonly atMs: number;
  /** False once the answer would be late: nothing more is asked. */
  readonly isWanted: () => boolean;
}

/** What came of a comparison. */
export interface Comparison {
  readonly cursor: StreamCursor | null;
  /** Rows that were wrong here, missing, or too much; they are as at the centre now. */
  readonly changed: number;
  /** False when too much was new at the centre: the rest is compared another time. */
  readonly isWhole: boolean;
}

/** Groups with something new since the cursor that are read at once; more is another minute's. */
const NEWER_MOST = 16;

/**
 * Compares what is held with the centre, group by group, and reads again what differs (SY53).
 *
 * What changed since the cursor makes its group differ, and may hide what was lost beside it:
 * it is read too. Each group is stored for good as it comes. Null = not wanted.
 */
export async function compareStream(work: CompareWork): Promise<Result<Comparison> | null> {
  const { api, replica, cursor, atMs, isWanted } = work;
  const { stream, epoch, seq: at } = cursor;
  const theirs = await api.digest({ stream, epoch, at });
  if (!theirs.ok) return theirs;
  if (!isWanted()) return null;
  const { of, digests, upTo, seq } = theirs.value;
  // A copy of an older answer would find no fault with rows of then.
  const isOurs = theirs.value.stream === stream && theirs.value.epoch === epoch && seq >= at;
  if (!isOurs) return fail('SYNC_BAD_ANSWER', 'The centre answered with an old comparison.');
  const ours = await digestHere(work, stream, of);
  if (ours === null || !ours.ok) return ours;
  const different = digests.flatMap((_, group) =>
    digests[group] !== ours.value[group] ? [{ group, isNewer: (upTo[group] ?? 0) > at }] : [],
  );
  const isQuiet = different.filter(({ isNewer }) => isNewer).length <= NEWER_MOST;
  const isWhole = isQuiet || cursor.owed === true;
  let changed = 0;
  for (const { group, isNewer } of different) {
    // Nothing was held before the first row, so nothing of that can be lost.
    if (isNewer && (!isWhole || at === 0)) continue;
    const page = await api.group({ stream, epoch, at, of, group });
    if (!page.ok) return page;
    if (!isWanted()) return null;
    const healed = await replica.call('group', { bytes: page.value.bytes, of, group });
    if (!healed.ok) return healed;
    // What came anew since the cursor is no fault of this copy.
    if (!isNewer) changed += healed.value.changed;
  }
  if (!isWanted()) return null;
  if (!isWhole) return ok({ cursor, changed, isWhole });
  const noted = await replica.call('compared', { stream, atMs });
  return noted.ok ? ok({ cursor: noted.value, changed, isWhole }) : noted;
}

async function digestHere(
  { replica, isWanted }: CompareWork,
  stream: StreamId,
  of: number,
): Promise<Result<readonly string[]> | null> {
  const sums = createGroupSums(of);
  for (let from: number | null = 0; from !== null; ) {
    const part: Awaited<ReturnType<typeof replica.call<'digest'>>> = await replica.call('digest', {
      ...{ stream, of, from },
    });
    if (!part.ok) return part;
    if (!isWanted()) return null;
    sums.join(part.value.digests);
    from = part.value.next;
  }
  return ok(sums.texts());
}
