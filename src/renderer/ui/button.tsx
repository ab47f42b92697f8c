import { type ReactNode, useId } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import styles from './button.module.css';
import { cx } from './cx.ts';
import { Icon, type IconName } from './icon.tsx';
import { KeyCap } from './key-cap.tsx';

export type ButtonLook = 'first' | 'second' | 'quiet' | 'grave' | 'tray' | 'trayFirst' | 'frame';

export interface ButtonProps {
  readonly children?: ReactNode;
  readonly onPress?: (() => void) | undefined;
  readonly look?: ButtonLook;
  readonly small?: boolean;
  readonly wide?: boolean;
  readonly plain?: boolean;
  readonly icon?: IconName;
  /** An icon after the words: what opens something. */
  readonly iconAfter?: IconName;
  /** The shortcut that does the same; shown, not bound. */
  readonly keys?: string | undefined;
  /** The name when there are no words, or words that need more. */
  readonly label?: string;
  readonly submit?: boolean;
  /** Why it cannot be used now: it stays reachable, does nothing and says why. */
  readonly reason?: string | null | undefined;
  /** Describes the reason elsewhere when it is already on the page. */
  readonly hideReason?: boolean;
}

/** A button; one `first` in a pane, its neighbours `second` or `quiet`. */
export function Button(props: ButtonProps) {
  const { children, look = 'first', label } = props;
  const reasonId = useId();
  const className = cx(
    styles.button,
    styles[look],
    props.small && styles.small,
    props.wide && styles.wide,
    props.plain && styles.plain,
    props.reason && styles.off,
  );
  const inside = (
    <>
      {props.icon ? <Icon name={props.icon} /> : null}
      {children}
      {props.keys ? <KeyCap keys={props.keys} /> : null}
      {props.iconAfter ? <Icon name={props.iconAfter} /> : null}
    </>
  );
  if (props.reason) {
    return (
      <>
        <button
          type="button"
          className={className}
          aria-disabled="true"
          aria-describedby={reasonId}
          aria-label={label}
        >
          {inside}
        </button>
        <span id={reasonId} className={styles.reason} hidden={props.hideReason ?? false}>
          {props.reason}
        </span>
      </>
    );
  }
  return (
    <AriaButton
      className={className}
      type={props.submit ? 'submit' : 'button'}
      {...(label ? { 'aria-label': label } : {})}
      {...(props.onPress ? { onPress: props.onPress } : {})}
    >
      {inside}
    </AriaButton>
  );
}
