import { FACET_IDS, type FacetId } from '#contract/find-query.ts';
import { valuesOf } from './facet-values.ts';
import { countBits, placesOf, unite } from './kernels.ts';
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
  /** All but councils, in screen order. */
  readonly facets: readonly FacetSets[];
  readonly councils: Councils;
}

/** The sets of one facet: those that anybody has. */
export interface FacetSets {
  readonly facet: FacetId;
  /** `[from, to)` of the sets. */
  readonly from: number;
  readonly to: number;
  /**
   * Where each person has exactly one value: the number of the one most have. It has no set, for
   * whoever is in none of the others has it; null where somebody has two, or none.
   */
  readonly rest: number | null;
}

/** The councils of a segment, of which nobody has two: the table's codes are places among them. */
interface Councils {
  /** How many people have each, dead ones too. */
  readonly totals: Uint32Array;
  /** The number of each value; the code behind the last = none, also behind the last person. */
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
  const facets: FacetSets[] = [];
  for (const facet of FACET_IDS) {
    if (facet === 'council') continue;
    const from = sets.length;
    const { held, rest } = heldOf(valuesOf(segment, overlay, facet), segment);
    for (const [value, having] of held) {
      if (value === rest) continue;
      sets.push(having);
      numbers.push(numberOf(facet, value));
    }
    const restNumber = rest === null ? null : numberOf(facet, rest);
    facets.push({ facet, from, to: sets.length, rest: restNumber });
  }
  const table = {
    words: segment.alive.length,
    ...{ sets, numbers, facets },
    ...councilsOf(segment),
  };
  tables.set(overlay, table);
  return table;
}

interface HeldValues {
  /** The values that anybody has. */
  readonly held: readonly (readonly [value: string, having: Uint32Array])[];
  /** The one that most have, if each person has exactly one. */
  readonly rest: string | null;
}

/** By the values of a facet: those that lie in a segment stay when what lies over it is made anew. */
const heldValues = new WeakMap<ReadonlyMap<string, Uint32Array>, HeldValues>();

function heldOf(values: ReadonlyMap<string, Uint32Array>, { alive, count }: Segment): HeldValues {
  const made = heldValues.get(values);
  if (made) return made;
  const counted = [...values].map(([value, having]) => ({ value, having, of: countBits(having) }));
  const held = counted.filter(({ of }) => of > 0);
  const all = new Uint32Array(alive.length);
  for (const { having } of held) unite(all, having);
  const places = held.reduce((sum, { of }) => sum + of, 0);
  const isOneEach = places === count && countBits(all) === count;
  const most = Math.max(0, ...held.map(({ of }) => of));
  const rest = isOneEach ? (held.find(({ of }) => of === most)?.value ?? null) : null;
  const of = { held: held.map(({ value, having }) => [value, having] as const), rest };
  heldValues.set(values, of);
  return of;
}

type CouncilsOf = Pick<FacetTable, 'codes' | 'codeCount' | 'councils'>;
const councils = new WeakMap<Segment, CouncilsOf>();

function councilsOf(segment: Segment): CouncilsOf {
  const made = councils.get(segment);
  if (made) return made;
  const held = [...(segment.facets.get('council') ?? [])];
  const codes = new Uint16Array(segment.alive.length * 32).fill(held.length);
  held.forEach(([, bits], code) => {
    for (const place of placesOf(bits, countBits(bits))) codes[place] = code;
  });
  const totals = Uint32Array.from(held, ([, bits]) => countBits(bits));
  const numbers = held.map(([value]) => numberOf('council', value));
  const of = { codes, codeCount: held.length + 1, councils: { totals, numbers } };
  councils.set(segment, of);
  return of;
}

/** Bytes that the tables take beside the sets they are made of, in the kernels' memory too. */
export function tableBytes(segment: Segment, overlay: Overlay): number {
  const { sets, codes } = tableOf(segment, overlay);
  return sets.reduce((sum, set) => sum + set.byteLength, 2 * codes.byteLength);
}
