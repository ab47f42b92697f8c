import { useJournal } from './data-context.tsx';

/** How many changes only this device has: they wait, or the centre has refused them. */
export function useOnlyHere(): number {
  return (useJournal() ?? []).filter(
    ({ state: { is }, mutation }) =>
      (is === 'waiting' || is === 'refused') && mutation.kind !== 'noop',
  ).length;
}
