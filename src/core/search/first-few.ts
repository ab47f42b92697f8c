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
 * the other. Miles are of this query alone, so with a place all have to be looked at.
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
  const keysOf = (places: Uint32Array) => orderKeys(places, order, { ...found, bases });
  const byRank = order === 'best_match';
  if (bases.length > 0 && (byRank || order === 'nearest')) {
    const places = placesOf(bits, countBits(bits));
    return lowestFirst(places, keysOf(places), wanted);
  }
  const plain: PlainOrder = byRank || order === 'nearest' ? 'longest_unheard' : order;
  const list = { places: new Uint32Array(wanted), length: 0 };
  if (!byRank || ranks === null) take(found, plain, list, { same: bits, count: countBits(bits) });
  else {
    eachRank(ranks, bits, (same, count) => {
      take(found, plain, list, { same, count });
      return list.length < wanted;
    });
  }
  const places = list.places.subarray(0, list.length);
  return { places, keys: keysOf(places) };
}

/** Adds the first of some people, as many as there is room for. */
function take(
  found: Found,
  order: PlainOrder,
  list: { readonly places: Uint32Array; length: number },
  { same, count }: { readonly same: Uint32Array; readonly count: number },
): void {
  const { places } = list;
  const wanted = Math.min(places.length - list.length, count);
  if (count * count > places.length * found.segment.count) {
    const end = list.length + wanted;
    const inOrder = everybodyIn(order, found);
    for (let i = 0; list.length < end; i += 1) {
      const place = inOrder[i] as number;
      if (((same[place >>> 5] as number) >>> (place & 31)) & 1) places[list.length++] = place;
    }
    return;
  }
  const some = placesOf(same, count);
  const { segment, overlay } = found;
  const keys = orderKeys(some, order, { segment, overlay, ranks: null, bases: [] });
  places.set(lowestFirst(some, keys, wanted).places, list.length);
  list.length += wanted;
}
