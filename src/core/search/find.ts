import type { CandidateId } from '#contract/brands.ts';
import type { AlsoSearched } from '#contract/find-answer.ts';
import { FACET_IDS, type FindQuery } from '#contract/find-query.ts';
import { ANY_DISTANCE_MILES, chordOfMiles } from './distance.ts';
import { facetCounter } from './facet-counter.ts';
import {
  choicesOf,
  chosenBits,
  type FacetCounts,
  keepAsked,
  keepChosen,
  keepDemanded,
} from './facets.ts';
import { type Highlighter, highlighter } from './highlight.ts';
import { homesOf, keepNear } from './home-points.ts';
import { countBits, countBoth, subtract } from './kernels.ts';
import { type Layer, matchText } from './match-text.ts';
import { narrowed } from './narrowed-reading.ts';
import { orderWords } from './order.ts';
import { orderedPeople } from './ordered-people.ts';
import { NO_WORK } from './overlay.ts';
import type { NamedPoint, Places } from './places.ts';
import { keepRanked, type Ranks } from './planes.ts';
import { basesOf, type Near, nearOf, readText } from './reading.ts';
import type { Vacancies } from './reading-fields.ts';
import { alsoSearched, readingWords } from './reading-words.ts';
import type { Segment } from './segment.ts';
import type { UnderstoodQuery } from './understood-query.ts';

/** The answer to a find. It stays as it is while the index changes. */
export interface FoundPeople {
  readonly total: number;
  /** Matches left out because they are hidden; 0 when the query includes them. */
  readonly hidden: number;
  /** Of `total`: those who stated no travel limit, when the query asks for it. */
  readonly limitNotStated: number;
  readonly facets: FacetCounts;
  /** How the box was read, as a sentence. */
  readonly reading: string;
  /** The order, as a sentence. */
  readonly orderWords: string;
  readonly alsoSearched: readonly AlsoSearched[];
  readonly closeSpellings: readonly string[];
  readonly understood: UnderstoodQuery;
  /** Marks the words asked for. */
  readonly highlight: Highlighter;
  /** Ids in order; sorts only as far as asked. */
  ids(from: number, count: number): readonly CandidateId[];
  /** Whether somebody is among them. */
  has(id: CandidateId): boolean;
  /** Place in the order, from 0; -1 when not among them. */
  positionOf(id: CandidateId): number;
}

/** Where whoever searches is, and what their council looks for. */
interface From {
  readonly home?: NamedPoint | null;
  readonly vacancies?: Vacancies;
}

/** Reads a query; `home` is where distances are measured from when it names no place. */
export function understand(
  query: FindQuery,
  places: Places,
  { home = null, vacancies = NO_WORK.vacancies }: From = {},
): UnderstoodQuery {
  const reading = narrowed(readText(query.text, places, { home, vacancies }), query);
  return { query, reading, near: nearOf(query, reading, home), home };
}

/** Counts who is found, and of them who came forward after a moment. Rule Q42. */
export function countFound(
  layers: readonly Layer[],
  understood: UnderstoodQuery,
  seconds: number | null,
): { readonly total: number; readonly cameAfter: number } {
  const { query, reading, near } = understood;
  const matched = matchText(layers, reading);
  const choices = choicesOf(query);
  const shown = layers.map((layer, i) => {
    const bits = keepAll(layer, { query, near, ranks: matched.ranks[i] ?? null });
    if (!query.includeHidden) subtract(bits, layer.overlay.hidden);
    return keepChosen(bits, chosenBits(layer.segment, layer.overlay, choices), null);
  });
  return {
    total: shown.reduce((sum, bits) => sum + countBits(bits), 0),
    cameAfter: seconds === null ? 0 : countCameAfter(layers, shown, seconds),
  };
}

/** Who meets all but the facets' choices and is alive. */
function keepAll(
  { segment, overlay }: Layer,
  {
    query,
    near,
    ranks,
  }: {
    readonly query: FindQuery;
    readonly near: Near | null;
    readonly ranks: Ranks | null;
  },
): Uint32Array {
  const bits = segment.alive.slice();
  if (ranks) keepRanked(bits, ranks);
  if (near) keepWithin(bits, segment, near);
  keepDemanded(bits, { segment, overlay }, query);
  keepAsked(bits, { segment, overlay }, query);
  return bits;
}

/** Finds people: text, distance, hiding, facets, order, in that sequence. Rules Q11 to Q28. */
export function find(layers: readonly Layer[], understood: UnderstoodQuery): FoundPeople {
  const { query, reading, near } = understood;
  const matched = matchText(layers, reading);
  const closeSpellings = [...matched.closeSpellings.keys()].map((term) => term.typed);
  const choices = choicesOf(query);
  const counter = facetCounter(layers);
  let hidden = 0;
  const shown = layers.map(({ segment, overlay }, i) => {
    const layer = { segment, overlay };
    const bits = keepAll(layer, { query, near, ranks: matched.ranks[i] ?? null });
    const chosen = chosenBits(segment, overlay, choices);
    const kept = keepChosen(bits, chosen, null);
    const before = counter.count(i, kept);
    if (!query.includeHidden) {
      subtract(kept, overlay.hidden);
      if (kept !== bits) subtract(bits, overlay.hidden);
    }
    const count = counter.add(i, { shown: kept, withoutChoices: bits, chosen });
    hidden += before - count;
    return { bits: kept, count };
  });
  const ordered = orderedPeople(
    shown.map((found, i) => ({
      ...(layers[i] as Layer),
      ...found,
      ranks: matched.ranks[i] ?? null,
    })),
    query.order,
    near ? basesOf(near) : [],
  );
  return {
    total: ordered.total,
    hidden,
    limitNotStated: near?.withinTheirLimit ? countUnlimited(layers, shown) : 0,
    facets: counter.finish(choicesOf({ ...query, facets: namedIn(query) })),
    reading: readingWords(understood, closeSpellings),
    orderWords: orderWords(query.order, near),
    alsoSearched: alsoSearched(reading),
    closeSpellings,
    understood,
    highlight: highlighter(reading, (term) => matched.closeSpellings.get(term)?.slips),
    ids: ordered.ids,
    has: ordered.has,
    positionOf: ordered.positionOf,
  };
}

/** Every value the query names, so that each has its words though nobody shown has it. */
function namedIn({ facets, must = {}, mustNot = {} }: FindQuery): FindQuery['facets'] {
  const named = FACET_IDS.flatMap((facet) => {
    const values = [facets, must, mustNot].flatMap((each) => each[facet] ?? []);
    return values.length > 0 ? [[facet, values]] : [];
  });
  return Object.fromEntries(named) as FindQuery['facets'];
}

/** A stated limit in miles as a squared chord; not stated and "any" hold nobody back. */
const LIMIT_CHORDS = Float64Array.from({ length: ANY_DISTANCE_MILES + 1 }, (_, miles) =>
  miles === 0 || miles === ANY_DISTANCE_MILES ? Number.POSITIVE_INFINITY : chordOfMiles(miles),
);

function keepWithin(bits: Uint32Array, segment: Segment, near: Near): void {
  if (near.radiusMiles === undefined && !near.withinTheirLimit) return;
  keepNear(bits, segment, {
    centres: basesOf(near),
    chord:
      near.radiusMiles === undefined ? Number.POSITIVE_INFINITY : chordOfMiles(near.radiusMiles),
    limits: near.withinTheirLimit ? LIMIT_CHORDS : null,
  });
}

function countUnlimited(
  layers: readonly Layer[],
  shown: readonly { readonly bits: Uint32Array }[],
): number {
  return layers.reduce(
    (count, { segment }, i) =>
      count + countBoth(shown[i]?.bits ?? new Uint32Array(0), homesOf(segment).unlimited),
    0,
  );
}

function countCameAfter(
  layers: readonly Layer[],
  shown: readonly Uint32Array[],
  seconds: number,
): number {
  let count = 0;
  layers.forEach(({ segment }, i) => {
    const bits = shown[i] ?? new Uint32Array(0);
    const { interestSeconds } = segment.columns;
    for (let word = 0; word < bits.length; word += 1) {
      for (let rest = bits[word] as number; rest !== 0; rest &= rest - 1) {
        const place = (word << 5) + 31 - Math.clz32(rest & -rest);
        if ((interestSeconds[place] as number) > seconds) count += 1;
      }
    }
  });
  return count;
}
