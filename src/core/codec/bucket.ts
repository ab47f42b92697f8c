import type { CandidateId } from '#contract/brands.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import {
  BucketError,
  type Bytes,
  type Column,
  packColumn,
  planeCount,
  readField,
  unpackColumn,
  writeField,
} from './columns.ts';

export { BucketError } from './columns.ts';

/**
 * The version of the bucket's form, told in the pool manifest.
 *
 * Raised when an older reader could not read a newer bucket. New fields of a person do
 * not raise it: a bucket carries whatever fields its people have.
 */
export const BUCKET_SCHEMA = 1;

/** People per bucket that keep a deflated, sealed bucket under 32 KB (decision S5). */
const MOST_PEOPLE_ON_AVERAGE = 104;

/**
 * Returns the bucket of a person, from the last eight hex digits of the id.
 *
 * The leading digits of a UUIDv7 are the time and would fill one bucket at a time.
 * `bucketCount` is a power of two.
 */
export function bucketOf(id: CandidateId, bucketCount: number): number {
  return Number.parseInt(id.slice(-8), 16) & (bucketCount - 1);
}

/**
 * Returns how many buckets a pool of this size is kept in: a power of two, at least 1.
 *
 * With 104 people on average the fullest of 1,024 buckets holds about 140.
 */
export function bucketCountFor(people: number): number {
  let count = 1;
  while (people / count > MOST_PEOPLE_ON_AVERAGE) count *= 2;
  return count;
}

/*
 * magic (4) | length of the header (4, little endian) | header JSON | byte planes | text
 * The text holds, person by person, one line for each text or json column.
 */
const MAGIC = [0x53, 0x57, 0x42, BUCKET_SCHEMA] as const;
const PREAMBLE = 8;

interface Header {
  readonly rows: number;
  readonly columns: readonly Column[];
}

/** The same in a window, a worker and Node; no library of core's type project declares them. */
declare const TextEncoder: new () => { encode(text: string): Bytes };
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

const isWritten = (column: Column) => column.as === 'text' || column.as === 'json';

/**
 * Packs people column by column, ready to be deflated.
 *
 * Same people in the same order, same bytes. Fields that are absent stay absent, fields
 * this version does not know are carried as they are. Columnar because it deflates to
 * about half of zipped lines (decision Y3). Strings must be well-formed Unicode.
 */
export function encodeBucket(people: readonly Candidate[]): Bytes {
  const rows: readonly Readonly<Record<string, unknown>>[] = people;
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const packed = names.map((name) =>
    packColumn(
      name,
      rows.map((row) => ownValue(row, name)),
    ),
  );
  const columns = packed.map(({ column }) => column);
  const written = columns.filter(isWritten);
  const lines = rows.flatMap((row) =>
    written.map((column) => `${writeField(column, ownValue(row, column.name))}\n`),
  );
  const encoder = new TextEncoder();
  const header = encoder.encode(JSON.stringify({ rows: rows.length, columns } satisfies Header));
  const preamble = new Uint8Array(PREAMBLE);
  preamble.set(MAGIC);
  new DataView(preamble.buffer).setUint32(MAGIC.length, header.length, true);
  return joinBytes([
    preamble,
    header,
    ...packed.flatMap(({ planes }) => planes),
    encoder.encode(lines.join('')),
  ]);
}

/** A bucket column by column; nobody has checked a value yet. */
export interface BucketColumns {
  readonly rows: number;
  /** One value a row; `undefined` = absent. */
  readonly values: ReadonlyMap<string, readonly unknown[]>;
  /** Of columns with few different values: what these are. */
  readonly listed: ReadonlyMap<string, readonly unknown[]>;
}

/**
 * Unpacks what `encodeBucket` packed, as plain rows that nobody has checked yet.
 *
 * The caller checks each row by its schema. Rows may share the arrays inside them: treat
 * them as read only. Throws `BucketError` when the container itself is broken.
 */
export function decodeBucket(bytes: Uint8Array): readonly unknown[] {
  const columns = decodeColumns(bytes);
  const rows: Record<string, unknown>[] = Array.from({ length: columns.rows }, () => ({}));
  for (const [name, values] of columns.values) {
    rows.forEach((row, index) => {
      put(row, name, values[index]);
    });
  }
  return rows;
}

/** Unpacks a bucket as its columns. Throws `BucketError` when the container is broken. */
export function decodeColumns(bytes: Uint8Array): BucketColumns {
  if (MAGIC.some((byte, index) => bytes[index] !== byte)) {
    throw new BucketError('not a bucket of this version');
  }
  const headerEnd = PREAMBLE + readLength(bytes);
  const { rows, columns } = readHeader(bytes.subarray(PREAMBLE, headerEnd));
  const written = columns.filter(isWritten);
  const planesEnd = headerEnd + columns.reduce((sum, column) => sum + planeCount(column) * rows, 0);
  if (planesEnd > bytes.length || rows > bytes.length) throw new BucketError('cut short');
  const lines = decodeText(bytes.subarray(planesEnd)).split('\n');
  if (lines.length !== rows * written.length + 1) throw new BucketError('cut short');

  const values = new Map<string, readonly unknown[]>();
  const listed = new Map<string, readonly unknown[]>();
  let from = headerEnd;
  let line = 0;
  for (const column of columns) {
    const to = from + planeCount(column) * rows;
    if (isWritten(column)) {
      const fields: unknown[] = [];
      for (let at = line; at < lines.length - 1; at += written.length) {
        fields.push(readField(column, lines[at] as string));
      }
      values.set(column.name, fields);
      line += 1;
    } else values.set(column.name, unpackColumn(column, bytes.subarray(from, to), rows));
    if (column.as === 'list') listed.set(column.name, column.values);
    from = to;
  }
  if (values.size < columns.length) throw new BucketError('a column stands twice');
  return { rows, values, listed };
}

/** Never what every object inherits, such as `constructor`. */
const ownValue = (row: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(row, name) ? row[name] : undefined;

function put(row: Record<string, unknown>, name: string, value: unknown): void {
  if (value === undefined) return;
  // A plain assignment to this one name would set the prototype instead.
  if (name === '__proto__') {
    Object.defineProperty(row, name, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  } else row[name] = value;
}

function readLength(bytes: Uint8Array): number {
  if (bytes.length < PREAMBLE) throw new BucketError('cut short');
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
}

function readHeader(bytes: Uint8Array): Header {
  let header: Partial<Header> | null;
  try {
    header = JSON.parse(decodeText(bytes));
  } catch (cause) {
    throw new BucketError('the header is not JSON', { cause });
  }
  const { rows, columns } = header ?? {};
  if (!Number.isSafeInteger(rows) || rows === undefined || rows < 0 || !Array.isArray(columns)) {
    throw new BucketError('the header is not ours');
  }
  if (columns.some((column) => typeof column?.name !== 'string')) {
    throw new BucketError('the header is not ours');
  }
  return { rows, columns };
}

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new BucketError('the text is not UTF-8', { cause });
  }
}

function joinBytes(parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
