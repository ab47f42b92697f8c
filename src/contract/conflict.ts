import { type Static, Type } from 'typebox';
import { IsoInstant } from './brands.ts';
import { Actor, FieldValue } from './records/council-work.ts';

/**
 * Two people, one field: what each wanted, and the rule that chose (sync.md 3.5).
 *
 * Facts, no prose: the laptop puts them into words. It comes with a refusal, or with a
 * change that was taken and replaced something its maker had not seen.
 */
export const Conflict = Type.Object({
  /** The rule of `core/domain/SPEC.md`, such as `DM6`; one a laptop does not know is fine. */
  rule: Type.String({ maxLength: 8 }),
  /** The kind and id of the record it is about. */
  kind: Type.String({ maxLength: 24 }),
  id: Type.String({ maxLength: 64 }),
  field: Type.String({ maxLength: 24 }),
  yours: FieldValue,
  theirs: FieldValue,
  /** Whose `theirs` is; missing when nobody knows any more, or nobody may. */
  by: Type.Optional(Actor),
  at: Type.Optional(IsoInstant),
});
export type Conflict = Static<typeof Conflict>;
