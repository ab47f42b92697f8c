import type { PendingChange } from '#contract/queries.ts';
import type { Keeping } from '#contract/sync-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formatMoment, formatTime, londonParts } from '#renderer/ui/dates.ts';
import { errorWords } from '#renderer/ui/error-words.ts';
import { addressOf } from '#renderer/ui/place.ts';
import text from '#renderer/ui/text.module.css';
import styles from './sync-records-screen.module.css';

/** One change that is not sent: when, what, why not yet, and the ways to see or undo it. */
export function ChangeRow(props: {
  readonly change: PendingChange;
  readonly keeping: Keeping;
  readonly onUndo: (change: PendingChange) => void;
}) {
  const { change } = props;
  const address = change.candidateId
    ? addressOf(`/person/${change.candidateId}`)
    : change.vacancyId
      ? addressOf(`/vacancies/${change.vacancyId}`)
      : null;
  return (
    <li className={styles.change}>
      <time className={text.meta} dateTime={change.at}>
        {isToday(change.at) ? formatTime(change.at) : formatMoment(change.at)}
      </time>
      <div>
        <p>{change.words}</p>
        <p className={text.meta}>{whyWords(change, props.keeping)}</p>
      </div>
      <div className={text.actions}>
        {address ? <a href={address}>View</a> : null}
        <Button
          look="quiet"
          small
          label={`Undo: ${change.words}`}
          onPress={() => props.onUndo(change)}
        >
          Undo
        </Button>
      </div>
    </li>
  );
}

const isToday = (at: string) => londonParts(Date.parse(at))[0] === londonParts(Date.now())[0];

function whyWords({ state }: PendingChange, keeping: Keeping): string {
  if (state.is === 'waiting' && state.lastError) return errorWords(state.lastError).happened;
  return keeping === 'in-memory'
    ? 'Kept only while this app is open, waiting to be sent.'
    : 'Saved on this device, waiting to be sent.';
}
