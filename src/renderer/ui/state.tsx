import { type ReactNode, useEffect, useState } from 'react';
import { cx } from './cx.ts';
import { type ErrorWords, sentence } from './error-words.ts';
import styles from './state.module.css';
import text from './text.module.css';

/** Why there is nothing, what would be there, and one action. */
export function Empty(props: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={styles.state}>
      <p className={text.strong}>{props.title}</p>
      {props.children ? <p>{props.children}</p> : null}
      {props.action ? <div className={cx(text.actions, styles.actions)}>{props.action}</div> : null}
    </div>
  );
}

const QUIET_MS = 100;

/** Nothing under 100 ms, then words; never a spinner. */
export function Reading({ words = 'Reading' }: { readonly words?: string }) {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLate ? (
    <div className={styles.state}>
      <p>{words}</p>
    </div>
  ) : null;
}

/** A failure in plain words, with what can be done. */
export function Fault(props: { readonly words: ErrorWords; readonly action?: ReactNode }) {
  return (
    <div className={styles.state} role="alert">
      <p>{sentence(props.words)}</p>
      {props.action ? <div className={cx(text.actions, styles.actions)}>{props.action}</div> : null}
    </div>
  );
}
