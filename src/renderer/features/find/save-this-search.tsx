import { memo, useState } from 'react';
import type { FindAnswer } from '#contract/find-answer.ts';
import { EVERYBODY, type FindQuery } from '#contract/find-query.ts';
import { isSameQuestion } from '#core/domain/compose-search.ts';
import { Button } from '#renderer/ui/button.tsx';
import { addressOf, go } from '#renderer/ui/place.ts';
import { SaveSearchDialog } from './save-search-dialog.tsx';

/** Keeps the question under a name; there once something is asked. */
export const SaveThisSearch = memo(function SaveThisSearch({
  query,
  answer,
}: {
  readonly query: FindQuery;
  readonly answer: FindAnswer | null;
}) {
  const [isOpen, setIsOpen] = useState(false);
  if (isSameQuestion({ ...query, order: EVERYBODY.order }, EVERYBODY)) return null;
  return (
    <>
      <Button look="quiet" small onPress={() => setIsOpen(true)}>
        Save this search
      </Button>
      {isOpen ? (
        <SaveSearchDialog
          title="Save this search"
          reading={answer?.reading ?? ''}
          name={query.text}
          query={query}
          onSaved={(id) => {
            setIsOpen(false);
            go(addressOf('/find', { search: id }));
          }}
          onClose={() => setIsOpen(false)}
        />
      ) : null}
    </>
  );
});
