import type { History } from './history.ts';
import type { Person } from './person.ts';

/** A person this council worked with, and what happened. */
export interface Case {
  readonly index: number;
  readonly person: Person;
  readonly history: History;
}
