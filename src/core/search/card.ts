import type { Card } from '#contract/find-answer.ts';
import { dayFromNumber } from '#core/domain/days.ts';
import { milesToNearest } from './distance.ts';
import { labelOf } from './labels.ts';
import type { Layer } from './match-text.ts';
import { horizonOf } from './overlay.ts';
import { KEY_WORDS, readKey } from './person-key.ts';
import { basesOf } from './reading.ts';
import { HAS_POINT, pointAt } from './segment.ts';
import { stringAt } from './string-column.ts';
import type { UnderstoodQuery } from './understood-query.ts';
import { whyWords } from './why.ts';

/** A card but for what only the journal knows. */
export type IndexCard = Omit<Card, 'notSentYet' | 'twoEdits'>;

/** Draws a person from the columns of the index alone (decision Q5). */
export function drawCard(
  layer: Layer,
  place: number,
  understood: UnderstoodQuery | null,
): IndexCard {
  const { segment, overlay } = layer;
  const { columns } = segment;
  const id = readKey(segment.keys, place * KEY_WORDS);
  const registration = columns.registration[place] ?? 0;
  const limit = columns.limitMiles[place] ?? 0;
  const unheard = overlay.unheard[place] ?? 0;
  const availableDay = columns.availableDay[place] ?? 0;
  const isReady = horizonOf(availableDay, overlay.today) === 'now';
  const from = availableDay === 0 ? null : dayWords(availableDay);
  const near = understood?.near ?? null;
  const hasPoint = ((columns.marks[place] ?? 0) & HAS_POINT) !== 0;
  return {
    id,
    name: stringAt(segment.names, place),
    ref: stringAt(segment.refs, place),
    registrationNumber: registration === 0 ? null : `SW${registration}`,
    why: whyWords(layer, place, {
      understood,
      register: registerWords(segment.statuses[columns.status[place] ?? 0] ?? ''),
      readiness: isReady ? 'ready now' : from ? `ready from ${from}` : 'readiness not known',
    }),
    town: segment.towns[columns.town[place] ?? 0] || null,
    distanceMiles:
      near && hasPoint ? Math.round(milesToNearest(basesOf(near), pointAt(segment, place))) : null,
    willTravelMiles: limit === 0 ? null : limit,
    availability: isReady ? 'Ready now' : from ? `Ready from ${from}` : 'Readiness not known',
    registrationStatus: segment.statuses[columns.status[place] ?? 0] ?? '',
    unheardDays: unheard === 0 ? null : unheard - 1,
    ours: overlay.work.ours.get(id) ?? 'never',
    shortlistedFor: overlay.work.shortlisted.get(id) ?? [],
  };
}

/** What must be known of a registration before anybody is rung; null = it needs no word. */
function registerWords(status: string): string | null {
  const isPlain = status === 'registered' || status === 'temporary';
  return isPlain ? null : labelOf('register', status);
}

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** "3 July 2026". */
function dayWords(day: number): string {
  const [year, month, date] = dayFromNumber(day).split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}
