import type { CandidateId, IsoInstant, RecordId, RecruiterId, StreamId } from './brands.ts';
import type { Failure, Result } from './errors.ts';
import type { PoolManifest } from './http/streams.ts';
import type { JournalEntry } from './journal.ts';
import type { MutationDraft } from './mutations.ts';
import type { CouncilInfo } from './sync-state.ts';
import type { RecruiterRole } from './vocabulary.ts';

/** Where a stream's copy on this device stands; null = nothing held. */
export interface StreamCursor {
  readonly stream: StreamId;
  readonly epoch: string;
  readonly seq: number;
  /** While a snapshot is being paged: the head at its first page. */
  readonly snapAt?: number;
  /** What was removed before this history or below the floor may still be here: not compared yet. */
  readonly owed?: true;
  /** When it was last compared with the centre, by the wall clock. */
  readonly checkedMs?: number;
}

/** A data key as raw bytes; wiped by the receiver after import. */
export interface StreamKey {
  readonly stream: StreamId;
  readonly keyId: string;
  readonly raw: Uint8Array<ArrayBuffer>;
}

/** Who the cache is for; another recruiter's cache is never opened. */
export interface ReplicaOwner {
  readonly recruiterId: RecruiterId;
  readonly recruiterName: string;
  readonly council: CouncilInfo;
  readonly streams: readonly StreamId[];
  readonly standing: Standing;
}

/** What the recruiter may do, as the centre last said; in force before any row of it arrives. */
export interface Standing {
  readonly role: RecruiterRole;
  /** The programme is closed, whatever its own record on this device still says. */
  readonly isFrozen: boolean;
}

/** What the worker holds after opening. */
export interface ReplicaState {
  readonly cursors: readonly StreamCursor[];
  /** Buckets held for the manifest last accepted, by number. */
  readonly buckets: readonly { readonly b: number; readonly etag: string }[];
  readonly people: number;
  /** When all streams last stood at their heads; null = never, or that was lost. */
  readonly asAt: IsoInstant | null;
  /** Why the cache was started anew, if it was. */
  readonly rebuilt:
    | 'empty'
    | 'damaged'
    | 'older-version'
    | 'newer-version'
    | 'other-generation'
    | null;
  /** The disk took no cache although it should: it is in memory until the window closes. */
  readonly diskRefused: boolean;
}

/** What applying a page did. */
export interface Applied {
  readonly cursor: StreamCursor | null;
  /** Rows set aside because they do not have the agreed form. */
  readonly setAside: number;
}

/** One bucket of the pool as the centre sent it. */
export interface SentBucket {
  readonly b: number;
  readonly etag: string;
  readonly upTo: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * What main asks of the data worker: name -> input and output.
 *
 * One port, at most two requests in flight (decision S3). Bytes are transferred.
 */
export interface ReplicaCalls {
  /** `persist` false keeps everything in memory (decision S6). */
  readonly open: {
    readonly input: {
      readonly owner: ReplicaOwner;
      /** The key to seal with comes last; two of a stream while the keys change. */
      readonly keys: readonly StreamKey[];
      readonly generation: string;
      readonly persist: boolean;
      /** The journal as it is now: the first answer already shows it (I5). */
      readonly entries: readonly JournalEntry[];
    };
    readonly output: ReplicaState;
  };
  /** Announces the pool's buckets; the worker drops those that no longer fit and says what it lacks. */
  readonly manifest: {
    readonly input: PoolManifest;
    readonly output: { readonly missing: readonly number[] };
  };
  /** Deflated buckets as the centre sent them; checked, sealed, stored together and indexed. */
  readonly buckets: {
    readonly input: { readonly epoch: string; readonly buckets: readonly SentBucket[] };
    readonly output: { readonly people: number; readonly setAside: number };
  };
  /** All buckets of a manifest are here: the pool's cursor may stand at the lowest `upTo`. */
  readonly 'buckets-done': {
    readonly input: { readonly epoch: string; readonly upTo: number };
    readonly output: Applied;
  };
  /** One page of changes, as the UTF-8 JSON the centre sent. Rows and cursor in one transaction. */
  readonly page: {
    readonly input: {
      readonly bytes: Uint8Array<ArrayBuffer>;
      /**
       * The first page of a snapshot marks; the last one sweeps what it did not touch. The
       * first page of a repair goes on from a cursor that is not served any more.
       */
      readonly snapshot: 'none' | 'first' | 'more' | 'repair';
    };
    readonly output: Applied;
  };
  /** Digests what is held of a stream in `of` groups, a part at a time: `next` null = all. */
  readonly digest: {
    readonly input: { readonly stream: StreamId; readonly of: number; readonly from: number };
    readonly output: { readonly digests: readonly string[]; readonly next: number | null };
  };
  /** Every living row of one group, as a page: what differs here becomes that. */
  readonly group: {
    readonly input: {
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly of: number;
      readonly group: number;
    };
    readonly output: { readonly changed: number; readonly setAside: number };
  };
  /** A stream was compared where its cursor stands: nothing is owed. */
  readonly compared: {
    readonly input: { readonly stream: StreamId; readonly atMs: number };
    readonly output: StreamCursor | null;
  };
  /** All streams are at their heads: every view may now agree (sync.md 1a). */
  readonly 'caught-up': {
    readonly input: { readonly at: string };
    readonly output: { readonly people: number };
  };
  /** The journal as it is now; the worker lays it over the confirmed rows. */
  readonly journal: {
    readonly input: { readonly entries: readonly JournalEntry[] };
    readonly output: null;
  };
  /**
   * Lays everything under these keys, one for each stream; main then destroys the older ones.
   *
   * Of what was erased before, the disk may still have bytes: none of them opens any more.
   */
  readonly reseal: {
    readonly input: { readonly keys: readonly StreamKey[] };
    readonly output: null;
  };
  /** Removes a stream and its rows; main has destroyed the key first. */
  readonly purge: {
    readonly input: { readonly stream: StreamId };
    readonly output: null;
  };
  /** Removes people and every row about them from cache and memory; again does no harm. */
  readonly erase: {
    readonly input: { readonly people: readonly CandidateId[] };
    readonly output: null;
  };
  /** What the recruiter may do has changed; passed over while nothing is open. */
  readonly standing: { readonly input: Standing; readonly output: null };
  /** Forgets everything and deletes every database of the app; nothing need be open. */
  readonly wipe: { readonly input: Record<string, never>; readonly output: null };
  /** Forgets keys and memory, closes the databases. */
  readonly lock: { readonly input: Record<string, never>; readonly output: null };
}

/** What the data worker asks of main. */
export interface ReplicaAsks {
  /** Writes to the journal; answers only when it is on the disk: this is "Saved". */
  readonly append: {
    /** `instead`: a change that needed a decision and is let go in the same commit. */
    readonly input: { readonly drafts: readonly MutationDraft[]; readonly instead?: RecordId };
    readonly output: Result<readonly JournalEntry[]>;
  };
  /** Says that reading found damage; not answered: main opens the cache again, which mends it. */
  readonly damaged: { readonly input: Record<string, never>; readonly output: null };
}

/** A request over the port, in either direction. */
export interface PortRequest {
  readonly id: number;
  readonly call: keyof ReplicaCalls | keyof ReplicaAsks;
  readonly input: unknown;
}

/** The answer to a request over the port. */
export interface PortReply {
  readonly id: number;
  readonly result:
    | { readonly ok: true; readonly value: unknown }
    | { readonly ok: false; readonly error: Failure };
}

/** What travels over the port. */
export type PortMessage = PortRequest | PortReply;
