import type { FacetCount } from '#contract/find-answer.ts';
import { FACET_IDS, type FacetId } from '#contract/find-query.ts';
import {
  type FacetTable,
  NUMBERED,
  type OnePerPerson,
  tableOf,
  WELL_KNOWN,
} from './facet-table.ts';
import { type Choices, type FacetCounts, keepChosen } from './facets.ts';
import { countBits, countCodes, countShared, fullWords } from './kernels.ts';
import { labelOf } from './labels.ts';
import type { Overlay } from './overlay.ts';
import type { Segment } from './segment.ts';
import { createSetCounter } from './set-counter.ts';

/** Facets whose list is too long to show the values nobody has. */
const ONLY_HELD: ReadonlySet<FacetId> = new Set(['council', 'dismissed']);
/** With so few words to look at, plain code is as fast as copying them to the kernels. */
const FEW_WORDS = 12;
/** What everybody knows, in screen order. */
const SHOWN = FACET_IDS.map((facet) => ({
  facet,
  values: NUMBERED.slice(0, WELL_KNOWN).flatMap((each, number) =>
    each.facet === facet ? [{ value: each.value, label: labelOf(facet, each.value), number }] : [],
  ),
}));

const kernels = createSetCounter();
const NOTHING = new Uint32Array(0);

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
  kernels?.hold(tables);
  const totals = new Uint32Array(NUMBERED.length);

  function addRange(table: FacetTable, bits: Uint32Array, from: number, to: number): void {
    const { numbers } = table;
    const words = fullWords(bits, kernels ? FEW_WORDS : bits.length);
    if (words === null) {
      const counts = kernels?.count(table, bits, from, to) ?? NOTHING;
      for (let i = from; i < to; i += 1) {
        const number = numbers[i] as number;
        totals[number] = (totals[number] as number) + (counts[i - from] as number);
      }
      return;
    }
    if (words.length === 0) return;
    for (let i = from; i < to; i += 1) {
      const number = numbers[i] as number;
      const count = countShared(bits, words, table.sets[i] as Uint32Array);
      totals[number] = (totals[number] as number) + count;
    }
  }

  function addCodes({ codes, numbers, totals: all }: OnePerPerson, bits: Uint32Array): void {
    // Of many found, those who are not are fewer.
    const isMany = countBits(bits) * 2 > codes.length;
    const counts = countCodes(bits, codes, { many: numbers.length + 1, isOther: isMany });
    numbers.forEach((number, code) => {
      const count = counts[code] as number;
      totals[number] =
        (totals[number] as number) + (isMany ? (all[code] as number) - count : count);
    });
  }

  return {
    /**
     * Counts one segment, disjunctively: `shown` has every choice applied, and a facet
     * with a choice of its own counts among those the other choices leave. Rule Q13.
     */
    add(at: number, { shown, withoutChoices, chosen }: FoundSets): void {
      const table = tables[at] as FacetTable;
      const anyCouncil = chosen.has('council')
        ? keepChosen(withoutChoices, chosen, 'council')
        : shown;
      addCodes(table.councils, anyCouncil);
      let from = 0;
      // Facets lie in the order of the screen; those without a choice count together.
      for (const facet of FACET_IDS) {
        if (!chosen.has(facet) || facet === 'council') continue;
        const [start, end] = table.ranges.get(facet) ?? [from, from];
        addRange(table, shown, from, start);
        addRange(table, keepChosen(withoutChoices, chosen, facet), start, end);
        from = end;
      }
      addRange(table, shown, from, table.sets.length);
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
