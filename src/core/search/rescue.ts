import type { Rescue } from '#contract/find-answer.ts';
import { FACET_IDS, type FacetId, type FindQuery } from '#contract/find-query.ts';
import { labelOf } from './labels.ts';
import { basesWords } from './reading.ts';
import { partWords } from './reading-words.ts';
import type { UnderstoodQuery } from './understood-query.ts';

/** From so many people up there is nothing to rescue. Rule Q38. */
export const RESCUE_BELOW = 6;
/** The most that are offered. */
const MOST_OFFERED = 5;
/** Radii that are offered, in miles. */
const RADII = [10, 15, 25, 40, 60, 100, 200];

/**
 * Tries every single relaxation of a query and gives those that bring most. Rule Q38.
 *
 * `count` answers a query exactly; nothing is relaxed by itself. Ties keep the order in
 * which things stand on the screen.
 */
export function rescue(
  understood: UnderstoodQuery,
  total: number,
  count: (query: FindQuery) => number,
): readonly Rescue[] {
  const [distances, ...others] = relaxationsOf(understood).map((ways) =>
    ways.map((each) => {
      const found = count(each.query);
      return { ...each, total: found, gain: found - total };
    }),
  );
  // A wider one that brings nobody else is no other offer.
  const wider = (distances ?? []).filter(
    ({ gain }, i, all) => !all.slice(0, i).some((before) => before.gain >= gain),
  );
  return [...wider, ...others.flat()]
    .filter(({ gain }) => gain > 0)
    .toSorted((a, b) => b.gain - a.gain)
    .slice(0, MOST_OFFERED);
}

type Relaxation = Pick<Rescue, 'words' | 'query'>;

/** Every way to ask for one thing less; first those that widen the distance, step by step. */
function relaxationsOf(understood: UnderstoodQuery): readonly (readonly Relaxation[])[] {
  return [
    distanceRelaxations(understood),
    textRelaxations(understood),
    facetRelaxations(understood.query),
    askedRelaxations(understood.query),
    switchRelaxations(understood.query),
  ];
}

function textRelaxations({ query, reading }: UnderstoodQuery): readonly Relaxation[] {
  return reading.parts.map((part) => ({
    words: part.leavesOut ? `with ${partWords(part)} too` : `without ${partWords(part)}`,
    query: { ...query, text: cut(query.text, part) },
  }));
}

function distanceRelaxations({ query, reading, near }: UnderstoodQuery): readonly Relaxation[] {
  if (!near) return [];
  const { near: _near, ...anywhere } = query;
  const text = reading.distance ? cut(query.text, reading.distance.span) : query.text;
  const { radiusMiles = Number.POSITIVE_INFINITY } = near;
  const { radiusMiles: _radius, ...unbound } = near;
  const wider = RADII.filter((miles) => miles > radiusMiles)
    .slice(0, 2)
    .map((miles) => ({
      words: `within ${miles} miles of ${basesWords(near)}`,
      query: { ...query, text, near: { ...near, radiusMiles: miles } },
    }));
  const isLimited = near.radiusMiles !== undefined;
  return [
    ...wider,
    ...(isLimited ? [{ words: 'at any distance', query: { ...query, text, near: unbound } }] : []),
    ...(near.withinTheirLimit
      ? [
          {
            words: 'also people whose own travel limit is shorter',
            query: { ...query, text, near: { ...near, withinTheirLimit: false } },
          },
        ]
      : []),
    ...(isLimited || near.withinTheirLimit
      ? [{ words: 'wherever they live', query: { ...anywhere, text } }]
      : []),
  ];
}

function facetRelaxations(query: FindQuery): readonly Relaxation[] {
  const { facets, must = {}, mustNot = {} } = query;
  return FACET_IDS.flatMap((facet) => {
    const can = facets[facet] ?? [];
    const { [facet]: _dropped, ...others } = facets;
    return [
      ...(can.length > 0
        ? [{ words: `whether or not ${namesOf(facet, can)}`, query: { ...query, facets: others } }]
        : []),
      ...without(facet, must).map(({ value, rest }) => ({
        words: `whether or not ${namesOf(facet, [value])}`,
        query: { ...query, must: rest },
      })),
      ...without(facet, mustNot).map(({ value, rest }) => ({
        words: `with ${namesOf(facet, [value])} too`,
        query: { ...query, mustNot: rest },
      })),
    ];
  });
}

function askedRelaxations({ minYears, languages, ...query }: FindQuery): readonly Relaxation[] {
  return [
    ...(minYears
      ? [
          {
            words: 'whatever their years since qualifying',
            query: { ...query, ...(languages ? { languages } : {}) },
          },
        ]
      : []),
    ...(languages
      ? [{ words: 'whatever they speak', query: { ...query, ...(minYears ? { minYears } : {}) } }]
      : []),
  ];
}

function switchRelaxations(query: FindQuery): readonly Relaxation[] {
  const { closeSpellings, notAlso = [], ...rest } = query;
  const also = notAlso.length === 0 ? {} : { notAlso };
  return [
    ...(query.includeHidden
      ? []
      : [{ words: 'also people who are not available', query: { ...query, includeHidden: true } }]),
    ...(closeSpellings === false
      ? [{ words: 'with close spellings', query: { ...rest, ...also } }]
      : []),
    ...(notAlso.length > 0
      ? [
          {
            words: 'with every synonym',
            query: { ...rest, ...(closeSpellings === undefined ? {} : { closeSpellings }) },
          },
        ]
      : []),
  ];
}

const namesOf = (facet: FacetId, values: readonly string[]) =>
  values.map((value) => `“${labelOf(facet, value)}”`).join(' or ');

function without(facet: FacetId, demands: NonNullable<FindQuery['must']>) {
  return (demands[facet] ?? []).map((value) => {
    const kept = (demands[facet] ?? []).filter((each) => each !== value);
    const { [facet]: _all, ...others } = demands;
    return { value, rest: kept.length > 0 ? { ...others, [facet]: kept } : others };
  });
}

/** The text without a part; what was finished before stays finished. */
function cut(text: string, { from, to }: { readonly from: number; readonly to: number }): string {
  const before = text.slice(0, from).trimEnd();
  const after = text.slice(to).trimStart();
  if (after === '') return before === '' ? '' : `${before} `;
  return before === '' ? after : `${before} ${after}`;
}
