import { useEffect, useRef, useState } from 'react';
import { ROLE_GROUPS } from '#contract/vocabulary.ts';
import { ROLE_LABELS } from '#contract/vocabulary-labels.ts';
import { SPECIALISMS } from '#core/data/specialisms.ts';
import { newId } from '#renderer/data/new-id.ts';
import { readWhen } from '#renderer/data/read-when.ts';
import { useSave } from '#renderer/data/use-save.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorSummary, type FormError } from '#renderer/ui/error-summary.tsx';
import { failureWords } from '#renderer/ui/error-words.ts';
import { TextField } from '#renderer/ui/field.tsx';
import { Select } from '#renderer/ui/menu.tsx';
import { addressOf, go } from '#renderer/ui/place.ts';
import text from '#renderer/ui/text.module.css';
import { showSaved } from '#renderer/ui/toast.tsx';
import styles from './vacancies.module.css';
import { EMPTY_VACANCY, type VacancyDraft, vacancyArgs, vacancyErrors } from './vacancy-draft.ts';

const ROLES = ROLE_GROUPS.map((value) => ({ value, label: ROLE_LABELS[value] }));
const AREAS = SPECIALISMS.map(({ id, label }) => ({ value: id, label }));

/** Asks for a new vacancy; at most ten answers (features.md P01). */
export function VacancyForm(props: {
  readonly takenRefs: readonly string[];
  readonly onDone: () => void;
}) {
  const [draft, setDraft] = useState<VacancyDraft>(EMPTY_VACANCY);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const save = useSave();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const change = (part: Partial<VacancyDraft>) => setDraft((now) => ({ ...now, ...part }));
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.words;

  async function submit() {
    const closing = readWhen(draft.closesOn, Date.now()).when;
    const read = { ...draft, closesOn: closing?.dueOn ?? draft.closesOn };
    const found = vacancyErrors(read, props.takenRefs);
    setErrors(found);
    if (found.length > 0) return;
    const args = vacancyArgs(read, newId());
    const result = await save([{ kind: 'vacancy.create', args }]);
    if (!result.ok) {
      setErrors([{ field: 'vacancy-ref', words: failureWords(result.error) }]);
      return;
    }
    showSaved(`Saved: ${args.ref}`, result.value.undo);
    props.onDone();
    go(addressOf(`/vacancies/${args.id}`));
  }

  return (
    <form
      className={styles.form}
      aria-label="New vacancy"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary errors={errors} />
      <div className={styles.pairs}>
        <TextField
          id="vacancy-ref"
          label="Reference"
          hint="For example, SW-130"
          value={draft.ref}
          maxLength={24}
          inputRef={first}
          error={errorOf('vacancy-ref')}
          onChange={(ref) => change({ ref })}
        />
        <TextField
          id="vacancy-posts"
          label="Posts"
          hint="How many people you need"
          value={draft.posts}
          error={errorOf('vacancy-posts')}
          onChange={(posts) => change({ posts })}
        />
      </div>
      <TextField
        id="vacancy-title"
        label="Title"
        hint="For example, Duty team, Hythe"
        value={draft.title}
        maxLength={120}
        error={errorOf('vacancy-title')}
        onChange={(title) => change({ title })}
      />
      <TextField
        id="vacancy-team"
        label="Team, if it has a name"
        value={draft.team}
        maxLength={80}
        onChange={(team) => change({ team })}
      />
      <Select
        label="Role"
        value={draft.roleGroup}
        choices={ROLES}
        onChange={(roleGroup) => change({ roleGroup })}
      />
      <Select
        label="Area of work"
        value={draft.specialism}
        choices={AREAS}
        onChange={(specialism) => change({ specialism })}
      />
      <div className={styles.pairs}>
        <TextField
          id="vacancy-hours"
          label="Hours a week, if set"
          value={draft.hoursPerWeek}
          error={errorOf('vacancy-hours')}
          onChange={(hoursPerWeek) => change({ hoursPerWeek })}
        />
        <TextField
          id="vacancy-closes"
          label="Closes on, if set"
          value={draft.closesOn}
          below={readWhen(draft.closesOn, Date.now()).echo ?? 'For example, 30 6 2027'}
          error={errorOf('vacancy-closes')}
          onChange={(closesOn) => change({ closesOn })}
        />
      </div>
      <div className={text.actions}>
        <Button submit>Save vacancy</Button>
        <Button look="quiet" onPress={props.onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
