import { describe, expect, it } from 'vitest';
import { REGIONS } from '#contract/vocabulary.ts';
import { COUNCILS, FORMER_COUNCILS } from '#core/data/councils.ts';
import { OUTCODES } from '#core/data/outcodes.ts';

const milesApart = (a: { lat: number; lon: number }, b: { lat: number; lon: number }) =>
  Math.hypot((a.lat - b.lat) * 69, (a.lon - b.lon) * 69 * 0.6);

describe('councils', () => {
  it('are the 153 since April 2023, by kind as domain.md section 8 counts them', () => {
    const kinds = Object.groupBy(COUNCILS, ({ type }) => type);
    expect(Object.entries(kinds).map(([type, list]) => [type, list?.length])).toEqual(
      expect.arrayContaining([
        ['County', 21],
        ['Unitary authority', 62 + 1],
        ['Metropolitan district', 36],
        ['London borough', 32],
        ['City corporation', 1],
      ]),
    );
    expect(new Set(COUNCILS.map(({ id }) => id)).size).toBe(153);
  });

  it('have ids the contract takes, a region, and a point in England', () => {
    for (const council of COUNCILS) {
      expect(council.id).toMatch(/^[a-z][a-z0-9-]{1,47}$/);
      expect(REGIONS).toContain(council.region);
      expect(council.lat).toBeGreaterThan(49.8);
      expect(council.lat).toBeLessThan(55.9);
      expect(council.lon).toBeGreaterThan(-6.5);
      expect(council.lon).toBeLessThan(1.9);
    }
  });

  it('keep their GSS codes with days, without a gap and the present one last', () => {
    const sheffield = COUNCILS.find(({ id }) => id === 'sheffield');
    expect(sheffield?.gss).toEqual([
      { code: 'E08000019', from: '1974-04-01', to: '2025-03-31' },
      { code: 'E08000039', from: '2025-04-01' },
    ]);
    expect(COUNCILS.every(({ gss }) => gss.at(-1)?.to === undefined)).toBe(true);
  });

  it('are named by every abolished council as its successors', () => {
    const ids = new Set<string>(COUNCILS.map(({ id }) => id));
    expect(FORMER_COUNCILS).toHaveLength(12);
    for (const former of FORMER_COUNCILS) {
      expect(former.successors.filter((id) => !ids.has(id))).toEqual([]);
    }
  });
});

describe('outward codes', () => {
  it('are each told once, well formed, and near their council', () => {
    const councils = new Map(COUNCILS.map((council) => [council.id, council]));
    expect(new Set(OUTCODES.map(({ code }) => code)).size).toBe(OUTCODES.length);
    for (const outcode of OUTCODES) {
      const council = councils.get(outcode.councilId);
      expect(outcode.code).toMatch(/^[A-Z]{1,2}\d[A-Z0-9]?$/);
      expect(outcode.town).not.toBe('');
      expect(council && milesApart(council, outcode), outcode.code).toBeLessThan(55);
    }
  });

  it('know every council, and large ones by several towns', () => {
    const perCouncil = Map.groupBy(OUTCODES, ({ councilId }) => councilId);
    expect(perCouncil.size).toBe(153);
    expect(perCouncil.get('kent' as never)?.length).toBeGreaterThan(10);
  });
});
