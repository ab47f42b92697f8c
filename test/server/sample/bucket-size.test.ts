import { deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { IsoDate } from '#contract/brands.ts';
import { bucketCountFor, bucketOf, decodeBucket, encodeBucket } from '#core/codec/bucket.ts';
import { generateSample } from '#server/sample/sample.ts';

/** Chromium stores larger values as files (decision S5); sealing adds well under 100 bytes. */
const MOST_BYTES = 32 * 1024 - 100;

it('keeps the fullest bucket of real-shaped people under 32 KB, and says what a person costs', () => {
  const people = [
    ...generateSample({
      people: 13_000,
      seed: 'size',
      today: '2026-06-09' as IsoDate,
    }).candidates(),
  ];
  const count = bucketCountFor(people.length);
  const buckets = [...Map.groupBy(people, ({ id }) => bucketOf(id, count)).values()];
  const encoded = buckets.map(encodeBucket);
  const sizes = encoded.map((bytes) => deflateRawSync(bytes, { level: 9 }).length);
  const startedMs = performance.now();
  const decoded = encoded.map(decodeBucket);
  const tookMs = performance.now() - startedMs;
  const each = sizes.reduce((sum, size) => sum + size, 0) / people.length;
  console.log(
    `${count} buckets: ${each.toFixed(1)} bytes a person, fullest ${Math.max(...sizes)} bytes; ` +
      `${people.length} people decoded in ${tookMs.toFixed(0)} ms`,
  );
  expect(decoded).toStrictEqual(buckets);
  expect(Math.max(...sizes)).toBeLessThan(MOST_BYTES);
  // Zipped lines take about 260 on the same people: a columnar form that does not pay is a bug.
  expect(each).toBeLessThan(200);
});
