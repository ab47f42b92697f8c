import type { MutationArgs } from '#contract/mutations.ts';
import type { ContactClass, OverlapSettled } from '#contract/records/presence.ts';
import type { HalfDay } from './days.ts';
import { overlapSettledId } from './ids.ts';
import { halfDayNumber } from './presence.ts';
import { type Deciding, type Rows, refuse, type Verdict } from './verdict.ts';

/** Half-days between two contacts that still count as one person rung twice: two days. */
export const OVERLAP_HALF_DAYS = 4;

/** Whether two contacts are near enough for the person to have been rung twice (DM17). */
export function isOverlap(
  a: HalfDay & { readonly was: ContactClass },
  b: HalfDay & { readonly was: ContactClass },
): boolean {
  // Two calls nobody answered are no burden that two councils must talk about.
  if (a.was === 'tried' && b.was === 'tried') return false;
  return Math.abs(halfDayNumber(a) - halfDayNumber(b)) <= OVERLAP_HALF_DAYS;
}

/** Marks an overlap as settled up to a day; marking it again changes nothing (DM17). */
export function decideOverlapSettled(
  args: MutationArgs['overlap.settle'],
  rows: Rows,
  context: Deciding,
): Verdict {
  const { candidateId, councilId, on } = args;
  const id = overlapSettledId(candidateId, councilId);
  const held = rows.get('overlap-settled', id);
  if (held && held.record.on >= on) return { outcome: 'merged' };
  if (!context.personHeld(candidateId)) {
    return refuse('rule', 'This person has withdrawn from the programme.');
  }
  const record: OverlapSettled = { id, candidateId, councilId, on, at: context.at };
  return { outcome: 'applied', changes: [{ kind: 'overlap-settled', id, record }] };
}
