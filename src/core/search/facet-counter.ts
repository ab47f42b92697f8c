import type { FacetCount } from '#contract/find-answer.ts';
import { FACET_IDS, type FacetId } from '#contract/find-query.ts';
import { type FacetSets, type FacetTable, NUMBERED, tableOf, WELL_KNOWN } from './facet-table.ts';
import { type Choices, type FacetCounts, keepChosen } from './facets.ts';
import { labelOf } from './labels.ts';
import type { Overlay } from './overlay.ts';
import type { Segment } from './segment.ts';
import { type Among, createSetCounter } from './set-counter.ts';

/** Facets whose list is too long to show the values nobody has. */
const ONLY_HELD: ReadonlySet<FacetId> = new Set(['council', 'dismissed']);
/** What everybody knows, in screen order. */
const SHOWN = FACET_IDS.map((facet) => ({
  facet,
  values: NUMBERED.slice(0, WELL_KNOWN).flatMap((each, number) =>
    each.facet === facet ? [{ value: each.value, label: labelOf(facet, each.value), number }] : [],
  ),
}));

const sets = createSetCounter();

/** What is known of a segment when its people have been found. */
interface FoundSets {
  readonly shown: Uint32Array;
  readonly withoutChoices: Uint32Array;
  readonly chosen: ReadonlyMap<FacetId, Uint32Array>;
}

/** Adds up counts over segments. */
export function facetCounter(
  layers: readonly { readonly segment: Segment; readonly overlay: Overlay }[],
) {
  const tables = layers.map(({ segment, overlay }) => tableOf(segment, overlay));
  sets.hold(tables);
  const totals = new Uint32Array(NUMBERED.length);

  /** Counts facets whose sets lie side by side. */
  function addFacets(table: FacetTable, among: Among, facets: readonly FacetSets[]): void {
    const from = facets[0]?.from ?? 0;
    const counts = among.inSets(from, facets.at(-1)?.to ?? from);
    for (const each of facets) {
      let others = 0;
      for (let i = each.from; i < each.to; i += 1) {
        const count = counts[i - from] as number;
        others += count;
        addTo(table.numbers[i] as number, count);
      }
      if (each.rest !== null) addTo(each.rest, among.count - others);
    }
  }

  function addCouncils({ codes, councils }: FacetTable, among: Among): void {
    const { numbers, totals: all } = councils;
    // Of many found, those who are not are fewer.
    const isOther = among.count * 2 > codes.length;
    const counts = among.byCode(isOther);
    for (let code = 0; code < numbers.length; code += 1) {
      const count = counts[code] as number;
      addTo(numbers[code] as number, isOther ? (all[code] as number) - count : count);
    }
  }

  function addTo(number: number, count: number): void {
    totals[number] = (totals[number] as number) + count;
  }

  return {
    /** Counts people of one segment. */
    count: (at: number, bits: Uint32Array): number =>
      sets.among(tables[at] as FacetTable, bits).count,
    /**
     * Counts one segment, disjunctively: `shown` has every choice applied, and a facet
     * with a choice of its own counts among those the other choices leave. Rule Q13.
     *
     * Returns how many are shown.
     */
    add(at: number, { shown, withoutChoices, chosen }: FoundSets): number {
      const table = tables[at] as FacetTable;
      const all = sets.among(table, shown);
      // Facets without a choice are counted together, up to the next that has one.
      let together: FacetSets[] = [];
      for (const each of table.facets) {
        if (!chosen.has(each.facet)) together.push(each);
        else {
          addFacets(table, all, together);
          together = [];
        }
      }
      addFacets(table, all, together);
      if (!chosen.has('council')) addCouncils(table, all);
      for (const facet of chosen.keys()) {
        const others = sets.among(table, keepChosen(withoutChoices, chosen, facet));
        const own = table.facets.filter((each) => each.facet === facet);
        if (facet === 'council') addCouncils(table, others);
        else addFacets(table, others, own);
      }
      return all.count;
    },
    /** Every value of every facet in screen order; unknown values that were chosen last. */
    finish(choices: Choices): FacetCounts {
      const facets: Partial<Record<FacetId, FacetCount[]>> = {};
      for (const { facet, values } of SHOWN) {
        const chosen = choices.get(facet) ?? [];
        const isLong = ONLY_HELD.has(facet);
        const counts: FacetCount[] = [];
        for (const { value, label, number } of values) {
          const count = totals[number] as number;
          if (count > 0 || !isLong || chosen.includes(value)) counts.push({ value, label, count });
        }
        facets[facet] = counts;
      }
      for (let number = WELL_KNOWN; number < totals.length; number += 1) {
        const { facet, value } = NUMBERED[number] as (typeof NUMBERED)[number];
        const count = totals[number] as number;
        if (count > 0) facets[facet]?.push({ value, label: labelOf(facet, value), count });
      }
      for (const [facet, chosen] of choices) {
        for (const value of chosen) {
          const isThere = facets[facet]?.some((each) => each.value === value);
          if (!isThere) facets[facet]?.push({ value, label: labelOf(facet, value), count: 0 });
        }
      }
      return facets;
    },
  };
}
