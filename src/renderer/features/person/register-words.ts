import type { Candidate } from '#contract/records/candidate.ts';
import { REGISTRATION_LABELS } from '#contract/vocabulary-labels.ts';
import { daysBetween, formatAgo, formatDay, isDay } from '#renderer/ui/dates.ts';

/** What the register said, when it was read, and whether that is too long ago. */
export interface RegisterWords {
  readonly status: string;
  readonly checked: string;
  /** Said in words, and in the warm colour: someone has to look again. */
  readonly stale: string | null;
}

export function registerWords(
  person: Pick<Candidate, 'registrationStatus' | 'registerCheckedOn' | 'restrictionUntil'>,
  today: string,
  freshDays: number,
): RegisterWords {
  const { registerCheckedOn: on, restrictionUntil: until } = person;
  const status = `${REGISTRATION_LABELS[person.registrationStatus]}${until ? ` until ${formatDay(until)}` : ''}`;
  if (!on || !isDay(on))
    return { status, checked: 'never checked', stale: 'The register has not been checked.' };
  const isOld = daysBetween(on, today) > freshDays;
  return {
    status,
    checked: `checked ${formatDay(on)}`,
    stale: isOld
      ? `Register checked ${formatAgo(on, today)}: look again before you rely on it.`
      : null,
  };
}
