import { type TSchema, Type } from 'typebox';

import { CandidateId, RecordId, StreamId } from '#contract/brands.ts';
import { MUTATIONS, type MutationDraft } from '#contract/mutations.ts';
import { isOf } from './is-of.ts';

const Draft = Type.Object({
  kind: Type.Enum(Object.keys(MUTATIONS)),
  stream: StreamId,
  entity: Type.Union([RecordId, CandidateId]),
  base: Type.Integer({ minimum: 0 }),
  args: Type.Unknown(),
});
const ARGS: Readonly<Record<string, TSchema>> = MUTATIONS;

/**
 * Whether what the worker wants saved has the agreed form.
 *
 * Checked here and not only at the centre: what is in the journal is promised to go out.
 */
export function areDrafts(values: readonly unknown[]): values is readonly MutationDraft[] {
  return values.every((value) => {
    if (!isOf(Draft, value)) return false;
    const args = ARGS[value.kind];
    return args !== undefined && isOf(args, value.args);
  });
}
