import { FACET_IDS, type FacetId } from '#contract/find-query.ts';
import { valuesOf } from './facet-values.ts';
import { FACET_VALUES } from './labels.ts';
import type { Overlay } from './overlay.ts';
import type { Segment } from './segment.ts';
import type { SetTable } from './set-counter.ts';

/** All sets of a segment and of what lies over it, facet by facet. */
export interface FacetTable extends SetTable {
  /** The number of each set's value, good for every segment. */
  readonly numbers: readonly number[];
  /** The sets of each facet: `[from, to)`. */
  readonly ranges: ReadonlyMap<FacetId, readonly [from: number, to: number]>;
}

/** A value of a facet; its place among all is its number. */
export interface NumberedValue {
  readonly facet: FacetId;
  readonly value: string;
}

const tables = new WeakMap<Overlay, FacetTable>();
const known = new Map(FACET_IDS.map((facet) => [facet, new Map<string, number>()] as const));
const values: NumberedValue[] = [];

/** Every value that has been met: those that everybody knows first, in screen order. */
export const NUMBERED: readonly NumberedValue[] = values;

/** The number of a facet's value; one that was never met gets the next. */
export function numberOf(facet: FacetId, value: string): number {
  const number = known.get(facet)?.get(value);
  if (number !== undefined) return number;
  known.get(facet)?.set(value, values.length);
  return values.push({ facet, value }) - 1;
}

for (const facet of FACET_IDS) {
  for (const value of FACET_VALUES[facet].keys()) numberOf(facet, value);
}

/** So many values are known to everybody. */
export const WELL_KNOWN = values.length;

/** Returns the table of a segment; made when it is first asked for. */
export function tableOf(segment: Segment, overlay: Overlay): FacetTable {
  const made = tables.get(overlay);
  if (made) return made;
  const sets: Uint32Array[] = [];
  const numbers: number[] = [];
  const ranges = new Map<FacetId, readonly [number, number]>();
  for (const facet of FACET_IDS) {
    const from = sets.length;
    for (const [value, having] of valuesOf(segment, overlay, facet)) {
      sets.push(having);
      numbers.push(numberOf(facet, value));
    }
    ranges.set(facet, [from, sets.length]);
  }
  const table = { words: segment.alive.length, sets, numbers, ranges };
  tables.set(overlay, table);
  return table;
}
