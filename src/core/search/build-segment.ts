import { KEY_WORDS, writeKey } from './person-key.ts';
import {
  APART,
  NAME_FIELD,
  type PoolFacetId,
  PRIMARY_FIELD,
  type Projection,
} from './projection.ts';
import {
  APART_HERE,
  type Columns,
  FIELD_END,
  FIRST_TERM,
  FLAG_BITS,
  HAS_POINT,
  HIDDEN,
  IN_NAME,
  IN_PRIMARY,
  PHRASE_MARK,
  type Segment,
  SPOKEN,
  TRIED,
} from './segment.ts';
import { packStrings } from './string-column.ts';
import { KNOWN_PHRASES } from './synonym-book.ts';

/**
 * Builds a segment of `count` people, given in ascending order of their ids.
 *
 * One pass numbers the words as they come and writes postings as pairs; a counting
 * sort then turns them into lists by sorted term. Rule Q30.
 */
export function buildSegment(count: number, people: Iterable<Projection>): Segment {
  const text = textWriter();
  const columns = emptyColumns(count);
  const keys = new Uint32Array(count * KEY_WORDS);
  const facets = new Map<PoolFacetId, Map<string, Uint32Array>>();
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
    for (const [facet, value] of person.facets) setBit(facets, facet, value, place, alive.length);
    names.push(person.name);
    refs.push(person.ref);
    columns.town[place] = towns.of(person.town);
    columns.primaryArea[place] = areas.of(person.primaryArea);
    columns.status[place] = statuses.of(person.status);
    writeColumns(columns, place, person);
    place += 1;
  }
  return {
    count,
    keys,
    alive,
    ...text.finish(count),
    facets,
    columns,
    names: packStrings(names),
    refs: packStrings(refs),
    towns: towns.names,
    primaryAreas: areas.names,
    statuses: statuses.names,
  };
}

function emptyColumns(count: number): Columns {
  return {
    registration: new Uint32Array(count),
    phoneTail: new Uint32Array(count),
    phoneDigits: new Uint8Array(count),
    limitMiles: new Uint16Array(count),
    availableDay: new Uint16Array(count),
    checkedDay: new Uint16Array(count),
    interestDay: new Uint16Array(count),
    interestSeconds: new Uint32Array(count),
    marks: new Uint8Array(count),
    primaryArea: new Uint8Array(count),
    status: new Uint8Array(count),
    town: new Uint16Array(count),
    points: new Float32Array(count * 3),
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

function setBit(
  facets: Map<PoolFacetId, Map<string, Uint32Array>>,
  facet: PoolFacetId,
  value: string,
  place: number,
  words: number,
): void {
  const values = facets.get(facet) ?? new Map<string, Uint32Array>();
  facets.set(facet, values);
  const bits = values.get(value) ?? new Uint32Array(words);
  values.set(value, bits);
  bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31));
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

/** A list of numbers that grows by doubling. */
function growing() {
  let list = new Uint32Array(1024);
  let length = 0;
  return {
    push(value: number): void {
      if (length === list.length) {
        const longer = new Uint32Array(length * 2);
        longer.set(list);
        list = longer;
      }
      list[length] = value;
      length += 1;
    },
    /** Adds bits to the newest entry. */
    markAt(index: number, bits: number): void {
      list[index] = (list[index] ?? 0) | bits;
    },
    get length(): number {
      return length;
    },
    all: (): Uint32Array => list.subarray(0, length),
  };
}

const PHRASES_BY_FIRST = Map.groupBy(KNOWN_PHRASES, (words) => words[0] ?? '');

function textWriter() {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  const phrasesOf: (readonly (readonly string[])[] | undefined)[] = [];
  const forward = growing();
  const starts = growing();
  /** One entry a distinct term and person: the term, and the posting beside it. */
  const pairTerms = growing();
  const pairPostings = growing();
  const lastPair: number[] = [];
  const lastPlace: number[] = [];

  function numberOf(word: string): number {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, words.length);
    phrasesOf.push(PHRASES_BY_FIRST.get(word));
    lastPair.push(-1);
    lastPlace.push(-1);
    return words.push(word) - 1;
  }

  function post(term: number, place: number, flags: number): void {
    if (lastPlace[term] === place) {
      pairPostings.markAt(lastPair[term] ?? 0, flags);
      return;
    }
    lastPlace[term] = place;
    lastPair[term] = pairTerms.length;
    pairTerms.push(term);
    pairPostings.push((place << FLAG_BITS) | flags);
  }

  return {
    write(place: number, fields: readonly (readonly string[])[]): void {
      starts.push(forward.length);
      fields.forEach((field, index) => {
        const flags = index === NAME_FIELD ? IN_NAME : index === PRIMARY_FIELD ? IN_PRIMARY : 0;
        for (let i = 0; i < field.length; i += 1) {
          const word = field[i] ?? '';
          if (word === APART) {
            forward.push(APART_HERE);
            continue;
          }
          const term = numberOf(word);
          forward.push(term + FIRST_TERM);
          post(term, place, flags);
          for (const phrase of phrasesOf[term] ?? []) {
            if (phrase.every((each, offset) => field[i + offset] === each)) {
              post(numberOf(PHRASE_MARK + phrase.join(' ')), place, flags);
            }
          }
        }
        forward.push(FIELD_END);
      });
    },
    finish(count: number) {
      starts.push(forward.length);
      return {
        ...sortedTerms(words, forward.all(), pairTerms.all(), pairPostings.all()),
        forwardStarts: starts.all().slice(0, count + 1),
      };
    },
  };
}

/** Renumbers terms by their sorted order and gathers each term's postings. */
function sortedTerms(
  words: readonly string[],
  forward: Uint32Array,
  pairTerms: Uint32Array,
  pairPostings: Uint32Array,
): Pick<Segment, 'terms' | 'postingStarts' | 'postings' | 'forward'> {
  const order = words.map((_, i) => i).sort((a, b) => compare(words[a] ?? '', words[b] ?? ''));
  const ranks = new Uint32Array(words.length);
  order.forEach((old, rank) => {
    ranks[old] = rank;
  });
  const postingStarts = new Uint32Array(words.length + 1);
  for (const term of pairTerms) {
    const next = (ranks[term] ?? 0) + 1;
    postingStarts[next] = (postingStarts[next] ?? 0) + 1;
  }
  for (let t = 1; t <= words.length; t += 1) {
    postingStarts[t] = (postingStarts[t] ?? 0) + (postingStarts[t - 1] ?? 0);
  }
  const cursor = postingStarts.slice();
  const postings = new Uint32Array(pairTerms.length);
  for (let i = 0; i < pairTerms.length; i += 1) {
    const rank = ranks[pairTerms[i] ?? 0] ?? 0;
    const at = cursor[rank] ?? 0;
    postings[at] = pairPostings[i] ?? 0;
    cursor[rank] = at + 1;
  }
  const codes =
    words.length + FIRST_TERM <= 0x1_0000
      ? new Uint16Array(forward.length)
      : new Uint32Array(forward.length);
  for (let i = 0; i < forward.length; i += 1) {
    const code = forward[i] ?? 0;
    codes[i] = code < FIRST_TERM ? code : (ranks[code - FIRST_TERM] ?? 0) + FIRST_TERM;
  }
  return {
    terms: packStrings(order.map((old) => words[old] ?? '')),
    postingStarts,
    postings,
    forward: codes,
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
