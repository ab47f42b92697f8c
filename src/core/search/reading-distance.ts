import type { NamedPoint } from './places.ts';
import type { TextItem } from './reading-items.ts';

const MILES = /^(m|mi|mil|mile|miles)$/;
const MILES_TOGETHER = /^(\d{1,3})(mi|mile|miles)$/;
const BETWEEN = /^(of|from|around|round|near|to)$/;
const LONGEST_PLACE = 5;
/** As many as a query has bases. */
const MOST_PLACES = 5;

interface Run {
  readonly from: number;
  readonly to: number;
}

/** A place that was typed: its folded words, and the characters it takes. */
export interface NamedHere {
  readonly words: string;
  readonly point: NamedPoint;
  readonly at: { readonly from: number; readonly to: number };
}

type Resolve = (words: string) => NamedPoint | null;

/** A distance typed in the box, and the characters it takes. */
export interface TypedDistance {
  readonly miles: number;
  readonly from: NamedPoint | null;
  /** Further places, joined by `or`: the nearest counts. */
  readonly others: readonly NamedPoint[];
  /** The places as they were typed. */
  readonly places: readonly NamedHere[];
  readonly span: { readonly from: number; readonly to: number };
}

/**
 * Finds "20 miles of leeds or hull", "leeds 20mi" or a bare "20 miles". Rules Q9, Q41.
 *
 * Returns the pieces that are left. A place before the number counts only when none
 * follows it; the first distance wins and later ones ask for nothing.
 */
export function readDistance(
  items: readonly TextItem[],
  resolve: Resolve,
): {
  readonly distance: TypedDistance | null;
  readonly rest: readonly TextItem[];
} {
  const found = distanceIn(items);
  if (!found) return { distance: null, rest: items };
  const { miles } = found;
  const start = wordOf(items[found.from - 1]) === 'within' ? found.from - 1 : found.from;
  const after = BETWEEN.test(wordOf(items[found.to])) ? found.to + 1 : found.to;
  const following = placesAfter(items, after, resolve);
  const named = following ?? placesBefore(items, start, resolve);
  const used: Run = {
    from: Math.min(start, named?.from ?? start),
    to: following ? following.to : found.to,
  };
  const rest = [...items.slice(0, used.from), ...items.slice(used.to)];
  const again = distanceIn(rest);
  const [first, ...others] = named?.places ?? [];
  return {
    distance: {
      miles,
      from: first?.point ?? null,
      others: others.map(({ point }) => point),
      places: named?.places ?? [],
      span: { from: items[used.from]?.from ?? 0, to: items[used.to - 1]?.to ?? 0 },
    },
    rest: again ? [...rest.slice(0, again.from), ...rest.slice(again.to)] : rest,
  };
}

function distanceIn(items: readonly TextItem[]): (Run & { readonly miles: number }) | null {
  for (let i = 0; i < items.length; i += 1) {
    if (isBlocked(items[i])) continue;
    const word = wordOf(items[i]);
    const together = MILES_TOGETHER.exec(word);
    const miles = Number(together?.[1] ?? (/^\d{1,3}$/.test(word) ? word : 0));
    if (miles < 1) continue;
    if (together) return { from: i, to: i + 1, miles: Math.min(miles, 500) };
    const next = items[i + 1];
    if (!isBlocked(next) && MILES.test(wordOf(next))) {
      return { from: i, to: i + 2, miles: Math.min(miles, 500) };
    }
  }
  return null;
}

/** Places joined by `or`, the first of them here. */
interface Named extends Run {
  readonly places: readonly NamedHere[];
}

function placesAfter(items: readonly TextItem[], from: number, resolve: Resolve): Named | null {
  const first = longestFrom(items, from, resolve);
  if (!first || items[from]?.joinsByOr) return null;
  const places = [first];
  let { to } = first;
  while (places.length < MOST_PLACES && items[to]?.joinsByOr) {
    const next = longestFrom(items, to, resolve);
    if (!next) break;
    places.push(next);
    to = next.to;
  }
  return { from, to, places };
}

/** The longest run of places that ends where the distance begins. */
function placesBefore(items: readonly TextItem[], to: number, resolve: Resolve): Named | null {
  for (let from = Math.max(0, to - LONGEST_PLACE * MOST_PLACES); from < to; from += 1) {
    const named = placesAfter(items, from, resolve);
    if (named?.to === to) return named;
  }
  return null;
}

function longestFrom(items: readonly TextItem[], from: number, resolve: Resolve) {
  for (let length = LONGEST_PLACE; length > 0; length -= 1) {
    const run = items.slice(from, from + length);
    const [first, ...others] = run;
    if (!first || run.length < length || isBlocked({ ...first, joinsByOr: false })) continue;
    if (others.some(isBlocked)) continue;
    const words = run.flatMap((item) => item.words).join(' ');
    const point = resolve(words);
    const at = { from: first.at, to: run.at(-1)?.to ?? first.to };
    if (point) return { from, to: from + length, words, point, at };
  }
  return null;
}

const isBlocked = (item: TextItem | undefined) =>
  !item ||
  item.isNot ||
  item.joinsByOr ||
  item.isQuoted ||
  item.bracket !== null ||
  item.field !== null;

const wordOf = (item: TextItem | undefined) =>
  (item?.words.length === 1 ? item.words[0] : '') ?? '';
