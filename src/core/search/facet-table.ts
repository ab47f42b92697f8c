import { FACET_IDS, type FacetId } from '#contract/find-query.ts';
import { valuesOf } from './facet-values.ts';
import { countBits, placesOf } from './kernels.ts';
import { FACET_VALUES } from './labels.ts';
import type { Overlay } from './overlay.ts';
import type { Segment } from './segment.ts';
import type { SetTable } from './set-counter.ts';

/**
 * All sets of a segment and of what lies over it, facet by facet; but for councils: everybody
 * has one at most, so one number a person says it, and those found are counted one by one.
 */
export interface FacetTable extends SetTable {
  /** The number of each set's value, good for every segment. */
  readonly numbers: readonly number[];
  /** The sets of each facet: `[from, to)`. */
  readonly ranges: ReadonlyMap<FacetId, readonly [from: number, to: number]>;
  readonly councils: OnePerPerson;
}

/** A facet of which nobody has more than one value. */
export interface OnePerPerson {
  /** By place: which of `numbers`; as many as there are = none, also behind the last person. */
  readonly codes: Uint16Array;
  /** How many people of the segment have each, dead ones too. */
  readonly totals: Uint32Array;
  /** The number of each value. */
  readonly numbers: readonly number[];
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
    if (facet === 'council') continue;
    for (const [value, having] of valuesOf(segment, overlay, facet)) {
      sets.push(having);
      numbers.push(numberOf(facet, value));
    }
    ranges.set(facet, [from, sets.length]);
  }
  const table = {
    words: segment.alive.length,
    sets,
    numbers,
    ranges,
    councils: councilsOf(segment),
  };
  tables.set(overlay, table);
  return table;
}

const councils = new WeakMap<Segment, OnePerPerson>();

function councilsOf(segment: Segment): OnePerPerson {
  const made = councils.get(segment);
  if (made) return made;
  const held = [...(segment.facets.get('council') ?? [])];
  const codes = new Uint16Array(segment.alive.length * 32).fill(held.length);
  held.forEach(([, bits], code) => {
    for (const place of placesOf(bits, countBits(bits))) codes[place] = code;
  });
  const totals = Uint32Array.from(held, ([, bits]) => countBits(bits));
  const of = { codes, totals, numbers: held.map(([value]) => numberOf('council', value)) };
  councils.set(segment, of);
  return of;
}

/** Bytes that the tables take beside the sets they are made of, in the kernels' memory too. */
export function tableBytes(segment: Segment, overlay: Overlay): number {
  const { sets, councils: of } = tableOf(segment, overlay);
  return sets.reduce((sum, set) => sum + set.byteLength, of.codes.byteLength);
}
