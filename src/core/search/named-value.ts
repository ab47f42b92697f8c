import type { FacetId } from '#contract/find-query.ts';
import { REGIONS } from '#contract/vocabulary.ts';
import type { HeldValue, InTown } from './asks.ts';
import type { Places } from './places.ts';
import { valuesNamed } from './reading-fields.ts';
import type { TextItem } from './reading-items.ts';
import { wordsOf } from './words.ts';

const REGION_BY_NAME = new Map<string, string>(
  REGIONS.map((region) => [wordsOf(region).join(' '), region]),
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
  facet: FacetId,
): Named<HeldValue> | null {
  for (const run of runsAt(items, at)) {
    const values = valuesNamed(
      facet,
      run.flatMap((each) => each.words),
    );
    if (values.length === 0) continue;
    // Words after the value join it only where they name it whole.
    if (run.length > 1 && values.length > 1) continue;
    return { choice: { is: 'held', typed: typedOf(run), facet, values }, next: at + run.length };
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

/** "south east": a region, where its whole name is typed. Rule Q54. */
export function regionNamed(items: readonly TextItem[], at: number): Named<HeldValue> | null {
  const runs = runsAt(items, at);
  for (const run of runs) {
    const key = run.flatMap((each) => each.words).join(' ');
    const region = run.length > 1 ? REGION_BY_NAME.get(key) : undefined;
    // "South East London" is no region.
    const next = runs.find((longer) => longer.length === run.length + 1)?.at(-1);
    if (region === undefined || next?.words[0] === 'london') continue;
    const typed = typedOf(run);
    return {
      choice: { is: 'held', typed, facet: 'region', values: [region] },
      next: at + run.length,
    };
  }
  return null;
}

/** The piece at a place with the plain words that follow it, the longest run first. */
function runsAt(items: readonly TextItem[], at: number): readonly (readonly TextItem[])[] {
  const [item, ...following] = items.slice(at, at + LONGEST_VALUE);
  if (!item) return [];
  const end = following.findIndex(
    (each) =>
      each.isNot ||
      each.joinsByOr ||
      each.standsAlone ||
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
