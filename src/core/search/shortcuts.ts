import type { WordSets } from './planes.ts';
import { FLAG_BITS, IN_NAME, IN_PRIMARY, type Segment } from './segment.ts';
import { beginsWithAt, lengthAt, lowerBound, stringAt } from './string-column.ts';

/**
 * Bit sets beside a segment for what would be slow to read posting by posting: words that
 * a fourth of all have, and beginnings of words that lead to long lists.
 *
 * Made of the segment alone, and as lasting as it is.
 */
export interface Shortcuts {
  /** Places of terms that are kept as sets, ascending, and the sets beside them. */
  readonly terms: Uint32Array;
  readonly sets: readonly WordSets[];
  /** Who has any word with this beginning; the name is not told apart. */
  readonly beginnings: ReadonlyMap<string, WordSets>;
}

/** A word that this share of all have is kept as a set. */
const FREQUENT = 1 / 4;
/** A beginning whose postings are this many times everybody is kept as a set. */
const LONG = 1 / 2;
/** What a set costs to join, as a share of everybody's postings. */
const SET_COST = 1 / 32;
const LONGEST_BEGINNING = 3;

const made = new WeakMap<Segment, Shortcuts>();

/** The shortcuts of a segment; made when they are first asked for. */
export function shortcutsOf(segment: Segment): Shortcuts {
  const known = made.get(segment);
  if (known) return known;
  const shortcuts = makeShortcuts(segment);
  made.set(segment, shortcuts);
  return shortcuts;
}

/** Bytes that the shortcuts take. */
export function shortcutBytes({ terms, sets, beginnings }: Shortcuts): number {
  const of = ({ all, primary, name }: WordSets) =>
    all.byteLength + (primary?.byteLength ?? 0) + (name?.byteLength ?? 0);
  return [...sets, ...beginnings.values()].reduce((sum, each) => sum + of(each), terms.byteLength);
}

/** The first place in `terms` at or behind a term. */
export function firstFrequent({ terms }: Shortcuts, term: number): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((terms[middle] as number) < term) low = middle + 1;
    else high = middle;
  }
  return low;
}

function makeShortcuts(segment: Segment): Shortcuts {
  const { postingStarts, count } = segment;
  const last = postingStarts.length - 1;
  const frequent: number[] = [];
  for (let term = 0; term < last; term += 1) {
    const length = (postingStarts[term + 1] as number) - (postingStarts[term] as number);
    if (length >= count * FREQUENT) frequent.push(term);
  }
  const terms = Uint32Array.from(frequent);
  const sets = frequent.map((term) => setsOf(segment, term, term + 1));
  const beginnings = new Map<string, WordSets>();
  const known = { terms, sets, beginnings };
  for (let length = 1; length <= LONGEST_BEGINNING; length += 1) {
    for (let from = lowerBound(segment.terms, '0'); from < last; ) {
      if (lengthAt(segment.terms, from) < length) {
        from += 1;
        continue;
      }
      const beginning = stringAt(segment.terms, from).slice(0, length);
      const to = endOf(segment, from, beginning);
      if (costOf(segment, known, from, to) > count * LONG) {
        beginnings.set(beginning, { ...setsOf(segment, from, to), name: null });
      }
      from = to;
    }
  }
  return known;
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

/** Postings that are read for a range of terms; a set counts as a few. */
function costOf(
  { postingStarts, count }: Segment,
  shortcuts: Shortcuts,
  from: number,
  to: number,
): number {
  let cost = (postingStarts[to] as number) - (postingStarts[from] as number);
  for (let i = firstFrequent(shortcuts, from); i < shortcuts.terms.length; i += 1) {
    const term = shortcuts.terms[i] as number;
    if (term >= to) break;
    cost += count * SET_COST;
    cost -= (postingStarts[term + 1] as number) - (postingStarts[term] as number);
  }
  return cost;
}

function setsOf({ postings, postingStarts, count }: Segment, from: number, to: number): WordSets {
  const words = (count + 31) >>> 5;
  const all = new Uint32Array(words);
  let primary: Uint32Array | null = null;
  let name: Uint32Array | null = null;
  const end = postingStarts[to] as number;
  for (let i = postingStarts[from] as number; i < end; i += 1) {
    const posting = postings[i] as number;
    const word = posting >>> (FLAG_BITS + 5);
    const bit = 1 << ((posting >>> FLAG_BITS) & 31);
    all[word] = (all[word] as number) | bit;
    if (posting & IN_PRIMARY) {
      primary ??= new Uint32Array(words);
      primary[word] = (primary[word] as number) | bit;
    }
    if (posting & IN_NAME) {
      name ??= new Uint32Array(words);
      name[word] = (name[word] as number) | bit;
    }
  }
  return { all, primary, name };
}
