import type { PersonView } from '#contract/queries.ts';

/** A person who is on this device. */
export type HeldPerson = Extract<PersonView, { is: 'held' }>;
