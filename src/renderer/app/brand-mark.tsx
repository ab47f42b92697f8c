import styles from './header.module.css';

/** Two circles that overlap: together. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 26 18" width="26" height="18" aria-hidden="true">
      <circle className={styles.disc} cx="17" cy="9" r="8" />
      <circle className={styles.ring} cx="9" cy="9" r="7" />
    </svg>
  );
}
