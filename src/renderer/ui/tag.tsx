import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { addressOf } from './place.ts';
import styles from './tag.module.css';

/** A quiet word; never a button. `wait` means that someone is waiting for us. */
export function Tag(props: {
  readonly children: ReactNode;
  readonly look?: 'wait' | 'unsent';
  /** Follows other words, so a dot comes between. */
  readonly after?: boolean;
}) {
  return (
    <span
      className={cx(
        styles.tag,
        props.after && styles.after,
        props.look === 'wait' && styles.wait,
        props.look === 'unsent' && styles.unsent,
      )}
    >
      {props.children}
    </span>
  );
}

/** The word for what the centre has not acknowledged yet. */
export function NotSentYet({ after = false }: { readonly after?: boolean }) {
  return (
    <Tag look="unsent" after={after}>
      Not sent yet
    </Tag>
  );
}

/** Leads from a row to where two edits of it are settled; nothing when there is no such card. */
export function TwoEdits(props: {
  readonly card: string | null;
  /** Whose or which row it is, for who hears the link alone. */
  readonly about: string;
  readonly after?: boolean;
  /** The row has the focus, and its links are passed over. */
  readonly inGrid?: boolean;
}) {
  if (props.card === null) return null;
  return (
    <Tag look="wait" after={props.after ?? false}>
      <a
        href={addressOf('/sync', { card: props.card })}
        aria-label={`Two edits: ${props.about}`}
        tabIndex={props.inGrid ? -1 : undefined}
        // A click on a row opens the row.
        onClick={(event) => event.stopPropagation()}
      >
        Two edits
      </a>
    </Tag>
  );
}
