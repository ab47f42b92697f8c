import type { WordSets } from './planes.ts';
import { type Postings, postingsCost, type TermRange, uniteTerms } from './postings.ts';
import type { Segment } from './segment.ts';
import { beginsWithAt, lengthAt, lowerBound, stringAt } from './string-column.ts';

/**
 * Bit sets beside a segment for beginnings of words that lead to many people: joining the
 * postings of all those words would be slow.
 *
 * Made of the segment alone, and as lasting as it is.
 */
export interface Shortcuts {
  /** Who has any word with this beginning; the name is not told apart. */
  readonly beginnings: ReadonlyMap<string, WordSets>;
}

/** A beginning that costs as much as the postings of this share of all is kept as a set. */
const LONG = 1 / 2;
const LONGEST_BEGINNING = 3;

const made = new WeakMap<Segment, Shortcuts>();

/** The shortcuts of a segment; made when they are first asked for. */
export function shortcutsOf(segment: Segment): Shortcuts {
  const known = made.get(segment);
  if (known) return known;
  const shortcuts = { beginnings: makeBeginnings(segment) };
  made.set(segment, shortcuts);
  return shortcuts;
}

/** Bytes that the shortcuts take. */
export function shortcutBytes({ beginnings }: Shortcuts): number {
  let bytes = 0;
  for (const { all, primary } of beginnings.values()) {
    bytes += all.byteLength + (primary?.byteLength ?? 0);
  }
  return bytes;
}

function makeBeginnings(segment: Segment): ReadonlyMap<string, WordSets> {
  const { terms, anywhere, inPrimary, count } = segment;
  const last = terms.starts.length - 1;
  const beginnings = new Map<string, WordSets>();
  for (let length = 1; length <= LONGEST_BEGINNING; length += 1) {
    for (let from = lowerBound(terms, '0'); from < last; ) {
      if (lengthAt(terms, from) < length) {
        from += 1;
        continue;
      }
      const beginning = stringAt(terms, from).slice(0, length);
      const range = { from, to: endOf(segment, from, beginning) };
      if (postingsCost(anywhere, range) + postingsCost(inPrimary, range) > count * LONG) {
        const primary = setOf(segment, inPrimary, range);
        beginnings.set(beginning, {
          all: setOf(segment, anywhere, range),
          primary: primary.some((word) => word !== 0) ? primary : null,
        });
      }
      from = range.to;
    }
  }
  return beginnings;
}

/** The end of the terms with a beginning, by doubling steps: most beginnings lead to a few. */
function endOf({ terms }: Segment, from: number, beginning: string): number {
  const last = terms.starts.length - 1;
  const isIn = (term: number) => term < last && beginsWithAt(terms, term, beginning);
  let step = 1;
  while (isIn(from + step)) step *= 2;
  let low = from + (step >>> 1);
  let high = Math.min(from + step, last);
  while (low + 1 < high) {
    const middle = (low + high) >>> 1;
    if (isIn(middle)) low = middle;
    else high = middle;
  }
  return high;
}

function setOf({ count }: Segment, postings: Postings, range: TermRange): Uint32Array {
  const set = new Uint32Array((count + 31) >>> 5);
  uniteTerms(set, 0, postings, range);
  return set;
}
