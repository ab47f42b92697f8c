import type { CandidateId } from '#contract/brands.ts';
import type { Order } from '#contract/find-query.ts';
import type { UnitVector } from './distance.ts';
import { firstFew } from './first-few.ts';
import { lowestFirst, placesOf } from './kernels.ts';
import { orderKeys } from './order.ts';
import type { Overlay } from './overlay.ts';
import { compareKeys, findKey, KEY_WORDS, readKey, writeKey } from './person-key.ts';
import type { Ranks } from './planes.ts';
import type { Segment } from './segment.ts';

/** What a segment adds to a result. */
export interface FoundPart {
  readonly segment: Segment;
  readonly overlay: Overlay;
  readonly bits: Uint32Array;
  /** How many `bits` are. */
  readonly count: number;
  readonly ranks: Ranks | null;
}

/** So many are put in order at first; a screen shows fewer. */
const FIRST_PAGE = 128;

/** The people of a result in order, sorted no further than somebody looks. Rule Q29. */
export function orderedPeople(
  parts: readonly FoundPart[],
  order: Order,
  bases: readonly UnitVector[],
): {
  readonly total: number;
  ids(from: number, count: number): readonly CandidateId[];
  positionOf(id: CandidateId): number;
  has(id: CandidateId): boolean;
} {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  let lists: readonly PartInOrder[] | null = null;
  let merged: Merged | null = null;

  function upTo(wanted: number): Merged {
    if (merged && merged.length >= Math.min(wanted, total)) return merged;
    const size = Math.min(wanted <= FIRST_PAGE ? wanted : total, total);
    if (size <= FIRST_PAGE) {
      merged = mergeFew(size, fairShare(size, parts.length)) ?? mergeFew(size, size);
      if (merged) return merged;
    }
    lists ??= parts.map((part) => {
      const places = placesOf(part.bits, part.count);
      return { part, places, keys: orderKeys(places, order, { ...part, bases }) };
    });
    const sorted = lists.map(({ part, places, keys }) => ({
      ids: part.segment.keys,
      ...lowestFirst(places, keys, size),
      held: places.length,
    }));
    merged = merge(sorted, size);
    return merged;
  }
  /** Merges the first so many of each segment; null where one of them might have had more. */
  function mergeFew(size: number, each: number): Merged | null {
    const few = parts.map((part) => ({
      ids: part.segment.keys,
      ...firstFew(part, { order, bases, wanted: Math.min(each, part.count) }),
      held: part.count,
    }));
    const done = merge(few, size);
    return each === size || done.isSure ? done : null;
  }
  const keyOf = (id: CandidateId) => {
    const key = new Uint32Array(KEY_WORDS);
    writeKey(key, 0, id);
    return key;
  };
  const partOf = (key: Uint32Array) =>
    parts.findIndex(({ segment, bits }) => {
      const place = findKey(segment.keys, key);
      return place >= 0 && ((bits[place >>> 5] ?? 0) >>> (place & 31)) & 1;
    });
  const idAt = (entry: Merged, i: number) =>
    readKey(
      parts[entry.part[i] ?? 0]?.segment.keys ?? new Uint32Array(KEY_WORDS),
      (entry.place[i] ?? 0) * KEY_WORDS,
    );
  return {
    total,
    ids(from, count) {
      const start = Math.max(0, from);
      const end = Math.min(start + Math.max(0, count), total);
      if (end <= start) return [];
      const entry = upTo(end);
      return Array.from({ length: end - start }, (_, i) => idAt(entry, start + i));
    },
    has: (id) => partOf(keyOf(id)) >= 0,
    positionOf(id) {
      const key = keyOf(id);
      const partIndex = partOf(key);
      const part = parts[partIndex];
      if (!part) return -1;
      const place = findKey(part.segment.keys, key);
      const isHere = (entry: Merged, i: number) =>
        entry.place[i] === place && entry.part[i] === partIndex;
      const entry = upTo(total);
      for (let i = 0; i < entry.length; i += 1) if (isHere(entry, i)) return i;
      return -1;
    },
  };
}

interface PartInOrder {
  readonly part: FoundPart;
  readonly places: Uint32Array;
  readonly keys: Uint32Array;
}

interface Merged {
  readonly length: number;
  readonly part: Uint16Array;
  readonly place: Uint32Array;
  /** No list came to its end before it was known that nobody more of it would come. */
  readonly isSure: boolean;
}

/** Ids are spread evenly, so a segment seldom has much more than its share of the first ones. */
const fairShare = (size: number, parts: number) =>
  Math.min(size, Math.ceil((size / Math.max(1, parts)) * 2) + 6);

/** Merges the sorted lists of the segments: lowest key first, ties by id. */
function merge(lists: readonly Omit<Cursor, 'at'>[], size: number): Merged {
  const sorted = lists.map((list) => ({ ...list, at: 0 }));
  const part = new Uint16Array(size);
  const place = new Uint32Array(size);
  let isSure = true;
  for (let i = 0; i < size && isSure; i += 1) {
    let best = -1;
    for (let index = 0; index < sorted.length; index += 1) {
      const list = sorted[index] as Cursor;
      if (list.at >= list.places.length) {
        if (list.held > list.places.length) isSure = false;
        continue;
      }
      const leader = sorted[best];
      if (!leader || isBefore(list, leader)) best = index;
    }
    const list = sorted[best];
    if (!list) break;
    part[i] = best;
    place[i] = list.places[list.at] as number;
    list.at += 1;
  }
  return { length: size, part, place, isSure };
}

interface Cursor {
  readonly ids: Uint32Array;
  readonly places: Uint32Array;
  readonly keys: Uint32Array;
  /** How many there are, of whom these are the first. */
  readonly held: number;
  at: number;
}

function isBefore(a: Cursor, b: Cursor): boolean {
  const difference = (a.keys[a.at] ?? 0) - (b.keys[b.at] ?? 0);
  if (difference !== 0) return difference < 0;
  const idOf = (cursor: Cursor) => (cursor.places[cursor.at] ?? 0) * KEY_WORDS;
  return compareKeys(a.ids, idOf(a), b.ids, idOf(b)) < 0;
}
