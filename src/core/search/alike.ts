import type { CandidateId } from '#contract/brands.ts';
import type { Alike } from '#contract/queries.ts';
import { KEY_WORDS, readKey } from './person-key.ts';
import { PHONE_TAIL_DIGITS } from './projection.ts';
import { isAlive, type Segment } from './segment.ts';
import { stringAt } from './string-column.ts';

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
  const { columns } = of.segment;
  const registration = columns.registration[of.place] ?? 0;
  const phone =
    (columns.phoneDigits[of.place] ?? 0) >= PHONE_TAIL_DIGITS
      ? (columns.phoneTail[of.place] ?? 0)
      : -1;
  const name = stringAt(of.segment.names, of.place).toLowerCase();
  const town = townOf(of.segment, of.place);
  const found: Alike[] = [];
  for (const segment of segments) {
    // A town is a number within its segment, so that names are read of neighbours only.
    const sameTown = town === '' ? -1 : segment.towns.indexOf(town);
    for (let place = 0; place < segment.count; place += 1) {
      if ((segment === of.segment && place === of.place) || !isAlive(segment, place)) continue;
      const by =
        registration !== 0 && segment.columns.registration[place] === registration
          ? 'registration'
          : phone > 0 &&
              segment.columns.phoneTail[place] === phone &&
              (segment.columns.phoneDigits[place] ?? 0) >= PHONE_TAIL_DIGITS &&
              sharesWord(stringAt(segment.names, place).toLowerCase(), name)
            ? 'phone'
            : segment.columns.town[place] === sameTown &&
                stringAt(segment.names, place).toLowerCase() === name
              ? 'name'
              : null;
      if (by === null) continue;
      const id: CandidateId = readKey(segment.keys, place * KEY_WORDS);
      found.push({ id, name: stringAt(segment.names, place), by });
    }
  }
  // Segments hold people in another order on each laptop, and both must name the same.
  return found.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, MOST_NAMED);
}

/** Families share a telephone; the same person also keeps a part of the name. */
function sharesWord(one: string, other: string): boolean {
  const words = other.split(' ');
  return one.split(' ').some((word) => words.includes(word));
}

function townOf(segment: Segment, place: number): string {
  return segment.towns[segment.columns.town[place] ?? 0] ?? '';
}
