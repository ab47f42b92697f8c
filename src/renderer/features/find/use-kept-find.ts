import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { RecordId } from '#contract/brands.ts';
import { EVERYBODY } from '#contract/find-query.ts';
import { readAsk } from '#renderer/data/find-address.ts';
import { useDraft } from '#renderer/data/use-draft.ts';
import { findStore } from './find-store.ts';

/**
 * Keeps the question, its saved search and the row over a restart, sealed with the journal.
 *
 * `hasAsked`: the address asks something itself, so what was kept is not taken up.
 */
export function useKeptFind(hasAsked: boolean): void {
  const { text, write } = useDraft('find');
  const { query, savedId, active, isOrderChosen, isTakenUp } = useStore(findStore);

  useEffect(() => {
    const now = findStore.getState();
    if (text === null || now.isTakenUp) return;
    const kept = hasAsked || now.query !== EVERYBODY ? null : readKept(text);
    findStore.setState({ ...kept, isTakenUp: true });
  }, [text, hasAsked]);

  useEffect(() => {
    if (isTakenUp) write(JSON.stringify({ query, savedId, active, isOrderChosen }));
  }, [query, savedId, active, isOrderChosen, isTakenUp, write]);
}

function readKept(text: string) {
  try {
    const kept = JSON.parse(text) as {
      query?: unknown;
      savedId?: RecordId;
      active?: number;
      isOrderChosen?: boolean;
    };
    const query = readAsk(JSON.stringify(kept.query ?? null));
    const { savedId = null, active = 0, isOrderChosen = false } = kept;
    return query && { query, savedId, active, isOrderChosen };
  } catch {
    return null;
  }
}
