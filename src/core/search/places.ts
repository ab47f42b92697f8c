import { COUNCILS } from '#core/data/councils.ts';
import { PLACES } from '#core/data/gazetteer.ts';
import { OUTCODES } from '#core/data/outcodes.ts';
import { milesBetween, unitVector } from './distance.ts';
import { wordsOf } from './words.ts';

/** A place a recruiter can search around. */
export interface NamedPoint {
  readonly label: string;
  readonly lat: number;
  readonly lon: number;
}

/** Where whoever searches is at home. */
export type Home = Pick<NamedPoint, 'lat' | 'lon'> | null;

/** What the index and the page may ask about places. */
export interface Places {
  /** Places whose name begins with the text, whole names first, at most eight. */
  suggest(text: string): readonly NamedPoint[];
  /**
   * The place of exactly this name (folded words joined by spaces), or null.
   *
   * Of towns of one name the nearest to `home`; "hythe kent" is the one in Kent.
   */
  resolve(words: string, home?: Home): NamedPoint | null;
  /** Every place of exactly this name, in the sequence of rule Q21. */
  named(words: string): readonly NamedPoint[];
  /** Whether folded words joined by spaces are the name of a town. */
  isTown(words: string): boolean;
  /** Whether this is an outward code we know, e.g. "sw9". */
  isOutcode(word: string): boolean;
}

interface Entry extends NamedPoint {
  readonly key: string;
  readonly kind: number;
  /** Of a town: the folded name of its council. */
  readonly council: string | null;
}

const TOWN = 3;

const SUGGESTIONS = 8;

/**
 * Builds the places of England: towns, councils, outward codes and regions. Rule Q21.
 *
 * Where one name means several places a council wins, then an outward code, then a
 * region, then the first town; the label says which one it is.
 */
export function createPlaces(): Places {
  const councilNames = new Map(COUNCILS.map((council) => [council.id, council.name]));
  const entries: Entry[] = [
    ...COUNCILS.map((each) => entry(0, each.name, each.name, each)),
    ...OUTCODES.map((each) => entry(1, each.code, `${each.code} ${each.town}`, each)),
    ...regions(),
    ...PLACES.map((each) => {
      const council = councilNames.get(each.councilId);
      const label = council && council !== each.name ? `${each.name}, ${council}` : each.name;
      return { ...entry(TOWN, each.name, label, each), council: council ? keyOf(council) : null };
    }),
  ].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.kind - b.kind));
  const byKey = Map.groupBy(entries, ({ key }) => key);
  /** Those of a name; of towns with their council behind it, "hythe kent", if there are none. */
  const named = (name: string): readonly Entry[] => {
    const plain = byKey.get(name);
    if (plain) return plain;
    const words = name.split(' ');
    for (let length = words.length - 1; length > 0; length -= 1) {
      const council = words.slice(length).join(' ');
      const towns = byKey.get(words.slice(0, length).join(' ')) ?? [];
      const there = towns.filter((each) => each.council === council);
      if (there.length > 0) return there;
    }
    return [];
  };
  const towns = new Set(
    [...PLACES.map(({ name }) => name), ...OUTCODES.map(({ town }) => town)].map(keyOf),
  );
  return {
    suggest(text) {
      const key = wordsOf(text).join(' ');
      if (key === '') return [];
      const found: Entry[] = [];
      const labels = new Set<string>();
      for (let i = firstFrom(entries, key); i < entries.length; i += 1) {
        const each = entries[i];
        if (!each?.key.startsWith(key) || found.length === SUGGESTIONS) break;
        if (!labels.has(each.label)) found.push(each);
        labels.add(each.label);
      }
      return found.map(pointOf);
    },
    resolve(words, home = null) {
      const found = named(words);
      const [first] = found;
      if (!first) return null;
      return pointOf(home && first.kind === TOWN ? nearestOf(found, first, home) : first);
    },
    named: (words) => [
      ...new Map(named(words).map((each) => [each.label, pointOf(each)] as const)).values(),
    ],
    isTown: (words) => towns.has(words),
    isOutcode: (word) => byKey.get(word)?.some(({ kind }) => kind === 1) ?? false,
  };
}

const pointOf = ({ label, lat, lon }: NamedPoint): NamedPoint => ({ label, lat, lon });

function nearestOf(found: readonly Entry[], first: Entry, home: NonNullable<Home>): Entry {
  const miles = (each: Home) =>
    milesBetween(unitVector(each?.lat ?? 0, each?.lon ?? 0), unitVector(home.lat, home.lon));
  return found.reduce((best, each) => (miles(each) < miles(best) ? each : best), first);
}

const keyOf = (name: string) => wordsOf(name).join(' ');

const entry = (
  kind: number,
  name: string,
  label: string,
  point: { readonly lat: number; readonly lon: number },
): Entry => ({ key: keyOf(name), kind, label, lat: point.lat, lon: point.lon, council: null });

/** A region's point is the middle of its councils: good enough to start a circle from. */
function regions(): Entry[] {
  return [...Map.groupBy(COUNCILS, (council) => council.region)].map(([region, councils]) => {
    const mean = (of: (council: (typeof councils)[number]) => number) =>
      councils.reduce((sum, council) => sum + of(council), 0) / councils.length;
    const point = { lat: mean((council) => council.lat), lon: mean((council) => council.lon) };
    return entry(2, region, region, point);
  });
}

function firstFrom(entries: readonly Entry[], key: string): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.key ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
