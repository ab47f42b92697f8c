import type { Elsewhere, ElsewhereContact, Overlap } from '#contract/queries.ts';
import type { ContactClass } from '#contract/records/presence.ts';
import {
  daysBetween,
  formatDay,
  formatFullDay,
  formatMoment,
  formatSince,
  formatTime,
  londonParts,
  plural,
} from '#renderer/ui/dates.ts';

/** What was synced longer ago than this is said with its age. */
const FRESH_MS = 15 * 60_000;
const DAY_MS = 86_400_000;

const VERBS: Readonly<Record<ContactClass, string>> = {
  tried: 'tried to reach them',
  reached: 'reached them',
  promised: 'promised to ring them back',
};

/** What other councils let us know, and how old that is; null where there is no need to say. */
export interface ElsewhereWords {
  readonly said: string;
  readonly age: string | null;
}

/** Says what other councils let us know about a person, and honestly as at when (M1). */
export function elsewhereWords(
  { contacts, days, pattern }: Elsewhere,
  lastSyncAt: string | null,
  nowMs: number,
): ElsewhereWords {
  const today = londonParts(nowMs)[0];
  const [newest, second, ...others] = contacts;
  const said = newest
    ? [newest, ...(second ? [second] : [])].map((each) => contactWords(each, today)).join('; ') +
      (others.length > 0 ? `; and ${plural(others.length, 'other council')}` : '')
    : `No other council contact known in the last ${plural(days, 'day')}`;
  return { said: `${said}.`, age: ageWords(pattern, lastSyncAt, nowMs) };
}

/** "Medway reached them yesterday afternoon". */
export function contactWords(contact: ElsewhereContact, today: string): string {
  return `${contact.council} ${VERBS[contact.was]} ${halfDayWords(contact, today)}`;
}

function ageWords(
  pattern: Elsewhere['pattern'],
  lastSyncAt: string | null,
  nowMs: number,
): string | null {
  if (lastSyncAt === null) return 'This device has not been told of anything newer yet.';
  const oldMs = nowMs - Date.parse(lastSyncAt);
  if (oldMs <= FRESH_MS) return null;
  if (oldMs < DAY_MS) {
    const isToday = londonParts(Date.parse(lastSyncAt))[0] === londonParts(nowMs)[0];
    return `As at ${formatTime(lastSyncAt)}${isToday ? '' : ' yesterday'}.`;
  }
  const asAt = `As at ${formatMoment(lastSyncAt)}, ${formatSince(lastSyncAt, nowMs)}.`;
  return pattern ? `${asAt} ${patternWords(pattern)}` : asAt;
}

function patternWords({ people, also }: NonNullable<Elsewhere['pattern']>): string {
  const oneIn = Math.round(people / Math.max(1, also));
  const part = also === 0 ? 'none' : oneIn < 2 ? `${also}` : `1 in ${oneIn}`;
  const whom =
    oneIn < 2 || also === 0 ? `of ${plural(people, 'person', 'people')}` : 'of the people';
  return `On past pattern ${part} ${whom} we contacted ${part.startsWith('1 in') ? 'was' : 'were'} also contacted by another council within 2 days.`;
}

/** "this morning", "yesterday afternoon", "on Tuesday morning", "on 3 June 2026". */
export function halfDayWords(
  { on, half }: Pick<ElsewhereContact, 'on' | 'half'>,
  today: string,
): string {
  const part = half === 'am' ? 'morning' : 'afternoon';
  // A clock that runs behind would make it tomorrow.
  const days = Math.max(0, daysBetween(on, today));
  if (days === 0) return `this ${part}`;
  if (days === 1) return `yesterday ${part}`;
  return days < 7 ? `on ${weekdayOf(on)} ${part}` : `on ${formatDay(on)}`;
}

/** "You and Medway both contacted Amara Okafor on Tuesday". */
export function overlapWords({ name, ours, theirs }: Overlap, today: string): string {
  if (ours.on === theirs.on) {
    return `You and ${theirs.council} both contacted ${name} ${dayWords(ours.on, today)}`;
  }
  return `You contacted ${name} ${dayWords(ours.on, today)}, ${theirs.council} ${dayWords(theirs.on, today)}`;
}

function dayWords(on: string, today: string): string {
  const days = Math.max(0, daysBetween(on, today));
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  return days < 7 ? `on ${weekdayOf(on)}` : `on ${formatDay(on)}`;
}

function weekdayOf(day: string): string {
  return formatFullDay(day).split(' ')[0] ?? '';
}
