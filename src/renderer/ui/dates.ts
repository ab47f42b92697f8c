/**
 * Dates and counts in words, as GOV.UK writes them, always London time.
 *
 * Days are `2026-06-09`, moments ISO 8601 in UTC; nothing here reads a clock.
 */
const LONDON = 'Europe/London';
const DAY_MS = 86_400_000;

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: LONDON,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const dayWords = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const shortWords = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
});
const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' });
const monthWords = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  month: 'long',
  year: 'numeric',
});
const counts = new Intl.NumberFormat('en-GB');

/** The day and the time in London of a moment: `['2026-06-09', '09:31']`. */
export function londonParts(atMs: number): readonly [day: string, time: string] {
  const found = new Map(parts.formatToParts(atMs).map((part) => [part.type, part.value]));
  const get = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? '';
  return [
    `${get('year').padStart(4, '0')}-${get('month')}-${get('day')}`,
    `${get('hour')}:${get('minute')}`,
  ];
}

/** `9 June 2026`. */
export function formatDay(day: string): string {
  return isDay(day) ? dayWords.format(noon(day)) : 'date not known';
}

/** `9 Jun`, where a column is narrow and the year is plain. */
export function formatShortDay(day: string): string {
  return isDay(day) ? shortWords.format(noon(day)) : 'not known';
}

/** `Tuesday 9 June 2026`. */
export function formatFullDay(day: string): string {
  return isDay(day) ? `${weekday.format(noon(day))} ${formatDay(day)}` : 'date not known';
}

/** `March 2023`, from `2023-03`. */
export function formatMonth(month: string): string {
  return isDay(`${month}-01`) ? monthWords.format(noon(`${month}-01`)) : 'date not known';
}

/** `9:31am`, `2pm`, from `09:31` or `14:00`. */
export function formatClock(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const shown = hour % 12 === 0 ? 12 : hour % 12;
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${shown}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** The time of a moment: `9:31am`. */
export function formatTime(instant: string): string {
  const atMs = Date.parse(instant);
  return Number.isNaN(atMs) ? 'time not known' : formatClock(londonParts(atMs)[1]);
}

/** `9 June 2026 at 9:31am` for a moment, `9 June 2026` for a day. */
export function formatMoment(at: string): string {
  if (isDay(at)) return formatDay(at);
  const atMs = Date.parse(at);
  if (Number.isNaN(atMs)) return 'date not known';
  const [day, time] = londonParts(atMs);
  return `${formatDay(day)} at ${formatClock(time)}`;
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((noon(to) - noon(from)) / DAY_MS);
}

/** `3 months ago`, `yesterday`, `in 2 days`; the biggest unit that fits, rounded down. */
export function formatAgo(day: string, today: string): string {
  if (!isDay(day) || !isDay(today)) return 'date not known';
  const days = daysBetween(day, today);
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days === -1) return 'tomorrow';
  const size = Math.abs(days);
  const words =
    size < 14
      ? plural(size, 'day')
      : size < 60
        ? plural(Math.floor(size / 7), 'week')
        : size < 730
          ? plural(Math.floor(size / 30.44), 'month')
          : plural(Math.floor(size / 365.25), 'year');
  return days > 0 ? `${words} ago` : `in ${words}`;
}

/** `28 minutes ago`; days once it is over a day. */
export function formatSince(instant: string, nowMs: number): string {
  const minutes = Math.max(0, Math.floor((nowMs - Date.parse(instant)) / 60_000));
  if (Number.isNaN(minutes)) return 'time not known';
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${plural(minutes, 'minute')} ago`;
  if (minutes < 1440) return `${plural(Math.floor(minutes / 60), 'hour')} ago`;
  return `${plural(Math.floor(minutes / 1440), 'day')} ago`;
}

/** `1 person`, `2 people`, `62,104 people`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** `62,104`. */
export function formatCount(count: number): string {
  // Most need no comma, and a list draws hundreds of them in a frame.
  return Number.isInteger(count) && count >= 0 && count < 1000
    ? String(count)
    : counts.format(count);
}

/** Whether this is a day that exists: `2026-02-30` is not. */
export function isDay(day: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return false;
  const atMs = Date.parse(`${day}T12:00:00Z`);
  return !Number.isNaN(atMs) && new Date(atMs).toISOString().slice(0, 10) === day;
}

function noon(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}
