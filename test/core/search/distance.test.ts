import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chordOfMiles, milesBetween, milesOfChord, unitVector } from '#core/search/distance.ts';

/** The textbook formula, in doubles all the way. */
function haversineMiles(a: readonly [number, number], b: readonly [number, number]): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const lat = Math.sin(radians(b[0] - a[0]) / 2) ** 2;
  const lon = Math.sin(radians(b[1] - a[1]) / 2) ** 2;
  const half = lat + Math.cos(radians(a[0])) * Math.cos(radians(b[0])) * lon;
  return 2 * 3958.7613 * Math.asin(Math.sqrt(half));
}

const point = fc.tuple(
  fc.double({ min: 49, max: 61, noNaN: true }),
  fc.double({ min: -9, max: 3, noNaN: true }),
);

test('[Q20] miles are great-circle miles to within two metres anywhere in Britain', () => {
  fc.assert(
    fc.property(point, point, (a, b) => {
      const miles = milesBetween(unitVector(...a), unitVector(...b));
      expect(Math.abs(miles - haversineMiles(a, b))).toBeLessThan(0.00125);
    }),
  );
});

test('[Q20] Leeds to London is 169 miles', () => {
  expect(Math.round(milesBetween(unitVector(53.801, -1.549), unitVector(51.507, -0.128)))).toBe(
    169,
  );
});

test('[Q20] a radius and the distance it spans are the same number', () => {
  for (const miles of [1, 20, 150, 998]) {
    expect(milesOfChord(chordOfMiles(miles))).toBeCloseTo(miles, 9);
  }
});
