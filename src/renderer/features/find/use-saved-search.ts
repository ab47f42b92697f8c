import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { SavedSearchView } from '#contract/queries.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useSave } from '#renderer/data/use-save.ts';
import { formatMoment, plural } from '#renderer/ui/dates.ts';
import type { ScreenProps } from '#renderer/ui/place.ts';
import { showSaved } from '#renderer/ui/toast.tsx';
import { findStore, openSaved } from './find-store.ts';

/**
 * Opens the saved search an address names, and notes that it was looked at.
 *
 * Returns the one that is open, as it is now; null when none is, or it was taken away.
 */
export function useSavedSearch({
  search: asked,
  ask,
}: ScreenProps['query']): SavedSearchView | null {
  const savedId = useStore(findStore, (state) => state.savedId);
  const wanted = asked ?? savedId;
  const list = useQuery('searches.read', wanted === null ? null : {}, ['people', 'work']).value;
  const view = list?.searches.find(({ search }) => search.record.id === wanted) ?? null;
  const save = useSave();
  const opened = useRef<string | null>(null);
  const asAt = list?.asAt ?? null;

  useEffect(() => {
    if (!view || asked === undefined) return;
    const { id, name } = view.search.record;
    if (ask !== undefined) {
      // The address of a search that was changed meanwhile, or of one that is open.
      opened.current = null;
      findStore.setState({ savedId: id });
      return;
    }
    if (opened.current === id) return;
    opened.current = id;
    openSaved(id, view.query);
    if (asAt === null || asAt === view.lookedAt) return;
    const since = view.lookedAt;
    void save([{ kind: 'search.look', args: { searchId: id, asAt } }]).then((result) => {
      if (!result.ok || since === null || view.fresh === 0) return;
      const words = `${name}: ${plural(view.fresh, 'person', 'people')} new since ${formatMoment(since)}`;
      showSaved(words, result.value.undo);
    });
  }, [view, asked, ask, asAt, save]);

  return view;
}
