import type { PendingChange } from '#contract/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formatMoment, formatTime, londonParts } from '#renderer/ui/dates.ts';
import { errorWords } from '#renderer/ui/error-words.ts';
import { addressOf } from '#renderer/ui/place.ts';
import text from '#renderer/ui/text.module.css';
import styles from './sync-records-screen.module.css';

export interface ChangeActions {
  readonly onRetry: (change: PendingChange) => void;
  readonly onDrop: (change: PendingChange) => void;
  readonly onCopy: (change: PendingChange) => void;
}

/** One change that is not sent or was refused: when, what, why, and what can be done. */
export function ChangeRow({
  change,
  actions,
}: {
  readonly change: PendingChange;
  readonly actions: ChangeActions;
}) {
  const address = change.candidateId
    ? addressOf(`/person/${change.candidateId}`)
    : change.vacancyId
      ? addressOf(`/vacancies/${change.vacancyId}`)
      : null;
  const isRefused = change.state.is === 'refused';
  return (
    <li className={styles.change}>
      <time className={text.meta} dateTime={change.at}>
        {isToday(change.at) ? formatTime(change.at) : formatMoment(change.at)}
      </time>
      <div>
        <p>{change.words}</p>
        <p className={text.meta}>{whyWords(change)}</p>
      </div>
      <div className={text.actions}>
        {address ? <a href={address}>View</a> : null}
        {isRefused ? (
          <Button
            look="second"
            small
            label={`Try again: ${change.words}`}
            onPress={() => actions.onRetry(change)}
          >
            Try again
          </Button>
        ) : null}
        {isRefused ? (
          <Button
            look="quiet"
            small
            label={`Copy: ${change.words}`}
            onPress={() => actions.onCopy(change)}
          >
            Copy
          </Button>
        ) : null}
        {change.state.is === 'sent' ? null : (
          <Button
            look="quiet"
            small
            label={`${isRefused ? 'Drop' : 'Undo'}: ${change.words}`}
            onPress={() => actions.onDrop(change)}
          >
            {isRefused ? 'Drop' : 'Undo'}
          </Button>
        )}
      </div>
    </li>
  );
}

const isToday = (at: string) => londonParts(Date.parse(at))[0] === londonParts(Date.now())[0];

function whyWords(change: PendingChange): string {
  const { state } = change;
  if (state.is === 'sent') return 'Sent. It will leave this list when it comes back confirmed.';
  if (state.is === 'refused') return `Refused: ${state.reason} It is kept here.`;
  if (state.is === 'told') return 'Sent, and there is something to read about it.';
  if (state.lastError) return errorWords(state.lastError).happened;
  return 'Saved on this device, waiting to be sent.';
}
