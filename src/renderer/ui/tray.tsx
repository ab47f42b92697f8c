import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { plural } from './dates.ts';
import styles from './tray.module.css';

/** What is selected: appears with the first tick and says who. */
export function Tray(props: {
  readonly label: string;
  readonly chosen: readonly { readonly id: string; readonly label: string }[];
  /** Ids of those the list beside does not show. */
  readonly outside: readonly string[];
  readonly onRemove: (id: string) => void;
  readonly children: ReactNode;
}) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className={styles.tray} aria-label={props.label} data-print="no">
      <p className={styles.words}>
        <b>{plural(props.chosen.length, 'selected', 'selected')}</b>
        {props.outside.length > 0 ? ` (${props.outside.length} not in this view)` : ''}
      </p>
      {isOpen ? (
        <ul className={styles.names}>
          {props.chosen.map((each) => (
            <li key={each.id}>
              <span>
                {each.label}
                {props.outside.includes(each.id) ? ', not in this view' : ''}
              </span>
              <Button
                look="tray"
                small
                label={`Remove ${each.label}`}
                onPress={() => props.onRemove(each.id)}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {props.children}
      <Button look="tray" small onPress={() => setIsOpen(!isOpen)}>
        {isOpen ? 'Hide names' : 'Show names'}
      </Button>
    </section>
  );
}
