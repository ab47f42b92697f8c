import type { AlsoSearched, FindAnswer } from '#contract/find-answer.ts';
import type { FacetId, FindQuery } from '#contract/find-query.ts';
import type { ChipSpec } from '#renderer/ui/chip.tsx';
import { plural } from '#renderer/ui/dates.ts';
import { FACETS } from './facet-words.ts';
import {
  ask,
  askAnywhere,
  askWithout,
  demand,
  searchAlso,
  searchCloseSpellings,
  type Way,
} from './find-store.ts';

const WAYS = [
  { value: 'must', label: 'Must have it' },
  { value: 'can', label: 'Can have it, or another of this kind' },
  { value: 'not', label: 'Must not have it' },
] as const;

/** The choices in force as chips, each with the ways it can count and a way out. */
export function chipsOf(query: FindQuery, answer: FindAnswer | null): readonly ChipSpec[] {
  return [...filterChips(query, answer), ...wordChips(query, answer)];
}

/** How many filters are in force: what is searched beside a word is none. */
export function countFilters(query: FindQuery): number {
  return filterChips(query, null).length;
}

function filterChips(query: FindQuery, answer: FindAnswer | null): readonly ChipSpec[] {
  return [...placeChips(query), ...facetChips(query, answer), ...reasonChips(query)];
}

function placeChips({ near }: FindQuery): readonly ChipSpec[] {
  if (!near) return [];
  const { radiusMiles, others = [] } = near;
  const label = [near, ...others].map((each) => each.label).join(' or ');
  const how = radiusMiles ? 'Within' : 'From';
  const what = radiusMiles ? `${radiusMiles} miles of ${label}` : label;
  return [{ id: 'near', how, what, onRemove: askAnywhere }];
}

function facetChips(query: FindQuery, answer: FindAnswer | null): readonly ChipSpec[] {
  return FACETS.flatMap(({ id, how, notHow }) => {
    const can = query.facets[id] ?? [];
    const chip = (value: string, way: Exclude<Way, 'off'>): ChipSpec => ({
      id: `${id}:${value}:${way}`,
      how: way === 'not' ? notHow : way === 'can' && can.length > 1 ? `${how}, or` : how,
      what: wordsOf(id, value, answer),
      look: way,
      ways: {
        choices: WAYS,
        chosen: way,
        onChoose: (next) => demand(id, value, next as Way),
      },
      onRemove: () => demand(id, value, 'off'),
    });
    return [
      ...(query.must?.[id] ?? []).map((value) => chip(value, 'must')),
      ...can.map((value) => chip(value, 'can')),
      ...(query.mustNot?.[id] ?? []).map((value) => chip(value, 'not')),
    ];
  });
}

/** What is asked for with a reason that was recorded. */
function reasonChips({ minYears, languages }: FindQuery): readonly ChipSpec[] {
  const years: readonly ChipSpec[] = minYears
    ? [
        {
          id: 'min-years',
          how: 'At least',
          what: `${minYears.years} years since qualifying`,
          onRemove: () => askWithout('minYears'),
        },
      ]
    : [];
  const spoken: readonly ChipSpec[] = languages
    ? [
        {
          id: 'languages',
          how: 'Speaks',
          what: languages.anyOf.join(' or '),
          onRemove: () => askWithout('languages'),
        },
      ]
    : [];
  return [...years, ...spoken];
}

/** One chip a term, however many words go with it; it opens to them. */
function alsoChip({ term, labels }: AlsoSearched, { notAlso = [] }: FindQuery): ChipSpec {
  const on = labels.filter((label) => !notAlso.includes(label));
  const isOff = on.length === 0;
  return {
    id: `also:${term}`,
    how: term,
    what: isOff
      ? 'only as written'
      : `+${on.length === labels.length ? '' : `${on.length} of `}${plural(labels.length, 'more word')}`,
    look: isOff ? 'not' : 'can',
    ticks: {
      label: 'choose what else is searched',
      choices: labels.map((label) => ({ value: label, label })),
      chosen: on,
      onChoose: (wanted) => searchAlso(labels, wanted),
    },
    onRemove: () => searchAlso(labels, isOff ? labels : []),
  };
}

/** What is searched beside the words typed. */
function wordChips(query: FindQuery, answer: FindAnswer | null): readonly ChipSpec[] {
  const close = (answer?.closeSpellings ?? []).map(
    (word): ChipSpec => ({
      id: `close:${word}`,
      how: 'Close spellings of',
      what: word,
      look: 'can',
      onRemove: () => searchCloseSpellings(false),
    }),
  );
  const exact: readonly ChipSpec[] =
    query.closeSpellings === false
      ? [
          {
            id: 'exact',
            how: 'Words',
            what: 'only as written',
            onRemove: () => searchCloseSpellings(true),
          },
        ]
      : [];
  return [...(answer?.alsoSearched ?? []).map((each) => alsoChip(each, query)), ...close, ...exact];
}

function wordsOf(facet: FacetId, value: string, answer: FindAnswer | null): string {
  const label = answer?.facets[facet]?.find((each) => each.value === value)?.label ?? value;
  return label.charAt(0).toLowerCase() === label.charAt(0) ? label : soften(label);
}

/** Takes back every choice but the words. */
export function clearChoices(): void {
  askAnywhere();
  askWithout('minYears');
  askWithout('languages');
  ask({ facets: {}, must: {}, mustNot: {} });
}

/** "Registered" within a sentence is "registered"; "AMHP" and "Kent" stay. */
function soften(label: string): string {
  const [first = ''] = label.split(' ');
  const isPlainWord =
    /^[A-Z][a-z]+$/.test(first) &&
    /^(Now|Within|Later|Not|Registered|Never|Tried|Spoken|On|Asked|Nobody|Full|Part|Flexible|Evenings|Weekends|Enhanced|None)$/.test(
      first,
    );
  return isPlainWord ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
