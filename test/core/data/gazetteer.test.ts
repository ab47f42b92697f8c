import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COUNCILS } from '#core/data/councils.ts';
import { GEONAMES_CREDIT, PLACES } from '#core/data/gazetteer.ts';
import { buildGazetteer } from '#test/commands/build-gazetteer.ts';

const FILE = new URL('../../../src/core/data/gazetteer-places.ts', import.meta.url);

describe('the gazetteer', () => {
  it('is what its build command makes, not edited by hand', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(buildGazetteer());
  });

  it('stays small enough to ship', () => {
    expect(readFileSync(FILE).length).toBeLessThan(200_000);
  });

  it('knows about 3,600 places and every council by at least one', () => {
    expect(PLACES.length).toBeGreaterThan(3500);
    const named = new Set(PLACES.map(({ councilId }) => councilId));
    expect(COUNCILS.filter(({ id }) => !named.has(id))).toEqual([]);
    expect(PLACES.filter(({ name, lat, lon }) => !name || !(lat > 49) || !(lon < 2))).toEqual([]);
  });

  it('gives old Cumbria and London to the councils of today', () => {
    const councilsOf = (name: string) =>
      PLACES.filter((place) => place.name === name).map(({ councilId }) => councilId);
    expect(councilsOf('Penrith')).toContain('westmorland-and-furness');
    expect(councilsOf('Whitehaven')).toContain('cumberland');
    expect(councilsOf('Brixton')).toContain('lambeth');
  });

  it('credits GeoNames', () => {
    expect(GEONAMES_CREDIT).toMatch(/GeoNames.*CC BY 4\.0/);
  });
});
