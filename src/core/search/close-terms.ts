import type { Segment } from './segment.ts';
import { lengthAt, lowerBound, type StringColumn } from './string-column.ts';

/**
 * Finds the terms of a segment that begin with a word once so many letters are put right.
 *
 * Sorted terms are a tree: the row of the distance table is reckoned once for all that
 * begin alike, and what no end can bring near is left as a whole. Letters only: never a
 * number or code. Rule Q6.
 */
export function closeTerms({ terms }: Segment, word: string, most: number): readonly number[] {
  const found: number[] = [];
  const width = word.length + 1;
  const far = most + 1;
  const { starts, text } = terms;
  /** One row a depth; a term longer than this cannot begin with the word any more. */
  const deepest = word.length + most;
  const rows = new Uint8Array((deepest + 1) * width).fill(far);
  for (let i = 0; i < width; i += 1) rows[i] = Math.min(i, far);
  const path = new Uint16Array(deepest + 1);

  function take(from: number, to: number): void {
    for (let term = from; term < to; term += 1) if (isLetters(terms, term)) found.push(term);
  }

  /** Goes through the terms that share `depth` letters and do not begin with the word yet. */
  function walk(from: number, to: number, depth: number, least: number): void {
    let at = from;
    while (at < to && lengthAt(terms, at) === depth) at += 1;
    if (least < most) {
      while (at < to) {
        const letter = text[(starts[at] as number) + depth] as number;
        const end = endOfLetter(at, to, depth, letter);
        step(at, end, depth, letter);
        at = end;
      }
      return;
    }
    // No slip is left: only a letter of the word itself leads on, or one that ends a swap.
    const tried: number[] = [];
    const first = Math.max(0, depth - most);
    const last = Math.min(word.length - 1, depth + most);
    for (let i = first; i <= last; i += 1) {
      const own = word.charCodeAt(i);
      if ((rows[depth * width + i] as number) <= most) tryLetter(own);
      const isSwap = i > 0 && depth > 0 && own === path[depth - 1];
      if (isSwap && (rows[(depth - 1) * width + i - 1] as number) < most) {
        tryLetter(word.charCodeAt(i - 1));
      }
    }
    function tryLetter(letter: number): void {
      if (tried.includes(letter)) return;
      tried.push(letter);
      const start = startOfLetter(at, to, depth, letter);
      if (start === to || text[(starts[start] as number) + depth] !== letter) return;
      step(start, endOfLetter(start, to, depth, letter), depth, letter);
    }
  }

  function step(from: number, to: number, depth: number, letter: number): void {
    path[depth] = letter;
    const least = nextRow(depth, letter);
    const cost = rows[(depth + 1) * width + word.length] as number;
    if (cost <= most) take(from, to);
    else if (least <= most && depth + 1 < deepest) walk(from, to, depth + 1, least);
  }

  /** Fills the row below `depth`, as far as it can count; gives the least that stands in it. */
  function nextRow(depth: number, letter: number): number {
    const above = depth * width;
    const row = above + width;
    let least = Math.min(depth + 1, far);
    rows[row] = least;
    const end = Math.min(width - 1, depth + 1 + most);
    for (let i = Math.max(1, depth + 1 - most); i <= end; i += 1) {
      const own = word.charCodeAt(i - 1);
      let cost = (rows[above + i - 1] as number) + (own === letter ? 0 : 1);
      cost = Math.min(cost, (rows[above + i] as number) + 1, (rows[row + i - 1] as number) + 1);
      const isSwap =
        i > 1 && depth > 0 && own === path[depth - 1] && word.charCodeAt(i - 2) === letter;
      if (isSwap) cost = Math.min(cost, (rows[above - width + i - 2] as number) + 1);
      if (cost > far) cost = far;
      rows[row + i] = cost;
      if (cost < least) least = cost;
    }
    return least;
  }

  /** The first term from `from` on whose next letter is not below this one. */
  function startOfLetter(from: number, to: number, depth: number, letter: number): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((text[(starts[middle] as number) + depth] as number) < letter) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The end of the run of terms whose next letter is this one, by doubling steps. */
  function endOfLetter(from: number, to: number, depth: number, letter: number): number {
    const isIn = (term: number) => text[(starts[term] as number) + depth] === letter;
    let step = 1;
    while (from + step < to && isIn(from + step)) step *= 2;
    let low = from + (step >>> 1);
    let high = Math.min(from + step, to);
    while (low + 1 < high) {
      const middle = (low + high) >>> 1;
      if (isIn(middle)) low = middle;
      else high = middle;
    }
    return high;
  }

  walk(lowerBound(terms, 'a'), starts.length - 1, 0, 0);
  return found.sort((one, other) => one - other);
}

function isLetters({ starts, text }: StringColumn, term: number): boolean {
  const end = starts[term + 1] as number;
  for (let i = starts[term] as number; i < end; i += 1) {
    const code = text[i] as number;
    if (code >= 48 && code <= 57) return false;
  }
  return true;
}
