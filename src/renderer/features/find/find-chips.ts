import type { FacetId, FindQuery } from '#contract/find-query.ts';
import type { FindAnswer } from '#contract/queries.ts';
import type { ChipSpec } from '#renderer/ui/chip.tsx';
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
  return [
    ...placeChips(query),
    ...facetChips(query, answer),
    ...reasonChips(query),
    ...wordChips(query, answer),
  ];
}

function placeChips({ near }: FindQuery): readonly ChipSpec[] {
  if (!near) return [];
  const { radiusMiles, label } = near;
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

/** What is searched beside the words typed, and what was switched off. */
function wordChips(query: FindQuery, answer: FindAnswer | null): readonly ChipSpec[] {
  const also = (answer?.alsoSearched ?? []).map(
    (label): ChipSpec => ({
      id: `also:${label}`,
      how: 'Also',
      what: label,
      look: 'can',
      onRemove: () => searchAlso(label, false),
    }),
  );
  const off = (query.notAlso ?? []).map(
    (label): ChipSpec => ({
      id: `not-also:${label}`,
      how: 'Not also',
      what: label,
      look: 'not',
      onRemove: () => searchAlso(label, true),
    }),
  );
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
  return [...also, ...off, ...close, ...exact];
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
