import { useState } from 'react';
import { Button } from './button.tsx';
import { plural } from './dates.ts';
import { MenuButton } from './menu.tsx';
import styles from './tray.module.css';
import { useIsNarrow } from './use-is-narrow.ts';

/** What can be done with what is selected. */
export interface TrayAction {
  readonly words: string;
  readonly keys?: string;
  readonly run: () => void;
}

/** At this width buttons would take more lines than the list has left. */
const ONE_LINE_PX = 500;

/** What is selected: appears with the first tick and says who. */
export function Tray(props: {
  readonly label: string;
  readonly chosen: readonly { readonly id: string; readonly label: string }[];
  /** Ids of those the list beside does not show. */
  readonly outside: readonly string[];
  readonly onRemove: (id: string) => void;
  /** The first is the main one. */
  readonly actions: readonly TrayAction[];
}) {
  const [isOpen, setIsOpen] = useState(false);
  const isNarrow = useIsNarrow(ONE_LINE_PX);
  const names = { words: isOpen ? 'Hide names' : 'Show names', run: () => setIsOpen(!isOpen) };
  const actions: readonly TrayAction[] = [...props.actions, names];
  return (
    <section className={styles.tray} aria-label={props.label} data-print="no">
      <p className={styles.words}>
        <b>{plural(props.chosen.length, 'selected', 'selected')}</b>
        {props.outside.length > 0 ? ` (${props.outside.length} not in view)` : ''}
      </p>
      {isOpen ? (
        <ul className={styles.names}>
          {props.chosen.map((each) => (
            <li key={each.id}>
              <span>
                {each.label}
                {props.outside.includes(each.id) ? ', not in view' : ''}
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
      {isNarrow ? (
        <MenuButton
          words="Actions"
          label={`Actions: ${props.label}`}
          look="tray"
          choices={actions.map(({ words, keys }) => ({ value: words, label: words, keys }))}
          onChoose={(chosen) => actions.find(({ words }) => words === chosen)?.run()}
        />
      ) : (
        actions.map(({ words, keys, run }, i) => (
          <Button
            key={i === actions.length - 1 ? 'names' : words}
            look={i === 0 ? 'trayFirst' : 'tray'}
            small
            keys={keys}
            onPress={run}
          >
            {words}
          </Button>
        ))
      )}
    </section>
  );
}
