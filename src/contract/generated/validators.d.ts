import type { Candidate } from '#contract/records/candidate.ts';
import type { RecordKind } from '#contract/records/kinds.ts';

/**
 * The checks of records and of sync's envelopes, made at build time (decision T2).
 *
 * Fields a schema does not name are allowed, so that an older app reads a newer centre.
 * `validators.js` is written by `test/commands/build-validators.ts`.
 */
export declare const CHECKS: Readonly<
  Record<RecordKind | 'page' | 'item', (value: unknown) => boolean>
>;

/** The fields of a person, each with its own check: together they are the check of a person. */
export declare const PERSON_FIELDS: readonly {
  readonly name: keyof Candidate;
  /** Absent is not allowed; the check itself is of what is there. */
  readonly isRequired: boolean;
  readonly check: (value: unknown) => boolean;
}[];
