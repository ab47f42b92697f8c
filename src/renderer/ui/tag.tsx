import type { ReactNode } from 'react';
import { cx } from './cx.ts';
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
