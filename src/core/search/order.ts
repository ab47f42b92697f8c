import type { Order } from '#contract/find-query.ts';
import { milesToNearest, type UnitVector } from './distance.ts';
import type { Overlay } from './overlay.ts';
import { type Ranks, rankAt } from './planes.ts';
import { basesWords, type Near } from './reading.ts';
import { HAS_POINT, pointAt, type Segment } from './segment.ts';

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
    case 'nearest': {
      const tenths = person.miles === null ? LAST : Math.min(Math.round(person.miles * 10), LAST);
      return tenths * 0x1_0000 + unheard;
    }
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
  const bases = usesMiles ? of.bases : [];
  const keys = new Uint32Array(places.length);
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i] as number;
    const hasMiles = bases.length > 0 && ((columns.marks[place] as number) & HAS_POINT) !== 0;
    keys[i] = orderKey(order, {
      rank: ranks === null ? 0 : rankAt(ranks, place),
      miles: hasMiles ? milesToNearest(bases, pointAt(segment, place)) : null,
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
        'A whole name or number first, then whole words, beginnings of words, close spellings and also-searched words;',
        'then those whose main area it is,',
        ...(from ? [`those ${from},`] : []),
        'and the longest unheard.',
      ].join(' ');
  }
}
