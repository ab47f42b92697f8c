import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { CandidateId } from '#contract/brands.ts';
import {
  LEAVE_ALONE_OUTCOMES,
  OUTCOMES_NEEDING_FOLLOW_UP,
  type Outcome,
} from '#contract/vocabulary.ts';
import { useSync } from '#renderer/data/data-context.tsx';
import { useEditing } from '#renderer/data/editing.ts';
import { elsewhereWords } from '#renderer/data/elsewhere-words.ts';
import { newId } from '#renderer/data/new-id.ts';
import { readWhen } from '#renderer/data/read-when.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useMayNotWrite, useReadOnly } from '#renderer/data/use-read-only.ts';
import { useSave } from '#renderer/data/use-save.ts';
import type { Subject } from '#renderer/ui/actions.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorSummary, type FormError } from '#renderer/ui/error-summary.tsx';
import { failureWords } from '#renderer/ui/error-words.ts';
import { Pane } from '#renderer/ui/pane.tsx';
import text from '#renderer/ui/text.module.css';
import { showSaved } from '#renderer/ui/toast.tsx';
import { LogFields } from './log-fields.tsx';
import { checkLog, draftsOf, FIELDS, type LogForm } from './log-form.ts';
import styles from './log-panel.module.css';
import { outcomeOfDigit, outcomeWords } from './outcomes.ts';
import { useLogForm } from './use-log-form.ts';

/** One contact with a person: digits pick what happened, Enter or Ctrl+Enter saves. */
export function LogPanel(props: { readonly person: Subject; readonly onClose: () => void }) {
  const { person, onClose } = props;
  const personId = person.id as CandidateId;
  const save = useSave();
  const closed = useReadOnly();
  const mayNotWrite = useMayNotWrite();
  const read = useQuery('person.read', { id: personId }, ['people', 'work']);
  const editing = useEditing('contact.log', personId);
  const { form, change, kept, forget } = useLogForm(personId, editing);
  // A closed programme stops new work, never a person's wish to be left alone.
  const readOnly =
    form.outcome && LEAVE_ALONE_OUTCOMES.includes(form.outcome) ? mayNotWrite : closed;
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const isSaving = useRef(false);
  const box = useRef<HTMLFormElement>(null);
  const next = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);

  const isBlocked = read.value?.is === 'held' && read.value.doNotContact !== null;
  const elsewhere = read.value?.is === 'held' ? read.value.elsewhere : null;
  const lastSyncAt = useSync()?.lastSyncAt ?? null;
  const told = elsewhere && elsewhereWords(elsewhere, lastSyncAt, Date.now());
  const isGone = read.value !== null && read.value.is !== 'held';
  const { when, echo } = readWhen(form.next, Date.now());

  function pick(outcome: Outcome) {
    change({ outcome });
    setErrors([]);
    if (OUTCOMES_NEEDING_FOLLOW_UP.includes(outcome)) next.current?.focus();
  }

  async function onSave() {
    if (isSaving.current || readOnly || isGone) return;
    const found = checkLog(form, when, isBlocked);
    setErrors(found);
    const { outcome } = form;
    if (found.length > 0 || outcome === null) return;
    isSaving.current = true;
    const filled: LogForm & { readonly outcome: Outcome } = { ...form, outcome };
    const parts = { personId, when, nowMs: Date.now(), newId, was: editing?.args };
    const result = await save(draftsOf(filled, parts), editing?.entry);
    isSaving.current = false;
    if (!result.ok) {
      setErrors([{ field: FIELDS.outcome, words: failureWords(result.error) }]);
      return;
    }
    void forget();
    const follow = when ? `. Follow-up ${echo}` : '';
    showSaved(
      `Saved: ${person.label}, ${outcomeWords(outcome).toLowerCase()}${follow}`,
      result.value.undo,
    );
    onClose();
  }

  function onKeyDown(event: KeyboardEvent) {
    const { target } = event;
    const isText =
      target instanceof HTMLTextAreaElement ||
      (target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(target.type));
    if (event.key === 'Enter') {
      const saves = event.ctrlKey || event.metaKey || isRadioOrForm(target) || isLine(target);
      if (!saves) return;
      event.preventDefault();
      void onSave();
      return;
    }
    if (isText || event.ctrlKey || event.altKey || event.metaKey) return;
    const outcome = outcomeOfDigit(event.key);
    if (outcome === null) return;
    event.preventDefault();
    // The error summary, if it had the focus, goes away now.
    box.current?.focus();
    pick(outcome);
  }

  return (
    <Pane
      title="Log a contact"
      beside={person.label}
      look="panel"
      onClose={onClose}
      foot={
        <Button
          wide
          keys="Ctrl+Enter"
          onPress={() => void onSave()}
          reason={readOnly ?? (isGone ? 'This person has withdrawn' : null)}
        >
          Save
        </Button>
      }
    >
      {isBlocked ? (
        <p className={text.inset} role="note">
          They asked your council not to contact them. You can log what they said to you, not a call
          to them.
        </p>
      ) : null}
      {told && (told.age || elsewhere.contacts.length > 0) ? (
        <p className={text.inset} role="note">
          <span className={elsewhere.contacts.length > 0 ? text.strong : undefined}>
            {told.said}
          </span>{' '}
          {told.age}
        </p>
      ) : null}
      {closed && !mayNotWrite ? (
        <p className={text.inset} role="note">
          {closed}. You can still record that they do not want to be contacted: press 9.
        </p>
      ) : null}
      <form
        ref={box}
        className={styles.form}
        tabIndex={-1}
        aria-label={`Log a contact with ${person.label}`}
        onKeyDown={onKeyDown}
        onSubmit={(event) => event.preventDefault()}
      >
        <ErrorSummary errors={errors} />
        <LogFields
          form={form}
          change={change}
          onPick={pick}
          echo={echo}
          kept={kept}
          errors={errors}
          nextRef={next}
        />
      </form>
    </Pane>
  );
}

function isRadioOrForm(target: EventTarget): boolean {
  return (
    target instanceof HTMLFormElement ||
    (target instanceof HTMLInputElement && target.type === 'radio')
  );
}

function isLine(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type === 'text';
}
