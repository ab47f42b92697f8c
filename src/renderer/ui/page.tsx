import { type ReactNode, useEffect } from 'react';
import { cx } from './cx.ts';
import styles from './page.module.css';
import text from './text.module.css';

const PRODUCT = 'Social Work Together';

/** Puts the screen's name into the window's title. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} - ${PRODUCT}`;
  }, [title]);
}

/** A screen that scrolls: one h1, a sentence that says what needs doing, something at the right. */
export function Page(props: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}) {
  usePageTitle(props.title);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          <h1 tabIndex={-1}>{props.title}</h1>
          {props.lead ? <p className={text.lead}>{props.lead}</p> : null}
        </div>
        {props.beside ? <div className={cx(text.meta, text.num)}>{props.beside}</div> : null}
      </div>
      {props.children}
    </div>
  );
}

/** A group of a screen: heading, a count or a sentence, an action. */
export function Group(props: {
  readonly title: string;
  readonly about?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.group}>
      <div className={styles.groupHead}>
        <h2>{props.title}</h2>
        <span className={cx(text.meta, text.grow)}>{props.about}</span>
        {props.action}
      </div>
      {props.children}
    </section>
  );
}
