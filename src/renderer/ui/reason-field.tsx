import { TextField } from './field.tsx';

/** The longest reason the centre takes. */
const LONGEST_REASON = 300;

/** Why something is done to somebody: they can ask to see it, which is said. */
export function ReasonField(props: {
  readonly value: string;
  /** It was wanted and is not there. */
  readonly isMissing: boolean;
  readonly onChange: (reason: string) => void;
}) {
  return (
    <TextField
      label="Reason"
      hint="They can ask to see this"
      value={props.value}
      maxLength={LONGEST_REASON}
      error={props.isMissing ? 'Enter a reason' : null}
      onChange={props.onChange}
    />
  );
}
