/** Characters of a text, by place. */
export type CharAt = (index: number) => number;

/**
 * Whether a term begins with the word once one letter is put right. Rule Q6.
 *
 * One letter wrong, missing, too many, or two neighbours swapped. A single slip can
 * always be told at the first difference, so four looks from there are enough; the
 * oracle does it by the full distance table.
 */
export function beginsWithOneSlip(word: string, term: CharAt, termLength: number): boolean {
  let same = 0;
  while (same < word.length && same < termLength && word.charCodeAt(same) === term(same)) same += 1;
  if (same === word.length) return true;
  const restIs = (fromWord: number, fromTerm: number) => {
    if (fromTerm + word.length - fromWord > termLength) return false;
    for (let i = fromWord; i < word.length; i += 1) {
      if (word.charCodeAt(i) !== term(fromTerm + i - fromWord)) return false;
    }
    return true;
  };
  return (
    restIs(same + 1, same + 1) ||
    restIs(same + 1, same) ||
    restIs(same, same + 1) ||
    (same + 1 < word.length &&
      same + 1 < termLength &&
      word.charCodeAt(same) === term(same + 1) &&
      word.charCodeAt(same + 1) === term(same) &&
      restIs(same + 2, same + 2))
  );
}

/** From so many letters two slips may be put right. */
const TWO_SLIP_LETTERS = 8;
/** The most slips that are put right. */
export const MOST_SLIPS = 2;

/** How many slips a word of this length may have. Rule Q6. */
export function slipsAllowed(word: string): number {
  return word.length >= TWO_SLIP_LETTERS ? MOST_SLIPS : 1;
}

/** A text whose characters are read one by one. */
export interface Letters {
  readonly at: CharAt;
  readonly length: number;
}

/** Whether a term begins with the word once at most so many letters are put right. */
export function beginsWithSlips(word: string, term: Letters, slips: number): boolean {
  if (slips < MOST_SLIPS) return beginsWithOneSlip(word, term.at, term.length);
  return beginsWithTwoSlips(word, term);
}

/**
 * Whether some beginning of the term is at most two edits from the word (swaps are one).
 *
 * The distance table in a band of five: outside it every way costs more than two. It
 * ends at the first row in which nothing costs two or less.
 */
function beginsWithTwoSlips(word: string, { at: term, length }: Letters): boolean {
  const far = MOST_SLIPS + 1;
  const width = 2 * MOST_SLIPS + 1;
  // Place k of a row is the cost of `i` letters of the word against `i + k - 2` of the term.
  let before: number[] = new Array<number>(width).fill(far);
  let row = Array.from({ length: width }, (_, k) => (k < MOST_SLIPS ? far : k - MOST_SLIPS));
  for (let i = 1; i <= word.length; i += 1) {
    const next: number[] = [];
    let best = far;
    for (let k = 0; k < width; k += 1) {
      const j = i + k - MOST_SLIPS;
      if (j < 0 || j > length) {
        next.push(far);
        continue;
      }
      let cost = (row[k + 1] ?? far) + 1;
      if (j > 0) {
        const isSame = word.charCodeAt(i - 1) === term(j - 1);
        cost = Math.min(cost, (row[k] ?? far) + (isSame ? 0 : 1), (next[k - 1] ?? far) + 1);
        const isSwap =
          i > 1 &&
          j > 1 &&
          word.charCodeAt(i - 1) === term(j - 2) &&
          word.charCodeAt(i - 2) === term(j - 1);
        if (isSwap) cost = Math.min(cost, (before[k] ?? far) + 1);
      }
      cost = Math.min(cost, far);
      best = Math.min(best, cost);
      next.push(cost);
    }
    if (best >= far) return false;
    before = row;
    row = next;
  }
  return row.some((cost) => cost <= MOST_SLIPS);
}
