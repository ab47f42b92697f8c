import type { CandidateId, CouncilId, IsoDate } from '#contract/brands.ts';
import { CONTACT_CLASSES, type ContactClass, type Presence } from '#contract/records/presence.ts';
import type { HalfDay } from './days.ts';
import { isOverlap, OVERLAP_HALF_DAYS } from './decide-overlap.ts';
import { halfDayNumber, isPast, peopleIn } from './presence.ts';

/** A council's contact with somebody, as every council knows it. */
export interface Told extends HalfDay {
  readonly councilId: CouncilId;
  readonly was: ContactClass;
}

/** From where and when the rows are looked at. */
export interface Looking {
  readonly own: CouncilId;
  /** By this laptop's clock: what is past is not told even while offline. */
  readonly today: IsoDate;
  /** The policy's `presenceDays`. */
  readonly days: number;
}

/** Fewer people than this say nothing about a pattern. */
export const PATTERN_LEAST = 20;

/** Finds what is told of some people, our own council's included; the newest first. */
export function toldOf(
  rows: readonly Presence[],
  people: ReadonlySet<CandidateId>,
  { today, days }: Pick<Looking, 'today' | 'days'>,
): ReadonlyMap<CandidateId, readonly Told[]> {
  const found = new Map<CandidateId, Told[]>();
  for (const row of rows) {
    const { councilId, on, half } = row;
    if (isPast(on, today, days)) continue;
    for (const was of CONTACT_CLASSES) {
      for (const id of row[was]) {
        if (people.has(id)) found.set(id, [...(found.get(id) ?? []), { councilId, on, half, was }]);
      }
    }
  }
  for (const told of found.values()) told.sort(newestFirst);
  return found;
}

function newestFirst(a: Told, b: Told): number {
  return halfDayNumber(b) - halfDayNumber(a) || a.councilId.localeCompare(b.councilId);
}

/** Keeps the newest of each other council. */
export function newestElsewhere(told: readonly Told[], own: CouncilId): readonly Told[] {
  const seen = new Set<CouncilId>([own]);
  return told.filter(({ councilId }) => !seen.has(councilId) && seen.add(councilId));
}

/** The newest pair of our contact and each other council's that are one too many (DM17). */
export function overlapsIn(
  told: readonly Told[],
  own: CouncilId,
): readonly { readonly ours: Told; readonly theirs: Told }[] {
  const ours = told.filter(({ councilId }) => councilId === own);
  const pairs = told
    .filter(({ councilId }) => councilId !== own)
    .flatMap((theirs) => {
      const near = ours.find((each) => isOverlap(each, theirs));
      return near ? [{ ours: near, theirs }] : [];
    })
    .toSorted((a, b) => newestFirst(latestOf(a), latestOf(b)));
  const seen = new Set<CouncilId>();
  return pairs.filter(({ theirs: { councilId } }) => !seen.has(councilId) && seen.add(councilId));
}

/** The later of two contacts: an overlap is settled up to its day. */
export function latestOf({ ours, theirs }: { readonly ours: Told; readonly theirs: Told }): Told {
  return halfDayNumber(ours) > halfDayNumber(theirs) ? ours : theirs;
}

/**
 * Counts how many of the people we contacted another council contacted near that time.
 *
 * A plain count over what is held, never a model. Only contacts whose two days were over
 * when this was last synced count; null with fewer than 20 people.
 */
export function pastPattern(
  rows: readonly Presence[],
  { own, today, days }: Looking,
  syncedOn: IsoDate,
): { readonly people: number; readonly also: number } | null {
  const kept = rows.filter(({ on }) => !isPast(on, today, days));
  const over = halfDayNumber({ on: syncedOn, half: 'am' }) - OVERLAP_HALF_DAYS;
  const ours = new Map<CandidateId, number[]>();
  for (const row of kept) {
    const half = halfDayNumber(row);
    if (row.councilId !== own || half > over) continue;
    for (const id of peopleIn(row)) ours.set(id, [...(ours.get(id) ?? []), half]);
  }
  if (ours.size < PATTERN_LEAST) return null;
  const also = new Set<CandidateId>();
  for (const row of kept) {
    if (row.councilId === own) continue;
    const half = halfDayNumber(row);
    for (const id of peopleIn(row)) {
      const near = ours.get(id)?.some((each) => Math.abs(each - half) <= OVERLAP_HALF_DAYS);
      if (near) also.add(id);
    }
  }
  return { people: ours.size, also: also.size };
}
