import { readFile, writeFile } from 'node:fs/promises';
import type { CandidateId } from '#contract/brands.ts';
import { fail, ok, type Result } from '#contract/errors.ts';
import type { RecoveryKey, SealedSecret } from '#contract/http/recovery.ts';
import type { OpenedWork, SavedWork } from '#contract/ipc.ts';
import type { Clock, Log, Random } from '#core/ports.ts';
import { isOnlyHere } from '#core/sync/journal-rules.ts';
import { instant } from '#core/sync/state.ts';
import type { Journal } from '../journal/journal.ts';
import { journalSeal, readJournalAside, saveFailure } from '../journal/journal-file.ts';
import { removeFiles } from '../journal/journal-place.ts';
import type { DataKey } from '../keys/keyring.ts';
import type { HttpApi } from '../sync/http-api.ts';
import {
  BUNDLE_ENDING,
  isOfNewerApp,
  openBundle,
  packBundle,
  readBundle,
  type UnsentWork,
} from './bundle.ts';
import { lockedJournals, type RescueFile, readRescueFile, writeRescueFile } from './rescue-file.ts';
import { sealSecret } from './seal-secret.ts';

/** Work that would otherwise be lost with this laptop, or with its key store (O15). */
export interface Recovery {
  /**
   * The centre gave this recruiter's recovery key: from now on a lost key store loses
   * nothing. Brings back, too, what an earlier loss had locked away.
   */
  prepare(to: RecoveryKey | undefined): Promise<void>;
  /** The journal lies under another key: what was prepared is prepared again. */
  renew(): Promise<void>;
  /** Asks where, then writes what is not sent, sealed; null when they changed their mind. */
  saveFile(): Promise<Result<SavedWork | null>>;
  /** Asks which, then adds its work to this journal; null when they changed their mind. */
  openFile(): Promise<Result<OpenedWork | null>>;
}

/** What recovery is made of. */
export interface RecoveryParts {
  /** Null: the journal is in memory, so there is nothing to rescue (decision S6). */
  readonly journalPath: string | null;
  readonly journalKey: () => Promise<DataKey>;
  readonly journal: () => Pick<Journal, 'list' | 'drafts' | 'restore' | 'owner'>;
  readonly api: () => Pick<HttpApi, 'openSecret' | 'withdrawn'>;
  /** Everything that had been put aside is back. */
  readonly rescued: () => void;
  readonly askWhere: (suggested: string) => Promise<string | null>;
  readonly askWhich: (ending: string) => Promise<string | null>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

const SECRET_BYTES = 32;
const NO_KEY = fail(
  'RULE_REFUSED',
  'This device has not been given a recovery key yet. Sync once, then try again.',
);
const NOT_A_FILE = fail('RULE_REFUSED', 'This is not a recovery file, or it is damaged.');
const NEWER = fail(
  'RULE_REFUSED',
  'This recovery file was made by a newer version of this app. Update the app first, then open it.',
);
const NOT_YOURS = fail(
  'RULE_REFUSED',
  'This recovery file was saved by another recruiter. Only they can open it.',
);

/** Builds recovery; nothing happens before it is called. */
export function buildRecovery(parts: RecoveryParts): Recovery {
  const { journalPath, clock, random, log } = parts;
  let held: RecoveryKey | null =
    journalPath === null ? null : (readRescueFile(journalPath)?.to ?? null);

  async function secretOf(sealed: SealedSecret): Promise<Result<Uint8Array>> {
    const opened = await parts.api().openSecret(sealed);
    if (opened.ok) return ok(new Uint8Array(Buffer.from(opened.value.secret, 'base64url')));
    if (opened.error.code === 'AUTH_NOT_ALLOWED') return NOT_YOURS;
    return opened.error.code === 'SYNC_REFUSED' ? NOT_A_FILE : opened;
  }

  /** Nobody who has asked to be removed comes back from a file. */
  async function addAllowed(work: UnsentWork): Promise<Result<OpenedWork>> {
    const named = new Set(
      JSON.stringify(work).match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g),
    );
    const gone = await parts.api().withdrawn([...named] as CandidateId[]);
    if (!gone.ok) return gone;
    const names = (value: unknown) =>
      gone.value.withdrawn.some((id) => JSON.stringify(value).includes(id));
    const entries = work.entries.filter((entry) => !names(entry.mutation));
    const drafts = work.drafts.filter((draft) => !names(draft));
    const done = parts.journal().restore({ entries, drafts });
    if (!done.ok) return done;
    return ok({ ...done.value, withdrawn: work.entries.length - entries.length });
  }

  async function rescue(path: string): Promise<void> {
    const { keyId } = await parts.journalKey();
    const locked = lockedJournals(path, keyId);
    let isWhole = locked.length > 0;
    for (const { path: aside, rescue: file } of locked) {
      const found = await readLocked(aside, file);
      const done = found === null ? null : await addAllowed(found);
      log.info('recovery.rescued', { count: done?.ok ? done.value.restored : 0 });
      // What could not all be read stays, for somebody with more patience than a program.
      if (done?.ok && found?.isDamaged === false) removeFiles(aside);
      else isWhole = false;
    }
    if (isWhole) parts.rescued();
  }

  /** Null when the centre does not open its key now, or it is someone else's work. */
  async function readLocked(aside: string, file: RescueFile) {
    const secret = await secretOf(file.journalKey);
    if (!secret.ok) return null;
    const seal = journalSeal({ keyId: file.journalKeyId, raw: secret.value.slice() }, random);
    const found = readJournalAside(aside, seal);
    return found.meta.owner === parts.journal().owner() ? found : null;
  }

  async function prepare(to: RecoveryKey | undefined): Promise<void> {
    if (to === undefined) return;
    held = to;
    if (journalPath === null) return;
    try {
      const key = await parts.journalKey();
      const now = readRescueFile(journalPath);
      if (now?.journalKeyId !== key.keyId || now.to.keyId !== to.keyId) {
        const journalKey = sealSecret(to, key.raw);
        writeRescueFile(journalPath, { version: 1, to, journalKeyId: key.keyId, journalKey });
      }
      await rescue(journalPath);
    } catch {
      // Tried again with the next session; nothing that is kept is touched before it is safe.
      log.warn('recovery.not-prepared');
    }
  }

  return {
    prepare,
    renew: () => prepare(held ?? undefined),
    async saveFile() {
      const journal = parts.journal();
      const recruiter = journal.owner();
      if (held === null || recruiter === null) return NO_KEY;
      const savedAt = instant(clock.nowMs());
      const path = await parts.askWhere(nameFor(savedAt));
      if (path === null) return ok(null);
      // Read after the question: what was saved meanwhile is in the file too.
      const work = unsentOf(journal);
      const secret = random.bytes(SECRET_BYTES);
      const head = {
        format: 'swt-work',
        version: 1,
        recruiter: recruiter,
        savedAt,
        changes: work.entries.length,
        key: sealSecret(held, secret),
      } as const;
      try {
        await writeFile(path, packBundle(head, work, { secret, random }), { flush: true });
      } catch (fault) {
        const isFull = (fault as NodeJS.ErrnoException).code === 'ENOSPC';
        return saveFailure({ errcode: isFull ? 13 : 1 });
      }
      log.info('recovery.saved', { count: work.entries.length });
      return ok({ path, changes: work.entries.length });
    },
    async openFile() {
      const path = await parts.askWhich(BUNDLE_ENDING);
      if (path === null) return ok(null);
      const text = await readFile(path, 'utf8').catch(() => null);
      const file = text === null ? null : readBundle(text);
      if (file === null) return text !== null && isOfNewerApp(text) ? NEWER : NOT_A_FILE;
      if (file.head.recruiter !== parts.journal().owner()) return NOT_YOURS;
      const secret = await secretOf(file.head.key);
      if (!secret.ok) return secret;
      const work = openBundle(file, { secret: secret.value, random });
      return work === null ? NOT_A_FILE : addAllowed(work);
    },
  };
}

function unsentOf(journal: Pick<Journal, 'list' | 'drafts'>): UnsentWork {
  return { entries: journal.list().filter(isOnlyHere), drafts: journal.drafts() };
}

const nameFor = (savedAt: string) => `Not sent yet ${savedAt.slice(0, 10)}.${BUNDLE_ENDING}`;
