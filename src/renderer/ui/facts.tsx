import { Fragment, type ReactNode } from 'react';
import styles from './facts.module.css';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  /** Where it comes from and its date, under the value. */
  readonly source?: ReactNode;
}

/** Label left, value right, source and date under the value. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map((fact) => (
        <Fragment key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>
            {fact.value}
            {fact.source ? <span className={styles.source}>{fact.source}</span> : null}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
