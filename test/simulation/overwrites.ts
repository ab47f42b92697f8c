import type { Mutation } from '#contract/mutations.ts';
import type { Actor, FieldChange, StageMove } from '#contract/records/council-work.ts';
import { lossesIn, type Telling } from '#core/domain/decide-settle.ts';
import type { Rows, Verdict } from '#core/domain/verdict.ts';

/** What somebody else set last, and whether the maker of a change had seen it. */
interface Standing {
  readonly field: string;
  readonly by: Actor;
}

/**
 * Looks for a value of a colleague that a change replaced, unseen by its maker, without the
 * maker and the colleague being told (I10); says which, or null.
 *
 * It knows of the rules only what sync.md 3.5 asks: sequences, bases and who wrote what.
 */
export function overwrittenInSilence(
  mutation: Mutation,
  before: Rows,
  verdict: Verdict,
  maker: Actor,
): string | null {
  if (verdict.outcome !== 'applied') return null;
  for (const { kind, id, record } of verdict.changes) {
    if (kind !== 'vacancy' && kind !== 'follow-up' && kind !== 'shortlist-entry') continue;
    const held = before.get(kind, id);
    if (!held || held.seq <= mutation.base) continue;
    for (const { field, by } of replaced(held.record, record, mutation, maker)) {
      const isSaid = verdict.conflicts?.some((one) => one.field === field && one.by?.id === by.id);
      const isShown = lossesIn(record, by.id).some((loss) => loss.field === field);
      if (!isSaid) return `${kind} ${field} of ${by.name}, its maker is not told`;
      if (!isShown) return `${kind} ${field}, ${by.name} is not told`;
    }
  }
  return null;
}

function replaced(
  was: Telling,
  is: Telling,
  { base, kind }: Mutation,
  maker: Actor,
): readonly Standing[] {
  if (kind === 'conflict.settle') return [];
  const isOthers = (line: FieldChange | StageMove | undefined) =>
    line !== undefined && line.by.id !== maker.id;
  if ('history' in was) {
    const last = was.history.at(-1);
    const stage = (entry: Telling) => 'stage' in entry && !entry.removed && entry.stage;
    return last && isOthers(last) && stage(was) !== stage(is)
      ? [{ field: 'stage', by: last.by }]
      : [];
  }
  const lines = was.changes ?? [];
  const fields = new Set(lines.map(({ field }) => field));
  return [...fields].flatMap((field): readonly Standing[] => {
    const last = lines.findLast((line) => line.field === field);
    const now = (is as unknown as Record<string, unknown>)[field] ?? null;
    const isSame = field === 'done' || now === (last?.to ?? null);
    return last && isOthers(last) && last.after >= base && !isSame ? [{ field, by: last.by }] : [];
  });
}
