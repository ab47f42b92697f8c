import { useEffect } from 'react';
import { useStore } from 'zustand';
import { findAddress, readAsk } from '#renderer/data/find-address.ts';
import { go, type ScreenProps } from '#renderer/ui/place.ts';
import { ask, closeSaved, findStore, takeUp } from './find-store.ts';
import { useKeptFind } from './use-kept-find.ts';

const ADDRESS_IDLE_MS = 400;

/** Keeps the question in the address and over a restart; draws nothing, so a key costs nothing. */
export function KeepFind({ asked }: { readonly asked: ScreenProps['query'] }) {
  useKeptFind(asked.ask !== undefined || asked.text !== undefined || asked.search !== undefined);
  useAskedAddress(asked);
  return null;
}

/** Takes the question of an address, and writes the present one into the address. */
function useAskedAddress(asked: ScreenProps['query']): void {
  const { ask: askedWords, text: askedText, search: askedSearch } = asked;
  const query = useStore(findStore, (state) => state.query);
  const savedId = useStore(findStore, (state) => state.savedId);
  useEffect(() => {
    // A link or a chart asks something of its own.
    if (askedSearch === undefined && (askedWords ?? askedText) !== undefined) closeSaved();
    const wanted = readAsk(askedWords);
    if (wanted) {
      if (JSON.stringify(wanted) !== JSON.stringify(findStore.getState().query)) takeUp(wanted);
    } else if (askedText !== undefined && askedText !== findStore.getState().query.text)
      ask({ text: askedText });
  }, [askedWords, askedText, askedSearch]);
  useEffect(() => {
    const timer = setTimeout(() => {
      const address = findAddress(query, savedId);
      if (window.location.hash !== address && window.location.hash.startsWith('#/find'))
        go(address, 'replace');
    }, ADDRESS_IDLE_MS);
    return () => clearTimeout(timer);
  }, [query, savedId]);
}
