import type { Ref } from 'react';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';
import { KeyCap } from './key-cap.tsx';
import styles from './search-field.module.css';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnter?: (() => void) | undefined;
  /** Called by Escape in an empty box. */
  readonly onLeave?: (() => void) | undefined;
  readonly onDown?: (() => void) | undefined;
  readonly describedBy?: string | undefined;
  readonly keys?: string;
  readonly look?: 'sheet' | 'frame';
  readonly placeholder?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** The one box. Escape clears; in an empty box it hands the focus on. */
export function SearchField(props: SearchFieldProps) {
  return (
    <search className={cx(styles.box, props.look === 'frame' && styles.frame)}>
      <Icon name="search" />
      <input
        ref={props.inputRef}
        type="search"
        className={styles.input}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        placeholder={props.placeholder ?? props.label}
        autoComplete="off"
        spellCheck={false}
        maxLength={300}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') props.onEnter?.();
          else if (event.key === 'ArrowDown' && props.onDown) {
            event.preventDefault();
            props.onDown();
          } else if (event.key === 'Escape') {
            event.preventDefault();
            if (props.value === '') props.onLeave?.();
            else props.onChange('');
          }
        }}
      />
      {props.value === '' ? (
        props.keys && <KeyCap keys={props.keys} />
      ) : (
        <Button
          look={props.look === 'frame' ? 'frame' : 'quiet'}
          small
          label={`Clear: ${props.label}`}
          onPress={() => props.onChange('')}
        >
          <Icon name="close" />
        </Button>
      )}
    </search>
  );
}
