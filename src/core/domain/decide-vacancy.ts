import type { MutationArgs } from '#contract/mutations.ts';
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

/** Edits named fields; the last push of a field wins (sync.md 3.5, rule DM4). */
export function decideEditVacancy(args: MutationArgs['vacancy.edit'], rows: Rows): Verdict {
  const held = rows.get('vacancy', args.vacancyId);
  if (!held) return refuse('not-found', 'This vacancy is not there any more.');
  const record = { ...held.record, ...args.fields };
  if (JSON.stringify(record) === JSON.stringify(held.record)) return { outcome: 'merged' };
  return { outcome: 'applied', changes: [{ kind: 'vacancy', id: args.vacancyId, record }] };
}
