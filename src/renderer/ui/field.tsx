import { type ReactNode, type Ref, useId } from 'react';
import { cx } from './cx.ts';
import styles from './field.module.css';
import text from './text.module.css';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Fixed, so that an error summary can lead here. */
  readonly id?: string | undefined;
  readonly hint?: ReactNode;
  /** Said below, e.g. the date that was understood, or "Draft saved". */
  readonly below?: ReactNode;
  /** What to do, without "Error:". */
  readonly error?: string | null | undefined;
  readonly hideLabel?: boolean;
  readonly small?: boolean;
  readonly maxLength?: number;
  readonly onBlur?: () => void;
}

interface Wiring {
  readonly id: string;
  readonly className: string;
  readonly value: string;
  readonly maxLength: number | undefined;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly onBlur: (() => void) | undefined;
}

function Field(props: FieldProps & { readonly children: (wiring: Wiring) => ReactNode }) {
  const ownId = useId();
  const id = props.id ?? ownId;
  const described = [
    props.hint ? `${id}-hint` : null,
    props.error ? `${id}-error` : null,
    props.below ? `${id}-below` : null,
  ].filter((part) => part !== null);
  return (
    <div className={cx(props.error && styles.bad)}>
      <label htmlFor={id} className={props.hideLabel ? text.unseen : styles.label}>
        {props.label}
      </label>
      {props.hint ? (
        <span id={`${id}-hint`} className={styles.hint}>
          {props.hint}
        </span>
      ) : null}
      {props.error ? (
        <span id={`${id}-error`} className={styles.message}>
          Error: {props.error}
        </span>
      ) : null}
      {props.children({
        id,
        className: cx(styles.input, props.small && styles.small),
        value: props.value,
        maxLength: props.maxLength,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': props.error ? true : undefined,
        onBlur: props.onBlur,
      })}
      {props.below ? (
        <span id={`${id}-below`} className={styles.hint}>
          {props.below}
        </span>
      ) : null}
    </div>
  );
}

/** One line of text: label above, hint, error and echo wired to it. */
export function TextField(
  props: FieldProps & {
    readonly type?: 'text' | 'email' | 'number' | 'date';
    readonly autoComplete?: string;
    readonly list?: string;
    readonly inputRef?: Ref<HTMLInputElement>;
  },
) {
  return (
    <Field {...props}>
      {(wiring) => (
        <input
          {...wiring}
          ref={props.inputRef}
          type={props.type ?? 'text'}
          autoComplete={props.autoComplete ?? 'off'}
          list={props.list}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** Several lines of text. */
export function TextArea(
  props: FieldProps & { readonly rows?: number; readonly inputRef?: Ref<HTMLTextAreaElement> },
) {
  return (
    <Field {...props}>
      {(wiring) => (
        <textarea
          {...wiring}
          ref={props.inputRef}
          rows={props.rows ?? 3}
          // Also keeps what is typed out of the state that the browser keeps of a page.
          autoComplete="off"
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
