import type { MatchLine } from '#contract/match.ts';
import { cx } from '#renderer/ui/cx.ts';
import text from '#renderer/ui/text.module.css';
import styles from './match.module.css';
import { flipWords, STATE_WORDS } from './match-words.ts';

/** What a post asks for, line by line: met, not met, not known, and what would change it. */
export function MatchLines({ lines }: { readonly lines: readonly MatchLine[] }) {
  return (
    <ul className={styles.lines}>
      {lines.map((line) => {
        const { sign, words } = STATE_WORDS[line.state];
        return (
          <li key={line.id} className={styles.line}>
            <span className={cx(styles.sign, styles[line.state])} aria-hidden="true">
              {sign}
            </span>
            <span>{line.asked}</span>
            <span className={text.meta}>{words}</span>
            <span className={cx(text.meta, styles.theirs)}>
              {line.theirs}
              {line.flip ? `. ${flipWords(line.flip)}` : ''}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
