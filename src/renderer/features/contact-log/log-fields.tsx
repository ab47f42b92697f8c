import type { Ref } from 'react';
import {
  CHANNELS,
  LEAVE_ALONE_OUTCOMES,
  OUTCOMES_NEEDING_FOLLOW_UP,
  type Outcome,
} from '#contract/vocabulary.ts';
import { CHANNEL_LABELS } from '#contract/vocabulary-labels.ts';
import { useKeeping } from '#renderer/data/keeping.ts';
import { draftWords, type Kept } from '#renderer/data/use-draft.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { DigitRadios } from '#renderer/ui/digit-radios.tsx';
import type { FormError } from '#renderer/ui/error-summary.tsx';
import { TextArea, TextField } from '#renderer/ui/field.tsx';
import { Select } from '#renderer/ui/menu.tsx';
import text from '#renderer/ui/text.module.css';
import { FIELDS, type LogForm } from './log-form.ts';
import styles from './log-panel.module.css';
import { OTHER_OUTCOMES, OUTCOME_GROUPS, usualNext } from './outcomes.ts';

const NONE_OF_THEM = 'none';
const QUICK = ['tomorrow', '1w'];
const QUICK_WORDS: Readonly<Record<string, string>> = {
  tomorrow: 'Tomorrow',
  '2 days': 'In 2 days',
  '1w': 'In a week',
};

/** The fields of the log panel, in the order of a call. */
export function LogFields(props: {
  readonly form: LogForm;
  readonly change: (part: Partial<LogForm>) => void;
  readonly onPick: (outcome: Outcome) => void;
  readonly echo: string | null;
  /** Null while there is nothing to keep. */
  readonly kept: Kept | null;
  readonly errors: readonly FormError[];
  readonly nextRef: Ref<HTMLInputElement>;
}) {
  const { form, change, onPick } = props;
  const keeping = useKeeping();
  const errorOf = (field: string) => props.errors.find((each) => each.field === field)?.words;
  const other = OTHER_OUTCOMES.find((each) => each.value === form.outcome)?.value;
  const needsNext = form.outcome !== null && OUTCOMES_NEEDING_FOLLOW_UP.includes(form.outcome);
  const usual = form.outcome ? usualNext(form.outcome) : '';
  const quick =
    usual === '' ? QUICK : [usual, ...QUICK.filter((each) => each !== usual)].slice(0, 2);
  const more = (
    <Select
      label="Something else that happened"
      hideLabel
      value={other ?? NONE_OF_THEM}
      choices={[{ value: NONE_OF_THEM, label: 'Something else' }, ...OTHER_OUTCOMES]}
      onChange={(value) => {
        const found = OTHER_OUTCOMES.find((each) => each.value === value);
        if (found) onPick(found.value);
      }}
    />
  );
  return (
    <>
      <div>
        <DigitRadios
          id={FIELDS.outcome}
          legend="What happened"
          groups={OUTCOME_GROUPS.map((group, index) => (index === 0 ? { ...group, more } : group))}
          value={form.outcome}
          onChange={onPick}
          error={errorOf(FIELDS.outcome)}
        />
        {form.outcome && LEAVE_ALONE_OUTCOMES.includes(form.outcome) ? (
          <p className={text.inset} role="note">
            Takes effect at once, with no network too: your council can no longer ring or write to
            them.
          </p>
        ) : null}
      </div>
      <div className={styles.two}>
        <Select
          label="How"
          hideLabel
          value={form.channel}
          choices={CHANNELS.map((value) => ({ value, label: CHANNEL_LABELS[value] }))}
          onChange={(channel) => change({ channel })}
        />
        <Select
          label="Who began it"
          hideLabel
          value={form.direction}
          choices={[
            { value: 'out', label: 'By us to them' },
            { value: 'in', label: 'By them to us' },
          ]}
          onChange={(direction) => change({ direction })}
        />
      </div>
      <TextArea
        label="Note"
        hint="They can ask to see this"
        value={form.note}
        onChange={(note) => change({ note })}
        rows={2}
        maxLength={1000}
        below={props.kept === null ? null : draftWords(props.kept, keeping)}
      />
      <div>
        <div className={styles.next}>
          <TextField
            id={FIELDS.next}
            label={needsNext ? 'Ring again' : 'Next'}
            small
            value={form.next}
            onChange={(next) => change({ next })}
            below={props.echo ?? 'For example, thu 2pm or 2w'}
            error={errorOf(FIELDS.next)}
            inputRef={props.nextRef}
          />
          <span className={styles.quick}>
            {quick.map((words) => (
              <Button
                key={words}
                look="quiet"
                small
                label={`${QUICK_WORDS[words] ?? words}, as the next step`}
                onPress={() => change({ next: words })}
              >
                {QUICK_WORDS[words] ?? words}
              </Button>
            ))}
          </span>
        </div>
        <Checkbox
          label="This is a promise to them"
          isChecked={form.promise}
          onChange={(promise) => change({ promise })}
        />
      </div>
    </>
  );
}
