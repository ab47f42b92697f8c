import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CandidateId, RecordId, StreamId } from '#contract/brands.ts';
import type { MutationDraft } from '#contract/mutations.ts';
import type { Clock, Log, Random } from '#core/ports.ts';
import { type Journal, type JournalParts, openJournal } from '#main/journal/journal.ts';

export const RAW = new Uint8Array(32).fill(7);
const KENT = 'council:kent' as StreamId;
const quiet: Log = { info: () => {}, warn: () => {} };
const random: Random = {
  next: () => Math.random(),
  bytes: (length) => new Uint8Array(randomBytes(length)),
};

export function recordId(n: number): RecordId {
  return `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}` as RecordId;
}

export function personId(n: number): CandidateId {
  return recordId(n) as string as CandidateId;
}

/** A change about a person, with words that must never be on the disk in the open. */
export function draft(n: number, words = 'asked not to be rung'): MutationDraft {
  return {
    kind: 'do-not-contact.set',
    stream: KENT,
    entity: personId(n),
    base: 0,
    args: { candidateId: personId(n), reason: words },
  };
}

/** A folder of this test alone. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'swt-journal-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function partsFor(path: string | null, change: Partial<JournalParts> = {}): JournalParts {
  const clock: Clock = { nowMs: () => Date.now(), monotonicMs: () => performance.now() };
  const key = { keyId: 'k1', raw: new Uint8Array(RAW) };
  return { path, key, clock, random, log: quiet, ...change };
}

/** Opens a journal that must open. */
export function open(path: string | null, change: Partial<JournalParts> = {}): Journal {
  return openAndTell(path, change).journal;
}

export function openAndTell(path: string | null, change: Partial<JournalParts> = {}) {
  const opened = openJournal(partsFor(path, change));
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

/** Saves and gives the entries, which must have been saved. */
export function saved(journal: Journal, ...drafts: readonly MutationDraft[]) {
  const result = journal.append(drafts);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
