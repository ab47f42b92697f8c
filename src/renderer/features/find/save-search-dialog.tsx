import { useId, useState } from 'react';
import type { RecordId } from '#contract/brands.ts';
import { EVERYBODY, type FindQuery } from '#contract/find-query.ts';
import type { MutationArgs } from '#contract/mutations.ts';
import type { SavedSearch } from '#contract/records/finding.ts';
import { useSession } from '#renderer/data/data-context.tsx';
import type { Editing } from '#renderer/data/editing.ts';
import { newId } from '#renderer/data/new-id.ts';
import { useSave } from '#renderer/data/use-save.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { failureWords } from '#renderer/ui/error-words.ts';
import { TextField } from '#renderer/ui/field.tsx';
import text from '#renderer/ui/text.module.css';
import { showSaved } from '#renderer/ui/toast.tsx';
import styles from './find-screen.module.css';

const LONGEST_NAME = 60;

/** Asks for a name and whether colleagues may use it; what is searched is said first. */
export function SaveSearchDialog(props: {
  readonly title: string;
  readonly reading: string;
  readonly name: string;
  readonly query?: FindQuery;
  /** Only its name and who may use it change. */
  readonly existing?: SavedSearch;
  /** It was refused, and is put right under the id it had. */
  readonly editing?: Editing<MutationArgs['search.save']>;
  readonly buildsOn?: { readonly id: RecordId; readonly name: string };
  readonly onSaved: (id: RecordId) => void;
  readonly onClose: () => void;
}) {
  const { query, buildsOn, existing, editing } = props;
  const [name, setName] = useState(props.name);
  const [shared, setShared] = useState((existing ?? editing?.args)?.shared ?? false);
  const [error, setError] = useState<string | null>(null);
  const session = useSession();
  const council =
    session?.is === 'signed-in'
      ? session.councils.find((each) => each.id === session.councilId)?.name
      : undefined;
  const save = useSave();
  const field = useId();

  function argsOf(id: RecordId, typed: string) {
    if (editing) return { ...editing.args, name: typed, shared };
    if (!existing) {
      const asked = query ?? EVERYBODY;
      return {
        ...{ id, name: typed, query: asked, shared },
        ...(buildsOn ? { buildsOn: buildsOn.id } : {}),
      };
    }
    const { by: _by, at: _at, removed: _removed, ...kept } = existing;
    return { ...kept, name: typed };
  }

  async function submit() {
    const typed = name.trim();
    if (typed === '') {
      setError('Give the search a name');
      document.getElementById(field)?.focus();
      return;
    }
    const id = (existing ?? editing?.args)?.id ?? newId();
    const result = await save([{ kind: 'search.save', args: argsOf(id, typed) }], editing?.entry);
    if (!result.ok) {
      setError(failureWords(result.error));
      return;
    }
    showSaved(`Saved: ${typed}`, result.value.undo);
    props.onSaved(id);
  }

  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p>
          {buildsOn ? `It changes whenever “${buildsOn.name}” changes, and adds to it. ` : ''}
          {props.reading}
        </p>
        <TextField
          id={field}
          label="Name"
          value={name}
          maxLength={LONGEST_NAME}
          error={error}
          onChange={setName}
        />
        {existing ? null : (
          <Checkbox
            label={`Colleagues in ${council ?? 'our council'} can use it`}
            isChecked={shared}
            onChange={setShared}
          />
        )}
        <div className={text.actions}>
          <Button submit>Save</Button>
          <Button look="second" onPress={props.onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
