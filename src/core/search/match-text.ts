import type { Choice, Group, Term } from './asks.ts';
import { closeTerms } from './close-terms.ts';
import { valuesOf } from './facet-values.ts';
import { isCloseInNotes, isWordInNotes, markCloseInNotes, markNotes } from './mark-notes.ts';
import { isTermHeld, isWordHeld, markCloseTerms, markTerm, markTown } from './mark-terms.ts';
import type { Overlay } from './overlay.ts';
import {
  borrowPlanes,
  dropMet,
  emptyPlanes,
  giveBack,
  joinMet,
  markBits,
  markRanked,
  type Planes,
  type Ranks,
  rankEverybody,
  rankMet,
} from './planes.ts';
import { type Reading, termsAsked } from './reading.ts';
import type { Segment } from './segment.ts';
import { slipsAllowed } from './typo.ts';

type WordsTerm = Extract<Term, { is: 'words' }>;

/** A segment and what lies over it today. */
export interface Layer {
  readonly segment: Segment;
  readonly overlay: Overlay;
}

/** Who meets the text, and how well. */
export interface TextMatch {
  /** Ranks by segment; null = the text asks for nothing. */
  readonly ranks: readonly (Ranks | null)[];
  /** Words nobody has, and what stands in for them. */
  readonly closeSpellings: CloseSpellings;
}

/** Close spellings of a word: how far they are from it, and which terms of each segment. */
interface Stand {
  readonly slips: number;
  readonly terms: ReadonlyMap<Segment, readonly number[]>;
}

type CloseSpellings = ReadonlyMap<Term, Stand>;

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
  const ranks = layers.map((layer) => rankGroup(layer, reading, closeSpellings));
  return { ranks, closeSpellings };
}

/** The words nobody has as they are written, with the fewest slips at which somebody does. */
function spellingsFor(layers: readonly Layer[], reading: Reading): CloseSpellings {
  const close = new Map<Term, Stand>();
  for (const term of termsAsked(reading.asks)) {
    if (term.is !== 'words' || !term.mayBeMistyped) continue;
    const isHeld = ({ segment, overlay }: Layer) =>
      isWordHeld(segment, term) || isWordInNotes(overlay.notes, term);
    const stand = layers.some(isHeld) ? null : standFor(layers, term);
    if (stand) close.set(term, stand);
  }
  return close;
}

/** What stands in for a word at the fewest slips at which somebody has it; null = nothing does. */
function standFor(layers: readonly Layer[], term: WordsTerm): Stand | null {
  const [word = ''] = term.words;
  const { inName } = term;
  for (let slips = 1; slips <= slipsAllowed(word); slips += 1) {
    const terms = new Map(
      layers.map(({ segment }) => [segment, closeTerms(segment, word, slips)] as const),
    );
    const isHeld = layers.some(
      ({ segment, overlay }) =>
        isTermHeld(segment, { terms: terms.get(segment) ?? [], inName }) ||
        isCloseInNotes(overlay.notes, { term, slips }),
    );
    if (isHeld) return { slips, terms };
  }
  return null;
}

function rankGroup(
  layer: Layer,
  { asks, not }: Pick<Group, 'asks' | 'not'>,
  close: CloseSpellings,
): Ranks {
  const { count } = layer.segment;
  const ranks = emptyPlanes(count);
  const mark = (choices: readonly Choice[], into: Planes) => {
    for (const choice of choices) markChoice(layer, into, choice, close);
    return into;
  };
  const [first, ...others] = asks;
  if (first) rankMet(mark(first.choices, ranks));
  else rankEverybody(ranks);
  for (const ask of others) {
    const met = mark(ask.choices, borrowPlanes(count));
    joinMet(ranks, met);
    giveBack(met);
  }
  for (const choice of not) {
    const met = mark([choice], borrowPlanes(count));
    dropMet(ranks, met);
    giveBack(met);
  }
  return ranks;
}

function markChoice(layer: Layer, met: Planes, choice: Choice, close: CloseSpellings): void {
  const { segment, overlay } = layer;
  if (choice.is === 'group') {
    markRanked(met, rankGroup(layer, choice, close));
    return;
  }
  if (choice.is === 'held') {
    const held = valuesOf(segment, overlay, choice.facet);
    for (const value of choice.values) {
      const bits = held.get(value);
      if (bits) markBits(met, bits);
    }
    return;
  }
  if (choice.is === 'town') {
    markTown(segment, met, choice);
    return;
  }
  const stand = close.get(choice);
  if (stand && choice.is === 'words') {
    const terms = stand.terms.get(segment) ?? [];
    markCloseTerms(segment, met, { terms, inName: choice.inName });
    markCloseInNotes(met, overlay.notes, { term: choice, slips: stand.slips });
    return;
  }
  markTerm(segment, met, choice);
  markNotes(met, overlay.notes, choice);
}
