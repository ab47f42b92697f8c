import { type KeyboardEvent, useId, useState } from 'react';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { narrowingKey } from '#renderer/ui/facet.tsx';
import field from '#renderer/ui/field.module.css';
import { KeyCap } from '#renderer/ui/key-cap.tsx';
import text from '#renderer/ui/text.module.css';
import styles from './palette.module.css';

export interface PaletteItem {
  readonly id: string;
  readonly words: string;
  readonly keys?: string | undefined;
  readonly run: () => void;
}

/** Keeps what has every typed word somewhere in it. */
export function narrowPalette(
  items: readonly PaletteItem[],
  typed: string,
): readonly PaletteItem[] {
  const words = narrowingKey(typed).split(' ').filter(Boolean);
  return items.filter((item) => {
    const name = narrowingKey(item.words);
    return words.every((word) => name.includes(word));
  });
}

/** Ctrl+K: everything that can be done here, with the key that does it directly. */
export function Palette(props: {
  readonly items: readonly PaletteItem[];
  /** What to do with words that name nothing in the list. */
  readonly find: (words: string) => PaletteItem;
  readonly onClose: () => void;
}) {
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = narrowPalette(props.items, typed);
  const shown = typed.trim() === '' ? found : [...found, props.find(typed.trim())];
  const chosen = Math.min(at, shown.length - 1);

  function run(item: PaletteItem | undefined) {
    if (!item) return;
    props.onClose();
    // After the palette has given the focus back, so that the action may take it.
    setTimeout(item.run, 0);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((chosen + step + shown.length) % shown.length);
    else if (event.key === 'Enter') run(shown[chosen]);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog title="What do you want to do?" onClose={props.onClose}>
      <input
        autoFocus
        className={field.input}
        role="combobox"
        aria-label="Action, vacancy or person"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={shown[chosen] ? `${listId}-${chosen}` : undefined}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={listId} aria-label="What can be done" className={styles.list}>
        {shown.map((item, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the box above keeps the focus.
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the box above.
          <div
            key={item.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === chosen}
            className={styles.item}
            onClick={() => run(item)}
            ref={(element) => {
              if (index === chosen) element?.scrollIntoView({ block: 'nearest' });
            }}
          >
            <span>{item.words}</span>
            {item.keys ? <KeyCap keys={item.keys} /> : null}
          </div>
        ))}
      </div>
      <p className={text.meta}>Up and down to choose, Enter to do it, Esc to leave.</p>
    </Dialog>
  );
}
