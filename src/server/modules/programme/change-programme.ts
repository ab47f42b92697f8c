import type { IsoDate } from '#contract/brands.ts';
import type { ProgrammeChange } from '#contract/http/programme.ts';
import type { Programme } from '#contract/records/programme.ts';
import { Refusal } from '#server/plugins/problems.ts';

/**
 * Builds the programme as it is after a change of status.
 *
 * Closing starts the retention clock (policy `unsuccessfulMonths`); reopening stops it.
 * It may reopen for as long as the records are kept. Throws a `Refusal` for "planned"
 * after it has opened.
 */
export function changedProgramme(
  now: Programme,
  change: ProgrammeChange,
  today: IsoDate,
): Programme {
  if (change.status === 'planned' && now.status !== 'planned') {
    throw new Refusal('rule', 'A programme that has opened cannot be planned again.');
  }
  const { closesOn, banner, retainUntil: _kept, mayReopenUntil: _until, ...lasting } = now;
  const isClosed = change.status === 'closed';
  const until = addMonths(today, now.policy.unsuccessfulMonths);
  const closing = change.closesOn ?? (isClosed ? today : closesOn);
  // A reopened programme has no end until one is said.
  const end = change.status === 'reopened' ? change.closesOn : closing;
  return {
    ...lasting,
    status: change.status,
    ...(end ? { closesOn: end } : {}),
    ...(isClosed ? { retainUntil: until, mayReopenUntil: until } : {}),
    ...(change.banner ? { banner: change.banner } : {}),
  };
}

/** The same day some months on; the last of the month where there is no such day. */
function addMonths(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const at = Date.UTC(year, month - 1 + months, Math.min(date, last));
  return new Date(at).toISOString().slice(0, 10) as IsoDate;
}
