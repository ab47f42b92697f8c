import type { IsoDate } from '#contract/brands.ts';
import { BANK_HOLIDAY_NUMBERS } from '#core/data/bank-holidays.ts';
import { parseWhen, type When } from '#core/domain/when-words.ts';
import { formatClock, formatFullDay, londonParts } from '#renderer/ui/dates.ts';

/** What was understood, and what to say below the field before anything is saved. */
export interface ReadWhen {
  readonly when: When | null;
  readonly echo: string | null;
}

/** Reads typed words as a day after now, and says that day in full. */
export function readWhen(typed: string, nowMs: number): ReadWhen {
  if (typed.trim() === '') return { when: null, echo: null };
  const [today, time] = londonParts(nowMs);
  const now = { today: today as IsoDate, time, holidays: BANK_HOLIDAY_NUMBERS };
  const when = parseWhen(typed, now);
  if (!when) return { when, echo: 'Not understood. For example: thu 2pm, 2w or 11 6 2026' };
  const at = when.dueTime ? ` at ${formatClock(when.dueTime)}` : '';
  return {
    when,
    echo: `${formatFullDay(when.dueOn)}${at}${when.warning ? `. ${when.warning}` : ''}`,
  };
}

/** Writes a day and a time as they can be typed, for a field that is filled. */
export function typedWhen(dueOn: string, dueTime?: string): string {
  const [year, month, day] = dueOn.split('-').map(Number);
  return `${day} ${month} ${year}${dueTime ? ` ${dueTime}` : ''}`;
}
