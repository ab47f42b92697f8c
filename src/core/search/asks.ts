import type { FacetId } from '#contract/find-query.ts';
import type { Meaning } from './synonym-book.ts';

/** One thing asked for; a person meets an ask by meeting any of its choices. */
export interface Ask {
  readonly choices: readonly Choice[];
}

/** What may stand between two `or`: a term, a facet's value, or all that is in brackets. */
export type Choice = Term | HeldValue | InTown | Group;

/** What a pair of brackets holds: asks joined by AND, and what is left out. */
export interface Group {
  readonly is: 'group';
  readonly asks: readonly Ask[];
  readonly not: readonly Choice[];
}

/** "role:manager": who holds any of these values of a facet. Rule Q34. */
export interface HeldValue {
  readonly is: 'held';
  readonly typed: string;
  readonly facet: FacetId;
  readonly values: readonly string[];
  /** The values in words, in the same sequence. */
  readonly labels: readonly string[];
}

/** "town:margate": whose town has this name, or begins with it. Rule Q34. */
export interface InTown {
  readonly is: 'town';
  readonly typed: string;
  readonly words: readonly string[];
  readonly isPrefix: boolean;
}

/** The smallest thing that can be met. */
export type Term =
  | {
      readonly is: 'words';
      /** As typed, for a sentence. */
      readonly typed: string;
      /** One word, or several that must stand side by side. */
      readonly words: readonly string[];
      /** Whether the last word may be the beginning of a longer one. */
      readonly isPrefix: boolean;
      /** Whether a close spelling may stand in when nobody has it. */
      readonly mayBeMistyped: boolean;
      readonly meaning: Meaning | null;
      /** Only in the name ("name:"). */
      readonly inName: boolean;
    }
  | {
      readonly is: 'number';
      readonly typed: string;
      readonly digits: string;
      /** Registration numbers that begin with this; 0 = do not look there. */
      readonly registration: number;
      /** Whether telephone numbers that end in `digits` are met. */
      readonly phone: boolean;
      /** Whether telephone numbers that begin with `digits` are met. */
      readonly phoneBegins: boolean;
      /** Whether the digits may also stand in the text, e.g. "2020". */
      readonly text: boolean;
    }
  | { readonly is: 'ref'; readonly typed: string; readonly ref: string };
