import type { ReactNode } from 'react';
import styles from './marked.module.css';

/** A text with some of its stretches marked, e.g. the words that were searched. */
export function Marked(props: {
  readonly text: string;
  /** In order, none over another. */
  readonly spans: readonly { readonly at: number; readonly length: number }[] | undefined;
}) {
  const { text, spans = [] } = props;
  if (spans.length === 0) return text;
  const parts: ReactNode[] = [];
  let from = 0;
  for (const [n, { at, length }] of spans.entries()) {
    parts.push(
      text.slice(from, at),
      <mark key={n} className={styles.marked}>
        {text.slice(at, at + length)}
      </mark>,
    );
    from = at + length;
  }
  return [...parts, text.slice(from)];
}
