import type { IsoInstant } from '#contract/brands.ts';
import type { Programme } from '#contract/records/programme.ts';
import type { OfflineLease } from '#contract/sync-state.ts';

const DAY_MS = 86_400_000;

/**
 * Reads the lease from the last sync and the programme's policy (decision P4; rule DM30).
 *
 * A device that has never synced holds nobody, so its lease is fresh. A clock that stands
 * before the last sync tells nothing about time gone by: fresh as well.
 */
export function readOfflineLease(
  lastSyncAt: IsoInstant | null,
  nowMs: number,
  policy: Pick<Programme['policy'], 'staleDays' | 'readOnlyDays' | 'lockDays'>,
): OfflineLease {
  const days = lastSyncAt === null ? 0 : Math.floor((nowMs - Date.parse(lastSyncAt)) / DAY_MS);
  if (!(days > 0)) return { is: 'fresh', days: 0 };
  if (days >= policy.lockDays) return { is: 'locked', days };
  if (days >= policy.readOnlyDays) return { is: 'read-only', days };
  return { is: days >= policy.staleDays ? 'stale' : 'fresh', days };
}
