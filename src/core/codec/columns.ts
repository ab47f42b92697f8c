import {
  NUMBER_KIND_NAMES,
  NUMBER_KINDS,
  type NumberForm,
  type NumberKind,
  prefixedForm,
} from './number-forms.ts';

/**
 * How one field of all people is written.
 *
 * `number` kinds keep whole numbers as byte planes (all first bytes, then all second
 * bytes...), `uuid` sixteen planes, `list` one plane of places in a short list of JSON
 * values, `items` one plane for each place of a short array of words, `text` and `json` a
 * line per person in the text section. In number and list planes 0 means absent.
 */
export type Column = { readonly name: string } & (
  | { readonly as: NumberKind; readonly min: number; readonly width: number }
  | {
      readonly as: 'prefixed';
      readonly prefix: string;
      readonly min: number;
      readonly width: number;
    }
  | { readonly as: 'uuid' }
  | { readonly as: 'list'; readonly values: readonly unknown[] }
  | { readonly as: 'items'; readonly items: readonly string[]; readonly width: number }
  | { readonly as: 'text' }
  | { readonly as: 'json' }
);

/** Bytes that WebCrypto and streams take. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** A bucket whose container is broken; the rows inside are never judged here. */
export class BucketError extends Error {
  override readonly name = 'BucketError';
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const UUID_BYTES = 16;
/** 255 places and absent fit one byte. */
const MOST_LISTED = 255;
const MOST_WIDTH = 6;
const WIDTHS = [1, 2, 3, 4, 5, MOST_WIDTH];

/** Picks the tightest form that brings every value back exactly as it was. */
export function packColumn(
  name: string,
  values: readonly unknown[],
): { readonly column: Column; readonly planes: readonly Bytes[] } {
  const present = values.filter((value) => value !== undefined);
  if (present.length === values.length && present.every(isUuid)) {
    return { column: { name, as: 'uuid' }, planes: uuidPlanes(present) };
  }
  const listed = [...new Set(present.map((value) => JSON.stringify(value)))];
  if (listed.length <= Math.min(MOST_LISTED, present.length / 8 + 2))
    return list(name, values, listed);
  const items = packItems(name, values);
  if (items) return items;
  for (const kind of NUMBER_KIND_NAMES) {
    const numbers = packNumbers(values, NUMBER_KINDS[kind]);
    if (numbers) return { column: { name, as: kind, ...numbers.shape }, planes: numbers.planes };
  }
  const prefix = /^\D*/.exec(String(present[0]))?.[0] ?? '';
  const numbers = packNumbers(values, prefixedForm(prefix));
  if (numbers) {
    return { column: { name, as: 'prefixed', prefix, ...numbers.shape }, planes: numbers.planes };
  }
  if (present.every((value) => typeof value === 'string')) {
    return { column: { name, as: 'text' }, planes: [] };
  }
  if (listed.length <= Math.min(MOST_LISTED, present.length / 2)) return list(name, values, listed);
  return { column: { name, as: 'json' }, planes: [] };
}

function list(name: string, values: readonly unknown[], listed: readonly string[]) {
  const places = new Map(listed.map((text, index) => [text, index + 1]));
  const plane = Uint8Array.from(values, (value) =>
    value === undefined ? 0 : (places.get(JSON.stringify(value)) ?? 0),
  );
  const column: Column = { name, as: 'list', values: listed.map((text) => JSON.parse(text)) };
  return { column, planes: [plane] };
}

/** In the first plane of an items column, where 0 means an empty array. */
const NO_ARRAY = 255;
const MOST_ITEMS = 254;
const LONGEST_ARRAY = 16;

function packItems(name: string, values: readonly unknown[]) {
  const arrays = values.filter((value) => value !== undefined);
  if (!arrays.every(isShortOfWords)) return undefined;
  const items = [...new Set(arrays.flat())];
  if (items.length > MOST_ITEMS) return undefined;
  const places = new Map(items.map((item, index) => [item, index + 1]));
  const width = Math.max(1, ...arrays.map((array) => array.length));
  const planes = Array.from({ length: width }, (_, place) =>
    Uint8Array.from(values, (value) => {
      if (!isShortOfWords(value)) return place === 0 ? NO_ARRAY : 0;
      return places.get(value[place] ?? '') ?? 0;
    }),
  );
  const column: Column = { name, as: 'items', items, width };
  return { column, planes };
}

const isShortOfWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) &&
  value.length <= LONGEST_ARRAY &&
  value.every((word) => typeof word === 'string' && word !== '');

function unpackItems(
  { items, width }: Extract<Column, { readonly as: 'items' }>,
  planes: Uint8Array,
  rows: number,
): (string[] | undefined)[] {
  return Array.from({ length: rows }, (_, row) => {
    if (planes[row] === NO_ARRAY) return undefined;
    const array: string[] = [];
    for (let place = 0; place < width; place += 1) {
      const at = planes[place * rows + row] ?? 0;
      if (at === 0) break;
      const item = items[at - 1];
      if (item === undefined) throw new BucketError('a place outside its list');
      array.push(item);
    }
    return array;
  });
}

function packNumbers(values: readonly unknown[], form: NumberForm) {
  const numbers: (number | undefined)[] = [];
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    const number = value === undefined ? undefined : form.toNumber(value);
    if (number === undefined && value !== undefined) return undefined;
    if (number !== undefined) {
      // -0 would come back as 0.
      if (Object.is(number, -0)) return undefined;
      min = Math.min(min, number);
      max = Math.max(max, number);
    }
    numbers.push(number);
  }
  const width = Math.ceil(Math.log2(max - min + 2) / 8) || 1;
  if (width > MOST_WIDTH) return undefined;
  const planes = Array.from({ length: width }, (_, byte) =>
    Uint8Array.from(numbers, (number) =>
      number === undefined ? 0 : Math.floor((number - min + 1) / 256 ** (width - 1 - byte)) % 256,
    ),
  );
  return { shape: { min, width }, planes };
}

const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

function uuidPlanes(ids: readonly string[]): readonly Bytes[] {
  const hex = ids.map((id) => id.replaceAll('-', ''));
  return Array.from({ length: UUID_BYTES }, (_, byte) =>
    Uint8Array.from(hex, (digits) => Number.parseInt(digits.slice(byte * 2, byte * 2 + 2), 16)),
  );
}

/** How many byte planes a column has. Throws `BucketError` for a form it does not know. */
export function planeCount(column: Column): number {
  if (column.as === 'uuid') return UUID_BYTES;
  if (column.as === 'text' || column.as === 'json') return 0;
  if (column.as === 'list') {
    if (Array.isArray(column.values)) return 1;
  } else if (column.as === 'items') {
    const { items, width } = column;
    if (Array.isArray(items) && width >= 1 && width <= LONGEST_ARRAY && width % 1 === 0) {
      return width;
    }
  } else if (
    (column.as === 'prefixed' || Object.hasOwn(NUMBER_KINDS, column.as)) &&
    Number.isSafeInteger(column.min) &&
    WIDTHS.includes(column.width)
  ) {
    return column.width;
  }
  throw new BucketError('a column has an unknown form');
}

/** Reads the values of a column back from its planes, which lie one after the other. */
export function unpackColumn(column: Column, planes: Uint8Array, rows: number): unknown[] {
  if (column.as === 'uuid') return unpackUuids(planes, rows);
  if (column.as === 'list') {
    return Array.from({ length: rows }, (_, row) => {
      const place = planes[row] ?? 0;
      if (place > column.values.length) throw new BucketError('a place outside its list');
      return place === 0 ? undefined : column.values[place - 1];
    });
  }
  if (column.as === 'items') return unpackItems(column, planes, rows);
  if (column.as === 'text' || column.as === 'json') return [];
  const form = column.as === 'prefixed' ? prefixedForm(column.prefix) : NUMBER_KINDS[column.as];
  const values: unknown[] = [];
  for (let row = 0; row < rows; row += 1) {
    let number = 0;
    for (let byte = 0; byte < column.width; byte += 1) {
      number = number * 256 + (planes[byte * rows + row] ?? 0);
    }
    values.push(number === 0 ? undefined : form.toValue(number - 1 + column.min));
  }
  return values;
}

const DIGITS = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
const UUID_CHARS = 36;
const DASH = 0x2d;

/** The same in a window, a worker and Node; no library of core's type project declares it. */
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

/** All ids are written as one text and cut apart: an eighth of the cost of one by one. */
function unpackUuids(planes: Uint8Array, rows: number): string[] {
  const chars = new Uint8Array(rows * UUID_CHARS).fill(DASH);
  for (let byte = 0, at = 0; byte < UUID_BYTES; byte += 1, at += 2) {
    if (byte === 4 || byte === 6 || byte === 8 || byte === 10) at += 1;
    for (let row = 0; row < rows; row += 1) {
      const value = planes[byte * rows + row] as number;
      chars[row * UUID_CHARS + at] = DIGITS[value >>> 4] as number;
      chars[row * UUID_CHARS + at + 1] = DIGITS[value & 15] as number;
    }
  }
  const text = new TextDecoder().decode(chars);
  return Array.from({ length: rows }, (_, row) =>
    text.slice(row * UUID_CHARS, (row + 1) * UUID_CHARS),
  );
}

const ABSENT = '\\-';

/** Writes one field as one line; a line break inside it is escaped. */
export function writeField(column: Column, value: unknown): string {
  if (value === undefined) return ABSENT;
  const text = column.as === 'json' ? JSON.stringify(value) : String(value);
  return /[\\\n]/.test(text) ? text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n') : text;
}

/** Reads back what `writeField` wrote. Throws `BucketError` when it is not JSON. */
export function readField(column: Column, line: string): unknown {
  if (line === ABSENT) return undefined;
  const text = line.includes('\\')
    ? line.replace(/\\(.)/g, (_, mark) => (mark === 'n' ? '\n' : mark))
    : line;
  if (column.as !== 'json') return text;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BucketError('a field is not JSON', { cause });
  }
}
