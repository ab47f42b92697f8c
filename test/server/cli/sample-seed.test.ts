import { Check } from 'typebox/value';
import { expect, test } from 'vitest';
import { type IsoDate, PRESENCE } from '#contract/brands.ts';
import type { ContactLog } from '#contract/records/council-work.ts';
import { Presence } from '#contract/records/presence.ts';
import { londonDay } from '#core/domain/days.ts';
import { isPast, peopleIn } from '#core/domain/presence.ts';
import { sampleSeed } from '#server/cli/sample-seed.ts';

const TODAY = '2026-06-09' as IsoDate;

test('[DM16] the made-up councils have told each other of every contact of the last three weeks', () => {
  const { work } = sampleSeed({ people: 2000, seed: 'demo', today: TODAY });
  const told = work.flatMap((each) => (each.kind === 'presence' ? [each] : []));
  expect(told.every(({ stream, record }) => stream === PRESENCE && Check(Presence, record))).toBe(
    true,
  );
  expect(told.some(({ record }) => isPast(record.on, TODAY, 21))).toBe(false);
  const known = new Set(
    told.flatMap(({ record }) => peopleIn(record).map((id) => `council:${record.councilId} ${id}`)),
  );
  const recent = work.filter(
    (each) => each.kind === 'contact' && !isPast(londonDay(each.record.at), TODAY, 21),
  );
  expect(recent.length).toBeGreaterThan(50);
  const missing = recent.filter(
    ({ stream, record }) => !known.has(`${stream} ${(record as ContactLog).candidateId}`),
  );
  expect(missing).toEqual([]);
});
