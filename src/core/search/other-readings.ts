import type { OtherReading } from '#contract/find-answer.ts';
import type { FindQuery } from '#contract/find-query.ts';
import { REGIONS } from '#contract/vocabulary.ts';
import type { Term } from './asks.ts';
import type { Places } from './places.ts';
import type { ReadPart } from './reading.ts';
import { meaningOf } from './synonym-book.ts';
import type { UnderstoodQuery } from './understood-query.ts';
import { wordsOf } from './words.ts';

/** The most that are offered. */
const MOST_OFFERED = 4;
/** Words of the longest place that is looked for. */
const LONGEST_PLACE = 3;
/** What "near" means until somebody says another distance, in miles. */
const NEAR_MILES = 20;

/**
 * What the box could also mean: another meaning of an acronym, an acronym two letters of which
 * are swapped, another place of the same name, a place to search around.
 *
 * Offered with the exact count and never searched by itself. Rule Q45.
 */
export function otherReadings(
  understood: UnderstoodQuery,
  places: Places,
  count: (query: FindQuery) => number,
): readonly OtherReading[] {
  return [
    ...meanings(understood),
    ...swapped(understood),
    ...samePlaces(understood, places),
    ...nearby(understood, places),
  ]
    .map((each) => ({ ...each, total: count(each.query) }))
    .filter(({ total }) => total > 0)
    .slice(0, MOST_OFFERED);
}

type Offer = Omit<OtherReading, 'total'>;

function meanings({ query, reading }: UnderstoodQuery): readonly Offer[] {
  return reading.parts.flatMap((part) => {
    const term = termOf(part);
    return (term?.meaning?.couldMean ?? []).map((meaning) => ({
      words: `“${term?.typed}” as ${meaning}`,
      query: { ...query, text: replaced(query.text, part, meaning.replace(/\s*\([^)]*\)/g, '')) },
    }));
  });
}

const REGION_NAMES = new Set(REGIONS.map((region) => wordsOf(region).join(' ')));

/** From so many letters an acronym is looked for in them, two of them swapped. */
const SWAP_LETTERS = 3;

/** "amph" as AMHP: too short for close spellings, which would find too much by themselves. */
function swapped({ query, reading }: UnderstoodQuery): readonly Offer[] {
  return reading.parts.flatMap((part) => {
    const term = termOf(part);
    const [word = '', another] = term?.words ?? [];
    if (!term || term.meaning || another !== undefined || word.length < SWAP_LETTERS) return [];
    const near = Array.from({ length: word.length - 1 }, (_, i) =>
      [word.slice(0, i), word[i + 1], word[i], word.slice(i + 2)].join(''),
    );
    const acronyms = new Set(near.filter((each) => each !== word).map((each) => meaningOf(each)));
    return [...acronyms].flatMap((meaning) =>
      meaning?.term && meaning.term === meaning.term.toUpperCase()
        ? [
            {
              words: `“${term.typed}” as ${meaning.term}`,
              query: { ...query, text: replaced(query.text, part, meaning.term) },
            },
          ]
        : [],
    );
  });
}

/** "20 miles of hythe" around the other Hythe. */
function samePlaces({ query, reading }: UnderstoodQuery, places: Places): readonly Offer[] {
  const { distance } = reading;
  return (distance?.places ?? []).flatMap(({ words: typed, point, at }) =>
    places
      .named(typed)
      .filter(({ label }) => label !== point.label)
      .map(({ label }) => ({
        words: `within ${distance?.miles} miles of ${label}`,
        query: { ...query, text: replaced(query.text, at, label) },
      })),
  );
}

function nearby({ query, reading, home }: UnderstoodQuery, places: Places): readonly Offer[] {
  if (query.near || reading.distance) return [];
  const { parts } = reading;
  for (let length = Math.min(LONGEST_PLACE, parts.length); length > 0; length -= 1) {
    for (let from = 0; from + length <= parts.length; from += 1) {
      const run = parts.slice(from, from + length);
      const terms = run.map(termOf);
      if (terms.some((term) => term === null)) continue;
      const named = terms.flatMap((term) => term?.words ?? []).join(' ');
      // Round the middle of a region lies no area anybody means.
      const place = REGION_NAMES.has(named) ? null : places.resolve(named, home);
      const [first, last] = [run[0], run.at(-1)];
      if (!place || !first || !last) continue;
      const text = replaced(query.text, { from: first.from, to: last.to }, '');
      const others = places.named(named).filter(({ label }) => label !== place.label);
      return [place, ...others].map((point) => ({
        words: `within ${NEAR_MILES} miles of ${point.label}`,
        query: {
          ...query,
          text,
          near: { ...point, radiusMiles: NEAR_MILES, withinTheirLimit: false },
        },
      }));
    }
  }
  return [];
}

/** The one term a part of the box stands for; null when it is more, or left out. */
function termOf(part: ReadPart): Extract<Term, { is: 'words' }> | null {
  const [choice, another] = part.asks?.choices ?? [];
  return choice?.is === 'words' && !another && !choice.inName ? choice : null;
}

function replaced(text: string, { from, to }: Pick<ReadPart, 'from' | 'to'>, by: string): string {
  return `${text.slice(0, from)} ${by} ${text.slice(to)}`.replace(/\s+/g, ' ').trim();
}
