import styles from './checkbox.module.css';
import { formatCount } from './dates.ts';

export interface CheckboxProps {
  readonly label: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  /** Part of the label's name: "Adults 14". */
  readonly count?: number | undefined;
}

/** A native checkbox: hundreds of them redraw at each keystroke in Find. */
export function Checkbox({ label, isChecked, onChange, count }: CheckboxProps) {
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={isChecked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={styles.label}>{label}</span>
      {count === undefined ? null : <span className={styles.count}>{formatCount(count)}</span>}
    </label>
  );
}

/** A checkbox in a row or a heading, where the label would repeat the row. */
export function TickBox({ label, isChecked, onChange }: Omit<CheckboxProps, 'count'>) {
  return (
    <span className={styles.only}>
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={label}
        checked={isChecked}
        onChange={(event) => onChange(event.target.checked)}
      />
    </span>
  );
}
