import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { IsoInstant, RecordId } from '#contract/brands.ts';
import type { MutationDraft } from '#contract/mutations.ts';
import { openJournal } from '#main/journal/journal.ts';
import { anId } from '#test/builders/records.ts';
import { draft, open, openAndTell, partsFor, personId, saved, temporaryFolder } from './support.ts';

const AT = '2026-06-09T08:00:00.000Z' as IsoInstant;

test('what was saved is there after the journal is opened again, in order and with its number', () => {
  const path = join(temporaryFolder(), 'journal.db');
  const first = open(path);
  const made = saved(first, draft(1), draft(2));
  first.writeDraft('note:a', 'Ring after four.');
  const device = first.device();
  first.close();
  const again = open(path);
  expect(again.list()).toEqual(made);
  expect(again.list().map(({ n }) => n)).toEqual([1, 2]);
  expect(again.device()).toBe(device);
  expect(again.readDraft('note:a')).toEqual({ ok: true, value: 'Ring after four.' });
  expect(saved(again, draft(3))[0]?.n).toBe(3);
  again.close();
});

test('ids are UUIDv7, so that entries of one device sort by age', () => {
  const journal = open(null);
  const [a] = saved(journal, draft(1));
  expect(a?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/);
  expect(a?.mutation.id).toBe(a?.id);
});

test('nothing personal is on the disk in the open: no words, no person, no place of a text', () => {
  const folder = temporaryFolder();
  const journal = open(join(folder, 'journal.db'));
  saved(journal, draft(77, 'CANARY-WORDS'));
  journal.writeDraft(`note:${personId(77)}`, 'CANARY-TEXT');
  const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
  journal.close();
  for (const text of [...bytes, readFileSync(join(folder, 'journal.db'), 'latin1')]) {
    expect(text).not.toContain('CANARY');
    expect(text).not.toContain(personId(77));
  }
  expect(bytes.join('')).toContain('waiting');
});

test('another key opens nothing, and the file is put aside for the day the key is found', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'journal.db');
  const mine = open(path);
  const made = saved(mine, draft(1));
  mine.close();
  const other = { keyId: 'k2', raw: new Uint8Array(32).fill(9) };
  const { journal, damaged } = openAndTell(path, { key: other });
  expect(journal.list()).toEqual([]);
  journal.close();
  expect(damaged).not.toBeNull();
  const rescued = open(damaged);
  expect(rescued.list()).toEqual(made);
  rescued.close();
});

test('a file of a newer version is refused in words and left as it is', () => {
  const path = join(temporaryFolder(), 'journal.db');
  open(path).close();
  const db = new DatabaseSync(path);
  db.exec("update meta set value = '2' where key = 'schema'");
  db.exec("update meta set value = 'in a later form' where key = 'seal'");
  db.close();
  const before = readFileSync(path);
  expect(openJournal(partsFor(path))).toMatchObject({
    ok: false,
    error: { code: 'SAVE_FAILED', message: expect.stringContaining('newer version') },
  });
  expect(readFileSync(path)).toEqual(before);
});

test('a second opener is refused, and the first goes on saving', () => {
  const path = join(temporaryFolder(), 'journal.db');
  const first = open(path);
  expect(openJournal(partsFor(path))).toMatchObject({ ok: false, error: { code: 'SAVE_FAILED' } });
  saved(first, draft(1));
  first.close();
  const again = open(path);
  expect(again.list()).toHaveLength(1);
  again.close();
});

test('an acknowledgement counts only for what waits, and only what is sent can go', () => {
  const journal = open(null);
  const [a, b] = saved(journal, draft(1), draft(2));
  const idA = a?.id as RecordId;
  const idB = b?.id as RecordId;
  journal.settle([{ to: 'gone', id: idA }]);
  expect(journal.list()).toHaveLength(2);
  journal.settle([{ to: 'sent', id: idA, epoch: 'e', seq: 5, at: AT }]);
  journal.settle([{ to: 'refused', id: idA, reason: 'late', at: AT }]);
  expect(journal.list()[0]?.state).toEqual({ is: 'sent', epoch: 'e', seq: 5, at: AT });
  journal.settle([
    { to: 'waiting', id: idA, lastError: null },
    { to: 'refused', id: idB, reason: 'The stage has moved.', at: AT },
  ]);
  expect(journal.list().map(({ state }) => state.is)).toEqual(['waiting', 'refused']);
  journal.settle([{ to: 'sent', id: idA, epoch: 'f', seq: 6, at: AT }]);
  journal.settle([{ to: 'gone', id: idA }]);
  expect(journal.list().map(({ id }) => id)).toEqual([idB]);
});

test('[SY51] what is kept is sealed, in no list, and comes back under its own id and number', () => {
  const path = join(temporaryFolder(), 'journal.db');
  const journal = open(path);
  const [a, b] = saved(journal, draft(1, 'words nobody may read'), draft(2));
  const ids = [a?.id as RecordId, b?.id as RecordId] as const;
  journal.settle(ids.map((id) => ({ to: 'sent', id, epoch: 'e', seq: 5, at: AT })));
  journal.settle(ids.map((id) => ({ to: 'kept', id, atMs: 7 })));
  expect(journal.list()).toEqual([]);
  journal.close();
  const bytes = readFileSync(path).toString('latin1');
  expect(bytes).not.toContain('words nobody may read');
  const again = open(path);
  expect(again.list()).toEqual([]);
  expect(again.kept()).toMatchObject([
    { entry: { id: ids[0], n: 1 }, atMs: 7 },
    { entry: { id: ids[1], n: 2 }, atMs: 7 },
  ]);
  expect(again.nextN()).toBe(3);
  again.settle([{ to: 'waiting', id: ids[0], lastError: null }]);
  expect(again.list()).toMatchObject([{ id: ids[0], n: 1, mutation: a?.mutation }]);
  again.scrub([personId(2)]);
  expect(again.kept()).toEqual([]);
  again.close();
});

test('[SY51] nothing is kept about a person who was scrubbed in an earlier run', () => {
  const path = join(temporaryFolder(), 'journal.db');
  const first = open(path);
  first.scrub([personId(1), personId(3)]);
  first.close();
  expect(readFileSync(path).toString('latin1')).not.toContain(personId(1));
  const journal = open(path);
  expect(journal.append([draft(1)])).toMatchObject({ ok: false, error: { code: 'RULE_REFUSED' } });
  // Somebody who withdrew can still be taken off a list: the centre is told, nothing is kept.
  const args = { vacancyId: anId<RecordId>(9), candidateId: personId(1), reason: 'Gone' };
  const taken = { ...draft(1), kind: 'shortlist.remove', args } as const;
  for (const entry of saved(journal, taken, draft(2))) {
    journal.settle([{ to: 'sent', id: entry.id, epoch: 'e', seq: 5, at: AT }]);
    journal.settle([{ to: 'kept', id: entry.id, atMs: 7 }]);
  }
  expect(journal.list()).toEqual([]);
  expect(journal.kept().map(({ entry }) => entry.mutation.entity)).toEqual([personId(2)]);
  journal.close();
});

test('[SY51] a file of before opens, and keeps what was in it', () => {
  const path = join(temporaryFolder(), 'journal.db');
  const first = open(path);
  const made = saved(first, draft(1));
  first.close();
  const db = new DatabaseSync(path);
  db.exec('drop table kept');
  db.close();
  const again = open(path);
  expect(again.list()).toEqual(made);
  expect(again.kept()).toEqual([]);
  again.close();
});

test('[SY26] under another name what waits begins at 1, and what was sent stays before it', () => {
  const path = join(temporaryFolder(), 'journal.db');
  const journal = open(path);
  const [a, b, c] = saved(journal, draft(1), draft(2), draft(3));
  const id = a?.id as RecordId;
  journal.settle([{ to: 'sent', id, epoch: 'e', seq: 5, at: AT }]);
  journal.settle([{ to: 'kept', id, atMs: 7 }]);
  const before = journal.device();
  journal.reRegister();
  expect(journal.device()).not.toBe(before);
  journal.close();
  const again = open(path);
  expect(again.device()).toBe(journal.device());
  expect(again.list()).toMatchObject([
    { id: b?.id, n: 1, mutation: { n: 1 } },
    { id: c?.id, n: 2, mutation: { n: 2 } },
  ]);
  expect(again.kept()).toMatchObject([{ entry: { id, n: 0 } }]);
  expect(again.nextN()).toBe(3);
  again.close();
});

test('a refused change is replaced by a new one in one commit; it is let go', () => {
  const journal = open(null);
  const [a, b] = saved(journal, draft(1), draft(2));
  const refuse = (id: RecordId | undefined) =>
    journal.settle([{ to: 'refused', id: id as RecordId, reason: 'no', at: AT }]);
  refuse(a?.id);
  refuse(b?.id);
  expect(journal.append([draft(1)], a?.id).ok).toBe(true);
  const again = journal.list().at(-1);
  expect(again).toMatchObject({ n: 3, state: { is: 'waiting', tries: 0 } });
  expect(journal.list().map(({ id }) => id)).toEqual([b?.id, again?.id]);
  journal.letGo(b?.id as RecordId);
  expect(journal.list().map(({ n }) => n)).toEqual([3]);
  // A change of mind brings it back as it was, once.
  expect(journal.putBack(b?.id as RecordId).ok).toBe(true);
  expect(journal.list()).toMatchObject([{ id: b?.id, state: { is: 'refused' } }, { n: 3 }]);
  expect(journal.putBack(b?.id as RecordId).ok).toBe(false);
  journal.discard(b?.id as RecordId);
  // Never "taken back" where nothing was found, nor "decided" what only waits.
  expect(journal.letGo(again?.id as RecordId)).toMatchObject({ error: { code: 'RULE_REFUSED' } });
  expect(journal.discard(b?.id as RecordId)).toMatchObject({ error: { code: 'RULE_REFUSED' } });
});

test('[SY46] what was read goes behind the list, and comes back from there', () => {
  const journal = open(null);
  const [a, b] = saved(journal, draft(1), draft(2));
  const crossed = { rule: 'DM4', kind: 'vacancy', id: 'v', field: 'posts', yours: 3, theirs: 2 };
  for (const id of [a?.id as RecordId, b?.id as RecordId]) {
    journal.settle([{ to: 'sent', id, epoch: 'e', seq: 5, at: AT, conflicts: [crossed] }]);
    journal.settle([{ to: 'kept', id, atMs: 7 }]);
  }
  expect(journal.list()).toMatchObject([{ state: { is: 'told' } }, { state: { is: 'told' } }]);
  // It is in force: dropping the telling must never pass for an undo of it.
  expect(journal.discard(a?.id as RecordId)).toMatchObject({ error: { code: 'RULE_REFUSED' } });
  journal.letGo(a?.id as RecordId);
  expect(journal.kept()).toMatchObject([{ entry: { id: a?.id, state: { is: 'sent' } }, atMs: 7 }]);
  journal.putBack(a?.id as RecordId);
  expect(journal.kept()).toEqual([]);
  expect(journal.list().map(({ id }) => id)).toEqual([a?.id, b?.id]);
  // Nothing about somebody who was erased is put back.
  journal.letGo(a?.id as RecordId);
  journal.scrub([personId(1)]);
  expect(journal.putBack(a?.id as RecordId)).toMatchObject({ ok: false });
  expect(journal.kept()).toEqual([]);
});

test('nobody takes back the record of whose details they looked at', () => {
  const journal = open(null);
  const looked = { ...draft(1), kind: 'audit.record', args: { action: 'reveal' } } as MutationDraft;
  const appended = journal.append([looked]);
  const [entry] = appended.ok ? appended.value : [];
  expect(journal.discard(entry?.id as RecordId)).toMatchObject({ error: { code: 'RULE_REFUSED' } });
  expect(journal.list()).toMatchObject([{ mutation: { kind: 'audit.record' } }]);
});

test('discarding what waits keeps the order dense: the last goes, others become empty', () => {
  const path = join(temporaryFolder(), 'journal.db');
  const journal = open(path);
  const [a, b, c] = saved(journal, draft(1), draft(2), draft(3));
  journal.discard(c?.id as RecordId);
  journal.discard(a?.id as RecordId);
  expect(journal.list()).toMatchObject([
    { n: 1, mutation: { kind: 'noop', args: {} } },
    { n: 2, mutation: { kind: 'do-not-contact.set' } },
  ]);
  expect(saved(journal, draft(4))[0]?.n).toBe(3);
  journal.offer([b?.id as RecordId]);
  journal.discard(b?.id as RecordId);
  expect(journal.list()[1]).toMatchObject({ n: 2, mutation: { kind: 'noop' } });
  journal.close();
  const again = open(path);
  expect(saved(again, draft(5))[0]?.n).toBe(4);
  again.close();
});

test('what was on its way once is taken back by a change of its own, not by forgetting it', () => {
  const journal = open(null);
  const [a, b] = saved(journal, draft(1), draft(2));
  journal.offer([a?.id as RecordId]);
  expect(journal.discard(a?.id as RecordId, true)).toMatchObject({
    error: { code: 'RULE_REFUSED', message: expect.stringContaining('may have reached') },
  });
  expect(journal.list()).toMatchObject([
    { id: a?.id, mutation: { kind: 'do-not-contact.set' } },
    {},
  ]);
  expect(journal.discard(b?.id as RecordId, true).ok).toBe(true);
});

test('what the centre already has cannot be taken back', () => {
  const journal = open(null);
  const [a] = saved(journal, draft(1));
  const id = a?.id as RecordId;
  journal.settle([{ to: 'sent', id, epoch: 'e', seq: 5, at: AT }]);
  expect(journal.discard(id)).toMatchObject({ ok: false, error: { code: 'RULE_REFUSED' } });
});

test('scrubbing a person leaves nothing of them, in entries or in texts, and keeps the rest', () => {
  const path = join(temporaryFolder(), 'journal.db');
  const journal = open(path);
  saved(journal, draft(1), draft(2), draft(1));
  journal.writeDraft(`note:${personId(1)}`, 'about the first');
  journal.writeDraft('mail', `to ${personId(1)}`);
  journal.writeDraft('other', 'stays');
  journal.scrub([personId(1)]);
  journal.close();
  const again = open(path);
  expect(JSON.stringify(again.list())).not.toContain(personId(1));
  expect(again.list().map(({ mutation }) => mutation.kind)).toEqual([
    'noop',
    'do-not-contact.set',
    'noop',
  ]);
  const texts = [`note:${personId(1)}`, 'mail', 'other'].map((key) => again.readDraft(key));
  expect(texts).toMatchObject([{ value: '' }, { value: '' }, { value: 'stays' }]);
  again.close();
});

test('[SY16] nothing is written about a person whose erasure has begun, though the page still shows them', () => {
  const journal = open(null);
  saved(journal, draft(1), draft(2));
  journal.scrub([personId(1)]);
  expect(journal.append([draft(1)])).toMatchObject({ ok: false, error: { code: 'RULE_REFUSED' } });
  expect(journal.append([draft(2)]).ok).toBe(true);
  expect(JSON.stringify(journal.list())).not.toContain(personId(1));
});

test('the age of a change follows the clock that never jumps, however the other one is set', () => {
  let wallMs = Date.parse(AT);
  let monoMs = 1_000;
  const clock = { nowMs: () => wallMs, monotonicMs: () => monoMs };
  const path = join(temporaryFolder(), 'journal.db');
  const journal = open(path, { clock });
  const [a] = saved(journal, draft(1));
  wallMs -= 10 * 365 * 86_400_000;
  monoMs += 90_000;
  const offer = journal.offer([a?.id as RecordId]);
  expect(offer).toMatchObject({ ok: true, value: [{ ageMs: 90_000, at: AT }] });
  journal.close();
  // After a restart only the wall clock is left; an age is never negative.
  const again = open(path, { clock });
  expect(again.offer([a?.id as RecordId])).toMatchObject({ ok: true, value: [{ ageMs: 0 }] });
  wallMs = Number.NaN;
  expect(saved(again, draft(2))[0]?.mutation.at).toBe('1970-01-01T00:00:00.000Z');
  again.close();
});

test('a removed journal leaves no file behind, not even one put aside', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'journal.db');
  const mine = open(path);
  saved(mine, draft(1));
  mine.close();
  const { journal } = openAndTell(path, { key: { keyId: 'k2', raw: new Uint8Array(32).fill(9) } });
  expect(readdirSync(folder).length).toBeGreaterThan(1);
  journal.destroy();
  expect(readdirSync(folder)).toEqual([]);
});

const NEXT = () => ({ keyId: 'k2', raw: new Uint8Array(32).fill(9) });

test('[SY17] laid under another key, all is there, and the older key opens none of it', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'journal.db');
  const journal = open(path);
  const made = saved(journal, draft(1), draft(2));
  journal.writeDraft('note:a', 'Ring after four.');
  expect(journal.rekey(NEXT())).toEqual({ ok: true, value: null });
  journal.writeDraft('note:a', 'Ring after five.');
  const third = saved(journal, draft(3));
  journal.close();
  expect(readdirSync(folder)).toEqual(['journal.db']);
  const { journal: stranger } = openAndTell(join(copyOf(path), 'journal.db'));
  expect([stranger.list(), stranger.drafts(), stranger.wasDamaged]).toEqual([[], [], true]);
  stranger.close();
  const again = open(path, { key: NEXT() });
  expect(again.list()).toEqual([...made, ...third]);
  expect(again.drafts()).toEqual([{ key: 'note:a', text: 'Ring after five.' }]);
  again.close();
});

test('[SY17] a change of keys that was cut short is finished at the next opening', () => {
  const path = join(temporaryFolder(), 'journal.db');
  const journal = open(path);
  const made = saved(journal, draft(1));
  journal.writeDraft('note:a', 'Ring after four.');
  journal.close();
  // Killed before the journal was laid under the next key, or right after: it opens either way.
  for (const _ of ['before', 'after']) {
    const { journal: opened, damaged } = openAndTell(path, { next: NEXT() });
    expect([opened.list(), damaged]).toEqual([made, null]);
    expect(opened.drafts()).toEqual([{ key: 'note:a', text: 'Ring after four.' }]);
    opened.close();
  }
  const { journal: last, damaged } = openAndTell(path, { key: NEXT() });
  expect([last.list(), damaged]).toEqual([made, null]);
  last.close();
});

function copyOf(path: string): string {
  const folder = temporaryFolder();
  copyFileSync(path, join(folder, 'journal.db'));
  return folder;
}
