import type { IsoDate } from './brands.ts';
import type { EmploymentType, RoleGroup, SpecialismId } from './vocabulary.ts';

/** One change, of the post or of the person, that would turn a line that is not met. */
export type MatchFlip =
  | { readonly is: 'area'; readonly area: SpecialismId }
  | { readonly is: 'role'; readonly role: RoleGroup }
  | { readonly is: 'registered' }
  | { readonly is: 'contract'; readonly contract: EmploymentType }
  | { readonly is: 'hours'; readonly hours: number }
  | { readonly is: 'travel'; readonly miles: number }
  | { readonly is: 'from'; readonly on: IsoDate };

/** One thing a post asks for, and whether a person brings it. */
export interface MatchLine {
  readonly id: 'area' | 'role' | 'register' | 'contract' | 'hours' | 'travel' | 'start';
  /** What is asked for, in words. */
  readonly asked: string;
  /** What is known of them, in words. */
  readonly theirs: string;
  readonly state: 'met' | 'not-met' | 'not-known';
  /** The smallest change that would turn "not met"; null where it is not needed. */
  readonly flip: MatchFlip | null;
}
