import type { FacetCount } from '#contract/find-answer.ts';
import { FACET_IDS, type FacetId, type FindQuery } from '#contract/find-query.ts';
import { valuesOf } from './facet-values.ts';
import { intersect, subtract, unite } from './kernels.ts';
import type { Overlay } from './overlay.ts';
import { MOST_YEARS } from './projection.ts';
import type { Segment } from './segment.ts';

/** Counts of every value of every facet. */
export type FacetCounts = Readonly<Partial<Record<FacetId, readonly FacetCount[]>>>;

/** The values chosen in a facet; facets without a choice are absent. */
export type Choices = ReadonlyMap<FacetId, readonly string[]>;

/** Returns the choices of a query that limit anything. */
export function choicesOf(query: FindQuery): Choices {
  return new Map(
    FACET_IDS.flatMap((facet) => {
      const values = query.facets[facet];
      return values && values.length > 0 ? [[facet, values] as const] : [];
    }),
  );
}

/** Returns, by chosen facet, who has any of its chosen values. */
export function chosenBits(
  segment: Segment,
  overlay: Overlay,
  choices: Choices,
): ReadonlyMap<FacetId, Uint32Array> {
  return new Map(
    [...choices].map(([facet, values]) => {
      const held = valuesOf(segment, overlay, facet);
      const bits = new Uint32Array(segment.alive.length);
      for (const value of values) {
        const having = held.get(value);
        if (having) unite(bits, having);
      }
      return [facet, bits] as const;
    }),
  );
}

/** Keeps in `bits` who has what is asked for with a recorded reason. Rule Q43. */
export function keepAsked(
  bits: Uint32Array,
  { segment, overlay }: { readonly segment: Segment; readonly overlay: Overlay },
  { minYears, languages }: Pick<FindQuery, 'minYears' | 'languages'>,
): void {
  const keepAny = (facet: 'language' | 'years', values: readonly string[]) => {
    const held = valuesOf(segment, overlay, facet);
    const having = new Uint32Array(bits.length);
    for (const value of values) unite(having, held.get(value) ?? having);
    intersect(bits, having);
  };
  if (languages) keepAny('language', languages.anyOf);
  if (minYears) keepAny('years', yearsFrom(minYears.years));
}

function yearsFrom(years: number): readonly string[] {
  return Array.from({ length: MOST_YEARS + 1 }, (_, i) => String(i)).slice(years);
}

/** Keeps in `bits` who has every value that must be, and none that must not. Rule Q37. */
export function keepDemanded(
  bits: Uint32Array,
  { segment, overlay }: { readonly segment: Segment; readonly overlay: Overlay },
  { must = {}, mustNot = {} }: Pick<FindQuery, 'must' | 'mustNot'>,
): void {
  const asked = FACET_IDS.filter((facet) => must[facet] ?? mustNot[facet]);
  for (const facet of asked) {
    const held = valuesOf(segment, overlay, facet);
    for (const value of must[facet] ?? []) {
      const having = held.get(value);
      if (having) intersect(bits, having);
      else bits.fill(0);
    }
    for (const value of mustNot[facet] ?? []) {
      const having = held.get(value);
      if (having) subtract(bits, having);
    }
  }
}

/** Returns who of `bits` has a chosen value in every facet but one. */
export function keepChosen(
  bits: Uint32Array,
  chosen: ReadonlyMap<FacetId, Uint32Array>,
  butFor: FacetId | null,
): Uint32Array {
  if (chosen.size === 0) return bits;
  const kept = bits.slice();
  for (const [facet, having] of chosen) if (facet !== butFor) intersect(kept, having);
  return kept;
}
