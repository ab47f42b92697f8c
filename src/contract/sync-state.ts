import type { CouncilId, IsoInstant, RecordId, RecruiterId } from './brands.ts';
import type { ErrorCode } from './errors.ts';
import type { WipeReason } from './http/directives.ts';
import type { Programme } from './records/programme.ts';
import type { RecruiterRole } from './vocabulary.ts';

/**
 * What the header says about sync: the only six (features.md 4.7).
 *
 * Truth comes from the centre's acknowledgements against the journal, never from a
 * network flag. `notSent` counts what the journal holds unacknowledged.
 */
export type SyncWord =
  | { readonly is: 'all-sent'; readonly at: IsoInstant | null }
  | { readonly is: 'sending'; readonly done: number; readonly of: number }
  | { readonly is: 'not-sent'; readonly count: number; readonly oldestAt: IsoInstant }
  | { readonly is: 'offline'; readonly notSent: number; readonly oldestAt: IsoInstant | null }
  | { readonly is: 'needs-decision'; readonly count: number }
  | {
      readonly is: 'cannot-send';
      readonly why: 'sign-in-again' | 'update-needed' | 'service-refused';
      readonly notSent: number;
    };

/** What the engine is doing, for Sync and records and for the first-sync screen. */
export type SyncPhase =
  | { readonly is: 'idle' }
  | { readonly is: 'hello' }
  | { readonly is: 'first-sync'; readonly people: number; readonly of: number }
  | { readonly is: 'catching-up' }
  | { readonly is: 'pushing' }
  | { readonly is: 'waiting'; readonly untilMs: number; readonly why: ErrorCode }
  | { readonly is: 'parked'; readonly why: ErrorCode };

/**
 * How long this device has not synced, and what follows from it.
 *
 * `stale`: say so; `read-only`: start nothing new with anybody; `locked`: show nobody
 * until the centre has been heard again. `days` are whole days of 24 hours.
 */
export interface OfflineLease {
  readonly is: 'fresh' | 'stale' | 'read-only' | 'locked';
  readonly days: number;
}

/** Everything the page shows about sync, pushed by main at each change. */
export interface SyncStatus {
  readonly word: SyncWord;
  readonly phase: SyncPhase;
  readonly lastSyncAt: IsoInstant | null;
  readonly nextTryAt: IsoInstant | null;
  /** Records that did not have the agreed form, set aside since the last full sync. */
  readonly setAside: number;
  /** How far the laptop's clock is from the centre's, when over two minutes. */
  readonly clockOffByMs: number | null;
  /** What this device may still do with what it holds (decision P4). */
  readonly lease: OfflineLease;
  /** Said once in words when something was rebuilt, refused or cannot be kept. */
  readonly notices: readonly ErrorCode[];
  /** Councils this recruiter may not work for any more, until they have read it. */
  readonly accessEnded: readonly AccessEnded[];
  /** Files of work that this device cannot open now; they go with a sign-out. */
  readonly putAside: readonly PutAside[];
}

/** A file of work that was put aside: damaged, or its key was lost (decision 0020). */
export interface PutAside {
  /** Whose work it is; null where the file does not say. */
  readonly owner: RecruiterId | null;
  /** Changes that nothing else may have; where they cannot be counted, one. */
  readonly changes: number;
  /** The centre can open it for its recruiter: it is tried with every sync. */
  readonly comesBack: boolean;
}

/**
 * How far what a recruiter does is safe on this device, for whatever is said of it.
 *
 * `in-part`: some of it could not be read; `in-memory`: it ends with the app (decision S6).
 */
export type Keeping = 'saved' | 'in-part' | 'in-memory';

/** Access to a council's work has ended: told once, as a fact. */
export interface AccessEnded {
  readonly id: RecordId;
  /** Its name. */
  readonly council: string;
  readonly at: IsoInstant;
  /** Changes that could not be sent because of it. */
  readonly notSent: number;
}

/** Why this laptop is empty. */
export interface Wiped {
  readonly at: IsoInstant;
  readonly why: WipeReason;
  readonly notSent: number;
}

/** What the sync engine knows of it; the shell adds lease, ended access and what lies aside. */
export type EngineStatus = Omit<SyncStatus, 'lease' | 'accessEnded' | 'putAside'>;

/** Who is using the app, pushed by main at each change. */
export type SessionState =
  | {
      readonly is: 'signed-out';
      readonly apiUrl: string;
      readonly programmeName: string | null;
      /** Made-up people of the embedded issuer; empty in real use. */
      readonly madeUpAccounts: readonly MadeUpAccount[];
      readonly problem: ErrorCode | null;
      /** The laptop was emptied since somebody last signed in. */
      readonly wiped: Wiped | null;
    }
  | { readonly is: 'signing-in'; readonly startedAt: IsoInstant }
  | ({ readonly is: 'signed-in' } & SignedIn);

/** A made-up recruiter that the embedded issuer lets anyone be. */
export interface MadeUpAccount {
  readonly login: string;
  readonly name: string;
  readonly council: string;
  readonly role: string;
}

/** The signed-in recruiter, as last confirmed by the centre. */
export interface SignedIn {
  readonly recruiter: {
    readonly id: RecruiterId;
    readonly name: string;
    readonly email: string;
    readonly jobTitle: string;
    readonly role: RecruiterRole;
  };
  readonly councils: readonly CouncilInfo[];
  /** The council being worked for; one of `councils`. */
  readonly councilId: CouncilId;
  readonly programme: Programme;
}

/** A council, with its base point for distance. */
export interface CouncilInfo {
  readonly id: CouncilId;
  readonly name: string;
  readonly region: string;
  readonly lat: number;
  readonly lon: number;
}
