import { FACET_IDS, type FacetId } from '#contract/find-query.ts';
import { FACET_VALUES } from '#core/search/labels.ts';
import { horizonOf } from '#core/search/overlay.ts';
import { type Projection, wordsOfField } from '#core/search/projection.ts';
import type { PeerPerson } from './peer.ts';

/** Every value of every facet has a number. */
const NUMBERS = new Map<string, number>();
/** The numbers of a facet: `[from, to)`. */
export const FACET_RANGES = new Map<FacetId, readonly [number, number]>();
for (const facet of FACET_IDS) {
  const from = NUMBERS.size;
  for (const value of FACET_VALUES[facet].keys()) NUMBERS.set(`${facet} ${value}`, NUMBERS.size);
  FACET_RANGES.set(facet, [from, NUMBERS.size]);
}

/** Values there are. */
export const VALUE_COUNT = NUMBERS.size;

/** The number of a facet's value; -1 where there is none. */
export const valueNumber = (facet: string, value: string): number =>
  NUMBERS.get(`${facet} ${value}`) ?? -1;

/** A person of the index as a peer gets them. */
export function peerPerson(person: Projection, place: number, today: number): PeerPerson {
  const words = person.fields.map((field) => wordsOfField(field).join(' '));
  const values = new Set(person.facets.map(({ facet, value }) => valueNumber(facet, value)));
  values.add(valueNumber('availability', horizonOf(person.availableDay, today)));
  const heard = person.spoken ? 'spoken' : person.tried ? 'tried' : 'unheard';
  values.add(valueNumber('heard', heard));
  values.add(valueNumber('ours', 'never'));
  values.add(valueNumber('shortlisted', 'no'));
  values.delete(-1);
  const numbers = [person.registration, person.phoneTail].filter((number) => number > 0);
  return {
    place,
    id: person.id,
    name: words[0] ?? '',
    mainArea: words[1] ?? '',
    text: [...words, ...numbers.map(String), person.ref.toLowerCase()].join(' | '),
    values: [...values],
    at: person.at,
    limitMiles: person.limitMiles,
    interestSeconds: person.interestSeconds,
  };
}
