import styles from './chip.module.css';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';

export interface ChipSpec {
  readonly id: string;
  /** The first word says how it counts: "Must be", "Within". */
  readonly how: string;
  readonly what: string;
  readonly look?: 'must' | 'can';
  readonly onRemove: () => void;
}

/** The choices in force, each with its own way out; Delete removes too. */
export function Chips({
  label,
  chips,
}: {
  readonly label: string;
  readonly chips: readonly ChipSpec[];
}) {
  if (chips.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={label}>
      {chips.map((chip) => (
        <li key={chip.id} className={cx(styles.chip, chip.look === 'can' && styles.can)}>
          <span className={styles.words}>
            <b>{chip.how}</b> {chip.what}
          </span>
          <button
            type="button"
            className={styles.remove}
            aria-label={`Remove filter: ${chip.how} ${chip.what}`}
            onClick={chip.onRemove}
            onKeyDown={(event) => {
              if (event.key === 'Delete' || event.key === 'Backspace') chip.onRemove();
            }}
          >
            <Icon name="close" small />
          </button>
        </li>
      ))}
    </ul>
  );
}
