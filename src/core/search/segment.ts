import type { UnitVector } from './distance.ts';
import { findKey } from './person-key.ts';
import { type Postings, postingsBytes } from './postings.ts';
import { APART, type PoolFacetId } from './projection.ts';
import { type StringColumn, stringAt, stringColumnBytes } from './string-column.ts';

/** In `forward`: a field ends here. */
export const FIELD_END = 0;
/** In `forward`: a phrase may not span this place. */
export const APART_HERE = 1;
/** In `forward`: term 0 is written as this. */
export const FIRST_TERM = 2;

/** Begins the terms that are whole phrases, so that no typed prefix reaches them. */
export const PHRASE_MARK = '\u0001';

/** Numbers of as few bytes as they need. */
export type Codes = Uint16Array | Uint32Array;

/** Facet, value, and who has it as a bit set. */
export type FacetBits = ReadonlyMap<PoolFacetId, ReadonlyMap<string, Uint32Array>>;

/** One number a person, by name; the rest of a card and of every order. */
export interface Columns {
  readonly registration: Uint32Array;
  readonly phoneTail: Uint32Array;
  readonly phoneDigits: Uint8Array;
  readonly limitMiles: Uint16Array;
  readonly availableDay: Uint16Array;
  readonly checkedDay: Uint16Array;
  readonly interestDay: Uint16Array;
  readonly interestSeconds: Uint32Array;
  /** Bits `HAS_POINT`, `SPOKEN`, `TRIED`, `HIDDEN`. */
  readonly marks: Uint8Array;
  /** Places in `primaryAreas`, `statuses`, `towns`. */
  readonly primaryArea: Uint8Array;
  readonly status: Uint8Array;
  readonly town: Uint16Array;
  /** Unit vectors: x, y, z. */
  readonly points: Float32Array;
}

/** Columns of so many people, all 0. */
export function emptyColumns(count: number): Columns {
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

export const HAS_POINT = 1;
export const SPOKEN = 2;
export const TRIED = 4;
export const HIDDEN = 8;

/**
 * At most `MOST_PLACES` people, searchable; nothing in it changes but `alive`.
 *
 * People stand in the order of their ids, so the order of places is the tie-break of
 * every order. All of it is typed arrays and short lists of names: a later snapshot is
 * these bytes (decision Q3).
 */
export interface Segment {
  readonly count: number;
  readonly keys: Uint32Array;
  /** One bit a person; cleared when the person is replaced or removed: a tombstone. */
  readonly alive: Uint32Array;
  readonly terms: StringColumn;
  /** Who has a term at all, in their main area, in their name. */
  readonly anywhere: Postings;
  readonly inPrimary: Postings;
  readonly inName: Postings;
  readonly forwardStarts: Uint32Array;
  /** Every word of every person in reading order, as `FIRST_TERM` + term. */
  readonly forward: Codes;
  readonly facets: FacetBits;
  readonly columns: Columns;
  readonly names: StringColumn;
  readonly refs: StringColumn;
  readonly towns: readonly string[];
  readonly primaryAreas: readonly string[];
  readonly statuses: readonly string[];
}

/** Place of an id (as key words) in the segment while alive; -1 when it is not there. */
export function placeOf(segment: Segment, key: Uint32Array): number {
  const place = findKey(segment.keys, key);
  return place >= 0 && isAlive(segment, place) ? place : -1;
}

/** Whether the person at a place has not been replaced or removed. */
export function isAlive(segment: Segment, place: number): boolean {
  return (((segment.alive[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
}

/** The point of the person at a place; call only where `HAS_POINT` is set. */
export function pointAt(segment: Segment, place: number): UnitVector {
  const { points } = segment.columns;
  return [points[place * 3] ?? 0, points[place * 3 + 1] ?? 0, points[place * 3 + 2] ?? 0];
}

/** Bytes the segment takes, but for its running text (running-text.ts). */
export function segmentBytes(segment: Segment): number {
  let bytes = segment.keys.byteLength + segment.alive.byteLength;
  bytes += postingsBytes(segment.anywhere);
  bytes += postingsBytes(segment.inPrimary) + postingsBytes(segment.inName);
  bytes += segment.forwardStarts.byteLength;
  for (const column of [segment.terms, segment.names, segment.refs]) {
    bytes += stringColumnBytes(column);
  }
  for (const column of Object.values<{ readonly byteLength: number }>({ ...segment.columns })) {
    bytes += column.byteLength;
  }
  for (const values of segment.facets.values()) {
    for (const bits of values.values()) bytes += bits.byteLength;
  }
  return bytes;
}

/** Words of a segment that were read lately: the people of one list write much the same. */
const wordsRead = new WeakMap<Segment, Map<number, string>>();
const MOST_WORDS_READ = 4_096;

function wordAt(segment: Segment, term: number): string {
  let read = wordsRead.get(segment);
  if (!read || read.size === MOST_WORDS_READ) {
    read = new Map();
    wordsRead.set(segment, read);
  }
  let word = read.get(term);
  if (word === undefined) {
    word = stringAt(segment.terms, term);
    read.set(term, word);
  }
  return word;
}

/** Folded words of the person at a place, by field. */
export function fieldsAt(segment: Segment, place: number): string[][] {
  const fields: string[][] = [];
  let field: string[] = [];
  const end = segment.forwardStarts[place + 1] ?? 0;
  for (let i = segment.forwardStarts[place] ?? 0; i < end; i += 1) {
    const code = segment.forward[i] ?? FIELD_END;
    if (code === FIELD_END) {
      fields.push(field);
      field = [];
    } else {
      field.push(code === APART_HERE ? APART : wordAt(segment, code - FIRST_TERM));
    }
  }
  return fields;
}
