import { useEffect, useRef, useState } from 'react';
import { useEditing } from '#renderer/data/editing.ts';
import { useKeeping } from '#renderer/data/keeping.ts';
import { newId } from '#renderer/data/new-id.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { draftWords, useDraft } from '#renderer/data/use-draft.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { ErrorSummary, type FormError } from '#renderer/ui/error-summary.tsx';
import { failureWords } from '#renderer/ui/error-words.ts';
import { TextArea, TextField } from '#renderer/ui/field.tsx';
import text from '#renderer/ui/text.module.css';
import { showToast } from '#renderer/ui/toast.tsx';
import styles from './stories-screen.module.css';
import { readStory, type StoryDraft, storyArgs, storyErrors, storyOf } from './story-draft.ts';

/** Writes a story: kept while it is typed, submitted only when told to. */
export function StoryForm({ onDone }: { readonly onDone: () => void }) {
  const editing = useEditing('story.submit');
  const draft = useDraft(editing ? `story:${editing.entry}` : 'story');
  const run = useCommand();
  const keeping = useKeeping();
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [isSaving, setIsSaving] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const isBlank = (draft.text ?? '') === '';
  const story = editing && isBlank ? storyOf(editing.args) : readStory(draft.text ?? '');
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.words;

  function change(part: Partial<StoryDraft>) {
    draft.write(JSON.stringify({ ...story, ...part }));
  }

  async function submit() {
    const found = storyErrors(story);
    setErrors(found);
    if (found.length > 0 || isSaving) return;
    setIsSaving(true);
    const args = storyArgs(story, editing?.args.id ?? newId());
    const result = await run([{ kind: 'story.submit', args }], editing?.entry);
    setIsSaving(false);
    if (!result.ok) {
      setErrors([{ field: 'story-title', words: failureWords(result.error) }]);
      return;
    }
    await draft.forget();
    const where = keeping === 'in-memory' ? 'kept while this app is open' : 'saved on this device';
    showToast(`Story ${where}. It is not sent yet.`);
    onDone();
  }

  return (
    <form
      className={styles.form}
      aria-label="Write a success story"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary errors={errors} />
      <TextField
        id="story-title"
        label="Title"
        value={story.title}
        maxLength={120}
        inputRef={first}
        error={errorOf('story-title')}
        onChange={(title) => change({ title })}
      />
      <TextField
        id="story-area"
        label="Area of work"
        hint="For example, hospital discharge"
        value={story.serviceArea}
        maxLength={80}
        error={errorOf('story-area')}
        onChange={(serviceArea) => change({ serviceArea })}
      />
      <TextArea
        id="story-body"
        label="What happened"
        hint="Leave out anything that could identify the people you work with"
        rows={8}
        value={story.body}
        maxLength={5000}
        error={errorOf('story-body')}
        below={isBlank ? null : draftWords(draft.kept, keeping)}
        onChange={(body) => change({ body })}
      />
      <TextArea
        id="story-quote"
        label="A quotation, if there is one"
        rows={2}
        value={story.quote}
        maxLength={500}
        onChange={(quote) => change({ quote })}
      />
      <TextField
        id="story-quote-by"
        label="Who said it"
        value={story.quoteBy}
        maxLength={120}
        error={errorOf('story-quote-by')}
        onChange={(quoteBy) => change({ quoteBy })}
      />
      <div id="story-permission" tabIndex={-1}>
        {errorOf('story-permission') ? (
          <p className={styles.error}>Error: {errorOf('story-permission')}</p>
        ) : null}
        <Checkbox
          label="The person it is about has agreed to it"
          isChecked={story.permissionGiven}
          onChange={(permissionGiven) => change({ permissionGiven })}
        />
      </div>
      <div className={text.actions}>
        <Button submit>Submit story</Button>
        <Button look="quiet" onPress={onDone}>
          {isBlank ? 'Close' : 'Keep as a draft and close'}
        </Button>
      </div>
    </form>
  );
}
