import type { MutationArgs, MutationDraft, MutationKind } from '#contract/mutations.ts';
import type { RecordKind, RecordOf } from '#contract/records/kinds.ts';
import { decide, entityOf, streamFor } from '#core/domain/decide.ts';
import type { Deciding, Held, Rows, Verdict } from '#core/domain/verdict.ts';
import { anId, KENT, ROSA, TUESDAY } from './records.ts';

/** Rows in memory that take a verdict's changes, each at the next sequence. */
export class MemoryRows implements Rows {
  readonly #rows = new Map<string, { seq: number; record: RecordOf[RecordKind] }>();
  #head = 0;

  get<Kind extends RecordKind>(kind: Kind, id: string): Held<Kind> | null {
    const held = this.#rows.get(`${kind} ${id}`);
    return held ? { seq: held.seq, record: held.record as RecordOf[Kind] } : null;
  }

  put<Kind extends RecordKind>(kind: Kind, id: string, record: RecordOf[Kind]): void {
    this.#head += 1;
    this.#rows.set(`${kind} ${id}`, { seq: this.#head, record });
  }

  take(verdict: Verdict): Verdict {
    if (verdict.outcome !== 'applied') return verdict;
    for (const change of verdict.changes) this.put(change.kind, change.id, change.record);
    return verdict;
  }

  count(kind: RecordKind): number {
    return [...this.#rows.keys()].filter((key) => key.startsWith(`${kind} `)).length;
  }
}

/** Builds what a rule needs to know, as Rosa of Kent in an open programme. */
export function deciding(over: Partial<Deciding> = {}): Deciding {
  return {
    actor: ROSA,
    role: 'recruiter',
    councilId: KENT,
    at: TUESDAY,
    programme: 'open',
    personHeld: () => true,
    ...over,
  };
}

/** Builds a change as a screen would ask for it. */
export function aDraft<Kind extends MutationKind>(
  kind: Kind,
  args: MutationArgs[Kind],
  base = 0,
): MutationDraft {
  const draft = { kind, args } as Pick<MutationDraft, 'kind' | 'args'>;
  const entity = entityOf(draft, () => anId(0xff));
  const stream = streamFor(draft, { recruiterId: ROSA.id, councilId: KENT });
  return { ...draft, stream, entity, base } as MutationDraft;
}

/** Decides and takes the changes in one go. */
export function act(rows: MemoryRows, draft: MutationDraft, over: Partial<Deciding> = {}): Verdict {
  return rows.take(decide(draft, rows, deciding(over)));
}
