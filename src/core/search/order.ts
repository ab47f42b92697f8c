import type { Order } from '#contract/find-query.ts';
import type { UnitVector } from './distance.ts';
import { homesOf, type StepOf, stepsFrom } from './home-points.ts';
import type { Overlay } from './overlay.ts';
import { type Ranks, rankAt } from './planes.ts';
import { basesWords, type Near } from './reading.ts';
import type { Segment } from './segment.ts';

/** The numbers of one person an order looks at. */
export interface Standing {
  /** What the text says of them (kernels.ts); 0 when nothing was typed. */
  readonly rank: number;
  /** Miles from the base as the order tells them apart. */
  readonly step: number;
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
      return person.step * 0x1_0000 + unheard;
    case 'soonest_available': {
      const days = Math.max(person.availableDay - person.today, 0);
      return (person.availableDay === 0 ? LAST : Math.min(days, LAST)) * 0x1_0000 + unheard;
    }
    case 'recently_checked':
      return (LAST - person.checkedDay) * 0x1_0000 + unheard;
    case 'best_match':
      return (31 - person.rank) * 0x800_0000 + person.step * 0x1_0000 + unheard;
  }
}

/** Tenths of a mile; not known is last. */
const tenthsOf: StepOf = (miles) =>
  miles === null ? LAST : Math.min(Math.round(miles * 10), LAST);

/** Whole miles; not known is last. */
const wholeMilesOf: StepOf = (miles) =>
  miles === null ? FARTHEST_WHOLE_MILES : Math.min(Math.round(miles), FARTHEST_WHOLE_MILES);

/** How far each point of a segment is (home-points.ts), for an order that asks; else null. */
export function stepsFor(
  segment: Segment,
  order: Order,
  bases: readonly UnitVector[],
): Uint16Array | null {
  if (bases.length === 0 || (order !== 'nearest' && order !== 'best_match')) return null;
  return stepsFrom(segment, bases, order === 'nearest' ? tenthsOf : wholeMilesOf);
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
  if (order === 'longest_unheard') return unheardKeys(places, overlay);
  const { columns } = segment;
  const { pointOf } = homesOf(segment);
  const steps = stepsFor(segment, order, of.bases);
  const nowhere = order === 'nearest' ? LAST : FARTHEST_WHOLE_MILES;
  const keys = new Uint32Array(places.length);
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i] as number;
    keys[i] = orderKey(order, {
      rank: ranks === null ? 0 : rankAt(ranks, place),
      step: steps === null ? nowhere : (steps[pointOf[place] as number] as number),
      unheard: overlay.unheard[place] as number,
      interestSeconds: columns.interestSeconds[place] as number,
      availableDay: columns.availableDay[place] as number,
      checkedDay: columns.checkedDay[place] as number,
      today: overlay.today,
    });
  }
  return keys;
}

/** The same for the longest unheard: thousands at a time are put in this order, and it looks at nothing else. */
function unheardKeys(places: Uint32Array, { unheard }: Overlay): Uint32Array {
  const keys = new Uint32Array(places.length);
  for (let i = 0; i < places.length; i += 1)
    keys[i] = LAST - (unheard[places[i] as number] as number);
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
