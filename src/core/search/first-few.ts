import type { Order } from '#contract/find-query.ts';
import type { UnitVector } from './distance.ts';
import { countBits, type Keyed, lowestFirst, placesOf } from './kernels.ts';
import { orderKeys } from './order.ts';
import type { Overlay } from './overlay.ts';
import { eachRank, type Ranks } from './planes.ts';
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

const made = new WeakMap<Overlay, Map<PlainOrder, Uint16Array | Uint32Array>>();

/** Everybody of a segment in one order, found or not; made when it is first asked for. */
function everybodyIn(order: PlainOrder, { segment, overlay }: Found) {
  const orders = made.get(overlay) ?? new Map<PlainOrder, Uint16Array | Uint32Array>();
  made.set(overlay, orders);
  const known = orders.get(order);
  if (known) return known;
  const places = Uint32Array.from({ length: segment.count }, (_, place) => place);
  const keys = orderKeys(places, order, { segment, overlay, ranks: null, bases: [] });
  const sorted = lowestFirst(places, keys, segment.count).places;
  const inOrder = segment.count <= 0x1_0000 ? Uint16Array.from(sorted) : sorted;
  orders.set(order, inOrder);
  return inOrder;
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
    const isMany = count * count > wanted * found.segment.count;
    const first = isPlaced
      ? inOrder(found, { same, count, order, bases }, room)
      : isMany
        ? walked(found, { same, order: plainOf(order) }, room)
        : inOrder(found, { same, count, order: plainOf(order), bases: [] }, room);
    list.places.set(first, list.length);
    list.length += room;
    return list.length < wanted;
  };
  if (byRank) eachRank(ranks, bits, add);
  else add(bits, countBits(bits));
  const places = list.places.subarray(0, list.length);
  return { places, keys: orderKeys(places, order, { ...found, bases }) };
}

/** Without a place to measure from, and among those of one rank, what is left of an order. */
const plainOf = (order: Order): PlainOrder =>
  order === 'best_match' || order === 'nearest' ? 'longest_unheard' : order;

/** The first of some people, by going through everybody in order. */
function walked(
  found: Found,
  { same, order }: { readonly same: Uint32Array; readonly order: PlainOrder },
  wanted: number,
): Uint32Array {
  const places = new Uint32Array(wanted);
  const everybody = everybodyIn(order, found);
  let length = 0;
  for (let i = 0; length < wanted; i += 1) {
    const place = everybody[i] as number;
    if (((same[place >>> 5] as number) >>> (place & 31)) & 1) places[length++] = place;
  }
  return places;
}

/** The first of some people, all of whom are looked at; they are of one rank. */
function inOrder(
  { segment, overlay }: Found,
  of: {
    readonly same: Uint32Array;
    readonly count: number;
    readonly order: Order;
    readonly bases: readonly UnitVector[];
  },
  wanted: number,
): Uint32Array {
  const places = placesOf(of.same, of.count);
  const keys = orderKeys(places, of.order, { segment, overlay, ranks: null, bases: of.bases });
  return lowestFirst(places, keys, wanted).places;
}
