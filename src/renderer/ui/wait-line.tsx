import { plural } from './dates.ts';
import styles from './wait-line.module.css';

/** The only ornament: how long someone has waited, against the longest wait in view. */
export function WaitLine({ days, longest }: { readonly days: number; readonly longest: number }) {
  const share = longest <= 0 ? 0 : Math.min(1, days / longest);
  return (
    <span className={styles.wait}>
      <svg className={styles.line} aria-hidden="true">
        <rect className={styles.rest} width="100%" height="3" rx="1.5" />
        <rect width={`${Math.round(share * 100)}%`} height="3" rx="1.5" />
      </svg>
      <span className={styles.days}>{plural(days, 'day')}</span>
    </span>
  );
}
