import type { CandidateId } from '#contract/brands.ts';
import type { Alike } from '#contract/queries.ts';
import { placesOfPhone, placesOfRegistration } from './number-order.ts';
import { KEY_WORDS, readKey } from './person-key.ts';
import { countHaving, placesHaving } from './postings.ts';
import { PHONE_TAIL_DIGITS } from './projection.ts';
import { isAlive, type Segment } from './segment.ts';
import { indexOfString, stringAt } from './string-column.ts';
import { wordsOf } from './words.ts';

/** More than these are no hint but a shared switchboard. */
const MOST_NAMED = 5;

/**
 * Finds who could be the same person, each with the reason. Rule Q48.
 *
 * The same registration number, the same telephone number and part of the name, or the same
 * name in the same town. Never merged and never hidden: whoever reads it decides what to ask.
 */
export function alike(
  segments: readonly Segment[],
  of: { readonly segment: Segment; readonly place: number },
): readonly Alike[] {
  const { registration, phoneTail } = numbersOf(of.segment, of.place);
  const name = nameAt(of.segment, of.place);
  const words = wordsOf(name);
  const town = townOf(of.segment, of.place);
  const found: Alike[] = [];
  for (const segment of segments) {
    const why = new Map<number, Alike['by']>();
    if (registration !== 0) {
      for (const place of placesOfRegistration(segment, registration)) {
        why.set(place, 'registration');
      }
    }
    for (const place of phoneTail === null ? [] : placesOfPhone(segment, phoneTail)) {
      if (!why.has(place) && sharesWord(nameAt(segment, place), name)) why.set(place, 'phone');
    }
    // A town is a number within its segment, so that names are read of neighbours only.
    const sameTown = town === '' ? -1 : segment.towns.indexOf(town);
    for (const place of sameTown < 0 ? [] : placesNamed(segment, words)) {
      if (why.has(place) || segment.columns.town[place] !== sameTown) continue;
      if (nameAt(segment, place) === name) why.set(place, 'name');
    }
    for (const [place, by] of why) {
      if ((segment === of.segment && place === of.place) || !isAlive(segment, place)) continue;
      const id: CandidateId = readKey(segment.keys, place * KEY_WORDS);
      found.push({ id, name: stringAt(segment.names, place), by });
    }
  }
  // Segments hold people in another order on each laptop, and both must name the same.
  return found.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, MOST_NAMED);
}

/** The registration number, 0 = none, and the end of the telephone number, null = none or too short. */
function numbersOf({ columns }: Segment, place: number) {
  const tail = columns.phoneTail[place] ?? 0;
  const isWhole = tail > 0 && (columns.phoneDigits[place] ?? 0) >= PHONE_TAIL_DIGITS;
  return {
    registration: columns.registration[place] ?? 0,
    phoneTail: isWhole ? `${tail}`.padStart(PHONE_TAIL_DIGITS, '0') : null,
  };
}

/** Everybody who has the rarest of these words in their name; nobody where one word is nobody's. */
function placesNamed({ terms, inName }: Segment, words: readonly string[]): Iterable<number> {
  const numbers = words.map((word) => indexOfString(terms, word));
  if (numbers.length === 0 || numbers.includes(-1)) return [];
  const rarest = numbers.reduce((one, other) =>
    countHaving(inName, other) < countHaving(inName, one) ? other : one,
  );
  return placesHaving(inName, rarest);
}

function nameAt({ names }: Segment, place: number): string {
  return stringAt(names, place).toLowerCase();
}

/** Families share a telephone; the same person also keeps a part of the name. */
function sharesWord(one: string, other: string): boolean {
  const words = other.split(' ');
  return one.split(' ').some((word) => words.includes(word));
}

function townOf(segment: Segment, place: number): string {
  return segment.towns[segment.columns.town[place] ?? 0] ?? '';
}
