import type { RecruiterId } from '#contract/brands.ts';
import { type ErrorCode, fail, ok, type Result } from '#contract/errors.ts';
import type { MutationDraft } from '#contract/mutations.ts';
import type { EngineStatus, OfflineLease, PutAside, SyncStatus } from '#contract/sync-state.ts';
import { startsSomething } from '#core/domain/decide.ts';
import type { Clock, Log, Random, Timer } from '#core/ports.ts';
import { MOST_RECEIPTS } from '#core/sync/ask.ts';
import { type EngineSignal, startSyncEngine } from '#core/sync/engine.ts';
import { isOnlyHere } from '#core/sync/journal-rules.ts';
import type { Listener, ReplicaStore, Vault } from '#core/sync/ports.ts';
import { CannotStart } from './cannot-start.ts';
import { type Directives, type DirectivesParts, openDirectives } from './directives/directives.ts';
import { emptyLaptop, finishCaches, finishEmptying } from './directives/empty-laptop.ts';
import { finishOrders } from './directives/finish-orders.ts';
import type { JournalDesk } from './ipc/journal.ts';
import type { SyncDesk } from './ipc/sync.ts';
import { type Journal, openJournal } from './journal/journal.ts';
import { saveFailure } from './journal/journal-file.ts';
import { removeJournal } from './journal/journal-place.ts';
import { type Keyring, streamsOf } from './keys/keyring.ts';
import type { VaultOrders } from './keys/vault.ts';
import { type LeaseParts, type LeaseWatch, watchLease } from './lease-watch.ts';
import { findPutAside, removePutAside } from './recovery/put-aside.ts';
import { countLost, type HeldWork } from './session/held-work.ts';
import { createNudges } from './sync/events.ts';
import { createHttpApi, type HttpApi, type HttpParts } from './sync/http-api.ts';
import { createPortReplica, type PortReplica } from './sync/port-replica.ts';

/** One recruiter's work on this device: journal, engine, the way to centre and cache. */
export interface Work extends JournalDesk, SyncDesk {
  readonly api: Pick<HttpApi, 'session'>;
  readonly replica: Pick<PortReplica, 'attach'>;
  signal(is: EngineSignal): void;
  /** Changes that the centre does not have. */
  countNotSent(): number;
  /** What would go with this device: not sent, not decided, or in a file put aside. */
  held(): HeldWork;
  /** Looks again which files of work lie aside, after some may have been brought back. */
  lookAside(): Promise<void>;
  /** Whose work is on this device; null when nobody's. */
  owner(): RecruiterId | null;
  /** From now on what is saved is this recruiter's; nothing is saved for nobody. */
  claim(recruiter: RecruiterId): Result<null>;
  /**
   * Removes keys, journal and cached records, then begins anew for the next recruiter.
   *
   * `forget` is called when keys and journal are gone, before the records are.
   */
  wipe(forget: () => void): Promise<void>;
  readonly directives: Directives;
  /** Sends receipts by a token that nobody keeps any more; what fails goes at the next sign-in. */
  tellReceipts(accessToken: string): Promise<void>;
  /** What recovery works on: the journal and the centre as they are now. */
  readonly current: {
    readonly journal: () => Journal;
    readonly api: () => HttpApi;
  };
  /** Lets everything go; what was saved is on the disk already. */
  close(): void;
}

/** What the work is made of. */
export interface WorkParts {
  /** Null keeps the journal in memory (decision S6). */
  readonly journalPath: string | null;
  readonly keyring: Keyring;
  /** Says how the cache is opened; told what directives allow. */
  readonly vault: (orders: VaultOrders) => Vault;
  readonly directives: Pick<DirectivesParts, 'file' | 'pinned'>;
  /** Forgets whose laptop this was; for a wipe that a kill cut short. */
  readonly forgetPerson: () => void;
  /** The centre wants this laptop emptied. */
  readonly wipeOrdered: () => void;
  readonly http: Omit<HttpParts, 'device'>;
  readonly session: Listener['session'];
  /** The policy last confirmed; null while nobody is signed in. */
  readonly policy: LeaseParts['policy'];
  /** Said with every status: what this device can or could not keep. */
  readonly notices: readonly ErrorCode[];
  readonly statusChanged: (status: SyncStatus) => void;
  readonly journalChanged: (entries: ReturnType<JournalDesk['list']>) => void;
  /** The journal lies under another key than before. */
  readonly journalRekeyed: () => void;
  /** Every stream is at its head for the first time in this run. */
  readonly firstSyncFinished: (people: number) => void;
  readonly clock: Clock;
  readonly random: Random;
  readonly timer: Timer;
  readonly log: Log;
}

const LOCKED = fail('STORE_LOCKED', 'This laptop has not synced for too long.');
const ENDED = fail('RULE_REFUSED', 'Your access has ended, so this was not saved.');
const NOBODY = fail('AUTH_SIGN_IN_AGAIN', 'Nobody is signed in, so this was not saved.');

/** Opens the work; throws `CannotStart` when the journal cannot be opened. */
export async function openWork(parts: WorkParts): Promise<Work> {
  const { keyring, clock, random, timer, log } = parts;
  let isReplicaUp = false;
  const replica = createPortReplica({
    append(drafts, instead) {
      if (now.journal.owner() === null) return NOBODY;
      const dead = directives.purging();
      if (drafts.some(({ stream }) => dead.includes(stream))) return ENDED;
      return whyNot(drafts, lease?.read()) ?? now.journal.append(drafts, instead);
    },
    changed(is) {
      isReplicaUp = is === 'replica-up';
      if (isReplicaUp) void finishCaches({ directives, keyring }, replica);
      now.engine.signal(is);
    },
    log,
  });
  let journal: Journal | null = null;
  let putAside: readonly PutAside[] = [];
  const { journalPath } = parts;
  const lookAside = async () => {
    if (journalPath !== null)
      putAside = findPutAside(journalPath, await keyring.key('journal'), random);
  };
  /** Fails where the disk does: an order is not carried out before they are gone. */
  const clearAside = async (but?: { readonly lockedFor: string }): Promise<Result<null>> => {
    try {
      if (journalPath !== null) removePutAside(journalPath, but);
      await lookAside();
      return ok(null);
    } catch (fault) {
      return saveFailure(fault);
    }
  };
  const unsent = () => journal?.list().filter(isOnlyHere) ?? [];
  const directives = openDirectives({
    ...{ ...parts.directives, clock, log },
    device: () => journal?.device() ?? '',
    holds: (stream) => keyring.names().includes(stream),
    countNotSent: (stream) =>
      countLost({
        notSent: unsent().filter(({ mutation }) => stream === null || mutation.stream === stream)
          .length,
        // Nobody can read which councils these are about, and they go all the same.
        putAside,
      }),
    changed: () => journal && now && parts.statusChanged(withNotices(now.engine.readStatus())),
  });
  const innerVault = parts.vault(directives);
  const store = tellFirstSync(replica, parts.firstSyncFinished);
  const withNotices = (status: EngineStatus): SyncStatus => ({
    ...status,
    lease: lease?.read() ?? { is: 'fresh', days: 0 },
    accessEnded: directives.accessEnded(),
    putAside,
    notices: [...parts.notices, ...status.notices].filter(
      (code) => code !== 'SAVE_JOURNAL_DAMAGED' || journal?.wasDamaged,
    ),
  });

  /** The journal goes before the older keys do: whatever a kill leaves, one of the two opens it. */
  async function endRotation(journal: Journal): Promise<Result<null>> {
    const [, next] = await keyring.journalKeys();
    const moved = next ? journal.rekey(next) : ok(null);
    if (!moved.ok) return moved;
    // What this device could still open aside would tell of whom the change of keys is about.
    const { keyId } = await keyring.key('journal');
    const cleared = await clearAside({ lockedFor: keyId });
    if (!cleared.ok) return cleared;
    const ended = await innerVault.endRotation();
    if (ended.ok) parts.journalRekeyed();
    return ended;
  }

  const begin = async () => {
    const [key, next] = await keyring.journalKeys();
    const opened = openJournal({
      path: journalPath,
      ...{ key: key ?? (await keyring.key('journal')), next },
      clock,
      random,
      log,
    });
    if (!opened.ok) throw new CannotStart(opened.error.message);
    const mine = opened.value.journal;
    journal = mine;
    finishOrders(directives, { keyring, journal: mine, log });
    await lookAside();
    mine.subscribe(parts.journalChanged);
    const { device, formerly } = mine;
    const { obeyed, since } = directives;
    const holds = () => streamsOf(keyring);
    const api = createHttpApi({ ...parts.http, device, formerly, obeyed, since, holds });
    const nudges = createNudges({ open: api.events, timer, random });
    const listener: Listener = {
      status: (status) => parts.statusChanged(withNotices(status)),
      async session(session) {
        await parts.session(session);
        lease?.noteHeard();
      },
      wipe: parts.wipeOrdered,
    };
    const vault: Vault = {
      ...innerVault,
      opening: async (streams) =>
        lease?.read().is === 'locked' ? LOCKED : innerVault.opening(streams),
      endRotation: () => endRotation(mine),
      async destroyKey(stream) {
        const gone = await innerVault.destroyKey(stream);
        // Key first; what lies aside may be of that council, and only its end is known.
        return gone.ok ? clearAside() : gone;
      },
    };
    const engine = startSyncEngine({
      ...{ api, nudges, replica: store, vault, journal: mine, orders: directives },
      ...{ clock, random, timer, log, listener },
    });
    return { journal: mine, api, engine };
  };
  let lease: LeaseWatch | null = null;
  const destroyJournal = () => {
    if (journalPath !== null) removeJournal(journalPath);
  };
  finishEmptying({ directives, keyring, destroyJournal, forgetPerson: parts.forgetPerson });
  let now = await begin();
  lease = watchLease({
    lastSyncAt: () => now.journal.lastSyncAt(),
    policy: parts.policy,
    changed({ is }) {
      parts.statusChanged(withNotices(now.engine.readStatus()));
      if (is !== 'locked' || !isReplicaUp) return;
      // Shown no longer; opened again by the first session (the vault refuses until then).
      void replica.call('lock', {}).then(() => now.engine.signal('replica-up'));
    },
    clock,
    timer,
  });

  return {
    api: { session: () => now.api.session() },
    replica,
    current: { journal: () => now.journal, api: () => now.api },
    signal(is) {
      now.engine.signal(is);
      if (is === 'resume') lease?.look();
    },
    status: () => withNotices(now.engine.readStatus()),
    syncNow: () => now.engine.signal('sync-now'),
    noteRead: (id) => directives.noteRead(id),
    list: () => now.journal.list(),
    discard: (id, unlessOffered) => now.journal.discard(id, unlessOffered),
    letGo: (id) => now.journal.letGo(id),
    putBack: (id) => now.journal.putBack(id),
    readDraft: (key) => now.journal.readDraft(key),
    // A page that is on its way out still keeps its draft: not for whoever comes next.
    writeDraft: (key, text) =>
      now.journal.owner() === null ? NOBODY : now.journal.writeDraft(key, text),
    owner: () => now.journal.owner(),
    claim(recruiter) {
      // A journal of nobody's holds nothing that an order of before could be about.
      if (now.journal.owner() === null) directives.noteFresh();
      return now.journal.claim(recruiter);
    },
    countNotSent: () => unsent().length,
    held: () => ({
      notSent: unsent().length,
      undecided: now.journal.list().filter(({ state }) => state.is === 'told').length,
      putAside,
    }),
    async lookAside() {
      await lookAside();
      parts.statusChanged(withNotices(now.engine.readStatus()));
    },
    directives,
    async tellReceipts(accessToken) {
      const tokens = { accessToken: async () => ok(accessToken), refuse: () => {} };
      for (const [device, sent] of Map.groupBy(directives.receipts(), (each) => each.device)) {
        const api = createHttpApi({ ...parts.http, tokens, device: () => device });
        const batch = sent.slice(0, MOST_RECEIPTS).map(({ receipt }) => receipt);
        const taken = await api.receipts(device, batch);
        if (taken.ok) directives.acknowledged(taken.value);
      }
    },
    noteDamageRead() {
      const noted = now.journal.noteDamageRead();
      if (noted.ok) parts.statusChanged(withNotices(now.engine.readStatus()));
      return noted;
    },
    async wipe(forget) {
      now.engine.stop();
      now.api.close();
      const destroyJournal = () => now.journal.destroy();
      await emptyLaptop({ directives, keyring, destroyJournal, forgetPerson: forget }, replica);
      now = await begin();
      if (isReplicaUp) now.engine.signal('replica-up');
      parts.journalChanged(now.journal.list());
    },
    close() {
      lease?.stop();
      now.engine.stop();
      now.api.close();
      now.journal.close();
    },
  };
}

/** Why this may not be saved by a device that has not synced for so long; null = it may. */
function whyNot(drafts: readonly MutationDraft[], lease: OfflineLease | undefined) {
  const isOld = lease?.is === 'read-only' || lease?.is === 'locked';
  if (!isOld || !drafts.some(startsSomething)) return null;
  const days = `${lease.days} ${lease.days === 1 ? 'day' : 'days'}`;
  return fail(
    'RULE_REFUSED',
    `This laptop has not synced for ${days}. Sync first, then save this.`,
  );
}

/** Watches the answers of the cache for the first one that says "all streams are here". */
function tellFirstSync(replica: ReplicaStore, tell: (people: number) => void): ReplicaStore {
  let isTold = false;
  return {
    async call(name, input) {
      const result = await replica.call(name, input);
      if (name === 'caught-up' && result.ok && !isTold) {
        isTold = true;
        tell((result.value as { readonly people: number }).people);
      }
      return result;
    },
  };
}
