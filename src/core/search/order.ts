import type { Order } from '#contract/find-query.ts';
import type { UnitVector } from './distance.ts';
import { milesReader } from './home-points.ts';
import type { Overlay } from './overlay.ts';
import { type Ranks, rankAt } from './planes.ts';
import { basesWords, type Near } from './reading.ts';
import type { Segment } from './segment.ts';

/** The numbers of one person an order looks at. */
export interface Standing {
  /** What the text says of them (kernels.ts); 0 when nothing was typed. */
  readonly rank: number;
  /** Miles from the base; null = not known. */
  readonly miles: number | null;
  /** 0 = spoken to; else working days unheard plus 1. */
  readonly unheard: number;
  readonly interestSeconds: number;
  /** 0 = not known. */
  readonly availableDay: number;
  /** 0 = never. */
  readonly checkedDay: number;
  readonly today: number;
}

const LAST = 0xffff;
const FARTHEST_WHOLE_MILES = 0x7ff;

/**
 * Returns the number by which an order sorts, lowest first. Rules Q22 to Q27.
 *
 * 32 bits hold the order's own value above, the longest unheard below; equal numbers
 * go by id.
 */
export function orderKey(order: Order, person: Standing): number {
  const unheard = LAST - person.unheard;
  switch (order) {
    case 'longest_unheard':
      return unheard;
    case 'newest':
      return 0xffff_ffff - person.interestSeconds;
    case 'nearest':
      return tenthsOf(person.miles) * 0x1_0000 + unheard;
    case 'soonest_available': {
      const days = Math.max(person.availableDay - person.today, 0);
      return (person.availableDay === 0 ? LAST : Math.min(days, LAST)) * 0x1_0000 + unheard;
    }
    case 'recently_checked':
      return (LAST - person.checkedDay) * 0x1_0000 + unheard;
    case 'best_match': {
      const miles =
        person.miles === null
          ? FARTHEST_WHOLE_MILES
          : Math.min(Math.round(person.miles), FARTHEST_WHOLE_MILES);
      return (31 - person.rank) * 0x800_0000 + miles * 0x1_0000 + unheard;
    }
  }
}

/** Tenths of a mile; not known is last. */
const tenthsOf = (miles: number | null) =>
  miles === null ? LAST : Math.min(Math.round(miles * 10), LAST);

/** Returns the keys of the places given. */
export function orderKeys(
  places: Uint32Array,
  order: Order,
  of: {
    readonly segment: Segment;
    readonly overlay: Overlay;
    readonly ranks: Ranks | null;
    readonly bases: readonly UnitVector[];
  },
): Uint32Array {
  const { segment, overlay, ranks } = of;
  const { columns } = segment;
  const usesMiles = order === 'nearest' || order === 'best_match';
  const milesAt = usesMiles && of.bases.length > 0 ? milesReader(segment, of.bases) : null;
  const keys = new Uint32Array(places.length);
  if (order === 'nearest' && milesAt !== null) {
    // The loop of a search around a place: nothing is made for each person.
    for (let i = 0; i < places.length; i += 1) {
      const place = places[i] as number;
      const unheard = LAST - (overlay.unheard[place] as number);
      keys[i] = tenthsOf(milesAt(place)) * 0x1_0000 + unheard;
    }
    return keys;
  }
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i] as number;
    keys[i] = orderKey(order, {
      rank: ranks === null ? 0 : rankAt(ranks, place),
      miles: milesAt === null ? null : milesAt(place),
      unheard: overlay.unheard[place] as number,
      interestSeconds: columns.interestSeconds[place] as number,
      availableDay: columns.availableDay[place] as number,
      checkedDay: columns.checkedDay[place] as number,
      today: overlay.today,
    });
  }
  return keys;
}

/** Says an order as a sentence. Rule Q28. */
export function orderWords(order: Order, near: Near | null): string {
  const from = near ? `nearest to ${basesWords(near)}` : null;
  switch (order) {
    case 'longest_unheard':
      return 'Those who have waited the most working days without being spoken to come first.';
    case 'newest':
      return 'Those who came forward last come first.';
    case 'nearest':
      return from
        ? `Those ${from} come first.`
        : 'No place is chosen to measure from, so the longest unheard come first.';
    case 'soonest_available':
      return 'Those available soonest come first, then the longest unheard.';
    case 'recently_checked':
      return 'Those whose registration was checked last come first, then the longest unheard.';
    case 'best_match':
      return [
        'A whole name or number first, then whole words and annotations held, beginnings of words and annotations only written of, close spellings and also-searched words;',
        'then those whose main area it is,',
        ...(from ? [`those ${from},`] : []),
        'and the longest unheard.',
      ].join(' ');
  }
}
