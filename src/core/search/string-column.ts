import { finish, isStop, type Steps } from './steps.ts';

/**
 * Many strings in two typed arrays.
 *
 * One byte a character where all are below 256, else two: flat memory that a snapshot
 * can take as it is (decision Q3).
 */
export interface StringColumn {
  readonly starts: Uint32Array;
  readonly text: Uint8Array | Uint16Array;
}

/** Packs strings in the order given. */
export function packStrings(strings: readonly string[]): StringColumn {
  return finish(packStringsInSteps(strings));
}

/** The same, stopping now and then. */
export function* packStringsInSteps(strings: readonly string[]): Steps<StringColumn> {
  const starts = new Uint32Array(strings.length + 1);
  let length = 0;
  let widest = 0;
  for (const [i, string] of strings.entries()) {
    if (isStop(i)) yield;
    length += string.length;
    starts[i + 1] = length;
    for (let c = 0; c < string.length; c += 1) widest = Math.max(widest, string.charCodeAt(c));
  }
  const text = widest < 256 ? new Uint8Array(length) : new Uint16Array(length);
  let at = 0;
  for (const [i, string] of strings.entries()) {
    if (isStop(i)) yield;
    for (let c = 0; c < string.length; c += 1) text[at++] = string.charCodeAt(c);
  }
  return { starts, text };
}

/** Returns the string at a place of the column. */
export function stringAt(column: StringColumn, index: number): string {
  const from = column.starts[index] ?? 0;
  const to = column.starts[index + 1] ?? from;
  // A loop: spreading a view of the array took 4.7 times as long, half of what a card costs.
  let string = '';
  for (let i = from; i < to; i += 1) string += String.fromCharCode(column.text[i] as number);
  return string;
}

/**
 * Finds the first place of a sorted column whose string is not below `wanted`.
 *
 * Compares by UTF-16 code units, the order of `<` on strings.
 */
export function lowerBound(column: StringColumn, wanted: string): number {
  let low = 0;
  let high = column.starts.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareAt(column, middle, wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Returns the places `[from, to)` of the strings that begin with `prefix`. */
export function prefixRange(column: StringColumn, prefix: string): readonly [number, number] {
  return [lowerBound(column, prefix), lowerBound(column, `${prefix}\uffff`)];
}

/** Returns the place of a string in a sorted column; -1 when it is not there. */
export function indexOfString(column: StringColumn, wanted: string): number {
  const at = lowerBound(column, wanted);
  return at < column.starts.length - 1 && compareAt(column, at, wanted) === 0 ? at : -1;
}

/** Bytes the column takes. */
export function stringColumnBytes(column: StringColumn): number {
  return column.starts.byteLength + column.text.byteLength;
}

function compareAt(column: StringColumn, index: number, wanted: string): number {
  const from = column.starts[index] ?? 0;
  const length = (column.starts[index + 1] ?? from) - from;
  const shared = Math.min(length, wanted.length);
  for (let i = 0; i < shared; i += 1) {
    const difference = (column.text[from + i] ?? 0) - wanted.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return length - wanted.length;
}

/** Whether the string at a place begins with `prefix`. */
export function beginsWithAt(column: StringColumn, index: number, prefix: string): boolean {
  const from = column.starts[index] ?? 0;
  if ((column.starts[index + 1] ?? from) - from < prefix.length) return false;
  for (let i = 0; i < prefix.length; i += 1) {
    if (column.text[from + i] !== prefix.charCodeAt(i)) return false;
  }
  return true;
}

/** Length of the string at a place. */
export function lengthAt(column: StringColumn, index: number): number {
  return (column.starts[index + 1] ?? 0) - (column.starts[index] ?? 0);
}
