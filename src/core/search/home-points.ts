import { ANY_DISTANCE_MILES, milesToNearest, type UnitVector } from './distance.ts';
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

/** Miles as an order tells them apart: as a number of 16 bits. */
export type StepOf = (miles: number | null) => number;

/** How far points are from some bases; the last is that of who has no point. */
interface Measured {
  readonly bases: readonly UnitVector[];
  readonly stepOf: StepOf;
  readonly steps: Uint16Array;
}

const measured = new WeakMap<Segment, Measured[]>();
/** Key presses are measured from the same base one after the other, some from a place or two. */
const MOST_MEASURED = 4;

/**
 * How far each point is from the nearest of some bases; the last is that of who has no point.
 *
 * The same array, while it is remembered.
 */
export function stepsFrom(
  segment: Segment,
  bases: readonly UnitVector[],
  stepOf: StepOf,
): Uint16Array {
  const known = measured.get(segment) ?? [];
  const last = known.find((each) => each.stepOf === stepOf && areSame(each.bases, bases));
  const now = last ?? measure(segment, bases, stepOf);
  if (now === known[0]) return now.steps;
  const others = known.filter((each) => each !== now);
  measured.set(segment, [now, ...others].slice(0, MOST_MEASURED));
  return now.steps;
}

function measure(segment: Segment, bases: readonly UnitVector[], stepOf: StepOf): Measured {
  const { points } = homesOf(segment);
  const steps = new Uint16Array(points.length / 3 + 1).fill(stepOf(null));
  for (let at = 0; at < points.length; at += 3) {
    const point = [points[at] as number, points[at + 1] as number, points[at + 2] as number];
    steps[at / 3] = stepOf(milesToNearest(bases, point as [number, number, number]));
  }
  return { bases, stepOf, steps };
}

const areSame = (some: readonly UnitVector[], others: readonly UnitVector[]) =>
  some.length === others.length &&
  some.every((base, i) => base.every((value, axis) => value === others[i]?.[axis]));

function setBit(bits: Uint32Array, place: number): void {
  bits[place >>> 5] = (bits[place >>> 5] as number) | (1 << (place & 31));
}
