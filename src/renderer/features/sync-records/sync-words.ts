import type { CouncilInfo, Keeping, SyncPhase } from '#contract/sync-state.ts';
import { formatCount, plural } from '#renderer/ui/dates.ts';
import { errorWords } from '#renderer/ui/error-words.ts';

/** The h1: what is not sent, first of all. */
export function headline(notSent: number, decisions: number, keeping: Keeping): string {
  if (decisions > 0)
    return `${plural(decisions, 'change')} ${decisions === 1 ? 'needs' : 'need'} a decision`;
  if (notSent > 0) return `${plural(notSent, 'change')} not sent yet`;
  return keeping === 'in-part' ? 'Nothing is waiting to be sent' : 'Everything is sent';
}

/** What one of the lists that are read from the central service holds. */
export function listWords(stream: string, councils: readonly CouncilInfo[]): string {
  const [kind = '', id = ''] = stream.split(':');
  switch (kind) {
    case 'pool':
      return 'People';
    case 'programme':
      return 'The programme';
    case 'presence':
      return 'Contacts by other councils';
    case 'user':
      return 'Your own records';
    default: {
      const name = councils.find((council) => council.id === id)?.name;
      return `${name ?? id.charAt(0).toUpperCase() + id.slice(1)}’s records`;
    }
  }
}

const HOUR_MIN = 60;
const DAY_MIN = 24 * HOUR_MIN;

/** A length of time as somebody would say it: minutes, then hours, then days. */
export function spanWords(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 2 * HOUR_MIN) return plural(minutes, 'minute');
  if (minutes < 2 * DAY_MIN) return plural(Math.round(minutes / HOUR_MIN), 'hour');
  return plural(Math.round(minutes / DAY_MIN), 'day');
}

/** What becomes of so many changes that are not sent. */
export function safeWords(notSent: number, keeping: Keeping): string {
  const [they, them] = notSent === 1 ? ['it is', 'It is'] : ['they are', 'They are'];
  switch (keeping) {
    case 'saved':
      return `Nothing is lost: ${they} saved on this device.`;
    case 'in-part':
      return `${them} saved on this device. Other work could not be read: see below.`;
    case 'in-memory':
      return `${them} kept only while this app is open. Keep it open until ${they} sent.`;
  }
}

/** Nothing of mine waits, and nothing was refused. */
export function allSentWords(keeping: Keeping): string {
  switch (keeping) {
    case 'saved':
      return 'Everything you did here has reached the central service.';
    case 'in-part':
      return 'Nothing is waiting to be sent. Not all of your work could be read: see above.';
    case 'in-memory':
      return 'Everything you did since you opened the app has reached the central service.';
  }
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
