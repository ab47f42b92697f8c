import { describe, expect, test } from 'vitest';
import type { CandidateId, IsoInstant, RecordId } from '#contract/brands.ts';
import type { JournalEntry, JournalState } from '#contract/journal.ts';
import type { MutationDraft } from '#contract/mutations.ts';
import { shortlistEntryId } from '#core/domain/ids.ts';
import { overlayKey, replay } from '#core/domain/replay.ts';
import { anId, aVacancy, KENT, ROSA, TUESDAY } from '#test/builders/records.ts';
import { act, aDraft, MemoryRows } from '#test/builders/rows.ts';

const PRIYA = anId<CandidateId>(1);
const SW114 = aVacancy().id;
const KEY = overlayKey('shortlist-entry', shortlistEntryId(SW114, PRIYA));
const context = {
  actor: ROSA,
  role: 'recruiter',
  councilId: KENT,
  programme: 'open',
  personHeld: () => true,
} as const;

function entry(n: number, draft: MutationDraft, state?: JournalState): JournalEntry {
  const id = anId<RecordId>(1000 + n);
  return {
    id,
    n,
    mutation: { ...draft, id, n, schema: 1, at: TUESDAY, ageMs: 0 },
    state: state ?? { is: 'waiting', tries: 0 },
  };
}

const add = aDraft('shortlist.add', { vacancyId: SW114, candidateId: PRIYA });
const move = aDraft('shortlist.move', { vacancyId: SW114, candidateId: PRIYA, to: 'contacted' });

describe('[DM15] what the screen shows', () => {
  test('is the confirmed rows with the journal laid over them in order', () => {
    const rows = new MemoryRows();
    rows.put('vacancy', SW114, aVacancy());
    const shown = replay(rows, [entry(1, add), entry(2, move)], context);
    expect(shown.get(KEY)?.record).toMatchObject({ stage: 'contacted' });
    expect(rows.count('shortlist-entry')).toBe(0);
  });

  test('does not change while an acknowledged entry waits for its echo, nor when it comes', () => {
    const rows = new MemoryRows();
    rows.put('vacancy', SW114, aVacancy());
    const sent: JournalState = { is: 'sent', epoch: 'e', seq: 9, at: TUESDAY };
    const before = replay(rows, [entry(1, add, sent)], context).get(KEY)?.record;
    act(rows, add);
    const after = replay(rows, [entry(1, add, sent)], context);
    expect(after.size).toBe(0);
    expect(rows.get('shortlist-entry', shortlistEntryId(SW114, PRIYA))?.record).toEqual(before);
  });

  test('keeps what the centre has taken, though the programme closed, the person left or the role changed since', () => {
    const rows = new MemoryRows();
    rows.put('vacancy', SW114, aVacancy());
    const sent: JournalState = { is: 'sent', epoch: 'e', seq: 9, at: TUESDAY };
    const closed = { ...context, programme: 'closed', personHeld: () => false } as const;
    expect(replay(rows, [entry(1, add, sent)], closed).size).toBe(1);
    expect(replay(rows, [entry(1, add)], closed).size).toBe(0);
    const viewer = { ...context, role: 'viewer' } as const;
    expect(replay(rows, [entry(1, add, sent)], viewer).size).toBe(1);
    expect(replay(rows, [entry(1, add)], viewer).size).toBe(0);
  });

  test('keeps a contact the centre has taken, though a wish to be left alone is dated before it here', () => {
    const rows = new MemoryRows();
    const id = anId<RecordId>(70);
    const contact = aDraft('contact.log', {
      ...{ id, candidateId: PRIYA, at: '2026-06-09T10:00:00.000Z' as IsoInstant },
      ...{ channel: 'phone', direction: 'out', outcome: 'voicemail_left' },
    });
    act(rows, aDraft('do-not-contact.set', { candidateId: PRIYA, reason: 'They said so' }));
    const sent: JournalState = { is: 'sent', epoch: 'e', seq: 9, at: TUESDAY };
    const key = overlayKey('contact', id);
    expect(replay(rows, [entry(1, contact, sent)], context).has(key)).toBe(true);
    expect(replay(rows, [entry(1, contact)], context).has(key)).toBe(false);
  });

  test('leaves refused entries out', () => {
    const rows = new MemoryRows();
    rows.put('vacancy', SW114, aVacancy());
    const refused: JournalState = { is: 'refused', reason: 'no', at: TUESDAY };
    expect(replay(rows, [entry(1, add, refused)], context).size).toBe(0);
  });
});
