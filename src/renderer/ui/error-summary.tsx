import { useEffect, useRef } from 'react';
import styles from './error-summary.module.css';

export interface FormError {
  /** The id of the field. */
  readonly field: string;
  /** The same words as at the field. */
  readonly words: string;
}

/** Leads to each field to put right; takes the focus and puts "Error:" into the title. */
export function ErrorSummary({ errors }: { readonly errors: readonly FormError[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length === 0) return;
    box.current?.focus();
    const before = document.title;
    document.title = `Error: ${before}`;
    return () => {
      document.title = before;
    };
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} className={styles.errors} role="alert" tabIndex={-1}>
      <h2>There is a problem</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.field}>
            <a
              href={`#${error.field}`}
              onClick={(event) => {
                // The address of the screen is in the hash: only the focus moves.
                event.preventDefault();
                document.getElementById(error.field)?.focus();
              }}
            >
              {error.words}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
