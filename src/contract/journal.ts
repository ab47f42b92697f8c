import type { IsoInstant, RecordId } from './brands.ts';
import type { Conflict } from './conflict.ts';
import type { ErrorCode } from './errors.ts';
import type { Mutation } from './mutations.ts';

/**
 * Where one change of the recruiter stands on its way to the centre.
 *
 * waiting -> sent (acknowledged, its echo not pulled yet) -> gone from the journal;
 * or told: acknowledged and its echo here, but there is something to read about it;
 * or refused: terminal at the centre. Both are kept here until the recruiter decides.
 */
export type JournalState =
  | { readonly is: 'waiting'; readonly tries: number; readonly lastError?: ErrorCode }
  | ({ readonly is: 'sent'; readonly conflicts?: readonly Conflict[] } & Acknowledged)
  | ({
      readonly is: 'told';
      /** When its echo was here, by the centre's clock. */
      readonly atMs: number;
      readonly conflicts: readonly Conflict[];
    } & Acknowledged)
  | {
      readonly is: 'refused';
      readonly reason: string;
      readonly at: IsoInstant;
      readonly conflicts?: readonly Conflict[];
    };

/** Where the effect of a change lies, in which history of the centre, and since when we know. */
interface Acknowledged {
  readonly epoch: string;
  readonly seq: number;
  readonly at: IsoInstant;
}

/** One change of the recruiter, durable on this device. */
export interface JournalEntry {
  readonly id: RecordId;
  /** Order on this device, dense from 1. */
  readonly n: number;
  readonly mutation: Mutation;
  readonly state: JournalState;
}
