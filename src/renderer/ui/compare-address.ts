import { addressOf } from './place.ts';

/** More do not fit beside each other on one page. */
export const MOST_COMPARED = 4;

/** The address of people side by side; null unless they are two to four. */
export function compareAddress(ids: readonly string[]): string | null {
  if (ids.length < 2 || ids.length > MOST_COMPARED) return null;
  return addressOf('/compare', { people: ids.join() });
}
