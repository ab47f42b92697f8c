import type { CandidateId, CouncilId, IsoInstant } from '#contract/brands.ts';
import type { Conflict } from '#contract/conflict.ts';
import type { ProblemCode } from '#contract/http/problem.ts';
import type { Actor } from '#contract/records/council-work.ts';
import type { RecordKind, RecordOf } from '#contract/records/kinds.ts';
import type { ProgrammeStatus, RecruiterRole } from '#contract/vocabulary.ts';

/** A row a rule may look at, with the sequence the centre gave it (0 = none yet). */
export interface Held<Kind extends RecordKind> {
  readonly seq: number;
  readonly record: RecordOf[Kind];
}

/** The rows as they are; the server reads them under lock, a laptop from its overlay. */
export interface Rows {
  get<Kind extends RecordKind>(kind: Kind, id: string): Held<Kind> | null;
}

/** Who asks, when and under what programme; never part of the arguments. */
export interface Deciding {
  readonly actor: Actor;
  readonly role: RecruiterRole;
  readonly councilId: CouncilId;
  /** When it happened: at the centre the corrected time, on a laptop its own clock. */
  readonly at: IsoInstant;
  readonly programme: ProgrammeStatus;
  /** False when the person is not in the pool any more (withdrawn, or never held). */
  readonly personHeld: (id: CandidateId) => boolean;
  /** The centre has taken it: who has asked to be left alone is a rule for what is still to be sent. */
  readonly wasTaken?: boolean;
}

/** One row as it becomes. */
export type RowChange = {
  readonly [Kind in RecordKind]: {
    readonly kind: Kind;
    readonly id: string;
    readonly record: RecordOf[Kind];
  };
}[RecordKind];

/**
 * What a rule says of a change; the same on a laptop, at the centre and in simulation.
 *
 * `conflicts` tell the maker of the change what it replaced, gave way to or was refused for.
 */
export type Verdict = { readonly conflicts?: readonly Conflict[] } & (
  | { readonly outcome: 'applied'; readonly changes: readonly RowChange[] }
  | { readonly outcome: 'merged' }
  | { readonly outcome: 'rejected'; readonly code: ProblemCode; readonly reason: string }
);

/** A row that a rule will look at: the centre loads and locks these first. */
export interface Need {
  readonly kind: RecordKind;
  readonly id: string;
}

/** Why nobody works with a person who has asked to be left alone (DM9). */
export const LEFT_ALONE = 'This person has asked this council not to contact them.';

/** Builds a refusal in plain words, with the facts when somebody else is the reason. */
export function refuse(code: ProblemCode, reason: string, conflict?: Conflict): Verdict {
  return { outcome: 'rejected', code, reason, ...(conflict ? { conflicts: [conflict] } : {}) };
}
