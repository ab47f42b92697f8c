import type { MutationArgs } from '#contract/mutations.ts';
import type {
  Actor,
  FieldChange,
  FieldValue,
  Overridden,
  StageMove,
} from '#contract/records/council-work.ts';
import type { RecordOf } from '#contract/records/kinds.ts';
import type { Deciding, RowChange, Rows, Verdict } from './verdict.ts';

/** Records whose changes are kept with them, so that a loss can be told. */
export type Telling = RecordOf['vacancy' | 'follow-up' | 'shortlist-entry'];

/** A value of mine that somebody replaced without having seen it. */
export interface Loss {
  /** With `at`, names the change it was lost by. */
  readonly field: string;
  readonly at: StageMove['at'];
  readonly by: Actor;
  readonly theirs: FieldValue;
  /** The field I had set: another one when theirs is "done". */
  readonly myField: string;
  readonly mine: FieldValue;
  readonly mineAt: StageMove['at'];
}

/** Finds what a recruiter has lost in a record and has not settled yet, oldest first (DM22). */
export function lossesIn(record: Telling, recruiter: string): readonly Loss[] {
  return 'history' in record
    ? stageLosses(record.history, recruiter)
    : fieldLosses(record.changes ?? [], recruiter);
}

function fieldLosses(lines: readonly FieldChange[], recruiter: string): readonly Loss[] {
  return lines.flatMap(({ field, from, to, by, at, over }, index): readonly Loss[] => {
    if (!isOpen(over, recruiter)) return [];
    const isMine = (line: FieldChange) => line.by.id === recruiter;
    // Whoever has set the field again since has moved on.
    if (lines.slice(index + 1).some((line) => isMine(line) && line.field === field)) return [];
    const theirs = { field, at, by, theirs: to, mineAt: over.at };
    if (field !== 'done') return [{ ...theirs, myField: field, mine: from }];
    const late = lines.slice(0, index).findLast((line) => isMine(line) && line.field !== 'done');
    return [{ ...theirs, myField: late?.field ?? field, mine: late?.to ?? null }];
  });
}

function stageLosses(moves: readonly StageMove[], recruiter: string): readonly Loss[] {
  return moves.flatMap(({ from, to, by, at, over }, index): readonly Loss[] => {
    if (!isOpen(over, recruiter)) return [];
    if (moves.slice(index + 1).some((move) => move.by.id === recruiter)) return [];
    const mine = { myField: 'stage', mine: from ?? null, mineAt: over.at };
    // Somebody brought back comes from no stage: they were off the list.
    return [{ field: 'stage', at, by, theirs: to, ...mine }];
  });
}

function isOpen(over: Overridden | undefined, recruiter: string): over is Overridden {
  return over !== undefined && over.by.id === recruiter && !over.settled;
}

/** Notes that a recruiter has read what they lost; what is gone or read already merges (DM22). */
export function decideSettle(
  args: MutationArgs['conflict.settle'],
  rows: Rows,
  { actor }: Deciding,
): Verdict {
  const held = rows.get(args.record, args.id)?.record;
  const isIt = (line: Pick<StageMove, 'at' | 'over'>, field: string) =>
    field === args.field && line.at === args.at && isOpen(line.over, actor.id);
  const settle = <Line extends FieldChange | StageMove>(line: Line): Line =>
    isIt(line, 'field' in line ? line.field : 'stage')
      ? { ...line, over: { ...line.over, settled: true } }
      : line;
  if (!held) return { outcome: 'merged' };
  const before: readonly (FieldChange | StageMove)[] =
    'history' in held ? held.history : (held.changes ?? []);
  if (before.every((line) => settle(line) === line)) return { outcome: 'merged' };
  const record =
    'history' in held
      ? { ...held, history: held.history.map(settle) }
      : { ...held, changes: (held.changes ?? []).map(settle) };
  const change = { kind: args.record, id: args.id, record } as RowChange;
  return { outcome: 'applied', changes: [change] };
}
