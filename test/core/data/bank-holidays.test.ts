import { describe, expect, it } from 'vitest';
import { BANK_HOLIDAYS, bankHolidaysOf, easterSunday } from '#core/data/bank-holidays.ts';

describe('bank holidays of England and Wales', () => {
  it('find Easter, its earliest and latest days included', () => {
    const known = ['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16'];
    expect([2024, 2025, 2026, 2027, 2028].map(easterSunday)).toEqual(known);
    expect(easterSunday(1818)).toBe('1818-03-22');
    expect(easterSunday(1943)).toBe('1943-04-25');
    expect(easterSunday(2038)).toBe('2038-04-25');
  });

  it('are the eight that were proclaimed in 2024 and 2026', () => {
    expect(bankHolidaysOf(2024)).toEqual([
      '2024-01-01',
      '2024-03-29',
      '2024-04-01',
      '2024-05-06',
      '2024-05-27',
      '2024-08-26',
      '2024-12-25',
      '2024-12-26',
    ]);
    expect(bankHolidaysOf(2026).slice(-2)).toEqual(['2026-12-25', '2026-12-28']);
  });

  it('move off a weekend without falling on one another', () => {
    expect(bankHolidaysOf(2021).slice(-2)).toEqual(['2021-12-27', '2021-12-28']);
    expect(bankHolidaysOf(2022).slice(-2)).toEqual(['2022-12-26', '2022-12-27']);
    expect(bankHolidaysOf(2028)[0]).toBe('2028-01-03');
    const weekdays = BANK_HOLIDAYS.map((day) => new Date(`${day}T00:00:00Z`).getUTCDay());
    expect(weekdays.filter((day) => day === 0 || day === 6)).toEqual([]);
    expect(new Set(BANK_HOLIDAYS).size).toBe(40);
  });
});
