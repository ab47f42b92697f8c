import type { IsoInstant, RecordId } from './brands.ts';
import type { ErrorCode } from './errors.ts';
import type { Mutation } from './mutations.ts';

/**
 * Where one change of the recruiter stands on its way to the centre.
 *
 * waiting -> sent (acknowledged, its echo not pulled yet) -> gone from the journal;
 * or refused: terminal at the centre, kept here until the recruiter decides.
 */
export type JournalState =
  | { readonly is: 'waiting'; readonly tries: number; readonly lastError?: ErrorCode }
  | { readonly is: 'sent'; readonly epoch: string; readonly seq: number; readonly at: IsoInstant }
  | { readonly is: 'refused'; readonly reason: string; readonly at: IsoInstant };

/** One change of the recruiter, durable on this device. */
export interface JournalEntry {
  readonly id: RecordId;
  /** Order on this device, dense from 1. */
  readonly n: number;
  readonly mutation: Mutation;
  readonly state: JournalState;
}
