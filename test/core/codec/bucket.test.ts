import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CandidateId } from '#contract/brands.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import {
  BucketError,
  bucketCountFor,
  bucketOf,
  decodeBucket,
  encodeBucket,
} from '#core/codec/bucket.ts';

const day = fc.integer({ min: 0, max: 40_000 }).map((n) => {
  return new Date(n * 86_400_000).toISOString().slice(0, 10);
});
const instant = fc
  .integer({ min: 0, max: 4_000_000_000_000 })
  .map((ms) => new Date(ms).toISOString());
const text = fc.string({
  unit: fc.constantFrom('a', 'Z', ' ', "'", 'é', '\n', '\\', '-', '🙂', '\u0000'),
});

/** Shapes like people, but wilder than the schema allows: the codec judges no row. */
const row = fc.record(
  {
    id: fc.uuid(),
    givenName: text,
    familyName: fc.string({ unit: 'grapheme' }),
    registrationNumber: fc.integer({ min: 1, max: 9_999_999 }).map((n) => `SW${n}`),
    lat: fc.integer({ min: 49_000, max: 61_000 }).map((n) => n / 1000),
    lon: fc.double({ noNaN: true, noDefaultInfinity: true }),
    maxTravelMiles: fc.integer(),
    willRelocate: fc.boolean(),
    availableFrom: day,
    lastPractisedOn: day.map((d) => d.slice(0, 7)),
    registeredInterestAt: instant,
    confirmedOn: fc.oneof(day, text),
    specialisms: fc.array(fc.constantFrom('cla', 'court', 'edt'), { maxLength: 3 }),
    models: fc.array(text, { maxLength: 20 }),
    languages: fc.array(fc.oneof(fc.constantFrom('Twi', 'Urdu'), fc.integer()), { maxLength: 2 }),
    aFieldOfNextYear: fc.oneof(fc.jsonValue(), fc.constant(null)),
    ['__proto__']: text,
  },
  { requiredKeys: ['id'] },
);

const roundTrip = (rows: readonly unknown[]) =>
  decodeBucket(encodeBucket(rows as readonly Candidate[]));
/** The wire is JSON: what JSON cannot say apart (0 and -0) the codec need not either. */
const asJson = (rows: readonly unknown[]) => JSON.parse(JSON.stringify(rows));

describe('a bucket', () => {
  it('gives back every field of every row as it was, absent ones absent', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        expect(roundTrip(asJson(rows))).toStrictEqual(asJson(rows));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps more than 255 different values of one field apart', () => {
    const rows = Array.from({ length: 600 }, (_, index) => ({
      id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      models: [`model ${index}`],
    }));
    expect(roundTrip(rows)).toStrictEqual(rows);
  });

  it('does not take an impossible day or a number with leading zeros for a real one', () => {
    const rows = Array.from({ length: 30 }, (_, index) => ({
      id: `x${index}`,
      confirmedOn: `2026-02-${29 + (index % 3)}`,
      registrationNumber: `SW000${index}`,
      lastPractisedOn: `2026-${10 + index}`,
    }));
    expect(roundTrip(rows)).toStrictEqual(rows);
  });

  it('gives the same bytes for the same people', () => {
    const rows = fc.sample(row, { numRuns: 20, seed: 7 }) as unknown as Candidate[];
    expect(encodeBucket(rows)).toStrictEqual(encodeBucket(rows));
  });

  it('says that it is broken rather than giving half of its people', () => {
    const rows = fc.sample(row, { numRuns: 20, seed: 8 });
    const bytes = encodeBucket(asJson(rows));
    for (let length = 0; length < bytes.length; length += 7) {
      expect(() => decodeBucket(bytes.slice(0, length))).toThrow(BucketError);
    }
    expect(() => decodeBucket(new Uint8Array(64))).toThrow(BucketError);
  });

  it('never throws anything but its own error for bytes that were changed', () => {
    const bytes = encodeBucket(asJson(fc.sample(row, { numRuns: 12, seed: 9 })));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        const changed = bytes.slice();
        changed[at] = value;
        try {
          decodeBucket(changed);
        } catch (error) {
          expect(error).toBeInstanceOf(BucketError);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the place of a person', () => {
  it('depends on the last eight digits of the id, and stays inside the count', () => {
    const id = '018f0000-0000-7000-8000-0000ffffffff' as CandidateId;
    expect(bucketOf(id, 1024)).toBe(1023);
    expect(bucketOf(id, 1)).toBe(0);
    expect(bucketOf('018f0000-0000-7000-8000-ffff00000105' as CandidateId, 256)).toBe(5);
  });

  it('is one of a power of two buckets of about a hundred people', () => {
    expect(bucketCountFor(0)).toBe(1);
    expect(bucketCountFor(2000)).toBe(32);
    expect(bucketCountFor(105_000)).toBe(1024);
    for (const people of [1, 99, 5_000, 33_333, 250_000]) {
      const count = bucketCountFor(people);
      expect(Math.log2(count) % 1).toBe(0);
      expect(people / count).toBeLessThanOrEqual(104);
    }
  });
});
