import { expect, test } from 'vitest';
import type { IsoInstant } from '#contract/brands.ts';
import { readOfflineLease } from '#core/domain/offline-lease.ts';

const LAST = '2026-06-01T09:00:00.000Z' as IsoInstant;
const POLICY = { staleDays: 1, readOnlyDays: 7, lockDays: 14 };
const DAY = 86_400_000;
const leaseAfter = (ms: number) => readOfflineLease(LAST, Date.parse(LAST) + ms, POLICY);

test.each([
  [0, 'fresh', 0],
  [DAY - 1, 'fresh', 0],
  [DAY, 'stale', 1],
  [7 * DAY - 1, 'stale', 6],
  [7 * DAY, 'read-only', 7],
  [14 * DAY - 1, 'read-only', 13],
  [14 * DAY, 'locked', 14],
  [4000 * DAY, 'locked', 4000],
  [-DAY, 'fresh', 0],
] as const)('DM30 %d ms after the last sync a device is %s', (ms, is, days) => {
  expect(leaseAfter(ms)).toEqual({ is, days });
});

test('DM30 a device that has never synced, or whose last sync is not readable, holds nobody', () => {
  expect(readOfflineLease(null, Date.parse(LAST), POLICY).is).toBe('fresh');
  expect(readOfflineLease('soon' as IsoInstant, Date.parse(LAST), POLICY).is).toBe('fresh');
});
