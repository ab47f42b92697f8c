import type { IsoDate, IsoInstant } from '#contract/brands.ts';

const DAY_MS = 86_400_000;

const LONDON_DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const HOUR_MS = 3_600_000;
const MOST_HOURS = 10_000;
/** London's clocks differ from UTC by whole hours: one answer holds for all of an hour. */
const dayOfHour = new Map<number, IsoDate>();

/** Returns the calendar day in London of a moment. */
export function londonDay(at: IsoInstant | number): IsoDate {
  const atMs = typeof at === 'number' ? at : Date.parse(at);
  const hour = Math.floor(atMs / HOUR_MS);
  const known = dayOfHour.get(hour);
  if (known !== undefined) return known;
  const day = LONDON_DAY.format(atMs) as IsoDate;
  if (dayOfHour.size >= MOST_HOURS) dayOfHour.clear();
  dayOfHour.set(hour, day);
  return day;
}

const LONDON_HOUR = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** One half of a calendar day in London; `am` ends at midday. */
export interface HalfDay {
  readonly on: IsoDate;
  readonly half: 'am' | 'pm';
}

/** Returns the half-day in London of a moment. */
export function londonHalfDay(atMs: number): HalfDay {
  const hour = Number(LONDON_HOUR.format(atMs));
  return { on: londonDay(atMs), half: hour < 12 ? 'am' : 'pm' };
}

/** Returns a moment as the contract writes it. */
export function isoInstant(atMs: number): IsoInstant {
  return INSTANT.format(atMs);
}

const pad = (value: number, length = 2) => String(value).padStart(length, '0');

/** `Date` is a clock by another name, so core formats instants by arithmetic alone. */
const INSTANT = {
  format(atMs: number): IsoInstant {
    const days = Math.floor(atMs / DAY_MS);
    const rest = atMs - days * DAY_MS;
    const time = [
      pad(Math.floor(rest / 3_600_000)),
      pad(Math.floor(rest / 60_000) % 60),
      pad(Math.floor(rest / 1000) % 60),
    ].join(':');
    return `${dayFromNumber(days)}T${time}.${pad(Math.floor(rest % 1000), 3)}Z` as IsoInstant;
  },
};

/** Returns the number of a calendar day, 0 = 1 January 1970. */
export function dayNumber(day: IsoDate): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

/**
 * Returns the calendar day of a day number.
 *
 * Civil-from-days by eras of 400 years; right for every day from year 0 to 9999.
 */
export function dayFromNumber(number: number): IsoDate {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  );
  const ofYear =
    ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}` as IsoDate;
}

/** Adds whole days to a calendar day; negative goes back. */
export function addDays(day: IsoDate, days: number): IsoDate {
  return dayFromNumber(dayNumber(day) + days);
}

/** Whole days from one calendar day to another; negative when the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * Counts working days after `from` up to and including `to`.
 *
 * Monday to Friday less the holidays given (England's bank holidays as a set of day
 * numbers); 0 when `to` is not after `from`. Constant time but for the holidays.
 */
export function workingDaysBetween(
  from: IsoDate,
  to: IsoDate,
  holidays: ReadonlySet<number>,
): number {
  return workingDaysBetweenNumbers(dayNumber(from), dayNumber(to), holidays);
}

/** As `workingDaysBetween`, for callers that hold day numbers already. */
export function workingDaysBetweenNumbers(
  first: number,
  last: number,
  holidays: ReadonlySet<number>,
): number {
  if (last <= first) return 0;
  let count = weekdaysUpTo(last) - weekdaysUpTo(first);
  for (const holiday of holidays) {
    if (holiday > first && holiday <= last && isWeekday(holiday)) count -= 1;
  }
  return count;
}

/** Day 0 was a Thursday; Monday is 0 here. */
const weekday = (number: number) => (((number + 3) % 7) + 7) % 7;
const isWeekday = (number: number) => weekday(number) < 5;

/** Weekdays from a fixed Monday long ago up to and including the day. */
function weekdaysUpTo(number: number): number {
  const since = number + 3 + 7 * 200_000;
  return Math.floor(since / 7) * 5 + Math.min((since % 7) + 1, 5);
}
