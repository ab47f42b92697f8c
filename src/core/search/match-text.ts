import { dropMet, firstRanks, joinRanks } from './kernels.ts';
import { isWordHeld, markCloseSpellings, markTerm } from './mark-terms.ts';
import type { Reading, Term } from './reading.ts';
import type { Segment } from './segment.ts';

/** Who meets the text, and how well. */
export interface TextMatch {
  /** One array a segment; 0 = does not meet it; null = the text asks for nothing. */
  readonly ranks: readonly (Uint8Array | null)[];
  /** Words nobody has, for which close spellings stand in. */
  readonly closeSpellings: ReadonlySet<Term>;
}

/** Rank of everybody when the text only leaves people out. */
const UNRANKED = 1;

/**
 * Matches a reading against all segments at once.
 *
 * At once, because "nobody has this word" is a statement about everybody: close
 * spellings in one segment must not stand in for a word another segment has. Rule Q6.
 */
export function matchText(segments: readonly Segment[], reading: Reading): TextMatch {
  const closeSpellings = new Set<Term>();
  if (reading.asks.length + reading.not.length === 0) {
    return { ranks: segments.map(() => null), closeSpellings };
  }
  for (const term of reading.asks.flatMap((ask) => ask.terms)) {
    if (
      term.is === 'words' &&
      term.mayBeMistyped &&
      !segments.some((segment) => isWordHeld(segment, term))
    ) {
      closeSpellings.add(term);
    }
  }
  const ranks = segments.map((segment) => {
    const ranked = new Uint8Array(segment.count);
    const met = new Uint8Array(segment.count);
    reading.asks.forEach((ask, i) => {
      if (i > 0) met.fill(0);
      for (const term of ask.terms) {
        if (term.is === 'words' && closeSpellings.has(term)) markCloseSpellings(segment, met, term);
        else markTerm(segment, met, term);
      }
      if (i === 0) firstRanks(ranked, met);
      else joinRanks(ranked, met);
    });
    if (reading.asks.length === 0) ranked.fill(UNRANKED);
    for (const term of reading.not) {
      met.fill(0);
      markTerm(segment, met, term);
      dropMet(ranked, met);
    }
    return ranked;
  });
  return { ranks, closeSpellings };
}
