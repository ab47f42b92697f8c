import type { Segment } from './segment.ts';
import { lengthAt, lowerBound, type StringColumn } from './string-column.ts';
import { MOST_SLIPS, slipsAllowed } from './typo.ts';

/** Terms that begin with a word once letters are put right, by how many slips. Rule Q6. */
export interface CloseTerms {
  /** At `[1]` those with one slip, at `[2]` those with two. */
  readonly bySlips: readonly (readonly number[])[];
}

/**
 * Finds the close spellings of a word among the terms of a segment.
 *
 * Sorted terms are a tree: the row of the distance table is reckoned once for all that
 * begin alike, and what no end can bring near is left as a whole. Letters only: never a
 * number or code.
 */
export function closeTerms({ terms }: Segment, word: string): CloseTerms {
  const most = slipsAllowed(word);
  const bySlips: number[][] = Array.from({ length: MOST_SLIPS + 1 }, () => []);
  const width = word.length + 1;
  const far = most + 1;
  const { starts, text } = terms;
  /** One row a depth; a term longer than this cannot begin with the word any more. */
  const deepest = word.length + most;
  const rows = new Uint8Array((deepest + 1) * width).fill(far);
  for (let i = 0; i < width; i += 1) rows[i] = Math.min(i, far);
  const path = new Uint16Array(deepest + 1);

  function take(from: number, to: number, slips: number): void {
    if (slips > most) return;
    for (let term = from; term < to; term += 1) {
      if (isLetters(terms, term)) (bySlips[slips] as number[]).push(term);
    }
  }

  /** Goes through the terms that share `depth` letters; `best` is what their beginnings cost. */
  function walk(from: number, to: number, depth: number, best: number): void {
    let at = from;
    while (at < to && lengthAt(terms, at) === depth) at += 1;
    take(from, at, best);
    while (at < to) {
      const letter = text[(starts[at] as number) + depth] as number;
      const end = endOfLetter(at, to, depth, letter);
      path[depth] = letter;
      const least = nextRow(depth, letter);
      const cost = Math.min(best, rows[(depth + 1) * width + word.length] as number);
      if (cost <= 1 || least > most || depth + 1 === deepest) take(at, end, cost);
      else walk(at, end, depth + 1, cost);
      at = end;
    }
  }

  /** Fills the row below `depth`; gives the least that stands in it. */
  function nextRow(depth: number, letter: number): number {
    const above = depth * width;
    const row = above + width;
    let least = Math.min(depth + 1, far);
    rows[row] = least;
    for (let i = 1; i < width; i += 1) {
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

  walk(lowerBound(terms, 'a'), starts.length - 1, 0, far);
  return { bySlips };
}

function isLetters({ starts, text }: StringColumn, term: number): boolean {
  const end = starts[term + 1] as number;
  for (let i = starts[term] as number; i < end; i += 1) {
    const code = text[i] as number;
    if (code >= 48 && code <= 57) return false;
  }
  return true;
}
