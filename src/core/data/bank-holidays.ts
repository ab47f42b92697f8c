import type { IsoDate } from '#contract/brands.ts';
import { addDays, dayFromNumber, dayNumber } from '#core/domain/days.ts';

/** The first and last year whose bank holidays are built in. */
export const BANK_HOLIDAY_YEARS = { first: 2024, last: 2028 } as const;

const iso = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as IsoDate;

/** Monday is 0; day number 0 was a Thursday. */
const weekdayOf = (day: IsoDate) => (dayNumber(day) + 3) % 7;

const mondayFrom = (day: IsoDate) => addDays(day, (7 - weekdayOf(day)) % 7);

/**
 * Returns Easter Sunday of a year of the Gregorian calendar.
 *
 * The anonymous algorithm of 1876 (Meeus, Astronomical Algorithms, chapter 8).
 */
export function easterSunday(year: number): IsoDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * late + 114;
  return iso(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/**
 * Returns the eight bank holidays of England and Wales in a year, in order.
 *
 * By the Banking and Financial Dealings Act 1971 and the yearly proclamations; a holiday
 * on a weekend moves to the next free weekday. One-off holidays (a coronation) are not
 * foreseen: none is proclaimed for the years built in.
 */
export function bankHolidaysOf(year: number): readonly IsoDate[] {
  const easter = easterSunday(year);
  const christmas = nextWeekday(iso(year, 12, 25));
  const boxingDay = nextWeekday(iso(year, 12, 26));
  return [
    nextWeekday(iso(year, 1, 1)),
    addDays(easter, -2),
    addDays(easter, 1),
    mondayFrom(iso(year, 5, 1)),
    mondayFrom(iso(year, 5, 25)),
    mondayFrom(iso(year, 8, 25)),
    // A weekend Christmas sends both to one Monday: the second of the two takes the Tuesday.
    ...(christmas === boxingDay ? [boxingDay, addDays(boxingDay, 1)] : [christmas, boxingDay]),
  ];
}

/** The bank holidays of England and Wales in the years built in, in order. */
export const BANK_HOLIDAYS: readonly IsoDate[] = Array.from(
  { length: BANK_HOLIDAY_YEARS.last - BANK_HOLIDAY_YEARS.first + 1 },
  (_, index) => bankHolidaysOf(BANK_HOLIDAY_YEARS.first + index),
).flat();

/** The same as day numbers, as `workingDaysBetween` takes them. */
export const BANK_HOLIDAY_NUMBERS: ReadonlySet<number> = new Set(BANK_HOLIDAYS.map(dayNumber));

function nextWeekday(day: IsoDate): IsoDate {
  const weekday = weekdayOf(day);
  return weekday < 5 ? day : dayFromNumber(dayNumber(day) + 7 - weekday);
}
