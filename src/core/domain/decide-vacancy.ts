import type { MutationArgs } from '#contract/mutations.ts';
import type { Vacancy } from '#contract/records/council-work.ts';
import { editFields } from './edit-fields.ts';
import { type Deciding, type Rows, refuse, type Verdict } from './verdict.ts';

/** Creates a vacancy; the same id twice is the same vacancy (rule DM3). */
export function decideCreateVacancy(
  args: MutationArgs['vacancy.create'],
  rows: Rows,
  context: Deciding,
): Verdict {
  if (rows.get('vacancy', args.id)) return { outcome: 'merged' };
  const record = {
    ...args,
    councilId: context.councilId,
    createdBy: context.actor,
    createdAt: context.at,
    status: 'open' as const,
  };
  return { outcome: 'applied', changes: [{ kind: 'vacancy', id: args.id, record }] };
}

/** Edits named fields; the last push of a field wins and says what it replaced (rule DM4). */
export function decideEditVacancy(
  { vacancyId: id, fields, was }: MutationArgs['vacancy.edit'],
  base: number,
  rows: Rows,
  context: Deciding,
): Verdict {
  const held = rows.get('vacancy', id);
  if (!held) return refuse('not-found', 'This vacancy is not there any more.');
  const edit = { kind: 'vacancy', rule: 'DM4', held, fields, was, base } as const;
  const edited = editFields<Vacancy>(edit, context);
  if (!edited) return { outcome: 'merged' };
  const { record, conflicts } = edited;
  return { outcome: 'applied', changes: [{ kind: 'vacancy', id, record }], conflicts };
}
