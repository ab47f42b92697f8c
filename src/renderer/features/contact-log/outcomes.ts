import { type Channel, OUTCOMES, type Outcome } from '#contract/vocabulary.ts';
import { OUTCOME_LABELS } from '#contract/vocabulary-labels.ts';
import type { DigitGroup } from '#renderer/ui/digit-radios.tsx';

/** What one press of a digit means; the words of features.md 4.6. */
const DIGITS: readonly (readonly [digit: string, outcome: Outcome, label: string])[] = [
  ['1', 'no_answer', 'No answer'],
  ['2', 'voicemail_left', 'Left message'],
  ['3', 'engaged', 'Busy or failed'],
  ['4', 'wrong_number', 'Wrong number'],
  ['5', 'spoke_interested', 'Interested'],
  ['6', 'spoke_needs_info', 'Wants to think'],
  ['7', 'spoke_maybe_later', 'Not now, until'],
  ['8', 'spoke_not_interested', 'Not interested'],
  ['9', 'asked_not_to_be_contacted', 'Do not contact'],
  ['0', 'other', 'Other'],
];

/** The ten outcomes with digits: not reached at the left, reached at the right. */
export const OUTCOME_GROUPS: readonly DigitGroup<Outcome>[] = [
  { heading: 'Not reached', choices: choices(0, 4) },
  { heading: 'Reached', choices: choices(4, 10) },
];

function choices(from: number, to: number) {
  return DIGITS.slice(from, to).map(([digit, value, label]) => ({ digit, value, label }));
}

/** The outcome of a digit; null for any other key. */
export function outcomeOfDigit(key: string): Outcome | null {
  return DIGITS.find(([digit]) => digit === key)?.[1] ?? null;
}

/** Every outcome that has no digit: chosen from the list below them. */
export const OTHER_OUTCOMES: readonly { readonly value: Outcome; readonly label: string }[] =
  OUTCOMES.filter((value) => !DIGITS.some(([, outcome]) => outcome === value)).map((value) => ({
    value,
    label: OUTCOME_LABELS[value],
  }));

/** The words of an outcome as this panel shows them. */
export function outcomeWords(outcome: Outcome): string {
  return DIGITS.find(([, value]) => value === outcome)?.[2] ?? OUTCOME_LABELS[outcome];
}

/** The channel an outcome speaks of, when it can be no other. */
export function channelOf(outcome: Outcome): Channel | null {
  if (outcome === 'voicemail_left') return 'voicemail';
  if (['email_sent', 'email_bounced', 'out_of_office'].includes(outcome)) return 'email';
  return null;
}

/** What is usual next: offered in the field, never saved unseen. */
export function usualNext(outcome: Outcome): string {
  const next: Partial<Record<Outcome, string>> = {
    no_answer: 'tomorrow',
    voicemail_left: '2 days',
    engaged: 'tomorrow',
    email_sent: '1w',
    spoke_needs_info: '2 days',
  };
  return next[outcome] ?? '';
}
