import type { PutAside } from '#contract/sync-state.ts';
import { isMark } from '#core/domain/decide.ts';
import { useJournal, useSync } from './data-context.tsx';

/** What of my work would go with this device. */
export interface AtStake {
  /** Changes that only this device has: they wait, or the centre has refused them. */
  readonly onlyHere: number;
  /** Of these: refused, so that no sync sends them. */
  readonly refused: number;
  /** Changes the centre took that crossed a colleague's, which I have not decided about. */
  readonly crossed: number;
  /** Files that this device cannot open now and that may hold more of it. */
  readonly aside: readonly PutAside[];
}

/** Counts what would be lost with this device's journal. */
export function useAtStake(): AtStake {
  const work = (useJournal() ?? []).filter(
    ({ mutation }) => mutation.kind !== 'noop' && !isMark(mutation),
  );
  const count = (is: string) => work.filter(({ state }) => state.is === is).length;
  const refused = count('refused');
  const aside = useSync()?.putAside ?? [];
  return { onlyHere: count('waiting') + refused, refused, crossed: count('told'), aside };
}
