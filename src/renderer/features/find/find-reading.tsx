import { memo } from 'react';
import type { FindAnswer } from '#contract/find-answer.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatCount } from '#renderer/ui/dates.ts';
import text from '#renderer/ui/text.module.css';
import { useSettled } from '#renderer/ui/use-settled.ts';
import styles from './find-screen.module.css';
import { askThis } from './find-store.ts';

/** Nobody reads what else it could mean between two keys. */
const READ_AFTER_MS = 150;

/** What else it could mean, each with whom it finds; nothing is searched by itself. */
function OtherReadings({ resultId }: { readonly resultId: number }) {
  const settled = useSettled(resultId, READ_AFTER_MS);
  const offers = useQuery('find.readings', { resultId: settled }, []).value ?? [];
  if (offers.length === 0) return null;
  return (
    <p>
      Or{' '}
      {offers.map(({ words, query, total }, i) => (
        <span key={words}>
          {i > 0 ? ', ' : ''}
          <button type="button" className={styles.link} onClick={() => askThis(query)}>
            {words}
          </button>{' '}
          ({formatCount(total)})
        </span>
      ))}
      .
    </p>
  );
}

/** How the box was read, as a sentence, and where it could not be read as it stands. */
export const FindReading = memo(function FindReading({
  typed,
  answer,
}: {
  readonly typed: string;
  readonly answer: FindAnswer | null;
}) {
  return (
    <div id="find-reading" className={text.meta}>
      <p>{answer?.reading}</p>
      {answer ? <OtherReadings resultId={answer.resultId} /> : null}
      {answer?.slips.map(({ at, length, words }) => (
        <p key={at} className={styles.slip}>
          <span>
            {typed.slice(0, at)}
            <mark>{typed.slice(at, at + length)}</mark>
            {typed.slice(at + length)}
          </span>{' '}
          {words}
        </p>
      ))}
    </div>
  );
});
