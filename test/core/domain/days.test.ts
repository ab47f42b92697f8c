import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IsoDate, IsoInstant } from '#contract/brands.ts';
import {
  addDays,
  dayFromNumber,
  dayNumber,
  daysBetween,
  isoInstant,
  londonDay,
  workingDaysBetween,
} from '#core/domain/days.ts';

const day = (text: string) => text as IsoDate;

describe('calendar days', () => {
  test('numbers and days are each other for every day of four centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_000, max: 84_000 }), (number) => {
        expect(dayNumber(dayFromNumber(number))).toBe(number);
        expect(dayFromNumber(number)).toBe(
          new Date(number * 86_400_000).toISOString().slice(0, 10),
        );
      }),
    );
  });

  test('an instant is written as the platform writes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (at) => {
        expect(isoInstant(at)).toBe(new Date(at).toISOString());
      }),
    );
  });

  test('the day in London is as the platform says at any moment, asked again within its hour', () => {
    const platform = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
    const anyMs = fc.integer({ min: Date.UTC(1970, 0), max: Date.UTC(2100, 0) });
    fc.assert(
      fc.property(anyMs, fc.integer({ min: 0, max: 7_200_000 }), (atMs, laterMs) => {
        for (const ms of [atMs, atMs + laterMs]) expect(londonDay(ms)).toBe(platform.format(ms));
      }),
    );
  });

  test('London is an hour ahead in summer, across both clock changes of 2026', () => {
    expect(londonDay('2026-06-09T23:30:00.000Z' as IsoInstant)).toBe('2026-06-10');
    expect(londonDay('2026-03-28T23:30:00.000Z' as IsoInstant)).toBe('2026-03-28');
    expect(londonDay('2026-03-29T23:30:00.000Z' as IsoInstant)).toBe('2026-03-30');
    expect(londonDay('2026-10-25T23:30:00.000Z' as IsoInstant)).toBe('2026-10-25');
  });

  test('adding days crosses leap years', () => {
    expect(addDays(day('2028-02-28'), 2)).toBe('2028-03-01');
    expect(daysBetween(day('2026-02-28'), day('2026-03-01'))).toBe(1);
  });
});

describe('working days', () => {
  test('a Friday to the next Monday is one working day', () => {
    expect(workingDaysBetween(day('2026-06-05'), day('2026-06-08'), new Set())).toBe(1);
  });

  test('a bank holiday inside does not count, one at the weekend changes nothing', () => {
    const summer = new Set([dayNumber(day('2026-08-31')), dayNumber(day('2026-08-30'))]);
    expect(workingDaysBetween(day('2026-08-28'), day('2026-09-01'), summer)).toBe(1);
  });

  test('equals counting day by day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 15_000, max: 25_000 }),
        fc.integer({ min: 0, max: 900 }),
        fc.uniqueArray(fc.integer({ min: 15_000, max: 26_000 }), { maxLength: 30 }),
        (first, length, holidays) => {
          const off = new Set(holidays);
          let count = 0;
          for (let number = first + 1; number <= first + length; number += 1) {
            const weekday = new Date(number * 86_400_000).getUTCDay();
            if (weekday !== 0 && weekday !== 6 && !off.has(number)) count += 1;
          }
          expect(workingDaysBetween(dayFromNumber(first), dayFromNumber(first + length), off)).toBe(
            count,
          );
        },
      ),
    );
  });
});
