import type { Postings } from './postings.ts';
import type { PoolFacetId } from './projection.ts';
import { forwardList } from './running-text.ts';
import { type Codes, type Columns, emptyColumns, type Segment } from './segment.ts';

/** Bytes that WebCrypto and files take. */
type Bytes = Uint8Array<ArrayBuffer>;
type Numbers = Uint8Array | Uint16Array | Uint32Array | Float32Array;

/** The same in a window, a worker and Node; no library of core's type project declares them. */
declare const TextEncoder: new () => { encode(text: string): Bytes };
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

const KINDS = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, f32: Float32Array } as const;
type Kind = keyof typeof KINDS;

/** What stands before the numbers. */
interface Header {
  readonly count: number;
  readonly towns: readonly string[];
  readonly primaryAreas: readonly string[];
  readonly statuses: readonly string[];
  readonly facets: readonly (readonly [PoolFacetId, readonly string[]])[];
  /** In the order of `arraysOf`. */
  readonly arrays: readonly (readonly [Kind, length: number])[];
}

/* length of the header (4) | header JSON | each array, from a multiple of 4 */
const PREAMBLE = 4;
const aligned = (at: number) => (at + 3) & ~3;

/**
 * Writes a segment as it lies in memory, all but `alive`, which changes (decision Q3).
 *
 * Reading it back makes views of the same bytes: nothing is built again.
 */
export function packSegment(segment: Segment): Bytes {
  const arrays = arraysOf(segment);
  const { count, towns, primaryAreas, statuses } = segment;
  const facets = [...segment.facets].map(([facet, values]) => [facet, [...values.keys()]] as const);
  const kinds = arrays.map((array) => [kindOf(array), array.length] as const);
  const header: Header = { count, towns, primaryAreas, statuses, facets, arrays: kinds };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const size = arrays.reduce(
    (sum, array) => aligned(sum) + array.byteLength,
    aligned(PREAMBLE + text.length),
  );
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, PREAMBLE);
  let at = PREAMBLE + text.length;
  for (const array of arrays) {
    at = aligned(at);
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  }
  return bytes;
}

/**
 * Reads what `packSegment` wrote. Throws for bytes of another form.
 *
 * Nothing is built again: the running text is copied to where the kernels read it, the rest is
 * views of a copy, so that the image itself is free.
 */
export function unpackSegment(bytes: Bytes, alive: Uint32Array): Segment {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const text = new TextDecoder().decode(bytes.subarray(PREAMBLE, PREAMBLE + length));
  const header: Header = JSON.parse(text);
  let end = PREAMBLE + length;
  const starts = header.arrays.map(([kind, size]) => {
    const start = aligned(end);
    end = start + size * KINDS[kind].BYTES_PER_ELEMENT;
    return start;
  });
  const own = bytes.slice(0, starts.at(-1));
  const arrays = header.arrays.map(([kind, size], i) => {
    const isText = i === starts.length - 1;
    const { buffer, byteOffset } = isText ? bytes : own;
    return new KINDS[kind](buffer, byteOffset + (starts[i] as number), size);
  });
  return readArrays(header, alive, arrays.values());
}

function readArrays(header: Header, alive: Uint32Array, arrays: Iterator<Numbers>): Segment {
  const next = <Wanted extends Numbers>(): Wanted => arrays.next().value as Wanted;
  const strings = () => ({ starts: next<Uint32Array>(), text: next<Uint8Array | Uint16Array>() });
  const postings = (): Postings => ({
    starts: next(),
    places: next(),
    frequent: next(),
    sets: next(),
  });
  const { count, towns, primaryAreas, statuses } = header;
  const segment: Omit<Segment, 'forward'> = {
    count,
    alive,
    towns,
    primaryAreas,
    statuses,
    keys: next(),
    terms: strings(),
    anywhere: postings(),
    inPrimary: postings(),
    inName: postings(),
    forwardStarts: next(),
    names: strings(),
    refs: strings(),
    // Into columns as they are made everywhere: the hot loops then see one shape.
    columns: Object.assign(
      emptyColumns(0),
      Object.fromEntries(COLUMN_NAMES.map((name) => [name, next()])),
    ),
    facets: new Map(
      header.facets.map(([facet, values]) => [
        facet,
        new Map(values.map((value) => [value, next<Uint32Array>()])),
      ]),
    ),
  };
  const text = next<Codes>();
  const forward = forwardList(segment.terms.starts.length - 1, text.length);
  forward.set(text);
  return { ...segment, forward };
}

const COLUMN_NAMES = Object.keys(emptyColumns(0)) as readonly (keyof Columns)[];

/** Every array of a segment in the order in which `readArrays` takes them. */
function arraysOf(segment: Segment): readonly Numbers[] {
  const { terms, names, refs, columns, facets } = segment;
  return [
    segment.keys,
    ...[terms.starts, terms.text],
    ...[segment.anywhere, segment.inPrimary, segment.inName].flatMap(
      ({ starts, places, frequent, sets }) => [starts, places, frequent, sets],
    ),
    segment.forwardStarts,
    ...[names.starts, names.text, refs.starts, refs.text],
    ...COLUMN_NAMES.map((name) => columns[name]),
    ...[...facets.values()].flatMap((values) => [...values.values()]),
    segment.forward,
  ];
}

function kindOf(array: Numbers): Kind {
  if (array instanceof Float32Array) return 'f32';
  return array.BYTES_PER_ELEMENT === 1 ? 'u8' : array.BYTES_PER_ELEMENT === 2 ? 'u16' : 'u32';
}
