import type { FindAnswer } from '#contract/queries.ts';
import text from '#renderer/ui/text.module.css';
import styles from './find-screen.module.css';

/** How the box was read, as a sentence, and where it could not be read as it stands. */
export function FindReading({
  typed,
  answer,
}: {
  readonly typed: string;
  readonly answer: FindAnswer | null;
}) {
  return (
    <div id="find-reading" className={text.meta}>
      <p>{answer?.reading}</p>
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
}
