import type { CandidateId, IsoDate, RecordId } from '#contract/brands.ts';
import { BANK_HOLIDAY_NUMBERS } from '#core/data/bank-holidays.ts';
import { dayNumber, workingDaysBetweenNumbers } from '#core/domain/days.ts';
import { KEY_WORDS, writeKey } from './person-key.ts';
import type { MovingFacetId } from './projection.ts';
import { HIDDEN, placeOf, type Segment, SPOKEN, TRIED } from './segment.ts';

/** What our own council has done with people; everybody else is "never". */
export interface OwnWork {
  readonly ours: ReadonlyMap<CandidateId, 'tried' | 'spoken' | 'do_not_contact'>;
  /** References of the vacancies on whose list a person is. */
  readonly shortlisted: ReadonlyMap<CandidateId, readonly string[]>;
  /** The day of our last contact that stands, tried or reached. */
  readonly lastContact: ReadonlyMap<CandidateId, IsoDate>;
  /** Whom this recruiter has seen. */
  readonly seen: ReadonlySet<CandidateId>;
  /** The vacancies for which somebody is left out. */
  readonly dismissed: ReadonlyMap<CandidateId, readonly RecordId[]>;
  /** What the vacancies of the council are called. */
  readonly vacancies: ReadonlyMap<RecordId, string>;
  /** Heard because of contacts of ours that are not sent yet. */
  readonly spokenLocally: ReadonlySet<CandidateId>;
  /** Folded words of our own notes about a person, one list a note. Rule Q39. */
  readonly notes: ReadonlyMap<CandidateId, readonly (readonly string[])[]>;
}

/** Our notes about somebody of a segment. */
export interface PlacedNotes {
  readonly place: number;
  readonly texts: readonly (readonly string[])[];
}

/** No work of ours. */
export const NO_WORK: OwnWork = {
  ours: new Map(),
  shortlisted: new Map(),
  lastContact: new Map(),
  seen: new Set(),
  dismissed: new Map(),
  vacancies: new Map(),
  spokenLocally: new Set(),
  notes: new Map(),
};

/**
 * What lies over a segment and changes without it: the day and our own work.
 *
 * Never changed once built, so an older result keeps the order it had.
 */
export interface Overlay {
  readonly today: number;
  readonly work: OwnWork;
  readonly facets: ReadonlyMap<MovingFacetId, ReadonlyMap<string, Uint32Array>>;
  /** People a find leaves out unless it asks for them. Rule Q16. */
  readonly hidden: Uint32Array;
  /** 0 = spoken to; else working days since they came forward, plus 1. Rule Q18. */
  readonly unheard: Uint16Array;
  readonly notes: readonly PlacedNotes[];
}

/** Returns the horizon of a day somebody is available from. Rule Q15. */
export function horizonOf(
  availableDay: number,
  today: number,
): 'now' | '30_days' | '60_days' | 'later' | 'not_known' {
  if (availableDay === 0) return 'not_known';
  const days = availableDay - today;
  return days <= 0 ? 'now' : days <= 30 ? '30_days' : days <= 60 ? '60_days' : 'later';
}

/** Returns how long ago our last contact was, as the facet says it. Rule Q47. */
export function lastContactOf(
  day: number,
  today: number,
): '7_days' | '30_days' | '90_days' | 'longer' {
  const days = today - day;
  return days <= 7 ? '7_days' : days <= 30 ? '30_days' : days <= 90 ? '90_days' : 'longer';
}

/** Returns how long ago the register was read for somebody, as the facet says it. Rule Q46. */
export function checkedOf(
  checkedDay: number,
  today: number,
): '30_days' | '90_days' | 'longer' | 'never' {
  if (checkedDay === 0) return 'never';
  const days = today - checkedDay;
  return days <= 30 ? '30_days' : days <= 90 ? '90_days' : 'longer';
}

/** Returns working days since a day as the overlay keeps them: plus 1, in 16 bits. */
export function unheardOf(interestDay: number, today: number): number {
  return Math.min(workingDaysBetweenNumbers(interestDay, today, BANK_HOLIDAY_NUMBERS) + 1, 0xffff);
}

/** Builds what lies over a segment today. */
export function buildOverlay(segment: Segment, today: IsoDate, work: OwnWork): Overlay {
  const { columns, count } = segment;
  const words = segment.alive.length;
  const bitSets = <Value extends string>(...values: Value[]) =>
    Object.fromEntries(values.map((value) => [value, new Uint32Array(words)])) as Record<
      Value,
      Uint32Array
    >;
  const availability = bitSets('now', '30_days', '60_days', 'later', 'not_known');
  const checked = bitSets('30_days', '90_days', 'longer', 'never');
  const heard = bitSets('unheard', 'tried', 'spoken');
  const ours = bitSets('never', 'tried', 'spoken', 'do_not_contact');
  const shortlisted = bitSets('yes', 'no');
  const lastContact = bitSets('7_days', '30_days', '90_days', 'longer', 'never');
  const seen = bitSets('no', 'yes');
  const dismissed: Record<string, Uint32Array> = {};
  const hidden = new Uint32Array(words);
  const unheard = new Uint16Array(count);
  const day = dayNumber(today);
  const unheardSince = remembered((interestDay) => unheardOf(interestDay, day));
  const horizon = remembered((availableDay) => horizonOf(availableDay, day));
  for (let place = 0; place < count; place += 1) {
    const marks = columns.marks[place] ?? 0;
    set(availability[horizon(columns.availableDay[place] ?? 0)], place);
    set(checked[checkedOf(columns.checkedDay[place] ?? 0, day)], place);
    set(marks & SPOKEN ? heard.spoken : marks & TRIED ? heard.tried : heard.unheard, place);
    if (marks & HIDDEN) set(hidden, place);
    if (!(marks & SPOKEN)) unheard[place] = unheardSince(columns.interestDay[place] ?? 0);
    set(ours.never, place);
    set(shortlisted.no, place);
    set(lastContact.never, place);
    set(seen.no, place);
  }
  const hear = (place: number, how: 'tried' | 'spoken') => {
    if (how === 'tried' && has(heard.spoken, place)) return;
    for (const bits of Object.values(heard)) clear(bits, place);
    set(heard[how], place);
    if (how === 'spoken') unheard[place] = 0;
  };
  for (const [place, done] of placesIn(segment, work.ours)) {
    clear(ours.never, place);
    set(ours[done], place);
    if (done === 'do_not_contact') set(hidden, place);
    else hear(place, done);
  }
  for (const [place] of placesIn(segment, work.shortlisted)) {
    clear(shortlisted.no, place);
    set(shortlisted.yes, place);
  }
  for (const [place, on] of placesIn(segment, work.lastContact)) {
    clear(lastContact.never, place);
    set(lastContact[lastContactOf(dayNumber(on), day)], place);
  }
  for (const [place] of placesIn(segment, work.seen.entries())) {
    clear(seen.no, place);
    set(seen.yes, place);
  }
  for (const [place, vacancies] of placesIn(segment, work.dismissed)) {
    for (const id of vacancies) {
      const bits = dismissed[id] ?? new Uint32Array(words);
      dismissed[id] = bits;
      set(bits, place);
    }
  }
  for (const [place] of placesIn(segment, work.spokenLocally.entries())) hear(place, 'spoken');
  const facets = Object.entries({
    ...{ availability, checked, heard, ours, shortlisted },
    ...{ lastContact, seen, dismissed },
  }).map(([facet, sets]) => [facet as MovingFacetId, new Map(Object.entries(sets))] as const);
  const notes = [...placesIn(segment, work.notes)].map(([place, texts]) => ({ place, texts }));
  return { today: day, work, facets: new Map(facets), hidden, unheard, notes };
}

/** Bytes that its sets and numbers take. */
export function overlayBytes({ facets, hidden, unheard }: Overlay): number {
  let bytes = hidden.byteLength + unheard.byteLength;
  for (const values of facets.values()) {
    for (const bits of values.values()) bytes += bits.byteLength;
  }
  return bytes;
}

/** The people of a segment that an entry speaks of. */
function* placesIn<Value>(
  segment: Segment,
  entries: Iterable<readonly [CandidateId, Value]>,
): Generator<readonly [number, Value]> {
  const key = new Uint32Array(KEY_WORDS);
  for (const [id, value] of entries) {
    writeKey(key, 0, id);
    const place = placeOf(segment, key);
    if (place >= 0) yield [place, value];
  }
}

const set = (bits: Uint32Array, place: number) => {
  bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31));
};
const clear = (bits: Uint32Array, place: number) => {
  bits[place >>> 5] = (bits[place >>> 5] ?? 0) & ~(1 << (place & 31));
};
const has = (bits: Uint32Array, place: number) => ((bits[place >>> 5] ?? 0) >>> (place & 31)) & 1;

/** Days repeat among people, and counting working days walks the holidays. */
function remembered<Value>(of: (day: number) => Value): (day: number) => Value {
  const values: Value[] = [];
  return (day) => {
    const known = values[day];
    if (known !== undefined) return known;
    const value = of(day);
    values[day] = value;
    return value;
  };
}
