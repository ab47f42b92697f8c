import { describe, expect, test } from 'vitest';
import { createPlaces } from '#core/search/places.ts';

const places = createPlaces();

describe('[Q21] places', () => {
  test('are found by the beginning of a town, council, outward code or region', () => {
    expect(places.suggest('leed')[0]?.label).toBe('Leeds');
    expect(places.suggest('ct21')[0]?.label).toMatch(/^CT21 /);
    expect(places.suggest('yorkshire and')[0]?.label).toBe('Yorkshire and The Humber');
    expect(places.suggest('  ')).toEqual([]);
    expect(places.suggest('qqqq')).toEqual([]);
    expect(places.suggest('s').length).toBeLessThanOrEqual(8);
  });

  test('have each label once', () => {
    const labels = places.suggest('new').map((place) => place.label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  test('are resolved by their whole name only', () => {
    expect(places.resolve('leeds')).toMatchObject({ label: 'Leeds' });
    expect(places.resolve('leed')).toBeNull();
    expect(places.resolve('')).toBeNull();
  });

  test('of towns of one name the nearest to home counts, or the one in the council named', () => {
    const from = (lat: number, lon: number) => places.resolve('hythe', { lat, lon })?.label;
    expect(from(51.2, 0.7)).toBe('Hythe, Kent');
    expect(from(51, -1.3)).toBe('Hythe, Hampshire');
    expect(places.resolve('hythe kent')?.label).toBe('Hythe, Kent');
    expect(places.resolve('hythe hampshire')?.label).toBe('Hythe, Hampshire');
    expect(places.resolve('hythe leeds')).toBeNull();
    expect(places.named('hythe').map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Hythe, Kent', 'Hythe, Hampshire']),
    );
  });

  test('tell outward codes from other words', () => {
    expect(places.isOutcode('sw9')).toBe(true);
    expect(places.isOutcode('leeds')).toBe(false);
  });
});
