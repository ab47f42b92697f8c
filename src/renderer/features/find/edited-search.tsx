import type { FindAnswer } from '#contract/find-answer.ts';
import { stopEditing, useEditing } from '#renderer/data/editing.ts';
import { addressOf, go } from '#renderer/ui/place.ts';
import { SaveSearchDialog } from './save-search-dialog.tsx';

/** A saved search that was refused, over what it finds: its name and who may use it again. */
export function EditedSearch({ answer }: { readonly answer: FindAnswer | null }) {
  const editing = useEditing('search.save');
  if (!editing) return null;
  return (
    <SaveSearchDialog
      title="Save this search"
      reading={answer?.reading ?? ''}
      name={editing.args.name}
      editing={editing}
      onSaved={(id) => {
        stopEditing();
        go(addressOf('/find', { search: id }));
      }}
      onClose={stopEditing}
    />
  );
}
