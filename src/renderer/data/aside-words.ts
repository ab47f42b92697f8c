import type { PutAside } from '#contract/sync-state.ts';

/** What a file of work that this device cannot open now is, and what may come of it. */
export function asideWords({ owner, comesBack }: PutAside): string {
  if (comesBack)
    return 'Work of yours that may not be sent lies in a file that this device cannot open now. It is brought back when the central service answers.';
  return owner === null
    ? 'A damaged file on this device may hold work that is not sent. It does not say whose.'
    : 'A damaged file on this device may hold work of yours that is not sent. Tell support about it before you sign out.';
}
