import {
  ANY_DISTANCE_MILES,
  chordOfMiles,
  milesOfChord,
  nearestChord,
  type UnitVector,
} from './distance.ts';
import { HAS_POINT, type Segment } from './segment.ts';

/**
 * The points where people of a segment live, and who lives at each.
 *
 * A point is that of an outward code, so some seven people share one in a segment: what
 * is reckoned of a point is reckoned once. Points stand from south to north.
 */
export interface HomePoints {
  /** x, y, z of each. */
  readonly points: Float32Array;
  /** Who lives at point p, those who travel farthest first: `places[starts[p]]` and so on. */
  readonly starts: Uint32Array;
  readonly places: Uint16Array;
  /** Beside `places`: the limits of these people's travel in miles. */
  readonly limits: Uint16Array;
  /** By place; the number of points where there is none. */
  readonly pointOf: Uint16Array | Uint32Array;
  /** Who has stated no limit to their travel. */
  readonly unlimited: Uint32Array;
}

const made = new WeakMap<Segment, HomePoints>();

/** The home points of a segment; made when they are first asked for. */
export function homesOf(segment: Segment): HomePoints {
  const known = made.get(segment);
  if (known) return known;
  const homes = makeHomes(segment);
  made.set(segment, homes);
  return homes;
}

/** Bytes that they take. */
export function homeBytes(segment: Segment): number {
  const { points, starts, places, limits, pointOf, unlimited } = homesOf(segment);
  return [points, starts, places, limits, pointOf, unlimited].reduce(
    (sum, each) => sum + each.byteLength,
    0,
  );
}

function makeHomes({ count, columns }: Segment): HomePoints {
  const { points: all, marks, limitMiles } = columns;
  const living = Array.from({ length: count }, (_, place) => place).filter(
    (place) => ((marks[place] as number) & HAS_POINT) !== 0,
  );
  const compare = (a: number, b: number) =>
    (all[a * 3 + 2] as number) - (all[b * 3 + 2] as number) ||
    (all[a * 3] as number) - (all[b * 3] as number) ||
    (all[a * 3 + 1] as number) - (all[b * 3 + 1] as number);
  const reach = Uint16Array.from(limitMiles, (miles) => (miles === 0 ? ANY_DISTANCE_MILES : miles));
  living.sort((a, b) => compare(a, b) || (reach[b] as number) - (reach[a] as number) || a - b);
  const firsts = living.filter((place, i) => i === 0 || compare(living[i - 1] ?? 0, place) !== 0);
  const points = Float32Array.from({ length: firsts.length * 3 }, (_, i) => {
    const place = firsts[Math.floor(i / 3)] ?? 0;
    return all[place * 3 + (i % 3)] as number;
  });
  const pointOf = new (firsts.length <= 0xffff ? Uint16Array : Uint32Array)(count);
  pointOf.fill(firsts.length);
  const starts = new Uint32Array(firsts.length + 1);
  let point = -1;
  living.forEach((place, i) => {
    if (place === firsts[point + 1]) {
      point += 1;
      starts[point] = i;
    }
    pointOf[place] = point;
  });
  starts[firsts.length] = living.length;
  const unlimited = new Uint32Array((count + 31) >>> 5);
  for (let place = 0; place < count; place += 1) {
    if (limitMiles[place] === 0) setBit(unlimited, place);
  }
  return {
    points,
    starts,
    places: Uint16Array.from(living),
    limits: Uint16Array.from(living, (place) => reach[place] as number),
    pointOf,
    unlimited,
  };
}

/**
 * Clears the bits of people outside a circle, or farther than they will travel.
 *
 * `limits` turns a stated limit in miles into a squared chord; not stated and "any" hold
 * nobody back. With several centres the nearest counts. Rules Q20, Q41.
 */
export function keepNear(
  bits: Uint32Array,
  segment: Segment,
  circle: {
    readonly centres: readonly UnitVector[];
    readonly chord: number;
    readonly limits: Float64Array | null;
  },
): void {
  const { points, starts, places, limits: miles } = homesOf(segment);
  const { chord, limits } = circle;
  const near = new Uint32Array(bits.length);
  const reach = Math.sqrt(chord);
  for (const [x, y, z] of circle.centres) {
    for (let point = firstFrom(points, z - reach); point < starts.length - 1; point += 1) {
      const north = (points[point * 3 + 2] as number) - z;
      if (north > reach) break;
      const dx = (points[point * 3] as number) - x;
      const dy = (points[point * 3 + 1] as number) - y;
      const squared = dx * dx + dy * dy + north * north;
      if (squared > chord) continue;
      const end = starts[point + 1] as number;
      for (let i = starts[point] as number; i < end; i += 1) {
        if (limits !== null && squared > (limits[miles[i] as number] as number)) break;
        setBit(near, places[i] as number);
      }
    }
  }
  for (let i = 0; i < bits.length; i += 1) bits[i] = (bits[i] as number) & (near[i] as number);
}

/** The first point that is not south of this. */
function firstFrom(points: Float32Array, z: number): number {
  let low = 0;
  let high = points.length / 3;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((points[middle * 3 + 2] as number) < z) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rings around the bases, of the same area each, in which people are counted. */
const RINGS = 512;

/** Squared chords by point from some bases; the last is that of who has no point. */
interface Measured {
  readonly bases: string;
  readonly chords: Float64Array;
}

const measured = new WeakMap<Segment, Measured>();

/** The same bases hold for one key press after the other, so the last ones are remembered. */
function chordsFrom(segment: Segment, bases: readonly UnitVector[]): Float64Array {
  const named = bases.join(' ');
  const last = measured.get(segment);
  if (last?.bases === named) return last.chords;
  const { points } = homesOf(segment);
  const chords = new Float64Array(points.length / 3 + 1).fill(Number.POSITIVE_INFINITY);
  for (let at = 0; at < points.length; at += 3) {
    const point = [points[at] as number, points[at + 1] as number, points[at + 2] as number];
    chords[at / 3] = nearestChord(bases, point as [number, number, number]);
  }
  measured.set(segment, { bases: named, chords });
  return chords;
}

/** Gives miles to the nearest base by place; null = no point. */
export function milesReader(
  segment: Segment,
  bases: readonly UnitVector[],
): (place: number) => number | null {
  const { pointOf } = homesOf(segment);
  const chords = chordsFrom(segment, bases);
  return (place) => {
    const chord = chords[pointOf[place] as number] as number;
    return chord === Number.POSITIVE_INFINITY ? null : milesOfChord(chord);
  };
}

/**
 * Keeps of some places those that can be among the nearest so many, where distances are
 * told apart by so many miles; miles themselves are then reckoned for these only.
 */
export function nearestFew(
  places: Uint32Array,
  segment: Segment,
  {
    bases,
    wanted,
    step,
  }: { readonly bases: readonly UnitVector[]; readonly wanted: number; readonly step: number },
): Uint32Array {
  if (places.length <= wanted) return places;
  const { pointOf } = homesOf(segment);
  const chords = chordsFrom(segment, bases);
  const near = new Float64Array(places.length);
  let farthest = 0;
  for (let i = 0; i < places.length; i += 1) {
    const chord = chords[pointOf[places[i] as number] as number] as number;
    near[i] = chord;
    if (chord > farthest && chord !== Number.POSITIVE_INFINITY) farthest = chord;
  }
  const ring = farthest / RINGS;
  const perRing = RINGS / farthest;
  const counts = new Uint32Array(RINGS + 1);
  for (let i = 0; i < near.length; i += 1) {
    const at = Math.min((near[i] as number) * perRing, RINGS) | 0;
    counts[at] = (counts[at] as number) + 1;
  }
  let rings = 0;
  for (let inside = 0; rings < RINGS && inside < wanted; rings += 1) inside += counts[rings] ?? 0;
  // The outermost ring ends with those without a point, who are then all needed.
  if (rings === RINGS) return places;
  // Whoever is not a whole step farther may be said to be as far.
  const most = chordOfMiles(milesOfChord(rings * ring) + step);
  const few = new Uint32Array(places.length);
  let length = 0;
  for (let i = 0; i < near.length; i += 1) {
    if ((near[i] as number) <= most) few[length++] = places[i] as number;
  }
  return few.subarray(0, length);
}

function setBit(bits: Uint32Array, place: number): void {
  bits[place >>> 5] = (bits[place >>> 5] as number) | (1 << (place & 31));
}
