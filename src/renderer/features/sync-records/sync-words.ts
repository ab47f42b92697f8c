import type { SyncPhase } from '#contract/sync-state.ts';
import { formatCount, plural } from '#renderer/ui/dates.ts';
import { errorWords } from '#renderer/ui/error-words.ts';

/** The h1: what is not sent, first of all. */
export function headline(notSent: number, decisions: number): string {
  if (decisions > 0)
    return `${plural(decisions, 'change')} ${decisions === 1 ? 'needs' : 'need'} a decision`;
  if (notSent > 0) return `${plural(notSent, 'change')} not sent yet`;
  return 'Everything is sent';
}

/** What sync is doing now, as a sentence. */
export function phaseWords(phase: SyncPhase): string {
  switch (phase.is) {
    case 'idle':
      return 'Up to date. It looks for news by itself.';
    case 'hello':
      return 'Asking the central service.';
    case 'first-sync':
      return `Bringing people to this device: ${formatCount(phase.people)} of ${formatCount(phase.of)}.`;
    case 'catching-up':
      return 'Bringing what changed.';
    case 'pushing':
      return 'Sending your changes.';
    case 'waiting':
      return `${errorWords(phase.why).happened} It will try again by itself.`;
    case 'parked':
      return `${errorWords(phase.why).happened} ${errorWords(phase.why).todo}`;
  }
}
