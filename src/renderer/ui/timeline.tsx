import { cx } from './cx.ts';
import { formatMoment } from './dates.ts';
import { Marked } from './marked.tsx';
import { NotSentYet } from './tag.tsx';
import text from './text.module.css';
import styles from './timeline.module.css';

export interface TimelineEntry {
  readonly id: string;
  readonly title: string;
  /** A day or a moment, ISO 8601. */
  readonly at: string;
  readonly body: string | null;
  /** What of the body is marked. */
  readonly marks?: readonly { readonly at: number; readonly length: number }[] | undefined;
  readonly bySystem: boolean;
  readonly notSentYet: boolean;
}

/** Newest first. Filled dot: a person did it; hollow: the system did, or it is not sent yet. */
export function Timeline({
  label,
  entries,
}: {
  readonly label: string;
  readonly entries: readonly TimelineEntry[];
}) {
  return (
    <ol className={styles.timeline} aria-label={label}>
      {entries.map((entry) => (
        <li
          key={entry.id}
          className={cx(entry.notSentYet ? styles.unsent : entry.bySystem && styles.system)}
        >
          <h3>{entry.title}</h3>
          <p className={text.meta}>
            <time dateTime={entry.at}>{formatMoment(entry.at)}</time>{' '}
            {entry.notSentYet ? <NotSentYet after /> : null}
          </p>
          {entry.body ? (
            <p className={styles.body}>
              <Marked text={entry.body} spans={entry.marks} />
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
