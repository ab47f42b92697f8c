import { cx } from './cx.ts';
import text from './text.module.css';
import styles from './two-values.module.css';

/** One side: who, when, what they wanted, and where that stands. */
export interface ValueSide {
  readonly who: string;
  readonly when: string | null;
  readonly values: readonly string[];
  readonly stands: string;
  /** It is what holds now. */
  readonly isNow: boolean;
}

/** What two people wanted, beside each other; which one holds is said in words and framed. */
export function TwoValues(props: { readonly sides: readonly ValueSide[] }) {
  return (
    <div className={styles.pair}>
      {props.sides.map((side) => (
        <div key={side.who} className={cx(styles.side, side.isNow && styles.now)}>
          <p className={text.meta}>
            {side.who}
            {side.when ? (
              <>
                <br />
                {side.when}
              </>
            ) : null}
          </p>
          {side.values.map((value) => (
            <p key={value} className={cx(text.lead, text.strong)}>
              {value}
            </p>
          ))}
          <p className={cx(text.meta, side.isNow && text.strong)}>{side.stands}</p>
        </div>
      ))}
    </div>
  );
}
