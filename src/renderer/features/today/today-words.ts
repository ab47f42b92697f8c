import type { TodayView } from '#contract/queries.ts';
import { plural } from '#renderer/ui/dates.ts';

/** The sentence under the heading: what needs doing, the most pressing first. */
export function leadOf(today: TodayView): string {
  const promised = today.followUps.filter((each) => each.followUp.record.promise).length;
  const other = today.followUps.length - promised;
  const due = [
    unheardWords(today),
    promised > 0 ? `You promised ${plural(promised, 'call')}.` : '',
    other > 0 ? `${plural(other, 'follow-up is', 'follow-ups are')} due.` : '',
    today.overlaps.length > 0
      ? `${plural(today.overlaps.length, 'person was', 'people were')} also contacted by another council.`
      : '',
    today.decisions.length > 0
      ? `${plural(today.decisions.length, 'change needs', 'changes need')} a decision.`
      : '',
  ].filter((part) => part !== '');
  return due.length === 0 ? 'Nothing is due.' : due.join(' ');
}

function unheardWords({ unheard }: TodayView): string {
  if (unheard.total === 0) return '';
  const who = plural(unheard.total, 'person', 'people');
  const verb = unheard.total === 1 ? 'has' : 'have';
  return `${who} in our area ${verb} not been spoken to; the longest has waited ${plural(unheard.longestDays, 'working day')}.`;
}

/** "in 20 minutes", "2 days late", for one that is due. */
export function dueWords(parts: {
  readonly overdueDays: number;
  readonly dueTime: string | undefined;
  readonly nowTime: string;
}): { readonly words: string; readonly isLate: boolean } {
  const { overdueDays, dueTime, nowTime } = parts;
  if (overdueDays > 0) return { words: `${plural(overdueDays, 'day')} late`, isLate: true };
  if (!dueTime) return { words: '', isLate: false };
  const minutes = minutesOf(dueTime) - minutesOf(nowTime);
  if (minutes < 0) return { words: 'time has passed', isLate: true };
  if (minutes <= 60) return { words: `in ${plural(minutes, 'minute')}`, isLate: true };
  return { words: '', isLate: false };
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}
