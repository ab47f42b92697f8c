import { type ReactNode, useEffect, useRef } from 'react';
import styles from './welcome.module.css';

/** The ink side with what the product is for, and a sheet for what is to be done. */
export function Welcome({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} - Social Work Together`;
    heading.current?.focus();
  }, [title]);
  return (
    <div className={styles.first}>
      <header className={styles.side}>
        <div className={styles.brand}>
          <svg viewBox="0 0 26 18" width="26" height="18" aria-hidden="true">
            <circle className={styles.disc} cx="17" cy="9" r="8" />
            <circle className={styles.ring} cx="9" cy="9" r="7" />
          </svg>
          <span>Social Work Together</span>
        </div>
        <p className={styles.say}>
          Experienced social workers want to come back. Find them, and ring them.
        </p>
        <svg className={styles.motif} viewBox="0 0 416 420" aria-hidden="true">
          <circle className={styles.motifDisc} cx="300" cy="300" r="200" />
          <circle className={styles.motifRing} cx="96" cy="300" r="200" />
        </svg>
        <p className={styles.quiet}>
          Works without a network. What you do is saved here first, then sent.
        </p>
      </header>
      <main className={styles.main}>
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {children}
      </main>
    </div>
  );
}
