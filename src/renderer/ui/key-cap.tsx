import styles from './key-cap.module.css';

/** Shows a key; the words beside it must be enough without it. */
export function KeyCap({ keys }: { readonly keys: string }) {
  return <span className={styles.cap} aria-hidden="true" data-keys={keys} />;
}
