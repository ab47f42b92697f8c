import { useEffect, useRef, useState } from 'react';
import { ROLE_GROUPS } from '#contract/vocabulary.ts';
import { ROLE_LABELS } from '#contract/vocabulary-labels.ts';
import { SPECIALISMS } from '#core/data/specialisms.ts';
import { useEditing } from '#renderer/data/editing.ts';
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
import {
  EMPTY_VACANCY,
  type VacancyDraft,
  vacancyArgs,
  vacancyDraftOf,
  vacancyErrors,
} from './vacancy-draft.ts';
import { NameFields, TermFields } from './vacancy-fields.tsx';

const ROLES = ROLE_GROUPS.map((value) => ({ value, label: ROLE_LABELS[value] }));
const AREAS = SPECIALISMS.map(({ id, label }) => ({ value: id, label }));

/** Asks for a new vacancy; at most ten answers (features.md P01). */
export function VacancyForm(props: {
  readonly takenRefs: readonly string[];
  readonly onDone: () => void;
}) {
  const editing = useEditing('vacancy.create');
  const [draft, setDraft] = useState<VacancyDraft>(
    editing ? vacancyDraftOf(editing.args) : EMPTY_VACANCY,
  );
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
    const args = vacancyArgs(read, editing?.args.id ?? newId());
    const result = await save([{ kind: 'vacancy.create', args }], editing?.entry);
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
      <NameFields draft={draft} change={change} errorOf={errorOf} />
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
      <TermFields draft={draft} change={change} errorOf={errorOf} />
      <div className={text.actions}>
        <Button submit>Save vacancy</Button>
        <Button look="quiet" onPress={props.onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
