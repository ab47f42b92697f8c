import { useState } from 'react';
import type { FindAnswer } from '#contract/find-answer.ts';
import type { FindQuery } from '#contract/find-query.ts';
import type { SavedSearchView } from '#contract/queries.ts';
import { addedTo, isSameQuestion } from '#core/domain/compose-search.ts';
import { useSave } from '#renderer/data/use-save.ts';
import { Button } from '#renderer/ui/button.tsx';
import { failureWords } from '#renderer/ui/error-words.ts';
import { MenuButton } from '#renderer/ui/menu.tsx';
import { addressOf, go } from '#renderer/ui/place.ts';
import text from '#renderer/ui/text.module.css';
import { showSaved, showToast } from '#renderer/ui/toast.tsx';
import styles from './find-screen.module.css';
import { closeSaved, takeUp } from './find-store.ts';
import { SaveSearchDialog } from './save-search-dialog.tsx';

type Asking = 'copy' | 'build' | 'rename';

/** Which saved search is open, whether it was changed, and what can be done with it. */
export function SavedSearchBar(props: {
  readonly view: SavedSearchView;
  readonly query: FindQuery;
  readonly answer: FindAnswer | null;
}) {
  const { view, query } = props;
  const { record } = view.search;
  const [asking, setAsking] = useState<Asking | null>(null);
  const save = useSave();
  const isChanged = !isSameQuestion(query, view.query);

  /** What it comes to less what it builds on: what was there before stays as it is. */
  async function update() {
    const { by: _by, at: _at, buildsOn, removed: _removed, ...kept } = record;
    const added = buildsOn ? addedTo(view.base ?? query, query) : query;
    const args = { ...kept, query: added ?? query, ...(buildsOn && added ? { buildsOn } : {}) };
    const result = await save([{ kind: 'search.save', args }]);
    if (!result.ok) showToast(failureWords(result.error));
    else {
      const alone = buildsOn && !added ? ' It stands by itself now.' : '';
      showSaved(`Saved: ${record.name}.${alone}`, result.value.undo);
    }
  }

  async function remove() {
    const { id: searchId, shared } = record;
    const result = await save([{ kind: 'search.remove', args: { searchId, shared } }]);
    if (!result.ok) showToast(failureWords(result.error));
    else {
      closeSaved();
      showSaved(`Saved: ${record.name} taken away`, result.value.undo);
    }
  }

  const choices = [
    { value: 'copy' as const, label: 'Save as a search of its own' },
    { value: 'build' as const, label: 'Build on it: changes whenever it changes' },
    ...(view.isMine
      ? [
          { value: 'rename' as const, label: 'Rename' },
          { value: 'remove' as const, label: 'Take it away' },
        ]
      : []),
    { value: 'leave' as const, label: 'Leave it and search freely' },
  ];
  return (
    <div className={styles.saved}>
      <p>
        <strong>{record.name}</strong>{' '}
        <span className={text.meta}>
          {[
            record.shared ? (view.isMine ? 'Shared by you' : `Shared by ${record.by.name}`) : null,
            view.isBroken ? 'What it builds on was taken away' : null,
            isChanged ? 'Changed' : null,
            view.search.notSentYet ? 'Not sent yet' : null,
          ]
            .filter((part) => part !== null)
            .join(', ')}
        </span>
      </p>
      {isChanged && view.isMine ? (
        <Button small onPress={() => void update()}>
          Update
        </Button>
      ) : null}
      {isChanged ? (
        <Button small look="second" onPress={() => takeUp(view.query)}>
          Revert
        </Button>
      ) : null}
      <MenuButton
        words="This search"
        choices={choices}
        onChoose={(choice) => {
          if (choice === 'remove') void remove();
          else if (choice === 'leave') closeSaved();
          else setAsking(choice);
        }}
      />
      {asking ? (
        <SaveSearchDialog
          {...dialogOf(asking, view, query)}
          reading={props.answer?.reading ?? ''}
          onSaved={(id) => {
            setAsking(null);
            go(addressOf('/find', { search: id }));
          }}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </div>
  );
}

function dialogOf(asking: Asking, { search, query: whole }: SavedSearchView, query: FindQuery) {
  const { id, name } = search.record;
  if (asking === 'rename') return { title: 'Rename this search', name, existing: search.record };
  if (asking === 'copy') return { title: 'Save this search', name: '', query };
  const added = addedTo(whole, query);
  return added
    ? { title: `Build on ${name}`, name: '', query: added, buildsOn: { id, name } }
    : { title: 'Save this search', name: '', query };
}
