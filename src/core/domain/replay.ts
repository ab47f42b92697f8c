import type { CouncilId } from '#contract/brands.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { Actor } from '#contract/records/council-work.ts';
import type { RecordKind, RecordOf } from '#contract/records/kinds.ts';
import type { ProgrammeStatus, RecruiterRole } from '#contract/vocabulary.ts';
import { decide } from './decide.ts';
import type { Deciding, Held, Rows } from './verdict.ts';

/** A row as the screen shows it, over the confirmed one. */
export interface Overlaid {
  readonly kind: RecordKind;
  readonly id: string;
  readonly seq: number;
  readonly record: RecordOf[RecordKind];
}

/** Who and under what the journal was written. */
export interface ReplayContext {
  readonly actor: Actor;
  readonly role: RecruiterRole;
  readonly councilId: CouncilId;
  readonly programme: ProgrammeStatus;
  readonly personHeld: Deciding['personHeld'];
}

/** What the centre must have known when it took a change. */
const WHEN_TAKEN: Pick<Deciding, 'role' | 'programme' | 'personHeld' | 'wasTaken'> = {
  role: 'recruiter',
  programme: 'open',
  personHeld: () => true,
  wasTaken: true,
};

/**
 * Lays the journal over the confirmed rows: what the screen shows (decision S2).
 *
 * Entries in order; refused ones, those only to be read about and those the rules now reject change nothing. A `sent`
 * entry stays in until its echo is pulled, so nothing flickers, even if the programme has
 * closed, or the person has left or asked to be left alone since: the centre took it before. Once its echo is in the
 * confirmed rows the same rule merges it. Returns only rows that differ from `confirmed`.
 */
export function replay(
  confirmed: Rows,
  entries: readonly JournalEntry[],
  context: ReplayContext,
): ReadonlyMap<string, Overlaid> {
  const overlay = new Map<string, Overlaid>();
  const rows: Rows = {
    get<Kind extends RecordKind>(kind: Kind, id: string): Held<Kind> | null {
      const over = overlay.get(overlayKey(kind, id));
      if (over) return { seq: over.seq, record: over.record as RecordOf[Kind] };
      return confirmed.get(kind, id);
    },
  };
  for (const entry of entries) {
    if (entry.state.is === 'refused' || entry.state.is === 'told') continue;
    const then = entry.state.is === 'sent' ? WHEN_TAKEN : {};
    const verdict = decide(entry.mutation, rows, { ...context, ...then, at: entry.mutation.at });
    if (verdict.outcome !== 'applied') continue;
    for (const change of verdict.changes) {
      const seq = rows.get(change.kind, change.id)?.seq ?? 0;
      overlay.set(overlayKey(change.kind, change.id), { ...change, seq });
    }
  }
  return overlay;
}

/** The key of a row in the overlay. */
export function overlayKey(kind: RecordKind, id: string): string {
  return `${kind} ${id}`;
}
