import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { Mutation } from '#contract/mutations.ts';
import type { FieldChange } from '#contract/records/council-work.ts';

/** A change of fields that was applied, and who made it. */
export interface FieldEdit {
  readonly seq: number;
  readonly by: string;
  readonly mutation: Mutation;
}

interface Setting {
  readonly edit: FieldEdit;
  readonly value: unknown;
}

/**
 * Each field is as it was last set, and whoever's value was replaced unseen is told so: the
 * record names them, unless they have set the field again since.
 */
export function judgeFields(
  record: { readonly id: string; readonly changes?: readonly FieldChange[] },
  edits: readonly FieldEdit[],
): void {
  const settings = edits.flatMap((edit) =>
    wanted(edit.mutation).map(([field, value]) => ({ edit, field, value })),
  );
  for (const [field, said] of Map.groupBy(settings, (setting) => setting.field)) {
    // Who says what is there already has set nothing that could be lost (DM4).
    const all = said.filter(({ value }, at) => !isDeepStrictEqual(value, said[at - 1]?.value));
    const last = all.at(-1)?.value;
    assert.deepEqual(fieldIn(record, field), last, `${record.id}: ${field} is not as last set`);
    const lines = record.changes?.filter((line) => line.field === field) ?? [];
    for (const [at, lost] of all.entries()) {
      if (!wasLostUnseen(all, at)) continue;
      const isTold = lines.some((line) => line.over?.by.id === lost.edit.by);
      if (isTold) continue;
      // Told whole: laptops really wait here, so a seed need not happen the same way again.
      const how = JSON.stringify({ edits: all.map(({ edit }) => edit), lines });
      assert.fail(`${record.id}: ${field} ${String(lost.value)} was replaced in silence: ${how}`);
    }
  }
}

function wasLostUnseen(all: readonly Setting[], at: number): boolean {
  const [lost, next] = [all[at], all[at + 1]];
  if (!lost || !next) return false;
  const isOthers = next.edit.by !== lost.edit.by && next.edit.mutation.base < lost.edit.seq;
  return isOthers && !all.slice(at + 1).some(({ edit }) => edit.by === lost.edit.by);
}

/** The fields a change really means: those that differ from what its maker saw. */
function wanted({ kind, args }: Mutation): readonly (readonly [string, unknown])[] {
  const fields = kind === 'vacancy.edit' ? args.fields : args;
  const was = kind === 'vacancy.edit' || kind === 'follow-up.set' ? args.was : undefined;
  return Object.entries(fields).filter(
    ([field, value]) => field !== 'was' && (was === undefined || fieldIn(was, field) !== value),
  );
}

function fieldIn(record: object, field: string): unknown {
  return new Map(Object.entries(record)).get(field);
}
