import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IsoDate } from '#contract/brands.ts';
import { BANK_HOLIDAY_NUMBERS } from '#core/data/bank-holidays.ts';
import { dayNumber } from '#core/domain/days.ts';
import { type LondonNow, parseWhen } from '#core/domain/when-words.ts';

const now = (today = '2026-06-09', time = '09:31'): LondonNow => ({
  today: today as IsoDate,
  time,
  holidays: BANK_HOLIDAY_NUMBERS,
});
const read = (typed: string, today?: string, time?: string) => {
  const when = parseWhen(typed, now(today, time));
  return when ? `${when.dueOn}${when.dueTime ? ` ${when.dueTime}` : ''}` : null;
};

test.each([
  ['thu 2pm', '2026-06-11 14:00'],
  ['Thursday at 14:30', '2026-06-11 14:30'],
  ['next thu', '2026-06-11'],
  ['tue', '2026-06-16'],
  ['today 4pm', '2026-06-09 16:00'],
  ['tomorrow', '2026-06-10'],
  ['2w', '2026-06-23'],
  ['in 3 days', '2026-06-12'],
  ['1 month', '2026-07-09'],
  ['a fortnight', '2026-06-23'],
  ['next week', '2026-06-15'],
  ['11 6 2026', '2026-06-11'],
  ['11/6/26 9.30am', '2026-06-11 09:30'],
  ['11 june', '2026-06-11'],
  ['june 11 at noon', '2026-06-11 12:00'],
  ['1st of july 2026', '2026-07-01'],
  ['5 june', '2027-06-05'],
  ['2026-06-11', '2026-06-11'],
  ['2pm', '2026-06-09 14:00'],
  ['9am', '2026-06-10 09:00'],
])('"%s" typed on Tuesday 9 June 2026 is %s', (typed, expected) => {
  expect(read(typed)).toBe(expected);
});

test.each([
  '',
  'soon',
  'yesterday',
  '30 2 2027',
  '9 6 2025',
  '8 6 2026',
  '25:00',
  'today 9am',
  '13pm',
  '5y',
])('"%s" is not understood rather than guessed', (typed) => {
  expect(read(typed)).toBeNull();
});

test('a month has a last day: 31 January and a month is the end of February', () => {
  expect(read('1 month', '2026-01-31')).toBe('2026-02-28');
  expect(read('1 month', '2028-01-31')).toBe('2028-02-29');
});

test('the days on which the clocks change are days like any other', () => {
  // A sum in milliseconds would lose or gain a day here.
  expect(read('1d 9am', '2026-03-28', '23:30')).toBe('2026-03-29 09:00');
  expect(read('2d', '2026-03-28')).toBe('2026-03-30');
  expect(read('1d', '2026-10-24')).toBe('2026-10-25');
  expect(read('1w', '2026-10-24')).toBe('2026-10-31');
});

test('bank holidays and weekends are warned about, never refused', () => {
  expect(parseWhen('25 december', now())?.warning).toMatch(/bank holiday/);
  expect(parseWhen('sat', now())?.warning).toMatch(/weekend/);
  expect(parseWhen('thu', now())?.warning).toBeNull();
});

test('whatever is typed, nothing is thrown and no day has passed', () => {
  const word = fc.constantFrom(
    'thu',
    'in',
    '2',
    'w',
    'june',
    'at',
    '9',
    '31',
    'pm',
    ':',
    '/',
    '1st',
  );
  const typed = fc.oneof(
    fc.string(),
    fc.array(word).map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(typed, (words) => {
      const when = parseWhen(words, now());
      if (when === null) return;
      const ahead = dayNumber(when.dueOn) - dayNumber('2026-06-09' as IsoDate);
      expect(ahead).toBeGreaterThanOrEqual(0);
      expect(ahead).toBeLessThanOrEqual(730);
      if (when.dueTime) expect(when.dueTime).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
    }),
  );
});
