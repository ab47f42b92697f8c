import { valuesOf } from './facets.ts';
import { dropMet, firstRanks, joinRanks, markBits, markRanked, RANK_OF_WORD } from './kernels.ts';
import { isWordInNotes, markCloseInNotes, markNotes } from './mark-notes.ts';
import { isWordHeld, markCloseSpellings, markTerm } from './mark-terms.ts';
import type { Overlay } from './overlay.ts';
import { type Choice, type Group, type Reading, type Term, termsAsked } from './reading.ts';
import type { Segment } from './segment.ts';
import { MOST_SLIPS, slipsAllowed } from './typo.ts';

/** A segment and what lies over it today. */
export interface Layer {
  readonly segment: Segment;
  readonly overlay: Overlay;
}

/** Who meets the text, and how well. */
export interface TextMatch {
  /** One array a segment; 0 = does not meet it; null = the text asks for nothing. */
  readonly ranks: readonly (Uint8Array | null)[];
  /** Words nobody has, and by how many slips close spellings stand in for them. */
  readonly closeSpellings: CloseSpellings;
}

type CloseSpellings = ReadonlyMap<Term, number>;

/** Rank of everybody when the text only leaves people out. */
const UNRANKED = 1;

/**
 * Matches a reading against all segments at once.
 *
 * At once, because "nobody has this word" is a statement about everybody: close
 * spellings in one segment must not stand in for a word another segment has. Rule Q6.
 */
export function matchText(layers: readonly Layer[], reading: Reading): TextMatch {
  if (reading.asks.length + reading.not.length === 0) {
    return { ranks: layers.map(() => null), closeSpellings: new Map() };
  }
  const closeSpellings = spellingsFor(layers, reading);
  const ranks = layers.map((layer) => rankGroup(layer, reading, closeSpellings, UNRANKED));
  return { ranks, closeSpellings };
}

/** The words nobody has as they are written, with the fewest slips at which somebody does. */
function spellingsFor(layers: readonly Layer[], reading: Reading): CloseSpellings {
  const close = new Map<Term, number>();
  for (const term of termsAsked(reading.asks)) {
    if (term.is !== 'words' || !term.mayBeMistyped) continue;
    const isHeld = ({ segment, overlay }: Layer) =>
      isWordHeld(segment, term) || isWordInNotes(overlay.notes, term);
    if (layers.some(isHeld)) continue;
    const allowed = slipsAllowed(term.words[0] ?? '');
    const isMet = (slips: number) =>
      layers.some((layer) =>
        markClose(layer, new Uint8Array(layer.segment.count), { term, slips }),
      );
    close.set(term, allowed < MOST_SLIPS || isMet(1) ? 1 : MOST_SLIPS);
  }
  return close;
}

function rankGroup(
  layer: Layer,
  { asks, not }: Pick<Group, 'asks' | 'not'>,
  close: CloseSpellings,
  otherwise: number,
): Uint8Array {
  const ranked = new Uint8Array(layer.segment.count);
  const met = new Uint8Array(layer.segment.count);
  asks.forEach((ask, i) => {
    if (i > 0) met.fill(0);
    for (const choice of ask.choices) markChoice(layer, met, choice, close);
    if (i === 0) firstRanks(ranked, met);
    else joinRanks(ranked, met);
  });
  if (asks.length === 0) ranked.fill(otherwise);
  for (const choice of not) {
    met.fill(0);
    markChoice(layer, met, choice, close);
    dropMet(ranked, met);
  }
  return ranked;
}

function markChoice(layer: Layer, met: Uint8Array, choice: Choice, close: CloseSpellings): void {
  if (choice.is === 'group') {
    markRanked(met, rankGroup(layer, choice, close, RANK_OF_WORD));
    return;
  }
  if (choice.is === 'held') {
    const held = valuesOf(layer.segment, layer.overlay, choice.facet);
    for (const value of choice.values) {
      const bits = held.get(value);
      if (bits) markBits(met, bits);
    }
    return;
  }
  const slips = close.get(choice);
  if (slips !== undefined && choice.is === 'words') {
    markClose(layer, met, { term: choice, slips });
    return;
  }
  markTerm(layer.segment, met, choice);
  markNotes(met, layer.overlay.notes, choice);
}

/** Marks close spellings; says whether anybody alive has one. */
function markClose(
  { segment, overlay }: Layer,
  met: Uint8Array,
  close: Parameters<typeof markCloseSpellings>[2],
): boolean {
  markCloseInNotes(met, overlay.notes, close);
  return markCloseSpellings(segment, met, close);
}
