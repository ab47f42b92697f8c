/** Mean radius of the earth in miles. */
const EARTH_MILES = 3958.7613;
const RADIANS = Math.PI / 180;

/** A point as a unit vector of 32-bit floats: good to about half a metre. */
export type UnitVector = readonly [x: number, y: number, z: number];

/** Limit of a person who will travel any distance, as the contract writes it. */
export const ANY_DISTANCE_MILES = 999;

/** Turns degrees into a unit vector. */
export function unitVector(lat: number, lon: number): UnitVector {
  const flat = Math.cos(lat * RADIANS);
  return [
    Math.fround(flat * Math.cos(lon * RADIANS)),
    Math.fround(flat * Math.sin(lon * RADIANS)),
    Math.fround(Math.sin(lat * RADIANS)),
  ];
}

/** Squared straight line through the earth between two points, in earth radii. */
export function squaredChord(a: UnitVector, b: UnitVector): number {
  const x = a[0] - b[0];
  const y = a[1] - b[1];
  const z = a[2] - b[2];
  return x * x + y * y + z * z;
}

/** Great-circle miles of a squared chord. */
export function milesOfChord(squared: number): number {
  return 2 * EARTH_MILES * Math.asin(Math.min(1, Math.sqrt(squared) / 2));
}

/** The squared chord that spans so many great-circle miles; the inverse of `milesOfChord`. */
export function chordOfMiles(miles: number): number {
  const half = Math.sin(Math.min(miles / EARTH_MILES, Math.PI) / 2);
  return 4 * half * half;
}

/** Squared chord to the nearest of several points. Rule Q41. */
export function nearestChord(bases: readonly UnitVector[], to: UnitVector): number {
  let least = Number.POSITIVE_INFINITY;
  for (const base of bases) least = Math.min(least, squaredChord(base, to));
  return least;
}

/** Great-circle miles to the nearest of several points. Rule Q41. */
export function milesToNearest(bases: readonly UnitVector[], to: UnitVector): number {
  return milesOfChord(nearestChord(bases, to));
}

/** Great-circle miles between two points; the one distance of the product. Rule Q20. */
export function milesBetween(a: UnitVector, b: UnitVector): number {
  return milesOfChord(squaredChord(a, b));
}
