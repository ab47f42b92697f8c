import type { CandidateId, IsoDate, RecordId, StreamId } from '#contract/brands.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { Shown } from '#contract/queries.ts';
import type { RecordKind, RecordOf } from '#contract/records/kinds.ts';
import type { ReplicaOwner } from '#contract/replica-port.ts';
import { LEAVE_ALONE_OUTCOMES } from '#contract/vocabulary.ts';
import { londonDay } from '#core/domain/days.ts';
import { isMark, personOf } from '#core/domain/decide.ts';
import { wasSpoken } from '#core/domain/decide-contact.ts';
import { type Overlaid, overlayKey, type ReplayContext, replay } from '#core/domain/replay.ts';
import type { Deciding, Held, Rows } from '#core/domain/verdict.ts';
import type { OwnWork } from '#core/search/overlay.ts';
import { wordsOf } from '#core/search/words.ts';
import type { ConfirmedRows } from './replica/confirmed-rows.ts';

/**
 * The council's work as the screens show it: confirmed rows + replay of the journal.
 *
 * Built anew after every change of either, never changed (decision S2).
 */
export interface ShownWork {
  /** The same as rules see it. */
  readonly rows: Rows;
  readonly context: ReplayContext;
  /** What the centre keeps for this recruiter: one of protocol 1 has no stream of their own. */
  readonly streams: ReadonlySet<StreamId>;
  get<Kind extends RecordKind>(kind: Kind, id: string): Shown<RecordOf[Kind]> | null;
  all<Kind extends RecordKind>(kind: Kind): readonly Shown<RecordOf[Kind]>[];
  /** People about whom something is not sent yet. */
  readonly peopleNotSent: ReadonlySet<CandidateId>;
  /** What the index must know of it. */
  readonly own: OwnWork;
  readonly entries: readonly JournalEntry[];
}

export function buildShownWork(parts: {
  readonly owner: ReplicaOwner;
  readonly confirmed: ConfirmedRows;
  readonly entries: readonly JournalEntry[];
  readonly personHeld: Deciding['personHeld'];
}): ShownWork {
  const { owner, confirmed, entries, personHeld } = parts;
  const context = contextOf(owner, confirmed, personHeld);
  const overlay = replay(confirmed, entries, context);
  const notSent = notSentIds(entries);
  const byKind = new Map<RecordKind, readonly Shown<RecordOf[RecordKind]>[]>();

  const rows: Rows = {
    get<Kind extends RecordKind>(kind: Kind, id: string): Held<Kind> | null {
      const over = overlay.get(overlayKey(kind, id));
      return over ? (over as Overlaid & Held<Kind>) : confirmed.get(kind, id);
    },
  };

  function get<Kind extends RecordKind>(kind: Kind, id: string): Shown<RecordOf[Kind]> | null {
    const held = rows.get(kind, id);
    return held && { record: held.record, seq: held.seq, notSentYet: notSent.has(id) };
  }

  function all<Kind extends RecordKind>(kind: Kind): readonly Shown<RecordOf[Kind]>[] {
    const known = byKind.get(kind);
    if (known) return known as readonly Shown<RecordOf[Kind]>[];
    const ids = new Set(confirmed.ofKind(kind).map(({ record }) => record.id as string));
    for (const over of overlay.values()) if (over.kind === kind) ids.add(over.id);
    const shown = [...ids].flatMap((id) => get(kind, id) ?? []);
    byKind.set(kind, shown);
    return shown;
  }

  const peopleNotSent = new Set(
    entries.flatMap(({ mutation, state }) =>
      // Who was only looked at is not work that waits (decision 0021).
      state.is === 'waiting' && !isMark(mutation) ? (personOf(mutation) ?? []) : [],
    ),
  );
  const streams = new Set(owner.streams);
  let own: OwnWork | null = null;
  return {
    ...{ rows, context, streams, get, all, entries, peopleNotSent },
    get own() {
      own ??= ownWork(all);
      return own;
    },
  };
}

/** Who acts here: the centre checks it all again, with what it knows itself. */
function contextOf(
  owner: ReplicaOwner,
  confirmed: ConfirmedRows,
  personHeld: Deciding['personHeld'],
): ReplayContext {
  return {
    actor: { id: owner.recruiterId, name: owner.recruiterName },
    role: owner.standing.role,
    councilId: owner.council.id,
    programme: owner.standing.isFrozen
      ? 'closed'
      : (confirmed.ofKind('programme')[0]?.record.status ?? 'open'),
    personHeld,
  };
}

/** Ids of records with a change that the centre has not acknowledged. */
function notSentIds(entries: readonly JournalEntry[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { mutation, state } of entries) {
    if (state.is !== 'waiting') continue;
    ids.add(mutation.entity);
    // A wish to be left alone, said in a contact, also makes the record of that wish.
    if (mutation.kind === 'contact.log' && LEAVE_ALONE_OUTCOMES.includes(mutation.args.outcome)) {
      ids.add(mutation.args.candidateId);
    }
  }
  return ids;
}

function ownWork(all: ShownWork['all']): OwnWork {
  const ours = new Map<CandidateId, 'tried' | 'spoken' | 'do_not_contact'>();
  const shortlisted = new Map<CandidateId, string[]>();
  const spokenLocally = new Set<CandidateId>();
  const notes = new Map<CandidateId, (readonly string[])[]>();
  const lastContact = new Map<CandidateId, IsoDate>();
  for (const { record, notSentYet } of standing(all('contact'))) {
    const { candidateId, note } = record;
    const on = londonDay(Date.parse(record.at));
    if (on > (lastContact.get(candidateId) ?? '')) lastContact.set(candidateId, on);
    if (note) notes.set(candidateId, [...(notes.get(candidateId) ?? []), wordsOf(note)]);
    if (wasSpoken(record)) {
      ours.set(candidateId, 'spoken');
      if (notSentYet) spokenLocally.add(candidateId);
    } else if (!ours.has(candidateId)) ours.set(candidateId, 'tried');
  }
  for (const { record } of all('do-not-contact')) ours.set(record.candidateId, 'do_not_contact');
  const vacancies = new Map(all('vacancy').map(({ record }) => [record.id, record.ref]));
  for (const { record } of all('shortlist-entry')) {
    const ref = vacancies.get(record.vacancyId);
    if (record.removed || ref === undefined) continue;
    shortlisted.set(record.candidateId, [...(shortlisted.get(record.candidateId) ?? []), ref]);
  }
  // Rows lie in the order they came, which is another on each laptop.
  for (const refsOf of shortlisted.values()) refsOf.sort();
  const seen = new Set(
    all('seen').flatMap(({ record }) => (record.seen ? record.candidateId : [])),
  );
  const dismissed = new Map<CandidateId, RecordId[]>();
  for (const { record } of all('dismissal')) {
    if (!record.dismissed) continue;
    const before = dismissed.get(record.candidateId) ?? [];
    dismissed.set(record.candidateId, [...before, record.vacancyId]);
  }
  return { ours, shortlisted, lastContact, seen, dismissed, vacancies, spokenLocally, notes };
}

/** The contacts that stand: those a later one corrects do not count. */
export function standing(
  contacts: readonly Shown<RecordOf['contact']>[],
): readonly Shown<RecordOf['contact']>[] {
  const corrected = new Set(contacts.map(({ record }) => record.correctionOf));
  return contacts.filter(({ record }) => !record.undone && !corrected.has(record.id));
}
