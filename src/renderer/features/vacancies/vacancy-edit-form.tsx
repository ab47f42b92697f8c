import { useState } from 'react';
import type { IsoDate } from '#contract/brands.ts';
import type { MutationArgs } from '#contract/mutations.ts';
import type { Vacancy } from '#contract/records/council-work.ts';
import { useEditing } from '#renderer/data/editing.ts';
import { readWhen, typedWhen } from '#renderer/data/read-when.ts';
import { useSave } from '#renderer/data/use-save.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorSummary, type FormError } from '#renderer/ui/error-summary.tsx';
import { failureWords } from '#renderer/ui/error-words.ts';
import { TextField } from '#renderer/ui/field.tsx';
import text from '#renderer/ui/text.module.css';
import { showSaved } from '#renderer/ui/toast.tsx';
import styles from './vacancies.module.css';
import { editErrors, editedFields, vacancyDraftOf } from './vacancy-draft.ts';
import { NameFields, TermFields } from './vacancy-fields.tsx';

/** Changes what is said of a vacancy; only what was changed is sent, field by field. */
export function VacancyEditForm(props: { readonly record: Vacancy; readonly onDone: () => void }) {
  const { record, onDone } = props;
  const editing = useEditing('vacancy.edit', record.id);
  const [draft, setDraft] = useState(vacancyDraftOf({ ...record, ...editing?.args.fields }));
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const save = useSave();
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.words;
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }));

  async function submit() {
    const closing = readWhen(draft.closesOn, Date.now()).when?.dueOn;
    // A day that has passed may stay as it was.
    const before = record.closesOn;
    const isAsItWas = before !== undefined && draft.closesOn === typedWhen(before);
    const closesOn = isAsItWas ? before : (closing ?? draft.closesOn);
    const read = { ...draft, closesOn };
    const found = editErrors(read, record);
    setErrors(found);
    if (found.length > 0) return;
    const fields: MutationArgs['vacancy.edit']['fields'] = editedFields(read as ReadDraft, record);
    const args = { vacancyId: record.id, fields };
    const result = await save([{ kind: 'vacancy.edit', args }], editing?.entry);
    if (!result.ok) {
      setErrors([{ field: 'vacancy-title', words: failureWords(result.error) }]);
      return;
    }
    showSaved(`Saved: ${record.ref}`, result.value.undo);
    onDone();
  }

  return (
    <form
      className={styles.form}
      aria-label={`Change ${record.ref}`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary errors={errors} />
      <NameFields draft={draft} change={change} errorOf={errorOf} />
      <TextField
        id="vacancy-posts"
        label="Posts"
        value={draft.posts}
        error={errorOf('vacancy-posts')}
        onChange={(posts) => change({ posts })}
      />
      <TermFields draft={draft} change={change} errorOf={errorOf} />
      <div className={text.actions}>
        <Button submit>Save changes</Button>
        <Button look="quiet" onPress={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

type ReadDraft = ReturnType<typeof vacancyDraftOf> & { readonly closesOn: IsoDate | '' };
