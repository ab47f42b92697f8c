import type { IsoInstant, RecordId } from '#contract/brands.ts';
import { fail, ok, type Result } from '#contract/errors.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { MutationDraft } from '#contract/mutations.ts';
import type { CommandDraft, Queries } from '#contract/queries.ts';
import type { RecordKind } from '#contract/records/kinds.ts';
import { asShown } from '#core/domain/as-shown.ts';
import { isoInstant } from '#core/domain/days.ts';
import { decide, entityOf, streamFor } from '#core/domain/decide.ts';
import { newRecordId } from '#core/domain/ids.ts';
import { overlayKey } from '#core/domain/replay.ts';
import { reverseOf } from '#core/domain/reverse-of.ts';
import type { Held, Rows, Verdict } from '#core/domain/verdict.ts';
import type { Clock, Random } from '#core/ports.ts';
import type { ShownWork } from '../shown-work.ts';

export interface CommandParts {
  readonly shown: ShownWork;
  readonly clock: Clock;
  readonly random: Random;
  /** Writes to the journal in main; answers when it is on the disk. */
  readonly append: (
    drafts: readonly MutationDraft[],
    instead?: RecordId,
  ) => Promise<Result<readonly JournalEntry[]>>;
}

/** What a command did, and what takes each entry back once the centre has it. */
export interface CommandDone {
  readonly entries: readonly JournalEntry[];
  readonly reverse: readonly (CommandDraft | null)[];
}

/**
 * Checks the rules, writes to the journal and answers when that is durable.
 *
 * The rules are those of the centre, so that a refusal comes at once and in the same
 * words. Drafts are judged one after the other, and saved all or none. What is already
 * so is not written again. `instead` is let go in the same commit: it needed a decision,
 * and this is the decision.
 */
export async function runCommand(
  { drafts, instead }: Queries['command']['input'],
  { shown, clock, random, append }: CommandParts,
): Promise<Result<CommandDone>> {
  const at = isoInstant(clock.nowMs());
  const judged = judgeDrafts(drafts, { shown, at, newId: () => newRecordId(clock, random) });
  if (!judged.ok) return judged;
  const wanted = judged.value.map(({ mutation }) => mutation);
  const reverse = judged.value.map((each) => each.reverse);
  if (wanted.length === 0 && instead === undefined) return ok({ entries: [], reverse });
  const appended = await append(wanted, instead);
  return appended.ok ? ok({ entries: appended.value, reverse }) : appended;
}

/** A change that would be written, and what takes it back later; null = nothing may. */
interface Judged {
  readonly mutation: MutationDraft;
  readonly reverse: CommandDraft | null;
}

/** Judges changes one after the other; gives those that would be written, or the refusal. */
export function judgeDrafts(
  drafts: readonly CommandDraft[],
  parts: {
    readonly shown: ShownWork;
    readonly at: IsoInstant;
    readonly newId: () => RecordId;
  },
): Result<readonly Judged[]> {
  const { shown, at, newId } = parts;
  const changed = new Map<string, Held<RecordKind>>();
  const rows: Rows = {
    get: <Kind extends RecordKind>(kind: Kind, id: string) =>
      (changed.get(overlayKey(kind, id)) as Held<Kind> | undefined) ?? shown.rows.get(kind, id),
  };
  const { actor, councilId } = shown.context;
  const wanted: Judged[] = [];
  for (const asked of drafts) {
    const draft = asShown(asked, rows);
    const entity = entityOf(draft, newId);
    const base = baseOf(draft, entity, rows);
    const stream = streamFor(draft, { recruiterId: actor.id, councilId });
    if (!shown.streams.has(stream)) return fail('AUTH_NOT_ALLOWED', NOT_KEPT);
    const mutation = { ...draft, stream, entity, base } as MutationDraft;
    const verdict = decide(mutation, rows, { ...shown.context, at });
    if (verdict.outcome === 'rejected') return refusal(verdict);
    if (verdict.outcome === 'merged') continue;
    const reverse = reverseOf(draft, rows, newId);
    for (const { kind, id, record } of verdict.changes) {
      changed.set(overlayKey(kind, id), { seq: rows.get(kind, id)?.seq ?? 0, record });
    }
    wanted.push({ mutation, reverse });
  }
  return ok(wanted);
}

/** Said where the centre is older than this app. */
const NOT_KEPT = 'The central service does not keep this yet, so it was not saved.';

function refusal({ code, reason }: Extract<Verdict, { outcome: 'rejected' }>) {
  return fail(code === 'not-allowed' ? 'AUTH_NOT_ALLOWED' : 'RULE_REFUSED', reason);
}

/** The kind of record that a change is about; others have no earlier state to compare. */
const KIND_OF: Readonly<Partial<Record<CommandDraft['kind'], RecordKind>>> = {
  'vacancy.create': 'vacancy',
  'vacancy.edit': 'vacancy',
  'shortlist.add': 'shortlist-entry',
  'shortlist.move': 'shortlist-entry',
  'shortlist.remove': 'shortlist-entry',
  'follow-up.set': 'follow-up',
  'follow-up.done': 'follow-up',
  'follow-up.reopen': 'follow-up',
  'do-not-contact.set': 'do-not-contact',
  'overlap.settle': 'overlap-settled',
  'search.save': 'saved-search',
  'search.remove': 'saved-search',
  'search.look': 'looked',
  'person.see': 'seen',
  'person.dismiss': 'dismissal',
};

function baseOf(draft: CommandDraft, entity: string, rows: Rows): number {
  const kind = KIND_OF[draft.kind];
  return kind ? (rows.get(kind, entity)?.seq ?? 0) : 0;
}
