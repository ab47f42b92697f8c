import type { CandidateId, IsoInstant, RecordId } from './brands.ts';
import type { MutationDraft } from './mutations.ts';
import type { Actor, FieldValue } from './records/council-work.ts';

/** A change as a screen asks for it. */
type CommandDraft = Pick<MutationDraft, 'kind' | 'args'>;

/** One field two people wanted to be different, with what it holds now. */
export interface Side {
  /** The rule that chose, such as `DM6`. */
  readonly rule: string;
  /** The kind of the record, for the words of a value. */
  readonly kind: string;
  readonly field: string;
  readonly mine: FieldValue;
  readonly theirs: FieldValue;
  /** The field `theirs` is of, where it is another: "done" against a new day. */
  readonly theirField: string;
  readonly now: FieldValue;
  /** Null when nobody knows any more, or nobody may. */
  readonly by: Actor | null;
  /** `by` is this recruiter, on another laptop. */
  readonly isOwn: boolean;
  readonly at: IsoInstant | null;
}

/**
 * Something of mine that only I can settle, with everything needed to do so (O06).
 *
 * refused: the centre did not take it. told: it was taken, and crossed a value its maker
 * had not seen. lost: a colleague has replaced a value of mine without having seen it.
 */
export interface Decision {
  readonly id: string;
  readonly is: 'refused' | 'told' | 'lost';
  /** When I made it. */
  readonly at: IsoInstant;
  /** What I did: "Dev Shah moved to Interview for SW-114". */
  readonly words: string;
  /** What it is about: the person, the vacancy; null = none, or gone. */
  readonly name: string | null;
  readonly candidateId: CandidateId | null;
  readonly vacancyId: RecordId | null;
  readonly vacancy: string | null;
  /** Why it was refused, as the centre says. */
  readonly reason: string | null;
  readonly sides: readonly Side[];
  /** What makes it as I wanted again, or as they did; empty when nothing can. */
  readonly other: {
    readonly is: 'mine-again' | 'theirs-back';
    readonly drafts: readonly CommandDraft[];
  } | null;
  /** Why the other way is not open now, in plain words. */
  readonly blocked: string | null;
  /** Lets it be as it is. */
  readonly settle: { readonly entry: RecordId } | { readonly draft: CommandDraft };
  /** The change as it was refused, to be put right and saved anew. */
  readonly change: CommandDraft | null;
}
