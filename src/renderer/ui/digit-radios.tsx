import { type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import styles from './digit-radios.module.css';

export interface DigitChoice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** The key that picks it; choices beyond ten have none. */
  readonly digit?: string;
}

export interface DigitGroup<Value extends string> {
  readonly heading: string;
  readonly choices: readonly DigitChoice<Value>[];
  /** Below the choices, e.g. a list of those without a digit. */
  readonly more?: ReactNode;
}

/** Radios whose digits sit inside them; the form listens for the digits. */
export function DigitRadios<Value extends string>(props: {
  readonly legend: string;
  readonly groups: readonly DigitGroup<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly id?: string;
  readonly error?: string | null | undefined;
}) {
  const name = useId();
  return (
    <fieldset
      className={cx(props.error && styles.bad)}
      aria-describedby={props.error ? `${name}-error` : undefined}
    >
      <legend className={styles.legend}>{props.legend}</legend>
      {props.error ? (
        <span id={`${name}-error`} className={styles.message}>
          Error: {props.error}
        </span>
      ) : null}
      <div className={styles.groups}>
        {props.groups.map((group, groupIndex) => (
          <div key={group.heading} className={styles.group}>
            <h3>{group.heading}</h3>
            {group.choices.map((choice, index) => (
              <label key={choice.value} className={styles.choice}>
                <input
                  type="radio"
                  name={name}
                  id={groupIndex === 0 && index === 0 ? props.id : undefined}
                  checked={props.value === choice.value}
                  onChange={() => props.onChange(choice.value)}
                />
                <i className={styles.digit} aria-hidden="true">
                  {choice.digit ?? ''}
                </i>
                {choice.label}
              </label>
            ))}
            {group.more}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
