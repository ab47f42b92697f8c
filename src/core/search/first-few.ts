import type { Order } from '#contract/find-query.ts';
import type { UnitVector } from './distance.ts';
import { eachRank, readRanks } from './each-rank.ts';
import { homesOf } from './home-points.ts';
import { type Keyed, lowestFirst, placesOf } from './kernels.ts';
import { orderKeys, stepsFor } from './order.ts';
import type { Overlay } from './overlay.ts';
import type { Ranks } from './planes.ts';
import type { Segment } from './segment.ts';

/** Those of a segment who are found. */
interface Found {
  readonly segment: Segment;
  readonly overlay: Overlay;
  readonly bits: Uint32Array;
  /** How many `bits` are. */
  readonly count: number;
  readonly ranks: Ranks | null;
}

/** An order that looks at nothing but the person. */
type PlainOrder = Exclude<Order, 'best_match' | 'nearest'>;

/**
 * Everybody of a segment, found or not, in the orders that were asked for so far: by name; by
 * the steps to their points, of the last few bases.
 */
interface Orders {
  readonly plain: Map<PlainOrder, Uint16Array>;
  readonly placed: Map<Uint16Array, Uint16Array>;
}

const made = new WeakMap<Overlay, Orders>();
const MOST_PLACED = 4;

function ordersOf(overlay: Overlay): Orders {
  const orders = made.get(overlay) ?? { plain: new Map(), placed: new Map() };
  made.set(overlay, orders);
  return orders;
}

/** Everybody in one order; made when it is first asked for. */
function everybodyIn(order: PlainOrder, { segment, overlay }: Found): Uint16Array {
  const { plain } = ordersOf(overlay);
  const known = plain.get(order);
  if (known) return known;
  const all = Uint32Array.from({ length: segment.count }, (_, place) => place);
  const keys = orderKeys(all, order, { segment, overlay, ranks: null, bases: [] });
  const everybody = Uint16Array.from(lowestFirst(all, keys, segment.count).places);
  plain.set(order, everybody);
  return everybody;
}

/** Everybody by these steps to their points, then the longest unheard. */
function everybodyFrom(steps: Uint16Array, found: Found): Uint16Array {
  const { placed } = ordersOf(found.overlay);
  const known = placed.get(steps);
  if (known) return known;
  const everybody = dealt(steps, found);
  if (placed.size === MOST_PLACED) placed.delete(placed.keys().next().value as Uint16Array);
  placed.set(steps, everybody);
  return everybody;
}

/** The longest unheard dealt out by their steps, in one go: no key is made for anybody. */
function dealt(steps: Uint16Array, found: Found): Uint16Array {
  const places = everybodyIn('longest_unheard', found);
  const { pointOf } = homesOf(found.segment);
  const stepAt = (place: number) => steps[pointOf[place] as number] as number;
  const starts = new Uint32Array(steps.reduce((most, step) => Math.max(most, step), 0) + 2);
  for (let i = 0; i < places.length; i += 1) {
    const next = stepAt(i) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let step = 1; step < starts.length; step += 1) {
    starts[step] = (starts[step] as number) + (starts[step - 1] as number);
  }
  const inOrder = new Uint16Array(places.length);
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i] as number;
    const step = stepAt(place);
    const at = starts[step] as number;
    inOrder[at] = place;
    starts[step] = at + 1;
  }
  return inOrder;
}

/** Bytes that the orders of everybody take which were asked for so far. */
export function orderBytes(overlay: Overlay): number {
  const { plain, placed } = ordersOf(overlay);
  let bytes = 0;
  for (const places of [...plain.values(), ...placed.values()]) bytes += places.byteLength;
  return bytes;
}

/**
 * Returns the first so many of those found, in order, with the numbers they are ordered by.
 *
 * Of many found, the first ones stand early among everybody, so everybody is gone through
 * in order until there are enough; of few, all are put in order. Ranks are taken one after
 * the other.
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
  const list = { places: new Uint32Array(wanted), length: 0 };
  const steps = stepsFor(found.segment, order, bases);
  const add = (same: Uint32Array, count: number): boolean => {
    const room = Math.min(wanted - list.length, count);
    const first = firstOf(same, count, { found, order: plainOf(order), steps, wanted: room });
    list.places.set(first, list.length);
    list.length += room;
    return list.length < wanted;
  };
  if (byRank) eachRank(readRanks(ranks, bits), add);
  else add(bits, found.count);
  const places = list.places.subarray(0, list.length);
  return { places, keys: orderKeys(places, order, { ...found, bases }) };
}

/** Without a place to measure from, and among those of one rank, what is left of an order. */
const plainOf = (order: Order): PlainOrder =>
  order === 'best_match' || order === 'nearest' ? 'longest_unheard' : order;

/** Steps through everybody that are sooner done than putting a few in order. */
const FEW_STEPS = 4096;

/**
 * The first of some people of one rank: of many, by going through everybody in order; of few,
 * and where the first of many stand far behind, by putting these in order.
 */
function firstOf(
  same: Uint32Array,
  count: number,
  {
    found,
    order,
    steps,
    wanted,
  }: {
    readonly found: Found;
    readonly order: PlainOrder;
    readonly steps: Uint16Array | null;
    readonly wanted: number;
  },
): Uint32Array {
  const { segment, overlay } = found;
  const most = Math.min(count + FEW_STEPS, segment.count);
  if (wanted * segment.count <= count * most) {
    const places = steps ? everybodyFrom(steps, found) : everybodyIn(order, found);
    const first = new Uint32Array(wanted);
    let length = 0;
    for (let i = 0; length < wanted && i < most; i += 1) {
      const place = places[i] as number;
      if (((same[place >>> 5] as number) >>> (place & 31)) & 1) first[length++] = place;
    }
    if (length === wanted) return first;
  }
  const few = placesOf(same, count);
  const keys = steps
    ? nearnessOf(few, steps, found)
    : orderKeys(few, order, { segment, overlay, ranks: null, bases: [] });
  return lowestFirst(few, keys, wanted).places;
}

/** Keys of places by these steps to their points, then the longest unheard. */
function nearnessOf(
  places: Uint32Array,
  steps: Uint16Array,
  { segment, overlay: { unheard } }: Found,
): Uint32Array {
  const { pointOf } = homesOf(segment);
  const keys = new Uint32Array(places.length);
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i] as number;
    const step = steps[pointOf[place] as number] as number;
    keys[i] = step * 0x1_0000 + 0xffff - (unheard[place] as number);
  }
  return keys;
}
