import type { Conflict } from '#contract/conflict.ts';
import type { FieldChange, FieldValue } from '#contract/records/council-work.ts';
import type { Deciding } from './verdict.ts';

/** A record whose fields anybody of the council may change, each change kept with it. */
export interface Editable {
  readonly id: string;
  readonly changes?: FieldChange[];
}

/** An edit of some fields of one record, and what its maker had before them. */
export interface Edit<Record_ extends Editable> {
  readonly kind: 'vacancy' | 'follow-up';
  readonly rule: string;
  readonly held: { readonly seq: number; readonly record: Record_ };
  readonly fields: object;
  /** What the screen showed; missing from a laptop of protocol 1. */
  readonly was: object | undefined;
  readonly base: number;
}

/** What an edit makes of a record. */
export interface Edited<Record_> {
  readonly record: Record_;
  readonly conflicts: readonly Conflict[];
}

/**
 * Sets fields; the last push of each wins, and says whose unseen value it replaced (DM4).
 *
 * A field that already holds the value is left alone. Null when nothing changes.
 */
export function editFields<Record_ extends Editable>(
  edit: Edit<Record_>,
  { actor, at }: Pick<Deciding, 'actor' | 'at'>,
): Edited<Record_> | null {
  const { held, kind, rule, base } = edit;
  const { id } = held.record;
  const conflicts: Conflict[] = [];
  const lines: FieldChange[] = [];
  const before = held.record.changes ?? [];
  for (const [field, value] of wanted(edit.fields, edit.was)) {
    const from = fieldOf(held.record, field);
    if (from === value) continue;
    const last = before.findLast((line) => line.field === field);
    const isUnseen = last !== undefined && last.by.id !== actor.id && last.after >= base;
    const isStale = edit.was !== undefined && fieldOf(edit.was, field) !== from;
    const line: FieldChange = { field, from, to: value, by: actor, at, after: held.seq };
    const over = last && (isUnseen || isStale) ? { by: last.by, at: last.at } : null;
    lines.push(over ? { ...line, over } : line);
    if (isUnseen || isStale) {
      conflicts.push({ rule, kind, id, field, yours: value, theirs: from, ...over });
    }
  }
  if (lines.length === 0) return null;
  const record = { ...held.record } as unknown as Record<string, unknown>;
  for (const { field, to } of lines) {
    if (to === null) delete record[field];
    else record[field] = to;
  }
  record.changes = keepChanges([...before, ...lines]);
  return { record: record as unknown as Record_, conflicts };
}

/** The fields an edit really means to change: those that differ from what was shown. */
export function wanted(
  fields: object,
  was: object | undefined,
): readonly (readonly [string, FieldValue])[] {
  return Object.keys(fields)
    .map((field) => [field, fieldOf(fields, field)] as const)
    .filter(([field, value]) => was === undefined || fieldOf(was, field) !== value);
}

/** What a record holds in a field; null = nothing. */
export function fieldOf(record: object, field: string): FieldValue {
  return (record as Readonly<Record<string, FieldValue>>)[field] ?? null;
}

/** The lines that tell nobody anything, of which only so many are kept. */
const OLD_LINES = 16;

/**
 * Lets old lines go: who last set each field stays, and whatever somebody has to settle.
 *
 * Whoever set the field again after they had lost it needs no more telling of that loss.
 */
function keepChanges(lines: readonly FieldChange[]): FieldChange[] {
  return lines.filter((line, index) => {
    const later = lines.slice(index + 1).filter(({ field }) => field === line.field);
    const isOpen = line.over && !line.over.settled;
    const loser = line.over?.by.id;
    if (isOpen && !later.some(({ by }) => by.id === loser)) return true;
    return later.length === 0 || lines.length - index <= OLD_LINES;
  });
}
