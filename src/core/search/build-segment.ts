import { KEY_WORDS, writeKey } from './person-key.ts';
import type { FacetValue, PoolFacetId, Projection } from './projection.ts';
import {
  type Columns,
  emptyColumns,
  HAS_POINT,
  HIDDEN,
  type Segment,
  SPOKEN,
  TRIED,
} from './segment.ts';
import { finish, type Steps } from './steps.ts';
import { packStrings } from './string-column.ts';
import { createTextWriter } from './text-writer.ts';

/**
 * Builds a segment of `count` people, given in ascending order of their ids.
 *
 * One pass numbers the words as they come and writes postings as pairs; a counting
 * sort then turns them into lists by sorted term. Rule Q30.
 */
export function buildSegment(count: number, people: Iterable<Projection>): Segment {
  return finish(buildInSteps(count, people));
}

/** The same, stopping at each person. */
export function* buildInSteps(count: number, people: Iterable<Projection>): Steps<Segment> {
  const text = createTextWriter(count);
  const columns = emptyColumns(count);
  const keys = new Uint32Array(count * KEY_WORDS);
  const facets = new Map<FacetValue, Uint32Array>();
  const names: string[] = [];
  const refs: string[] = [];
  const towns = numberer();
  const areas = numberer();
  const statuses = numberer();
  const alive = new Uint32Array((count + 31) >>> 5);
  let place = 0;
  for (const person of people) {
    writeKey(keys, place * KEY_WORDS, person.id);
    alive[place >>> 5] = (alive[place >>> 5] ?? 0) | (1 << (place & 31));
    text.write(place, person.fields);
    for (const value of person.facets) {
      const bits = facets.get(value) ?? new Uint32Array(alive.length);
      facets.set(value, bits);
      bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31));
    }
    names.push(person.name);
    refs.push(person.ref);
    columns.town[place] = towns.of(person.town);
    columns.primaryArea[place] = areas.of(person.primaryArea);
    columns.status[place] = statuses.of(person.status);
    writeColumns(columns, place, person);
    place += 1;
    yield;
  }
  return {
    count,
    keys,
    alive,
    ...(yield* text.finish(count)),
    facets: byFacet(facets),
    columns,
    names: packStrings(names),
    refs: packStrings(refs),
    towns: towns.names,
    primaryAreas: areas.names,
    statuses: statuses.names,
  };
}

function writeColumns(columns: Columns, place: number, person: Projection): void {
  columns.registration[place] = person.registration;
  columns.phoneTail[place] = person.phoneTail;
  columns.phoneDigits[place] = person.phoneDigits;
  columns.limitMiles[place] = person.limitMiles;
  columns.availableDay[place] = person.availableDay;
  columns.checkedDay[place] = person.checkedDay;
  columns.interestDay[place] = person.interestDay;
  columns.interestSeconds[place] = person.interestSeconds;
  if (person.at) columns.points.set(person.at, place * 3);
  columns.marks[place] =
    (person.at ? HAS_POINT : 0) |
    (person.spoken ? SPOKEN : 0) |
    (person.tried ? TRIED : 0) |
    (person.hidden ? HIDDEN : 0);
}

function byFacet(bits: ReadonlyMap<FacetValue, Uint32Array>): Segment['facets'] {
  const facets = new Map<PoolFacetId, Map<string, Uint32Array>>();
  for (const [{ facet, value }, having] of bits) {
    const values = facets.get(facet) ?? new Map<string, Uint32Array>();
    facets.set(facet, values.set(value, having));
  }
  return facets;
}

function numberer() {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  return {
    names,
    of(name: string): number {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, names.length);
      return names.push(name) - 1;
    },
  };
}
