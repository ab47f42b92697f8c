import type { SyncWord } from '#contract/sync-state.ts';
import { formatSince, formatTime } from '#renderer/ui/dates.ts';
import type { IconName } from '#renderer/ui/icon.tsx';

const DAY_MS = 86_400_000;

const WHY = {
  'sign-in-again': 'sign in again',
  'update-needed': 'update needed',
  'service-refused': 'service refused',
} as const;

/**
 * Puts what only the records can tell into the word: values of mine that were replaced.
 *
 * What stops everything still comes first (features.md 4.7).
 */
export function wordWith(word: SyncWord, decisions: number): SyncWord {
  if (word.is === 'cannot-send' || decisions === 0) return word;
  return { is: 'needs-decision', count: decisions };
}

/**
 * One of the six words of the header (features.md 4.7), with its picture.
 *
 * While a file lies aside that may hold unsent work, nobody can say that all is sent.
 */
export function syncWords(
  word: SyncWord,
  nowMs: number,
  isSomeAside = false,
): { words: string; icon: IconName } {
  switch (word.is) {
    case 'all-sent': {
      const all = isSomeAside ? 'All else sent' : 'All sent';
      return { words: word.at ? `${all} ${formatTime(word.at)}` : all, icon: 'check' };
    }
    case 'sending':
      return { words: `Sending ${word.done} of ${word.of}`, icon: 'up' };
    case 'not-sent':
      return { words: `${word.count} not sent${age(word.oldestAt, nowMs)}`, icon: 'up' };
    case 'offline':
      return {
        words:
          word.notSent === 0
            ? 'Offline'
            : `Offline, ${word.notSent} not sent${age(word.oldestAt, nowMs)}`,
        icon: 'stopped',
      };
    case 'needs-decision':
      return {
        words: word.count === 1 ? '1 needs a decision' : `${word.count} need a decision`,
        icon: 'fork',
      };
    case 'cannot-send':
      return { words: `Cannot send: ${WHY[word.why]}`, icon: 'close' };
  }
}

/** Past a day the age is said, so that nobody overlooks it. */
function age(oldestAt: string | null, nowMs: number): string {
  if (oldestAt === null || nowMs - Date.parse(oldestAt) < DAY_MS) return ' yet';
  return `, oldest ${formatSince(oldestAt, nowMs).replace(' ago', '')}`;
}
