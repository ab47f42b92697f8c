import { compareKeys, KEY_WORDS } from './person-key.ts';
import { isAnyOf, packPostingsInSteps, placesHaving } from './postings.ts';
import type { PoolFacetId } from './projection.ts';
import { forwardList } from './running-text.ts';
import { type Columns, emptyColumns, FIRST_TERM, isAlive, type Segment } from './segment.ts';
import { finish, isStop, type Steps } from './steps.ts';
import { packStringsInSteps, type StringColumn, stringAt } from './string-column.ts';
import type { SegmentText } from './text-writer.ts';

/** Where everybody alive of several segments goes. */
interface Moves {
  readonly count: number;
  /** By place in the merged segment: which segment they come from, and their place there. */
  readonly from: Uint8Array;
  readonly at: Uint32Array;
  /** By segment: place there to place in the merged one plus 1; 0 = not alive. */
  readonly to: readonly Uint32Array[];
}

/**
 * Builds one segment of everybody alive in several; at most 255.
 *
 * Numbers are moved and nobody is read again word by word, because this runs between
 * two key presses.
 */
export function mergeSegments(segments: readonly Segment[]): Segment {
  return finish(mergeInSteps(segments));
}

/** The same, stopping now and then: meanwhile nobody in the segments may die. */
export function* mergeInSteps(segments: readonly Segment[]): Steps<Segment> {
  const moves = yield* planMoves(segments);
  const { count, from, at } = moves;
  const keys = new Uint32Array(count * KEY_WORDS);
  for (let place = 0; place < count; place += 1) {
    const old = (segments[from[place] as number] as Segment).keys;
    const start = (at[place] as number) * KEY_WORDS;
    for (let i = 0; i < KEY_WORDS; i += 1) keys[place * KEY_WORDS + i] = old[start + i] as number;
    if (isStop(place)) yield;
  }
  const alive = new Uint32Array((count + 31) >>> 5);
  for (let place = 0; place < count; place += 1) setBit(alive, place);
  const strings = function* (of: (segment: Segment) => StringColumn): Steps<StringColumn> {
    const list: string[] = [];
    for (let place = 0; place < count; place += 1) {
      if (isStop(place)) yield;
      list.push(stringAt(of(segments[from[place] as number] as Segment), at[place] as number));
    }
    return yield* packStringsInSteps(list);
  };
  const columns = yield* mergeColumns(segments, moves);
  return {
    count,
    keys,
    alive,
    ...(yield* mergeText(segments, moves)),
    facets: yield* mergeFacets(segments, moves, alive.length),
    columns,
    names: yield* strings((segment) => segment.names),
    refs: yield* strings((segment) => segment.refs),
    towns: renumber(segments, moves, columns.town, (segment) => segment.towns),
    primaryAreas: renumber(segments, moves, columns.primaryArea, (one) => one.primaryAreas),
    statuses: renumber(segments, moves, columns.status, (segment) => segment.statuses),
  };
}

/** Everybody alive in the order of their ids. */
function* planMoves(segments: readonly Segment[]): Steps<Moves> {
  const next = segments.map(() => 0);
  const to = segments.map((segment) => new Uint32Array(segment.count));
  const from: number[] = [];
  const at: number[] = [];
  for (;;) {
    let lowest = -1;
    segments.forEach((segment, i) => {
      let place = next[i] as number;
      while (place < segment.count && !isAlive(segment, place)) place += 1;
      next[i] = place;
      if (place === segment.count) return;
      const best = segments[lowest];
      const isLower =
        best === undefined ||
        compareKeys(
          segment.keys,
          place * KEY_WORDS,
          best.keys,
          (next[lowest] as number) * KEY_WORDS,
        ) < 0;
      if (isLower) lowest = i;
    });
    if (lowest < 0) break;
    const place = next[lowest] as number;
    (to[lowest] as Uint32Array)[place] = from.push(lowest);
    at.push(place);
    next[lowest] = place + 1;
    if (isStop(from.length)) yield;
  }
  return { count: from.length, from: Uint8Array.from(from), at: Uint32Array.from(at), to };
}

/** One dictionary of the words still in use; postings and running text in its numbers. */
function* mergeText(segments: readonly Segment[], moves: Moves): Steps<SegmentText> {
  const { words, numbers } = yield* mergeWords(segments);
  const isHeld = new Uint8Array(words.length);
  for (const [i, { alive, anywhere }] of segments.entries()) {
    for (const [term, word] of (numbers[i] as Uint32Array).entries()) {
      if (isStop(term)) yield;
      if (isAnyOf(alive, anywhere, { from: term, to: term + 1 })) isHeld[word] = 1;
    }
  }
  // A word that only dead people had is dropped.
  const kept = words.filter((_, word) => isHeld[word] === 1);
  let term = 0;
  const terms = Uint32Array.from(isHeld, (held) => (held === 1 ? term++ : 0));
  /** By segment: the old number of every term; -1 where nobody has it. */
  const olds = segments.map(() => new Int32Array(kept.length).fill(-1));
  numbers.forEach((list, i) => {
    for (let old = 0; old < list.length; old += 1) {
      const word = list[old] as number;
      list[old] = terms[word] as number;
      if (isHeld[word] === 1) (olds[i] as Int32Array)[list[old] as number] = old;
    }
  });
  const having = (which: 'anywhere' | 'inPrimary' | 'inName') =>
    packPostingsInSteps({ people: moves.count, terms: kept.length }, (term, into) => {
      let length = 0;
      for (let i = 0; i < segments.length; i += 1) {
        const old = (olds[i] as Int32Array)[term] as number;
        if (old < 0) continue;
        const places = placesHaving((segments[i] as Segment)[which], old);
        const to = moves.to[i] as Uint32Array;
        for (let p = 0; p < places.length; p += 1) {
          const now = to[places[p] as number] as number;
          if (now > 0) into[length++] = now - 1;
        }
      }
      return length;
    });
  return {
    terms: yield* packStringsInSteps(kept),
    anywhere: yield* having('anywhere'),
    inPrimary: yield* having('inPrimary'),
    inName: yield* having('inName'),
    ...(yield* mergeForward(segments, moves, { count: kept.length, numbers })),
  };
}

/** The words of several segments, each once and in order, and by segment their new numbers. */
function* mergeWords(
  segments: readonly Segment[],
): Steps<{ readonly words: readonly string[]; readonly numbers: readonly Uint32Array[] }> {
  const numbers = segments.map(({ terms }) => new Uint32Array(terms.starts.length - 1));
  const next = segments.map(() => 0);
  const wordOf = (i: number) =>
    (next[i] as number) < (numbers[i] as Uint32Array).length
      ? stringAt((segments[i] as Segment).terms, next[i] as number)
      : null;
  const heads = segments.map((_, i) => wordOf(i));
  const words: string[] = [];
  for (;;) {
    const lowest = lowestOf(heads);
    if (lowest === null) return { words, numbers };
    for (let i = 0; i < heads.length; i += 1) {
      if (heads[i] !== lowest) continue;
      (numbers[i] as Uint32Array)[next[i] as number] = words.length;
      next[i] = (next[i] as number) + 1;
      heads[i] = wordOf(i);
    }
    if (isStop(words.push(lowest))) yield;
  }
}

function lowestOf(words: readonly (string | null)[]): string | null {
  let lowest: string | null = null;
  for (const word of words) if (word !== null && (lowest === null || word < lowest)) lowest = word;
  return lowest;
}

function* mergeForward(
  segments: readonly Segment[],
  { count, from, at }: Moves,
  terms: { readonly count: number; readonly numbers: readonly Uint32Array[] },
): Steps<Pick<Segment, 'forward' | 'forwardStarts'>> {
  const forwardStarts = new Uint32Array(count + 1);
  for (let place = 0; place < count; place += 1) {
    const { forwardStarts: old } = segments[from[place] as number] as Segment;
    const was = at[place] as number;
    forwardStarts[place + 1] =
      (forwardStarts[place] as number) + (old[was + 1] as number) - (old[was] as number);
  }
  const forward = forwardList(terms.count, forwardStarts[count] as number);
  for (let place = 0; place < count; place += 1) {
    if (isStop(place)) yield;
    const old = segments[from[place] as number] as Segment;
    const numbers = terms.numbers[from[place] as number] as Uint32Array;
    let source = old.forwardStarts[at[place] as number] as number;
    const end = forwardStarts[place + 1] as number;
    for (let i = forwardStarts[place] as number; i < end; i += 1, source += 1) {
      const code = old.forward[source] as number;
      forward[i] = code < FIRST_TERM ? code : (numbers[code - FIRST_TERM] as number) + FIRST_TERM;
    }
  }
  return { forward, forwardStarts };
}

function* mergeFacets(
  segments: readonly Segment[],
  { to }: Moves,
  words: number,
): Steps<Segment['facets']> {
  const facets = new Map<PoolFacetId, Map<string, Uint32Array>>();
  for (const [i, segment] of segments.entries()) {
    const moved = to[i] as Uint32Array;
    for (const [facet, values] of segment.facets) {
      const merged = facets.get(facet) ?? new Map<string, Uint32Array>();
      facets.set(facet, merged);
      for (const [value, old] of values) {
        const bits = merged.get(value) ?? new Uint32Array(words);
        merged.set(value, bits);
        yield;
        for (let word = 0; word < old.length; word += 1) {
          for (let rest = old[word] as number; rest !== 0; rest &= rest - 1) {
            const place = moved[(word << 5) + 31 - Math.clz32(rest & -rest)] as number;
            if (place > 0) setBit(bits, place - 1);
          }
        }
      }
    }
  }
  return facets;
}

function* mergeColumns(segments: readonly Segment[], { count, from, at }: Moves): Steps<Columns> {
  const columns = emptyColumns(count);
  for (const name of Object.keys(columns) as (keyof Columns)[]) {
    const merged = columns[name];
    const width = merged.length / Math.max(1, count);
    for (let place = 0; place < count; place += 1) {
      if (isStop(place)) yield;
      const old = (segments[from[place] as number] as Segment).columns[name];
      const start = (at[place] as number) * width;
      for (let i = 0; i < width; i += 1) merged[place * width + i] = old[start + i] as number;
    }
  }
  return columns;
}

/** Joins the names that a column points to, and points it into the joined list. */
function renumber(
  segments: readonly Segment[],
  { count, from }: Moves,
  column: Uint8Array | Uint16Array,
  namesOf: (segment: Segment) => readonly string[],
): readonly string[] {
  const numbers = new Map<string, number>();
  for (let place = 0; place < count; place += 1) {
    const names = namesOf(segments[from[place] as number] as Segment);
    const name = names[column[place] as number] ?? '';
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    column[place] = number;
  }
  return [...numbers.keys()];
}

function setBit(bits: Uint32Array, place: number): void {
  bits[place >>> 5] = (bits[place >>> 5] as number) | (1 << (place & 31));
}
