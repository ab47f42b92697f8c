import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { CandidateId } from '#contract/brands.ts';
import { useEditing } from '#renderer/data/editing.ts';
import { newId } from '#renderer/data/new-id.ts';
import { readWhen, typedWhen } from '#renderer/data/read-when.ts';
import { useReadOnly } from '#renderer/data/use-read-only.ts';
import { useSave } from '#renderer/data/use-save.ts';
import type { Subject } from '#renderer/ui/actions.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { ErrorSummary, type FormError } from '#renderer/ui/error-summary.tsx';
import { failureWords } from '#renderer/ui/error-words.ts';
import { TextField } from '#renderer/ui/field.tsx';
import { Pane } from '#renderer/ui/pane.tsx';
import { showSaved } from '#renderer/ui/toast.tsx';

const WHEN = 'follow-up-when';
const WHAT = 'follow-up-what';

/** Something to do about a person on a day: typed in words, echoed in full. */
export function FollowUpPanel(props: { readonly person: Subject; readonly onClose: () => void }) {
  const { person, onClose } = props;
  const save = useSave();
  const readOnly = useReadOnly();
  const first = useRef<HTMLInputElement>(null);
  const editing = useEditing('follow-up.set', person.id);
  const was = editing?.args;
  const [typed, setTyped] = useState(was ? typedWhen(was.dueOn, was.dueTime) : '');
  const [what, setWhat] = useState(was?.what ?? 'Ring again');
  const [promise, setPromise] = useState(was?.promise ?? false);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const { when, echo } = readWhen(typed, Date.now());
  useEffect(() => first.current?.focus(), []);

  async function onSave() {
    const found: FormError[] = [];
    if (!when) found.push({ field: WHEN, words: 'Enter a day to come, for example thu 2pm' });
    if (what.trim() === '') found.push({ field: WHAT, words: 'Enter what is to be done' });
    setErrors(found);
    if (!when || found.length > 0 || readOnly) return;
    const args = {
      id: was?.id ?? newId(),
      candidateId: person.id as CandidateId,
      what: what.trim(),
      dueOn: when.dueOn,
      ...(when.dueTime ? { dueTime: when.dueTime } : {}),
      promise,
    };
    const result = await save([{ kind: 'follow-up.set', args }], editing?.entry);
    if (!result.ok) {
      setErrors([{ field: WHEN, words: failureWords(result.error) }]);
      return;
    }
    showSaved(`Follow-up saved for ${person.label}: ${echo}`, result.value.undo);
    onClose();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.defaultPrevented) return;
    if (!(event.target instanceof HTMLInputElement) && !event.ctrlKey) return;
    event.preventDefault();
    void onSave();
  }

  const errorOf = (field: string) => errors.find((each) => each.field === field)?.words;
  return (
    <Pane
      title="Set a follow-up"
      beside={person.label}
      look="panel"
      onClose={onClose}
      foot={
        <Button wide keys="Enter" onPress={() => void onSave()} reason={readOnly}>
          Save follow-up
        </Button>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter saves from any field inside. */}
      <div onKeyDown={onKeyDown}>
        <ErrorSummary errors={errors} />
        <TextField
          id={WHEN}
          label="When"
          hint="For example, thu 2pm or 11 6 2026"
          value={typed}
          onChange={setTyped}
          below={echo}
          error={errorOf(WHEN)}
          inputRef={first}
        />
        <TextField
          id={WHAT}
          label="What"
          value={what}
          onChange={setWhat}
          maxLength={200}
          error={errorOf(WHAT)}
        />
        <Checkbox label="This is a promise to them" isChecked={promise} onChange={setPromise} />
      </div>
    </Pane>
  );
}
