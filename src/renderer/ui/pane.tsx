import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';
import styles from './pane.module.css';
import text from './text.module.css';

export interface PaneProps {
  readonly title: string;
  readonly beside?: ReactNode;
  readonly look: 'peek' | 'panel';
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  /** A panel takes the focus when it opens; a peek leaves it in the list. */
  readonly takesFocus?: boolean;
}

/** A tinted pane at the right: not modal, Escape closes it. */
export function Pane(props: PaneProps) {
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const takesFocus = props.takesFocus ?? false;
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    props.onClose();
  }
  return (
    <aside
      className={cx(styles.pane, styles[props.look])}
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
      data-pane={props.look}
    >
      <div className={styles.head}>
        <h2 id={titleId} ref={heading} tabIndex={-1}>
          {props.title}
        </h2>
        {props.beside ? <span className={text.meta}>{props.beside}</span> : null}
        <Button look="quiet" small label={`Close: ${props.title}`} onPress={props.onClose}>
          <Icon name="close" />
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key. */}
      <section className={styles.body} tabIndex={0} aria-labelledby={titleId}>
        {props.children}
      </section>
      {props.foot ? <div className={styles.foot}>{props.foot}</div> : null}
    </aside>
  );
}
