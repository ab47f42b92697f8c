import type { CandidateId, CouncilId, IsoDate } from '#contract/brands.ts';
import type { Mutation } from '#contract/mutations.ts';
import type { ContactLog } from '#contract/records/council-work.ts';
import {
  CONTACT_CLASSES,
  type ContactClass,
  PRESENCE_MOST,
  type Presence,
} from '#contract/records/presence.ts';
import type { Programme } from '#contract/records/programme.ts';
import { dayNumber, daysBetween, type HalfDay, londonDay, londonHalfDay } from './days.ts';
import { wasSpoken } from './decide-contact.ts';
import { presenceId } from './ids.ts';

/** Nothing older than this is told of, whatever the policy: its half-day is not even asked. */
const OLDEST_MS = 100 * 86_400_000;

/** What one contact lets the other councils know. */
export interface PresenceToken extends HalfDay {
  readonly candidateId: CandidateId;
  readonly was: ContactClass;
}

/**
 * Says for how many days councils let each other know; 0 = not at all (rule DM16).
 *
 * Only while the programme is open: afterwards nobody is rung, so nobody need know.
 */
export function presenceDays({ status, policy }: Pick<Programme, 'status' | 'policy'>): number {
  return status === 'open' || status === 'reopened' ? policy.presenceDays : 0;
}

/** Whether a half-day is too old to be told of; `days` is today and those before it. */
export function isPast(on: IsoDate, today: IsoDate, days: number): boolean {
  return daysBetween(on, today) >= days;
}

/**
 * Builds the token of a change, or null when it gives none (rule DM16).
 *
 * A contact gives one, and so does a promise to ring. The half-day is that of the
 * centre's corrected time: a laptop's clock and how late the change came do not count.
 */
export function tokenOf(mutation: Mutation, nowMs: number): PresenceToken | null {
  const savedMs = nowMs - mutation.ageMs;
  if (mutation.kind === 'follow-up.set' && mutation.args.promise) {
    return tokenAt(savedMs, nowMs, { candidateId: mutation.args.candidateId, was: 'promised' });
  }
  if (mutation.kind !== 'contact.log' || mutation.args.undone) return null;
  const { args } = mutation;
  const beforeMs = Math.max(0, Date.parse(mutation.at) - Date.parse(args.at));
  const token = { candidateId: args.candidateId, was: classOf(args) };
  return tokenAt(savedMs - beforeMs, nowMs, token);
}

/** The token of a change, while the programme has councils let each other know of that day. */
export function tokenToTell(
  mutation: Mutation,
  programme: Pick<Programme, 'status' | 'policy'>,
  nowMs: number,
): PresenceToken | null {
  const token = tokenOf(mutation, nowMs);
  if (!token || isPast(token.on, londonDay(nowMs), presenceDays(programme))) return null;
  return token;
}

/** Null also for a time that is none: laptops can send any. */
function tokenAt(
  atMs: number,
  nowMs: number,
  token: Pick<PresenceToken, 'candidateId' | 'was'>,
): PresenceToken | null {
  return nowMs - atMs < OLDEST_MS ? { ...token, ...londonHalfDay(atMs) } : null;
}

/** A wish to be left alone is "reached" as any talk is: it never shows to other councils. */
export function classOf(contact: Pick<ContactLog, 'outcome' | 'direction'>): ContactClass {
  if (contact.outcome === 'callback_requested') return 'promised';
  return wasSpoken(contact) ? 'reached' : 'tried';
}

/**
 * Adds a token to its council's row; null when that says nothing new.
 *
 * The stronger word stands, lists are in order: whatever order contacts come in, the row
 * ends the same. A row that is full takes nobody new.
 */
export function withToken(
  held: Presence | null,
  councilId: CouncilId,
  { candidateId, was, on, half }: PresenceToken,
): Presence | null {
  const now: Presence = held ?? {
    id: presenceId(councilId, { on, half }),
    councilId,
    on,
    half,
    tried: [],
    reached: [],
    promised: [],
  };
  const before = CONTACT_CLASSES.findIndex((each) => now[each].includes(candidateId));
  if (before >= CONTACT_CLASSES.indexOf(was)) return null;
  if (before < 0 && peopleIn(now).length >= PRESENCE_MOST) return null;
  const rest = without(now, candidateId);
  return { ...rest, [was]: [...rest[was], candidateId].toSorted() };
}

/** Takes a person out of a row; null when they were not in it. */
export function withoutPerson(held: Presence, candidateId: CandidateId): Presence | null {
  return peopleIn(held).includes(candidateId) ? without(held, candidateId) : null;
}

function without(held: Presence, candidateId: CandidateId): Presence {
  const keep = (ids: readonly CandidateId[]) => ids.filter((id) => id !== candidateId);
  const { tried, reached, promised } = held;
  return { ...held, tried: keep(tried), reached: keep(reached), promised: keep(promised) };
}

/** Everyone a row names. */
export function peopleIn(row: Presence): readonly CandidateId[] {
  return CONTACT_CLASSES.flatMap((each) => row[each]);
}

/** Numbers half-days one after the other. */
export function halfDayNumber({ on, half }: HalfDay): number {
  return 2 * dayNumber(on) + (half === 'pm' ? 1 : 0);
}
