import type { Order } from '#contract/find-query.ts';
import type { UnitVector } from './distance.ts';
import { eachRank, readRanks } from './each-rank.ts';
import { nearestFew } from './home-points.ts';
import { countBits, type Keyed, lowestFirst, placesOf } from './kernels.ts';
import { orderKeys } from './order.ts';
import type { Overlay } from './overlay.ts';
import type { Ranks } from './planes.ts';
import type { Segment } from './segment.ts';

/** Those of a segment who are found. */
interface Found {
  readonly segment: Segment;
  readonly overlay: Overlay;
  readonly bits: Uint32Array;
  readonly ranks: Ranks | null;
}

/** An order that looks at nothing but the person. */
type PlainOrder = Exclude<Order, 'best_match' | 'nearest'>;

/** Everybody of a segment in one order, found or not. */
interface Everybody {
  readonly places: Uint16Array;
  /** The other way round: by place, where they stand. */
  readonly standing: Uint16Array;
}

const made = new WeakMap<Overlay, Map<PlainOrder, Everybody>>();

/** Everybody in one order; made when it is first asked for. */
function everybodyIn(order: PlainOrder, { segment, overlay }: Found): Everybody {
  const orders = made.get(overlay) ?? new Map<PlainOrder, Everybody>();
  made.set(overlay, orders);
  const known = orders.get(order);
  if (known) return known;
  const all = Uint32Array.from({ length: segment.count }, (_, place) => place);
  const keys = orderKeys(all, order, { segment, overlay, ranks: null, bases: [] });
  const places = Uint16Array.from(lowestFirst(all, keys, segment.count).places);
  const standing = new Uint16Array(segment.count);
  for (let i = 0; i < places.length; i += 1) standing[places[i] as number] = i;
  const everybody = { places, standing };
  orders.set(order, everybody);
  return everybody;
}

/** Bytes that the orders of everybody take which were asked for so far. */
export function orderBytes(overlay: Overlay): number {
  let bytes = 0;
  for (const { places, standing } of made.get(overlay)?.values() ?? []) {
    bytes += places.byteLength + standing.byteLength;
  }
  return bytes;
}

/**
 * Returns the first so many of those found, in order, with the numbers they are ordered by.
 *
 * Of many found, the first ones stand early among everybody, so everybody is gone through
 * in order until there are enough; of few, all are put in order. Ranks are taken one after
 * the other. Miles are of this query alone, so with a place all of a rank are looked at.
 */
export function firstFew(
  found: Found,
  {
    order,
    bases,
    wanted,
  }: {
    readonly order: Order;
    readonly bases: readonly UnitVector[];
    readonly wanted: number;
  },
): Keyed {
  const { bits, ranks } = found;
  const byRank = order === 'best_match' && ranks !== null;
  const isPlaced = bases.length > 0 && (order === 'best_match' || order === 'nearest');
  const list = { places: new Uint32Array(wanted), length: 0 };
  const add = (same: Uint32Array, count: number): boolean => {
    const room = Math.min(wanted - list.length, count);
    const first = isPlaced
      ? nearest(found, { same, count, order, bases }, room)
      : firstOf(same, count, { everybody: everybodyIn(plainOf(order), found), wanted: room });
    list.places.set(first, list.length);
    list.length += room;
    return list.length < wanted;
  };
  if (byRank) eachRank(readRanks(ranks, bits), add);
  else add(bits, countBits(bits));
  const places = list.places.subarray(0, list.length);
  return { places, keys: orderKeys(places, order, { ...found, bases }) };
}

/** Without a place to measure from, and among those of one rank, what is left of an order. */
const plainOf = (order: Order): PlainOrder =>
  order === 'best_match' || order === 'nearest' ? 'longest_unheard' : order;

/** Steps through everybody that are sooner done than putting a few in order. */
const FEW_STEPS = 4096;

/**
 * The first of some people: of many, by going through everybody in order; of few, by where
 * each of them stands.
 */
function firstOf(
  same: Uint32Array,
  count: number,
  {
    everybody: { places, standing },
    wanted,
  }: { readonly everybody: Everybody; readonly wanted: number },
): Uint32Array {
  if (wanted * places.length > count * (count + FEW_STEPS)) {
    const few = placesOf(same, count);
    const keys = new Uint32Array(count);
    for (let i = 0; i < count; i += 1) keys[i] = standing[few[i] as number] as number;
    return lowestFirst(few, keys, wanted).places;
  }
  const first = new Uint32Array(wanted);
  let length = 0;
  for (let i = 0; length < wanted; i += 1) {
    const place = places[i] as number;
    if (((same[place >>> 5] as number) >>> (place & 31)) & 1) first[length++] = place;
  }
  return first;
}

/** The first of some people of one rank around a place: of those who are near enough. */
function nearest(
  { segment, overlay }: Found,
  of: {
    readonly same: Uint32Array;
    readonly count: number;
    readonly order: Order;
    readonly bases: readonly UnitVector[];
  },
  wanted: number,
): Uint32Array {
  const { order, bases } = of;
  const step = order === 'nearest' ? 1 / 10 : 1;
  const places = nearestFew(placesOf(of.same, of.count), segment, { bases, wanted, step });
  const keys = orderKeys(places, order, { segment, overlay, ranks: null, bases });
  return lowestFirst(places, keys, wanted).places;
}
