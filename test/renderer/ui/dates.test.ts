import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatAgo,
  formatClock,
  formatDay,
  formatFullDay,
  formatMoment,
  formatMonth,
  formatSince,
  isDay,
  londonParts,
  plural,
} from '#renderer/ui/dates.ts';

test('a moment is said in London time, also in summer', () => {
  expect(formatMoment('2026-06-09T08:31:00.000Z')).toBe('9 June 2026 at 9:31am');
  expect(formatMoment('2026-01-09T08:31:00.000Z')).toBe('9 January 2026 at 8:31am');
});

test('a moment late in a summer evening belongs to the next day in London', () => {
  expect(londonParts(Date.parse('2026-06-09T23:30:00Z'))).toEqual(['2026-06-10', '00:30']);
});

test('days, months and times are written as GOV.UK writes them', () => {
  expect(formatDay('2026-06-09')).toBe('9 June 2026');
  expect(formatFullDay('2026-06-09')).toBe('Tuesday 9 June 2026');
  expect(formatMonth('2023-03')).toBe('March 2023');
  expect(['00:00', '12:00', '14:00', '09:05'].map(formatClock)).toEqual([
    '12am',
    '12pm',
    '2pm',
    '9:05am',
  ]);
});

test('how long ago is told in the largest unit that fits', () => {
  const ago = (day: string) => formatAgo(day, '2026-06-12');
  expect(ago('2026-06-12')).toBe('today');
  expect(ago('2026-06-11')).toBe('yesterday');
  expect(ago('2026-06-01')).toBe('11 days ago');
  expect(ago('2026-03-12')).toBe('3 months ago');
  expect(ago('2023-03-01')).toBe('3 years ago');
  expect(ago('2026-06-20')).toBe('in 8 days');
});

test('what is no date is never shown as one', () => {
  expect(isDay('2026-02-30')).toBe(false);
  expect(formatDay('2026-02-30')).toBe('date not known');
  expect(formatMoment('soon')).toBe('date not known');
});

test('any text can be asked for a date without a fault', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      for (const words of [formatDay(a), formatMoment(a), formatAgo(a, b), formatSince(a, 0)])
        expect(words).not.toMatch(/NaN|Invalid/);
    }),
  );
});

test('counts have thousands and one person is no people', () => {
  expect(plural(62_104, 'person', 'people')).toBe('62,104 people');
  expect(plural(1, 'person', 'people')).toBe('1 person');
});
