import type { FacetId } from '#contract/find-query.ts';
import { REGIONS } from '#contract/vocabulary.ts';
import { COUNCILS } from '#core/data/councils.ts';
import type { HeldValue, InTown } from './asks.ts';
import type { Places } from './places.ts';
import { heldWords, type Vacancies, valuesNamed } from './reading-fields.ts';
import type { TextItem } from './reading-items.ts';
import { wordsOf } from './words.ts';

/** How a region is also written; with "england" or "region" behind it, or in one word, anyway. */
const REGION_ALSO: Readonly<Record<string, readonly string[]>> = {
  'Yorkshire and The Humber': [
    ...['yorkshire and humber', 'yorkshire the humber', 'yorkshire humber'],
    ...['yorkshire and humberside', 'yorkshire humberside', 'yorks and humber', 'yorks humber'],
    ...['yorks and the humber', 'yorks the humber'],
  ],
  'East of England': ['east england', 'eastern england', 'eastern region'],
  'East Midlands': ['east mids'],
  'West Midlands': ['west mids'],
  London: ['greater london', 'london region'],
};

/** "London" alone is a name and a word of many places: whoever lives there is found by it anyway. */
const REGION_BY_NAME = new Map<string, string>(
  REGIONS.flatMap((region) => {
    const name = wordsOf(region).join(' ');
    const usual = name.includes(' ') ? [name] : [];
    const isOfEngland = name.endsWith('england');
    return [
      ...usual,
      ...(isOfEngland ? [] : usual.flatMap((each) => [`${each} england`, `${each} of england`])),
      ...usual.map((each) => `${each} region`),
      ...(/^(north|south) (east|west)$/.test(name) ? [name.replace(' ', '')] : []),
      ...(REGION_ALSO[region] ?? []),
    ].map((each) => [each, region] as const);
  }),
);

/** Words of the longest value that is read after a colon. */
const LONGEST_VALUE = 5;

interface Named<Value> {
  readonly choice: Value;
  readonly next: number;
}

/** "role:team manager": the longest run of words that names values of the facet. Rule Q34. */
export function heldValue(
  items: readonly TextItem[],
  at: number,
  { facet, vacancies }: { readonly facet: FacetId; readonly vacancies: Vacancies },
): Named<HeldValue> | null {
  const region = facet === 'region' ? regionNamed(items, at) : null;
  if (region) return region;
  for (const run of runsAt(items, at)) {
    const values = valuesNamed(
      facet,
      run.flatMap((each) => each.words),
      vacancies,
    );
    if (values.length === 0) continue;
    // Words after the value join it only where they name it whole.
    if (run.length > 1 && values.length > 1) continue;
    const labels = values.map((value) => heldWords(facet, value, vacancies));
    return {
      choice: { is: 'held', typed: typedOf(run), facet, values, labels },
      next: at + run.length,
    };
  }
  return null;
}

/** "town:milton keynes": the longest run that is a town's name, else one word. Rule Q34. */
export function townNamed(
  items: readonly TextItem[],
  at: number,
  places: Places,
): Named<InTown> | null {
  for (const run of runsAt(items, at)) {
    const words = run.flatMap((each) => each.words);
    if (words.length === 0) continue;
    if (run.length > 1 && !places.isTown(words.join(' '))) continue;
    const choice = { is: 'town', typed: typedOf(run), words, isPrefix: true } as const;
    return { choice, next: at + run.length };
  }
  return null;
}

const REGION_BEGINNINGS = new Set(
  [...REGION_BY_NAME.keys()].map((name) => name.split(' ')[0] ?? ''),
);

/** "south east", "yorkshire & humber": a region, where its whole name is typed. Rule Q54. */
export function regionNamed(items: readonly TextItem[], at: number): Named<HeldValue> | null {
  if (!REGION_BEGINNINGS.has(items[at]?.words[0] ?? '')) return null;
  const runs = runsAt(items, at, { throughAnd: true });
  for (const [i, run] of runs.entries()) {
    const region = REGION_BY_NAME.get(run.flatMap(wordsWithAnd).join(' '));
    if (region === undefined) continue;
    // "South East London" is no region, and "North East Lincolnshire" is a council.
    const longer = runs[i - 1];
    const goesOn = longer?.flatMap((each) => each.words).join(' ') ?? '';
    if (longer?.at(-1)?.words[0] === 'london' || LONGER_NAMES.has(goesOn)) continue;
    const typed = typedOf(run);
    return {
      choice: { is: 'held', typed, facet: 'region', values: [region], labels: [region] },
      next: at + run.length,
    };
  }
  return null;
}

/** Councils that begin with the name of a region. */
const LONGER_NAMES = new Set(COUNCILS.map(({ name }) => wordsOf(name).join(' ')));

/** An `and` before a piece is no word of it; here it is part of a name. */
const wordsWithAnd = ({ standsAlone, words }: TextItem, i: number): readonly string[] =>
  standsAlone && i > 0 ? ['and', ...words] : words;

/** The piece at a place with the plain words that follow it, the longest run first. */
function runsAt(
  items: readonly TextItem[],
  at: number,
  { throughAnd } = { throughAnd: false },
): readonly (readonly TextItem[])[] {
  const [item, ...following] = items.slice(at, at + LONGEST_VALUE);
  if (!item) return [];
  const end = following.findIndex(
    (each) =>
      each.isNot ||
      each.joinsByOr ||
      (each.standsAlone && !throughAnd) ||
      each.isQuoted ||
      each.bracket !== null ||
      each.field !== null,
  );
  const plain = item.isQuoted ? [] : end < 0 ? following : following.slice(0, end);
  const runs = [[item]];
  for (const each of plain) runs.unshift([...(runs[0] ?? []), each]);
  return runs;
}

const typedOf = (run: readonly TextItem[]) => run.map((each) => each.typed).join(' ');
