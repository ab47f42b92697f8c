import { SPECIALISMS } from '#core/data/specialisms.ts';
import { SYNONYMS } from '#core/data/synonyms.ts';
import { DISTRICT_BY_OUTCODE } from './districts.ts';
import { ALSO_TYPED, FACET_VALUES } from './labels.ts';
import { KNOWN_PHRASES } from './synonym-book.ts';

/**
 * Raised when the same person would become another segment: by the code, not by the words.
 *
 * A test holds the bytes of a segment of made-up people against it.
 */
const IMAGE_FORM = 4;

/**
 * Names what an image of the index depends on beside the people in it.
 *
 * The vocabulary is part of it: a label that gains a word is found by that word at once,
 * and not only when a person changes.
 */
export const IMAGE_VERSION = `${IMAGE_FORM}.${digest(
  JSON.stringify([
    SPECIALISMS,
    SYNONYMS,
    ALSO_TYPED,
    KNOWN_PHRASES,
    [...DISTRICT_BY_OUTCODE],
    Object.values(FACET_VALUES).map((values) => [...values]),
  ]),
)}`;

/** Tells texts apart that nobody chose to look alike: FNV-1a, twice. */
function digest(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let i = 0; i < text.length; i += 1) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193) >>> 0;
    high = Math.imul(high ^ text.charCodeAt(text.length - 1 - i), 0x01000193) >>> 0;
  }
  return low.toString(16).padStart(8, '0') + high.toString(16).padStart(8, '0');
}
