import type { NamedPoint, Places } from './places.ts';
import type { TextItem } from './reading-items.ts';

const MILES = /^(m|mi|mil|mile|miles)$/;
const MILES_TOGETHER = /^(\d{1,3})(mi|mile|miles)$/;
const BETWEEN = /^(of|from|around|round|near|to)$/;
const LONGEST_PLACE = 5;

interface Run {
  readonly from: number;
  readonly to: number;
}

/** A distance typed in the box, and the characters it takes. */
export interface TypedDistance {
  readonly miles: number;
  readonly from: NamedPoint | null;
  readonly span: { readonly from: number; readonly to: number };
}

/**
 * Finds "20 miles of leeds", "leeds 20mi" or a bare "20 miles". Rule Q9.
 *
 * Returns the pieces that are left. A place before the number counts only when none
 * follows it; the first distance wins and later ones ask for nothing.
 */
export function readDistance(
  items: readonly TextItem[],
  places: Places,
): {
  readonly distance: TypedDistance | null;
  readonly rest: readonly TextItem[];
} {
  const found = distanceIn(items);
  if (!found) return { distance: null, rest: items };
  const { miles } = found;
  const start = wordOf(items[found.from - 1]) === 'within' ? found.from - 1 : found.from;
  const after = BETWEEN.test(wordOf(items[found.to])) ? found.to + 1 : found.to;
  const following = placeAfter(items, after, places);
  const place = following ?? placeBefore(items, start, places);
  const used: Run = {
    from: Math.min(start, place?.from ?? start),
    to: following ? following.to : found.to,
  };
  const rest = [...items.slice(0, used.from), ...items.slice(used.to)];
  const again = distanceIn(rest);
  return {
    distance: {
      miles,
      from: place?.point ?? null,
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

function placeAfter(items: readonly TextItem[], from: number, places: Places) {
  for (let length = LONGEST_PLACE; length > 0; length -= 1) {
    const point = resolveRun(items, from, from + length, places);
    if (point) return { from, to: from + length, point };
  }
  return null;
}

function placeBefore(items: readonly TextItem[], to: number, places: Places) {
  for (let length = LONGEST_PLACE; length > 0; length -= 1) {
    const point = resolveRun(items, to - length, to, places);
    if (point) return { from: to - length, to, point };
  }
  return null;
}

function resolveRun(items: readonly TextItem[], from: number, to: number, places: Places) {
  if (from < 0 || to > items.length) return null;
  const run = items.slice(from, to);
  if (run.some(isBlocked)) return null;
  return places.resolve(run.flatMap((item) => item.words).join(' '));
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
