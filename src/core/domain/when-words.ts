import type { IsoDate } from '#contract/brands.ts';
import { addDays, dayFromNumber, dayNumber } from './days.ts';

/** A day and perhaps a time, understood from typed words. */
export interface When {
  readonly dueOn: IsoDate;
  /** `14:00`, London. */
  readonly dueTime: string | null;
  /** What to think about before saving, e.g. that it is a bank holiday. */
  readonly warning: string | null;
}

/** Now as London shows it, and the days on which offices are shut. */
export interface LondonNow {
  readonly today: IsoDate;
  /** `09:31` */
  readonly time: string;
  /** England's bank holidays as day numbers; warned about, never refused. */
  readonly holidays: ReadonlySet<number>;
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const UNIT_DAYS: Readonly<Record<string, number>> = { d: 1, day: 1, w: 7, week: 7, fortnight: 14 };
const FURTHEST_DAYS = 730;
const BY_WORDS: Readonly<Record<string, string>> = { noon: '12:00', midday: '12:00' };

/**
 * Reads a day and a time from typed words.
 *
 * Understands "thu 2pm", "2w", "tomorrow", "in 3 days", "11 6 2026", "11 june at 9:30".
 * Null when it does not, when the day has passed or is over two years away. Sums are in
 * calendar days, so a change of the clocks moves nothing. Never throws.
 */
export function parseWhen(typed: string, now: LondonNow): When | null {
  const words = typed
    .toLowerCase()
    .replace(/(\d)(st|nd|rd|th)\b/g, '$1')
    .replace(/[,]/g, ' ')
    .trim();
  if (words === '' || words.length > 60) return null;
  const { rest, time } = takeTime(words);
  const day = rest === '' ? dayOfTime(time, now) : parseDay(rest, now.today);
  if (day === null || (rest === '' && time === null)) return null;
  const ahead = dayNumber(day) - dayNumber(now.today);
  if (ahead < 0 || ahead > FURTHEST_DAYS) return null;
  if (ahead === 0 && time !== null && time <= now.time) return null;
  return { dueOn: day, dueTime: time, warning: warningFor(day, now.holidays) };
}

/** A time alone means today while it is still to come, otherwise tomorrow. */
function dayOfTime(time: string | null, now: LondonNow): IsoDate {
  return time !== null && time > now.time ? now.today : addDays(now.today, 1);
}

function takeTime(words: string): { readonly rest: string; readonly time: string | null } {
  const found =
    /(?:^|\s)(?:at\s+)?(?:(noon|midday)|(\d{1,2})[:.](\d\d)\s*(am|pm)?|(\d{1,2})\s*(am|pm))$/.exec(
      words,
    );
  if (!found) return { rest: words, time: null };
  const [whole, named, hour24, minutes, half24, hour12, half12] = found;
  const half = half24 ?? half12;
  const hour = Number(hour24 ?? hour12);
  const minute = Number(minutes ?? 0);
  const isHour = half ? hour >= 1 && hour <= 12 : hour <= 23;
  if (!named && (!isHour || minute > 59)) return { rest: words, time: null };
  const shift = half === 'pm' && hour < 12 ? 12 : half === 'am' && hour === 12 ? -12 : 0;
  const time =
    BY_WORDS[named ?? ''] ??
    `${String(hour + shift).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return {
    rest: words
      .slice(0, -whole.length)
      .replace(/\s+at$/, '')
      .trim(),
    time,
  };
}

function parseDay(words: string, today: IsoDate): IsoDate | null {
  if (words === 'today') return today;
  if (/^(tomorrow|tmrw|tom)$/.test(words)) return addDays(today, 1);
  if (words === 'next week') return nextWeekday(0, today);
  return parseSpan(words, today) ?? parseWeekday(words, today) ?? parseDate(words, today);
}

function parseSpan(words: string, today: IsoDate): IsoDate | null {
  const found =
    /^(?:in\s+)?(\d{1,3}|a|one|two|three)\s*(d|w|m|days?|weeks?|fortnights?|months?)$/.exec(words);
  if (!found) return null;
  const [, number = '', unit = ''] = found;
  const count = { a: 1, one: 1, two: 2, three: 3 }[number] ?? Number(number);
  const days = UNIT_DAYS[unit.replace(/s$/, '')];
  return days === undefined ? addMonths(today, count) : addDays(today, count * days);
}

/** The same day of a later month, or that month's last day. */
function addMonths(day: IsoDate, count: number): IsoDate | null {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const index = year * 12 + month - 1 + count;
  for (let tried = date; tried > 27; tried -= 1) {
    const found = isoDate(Math.floor(index / 12), (index % 12) + 1, tried);
    if (found) return found;
  }
  return isoDate(Math.floor(index / 12), (index % 12) + 1, date);
}

function parseWeekday(words: string, today: IsoDate): IsoDate | null {
  const found = /^(?:(next|this|on)\s+)?([a-z]{3,9})$/.exec(words);
  const name = found?.[2];
  if (!name) return null;
  const index = WEEKDAYS.findIndex(
    (each) => each.startsWith(name) || name === `${each.slice(0, 4)}s`,
  );
  if (index === -1) return null;
  return nextWeekday(index, today);
}

/** The next such day after today; today itself is "today". */
function nextWeekday(index: number, today: IsoDate): IsoDate {
  const ahead = (index - weekdayOf(today) + 7) % 7;
  return addDays(today, ahead === 0 ? 7 : ahead);
}

function parseDate(words: string, today: IsoDate): IsoDate | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso) return isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /^(\d{1,2})[\s/.-]+(\d{1,2})(?:[\s/.-]+(\d{4}|\d{2}))?$/.exec(words);
  if (numbers) return dated(Number(numbers[1]), Number(numbers[2]), numbers[3], today);
  const named =
    /^(?:[a-z]+day\s+)?(\d{1,2})\s+(?:of\s+)?([a-z]{3,9})(?:\s+(\d{4}))?$/.exec(words) ??
    swapped(/^([a-z]{3,9})\s+(\d{1,2})(?:\s+(\d{4}))?$/.exec(words));
  if (!named) return null;
  const month = MONTHS.findIndex((each) => each.startsWith(named[2] ?? '-')) + 1;
  return month === 0 ? null : dated(Number(named[1]), month, named[3], today);
}

function swapped(found: RegExpExecArray | null): (string | undefined)[] | null {
  return found ? [found[0], found[2], found[1], found[3]] : null;
}

/** Without a year: the next time that day comes round. */
function dated(
  day: number,
  month: number,
  year: string | undefined,
  today: IsoDate,
): IsoDate | null {
  if (year !== undefined)
    return isoDate(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
  const thisYear = Number(today.slice(0, 4));
  const soon = isoDate(thisYear, month, day);
  return soon !== null && soon >= today ? soon : isoDate(thisYear + 1, month, day);
}

function isoDate(year: number, month: number, day: number): IsoDate | null {
  const pad = (value: number) => String(value).padStart(2, '0');
  const made = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}` as IsoDate;
  // 30 February reads as a day of March, or as none.
  return dayFromNumber(dayNumber(made)) === made ? made : null;
}

/** Monday is 0; day number 0 was a Thursday. */
function weekdayOf(day: IsoDate): number {
  return (dayNumber(day) + 3) % 7;
}

function warningFor(day: IsoDate, holidays: ReadonlySet<number>): string | null {
  if (holidays.has(dayNumber(day))) return 'That is a bank holiday.';
  return weekdayOf(day) >= 5 ? 'That is at the weekend.' : null;
}
