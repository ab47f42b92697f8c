import type { CandidateId, IsoInstant, StreamId } from '#contract/brands.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import type { RecordKind, RecordOf } from '#contract/records/kinds.ts';
import { CACHE_SCHEMA } from './steps.ts';

/** One bucket of people as it lies on the disk: deflated, then sealed. */
export interface BucketRow {
  readonly b: number;
  readonly people: number;
  readonly upTo: number;
  readonly epoch: string;
  readonly etag: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
  /** Opens `sealed` and nothing else, as hex digits: drawn anew each time the bucket is written. */
  readonly key: string;
}

/** A person newer than their bucket. `doc` is sealed at rest. */
export interface DeltaRow {
  readonly id: CandidateId;
  readonly seq: number;
  readonly epoch: string;
  readonly doc: Candidate;
}

/** A confirmed row of a stream other than the pool. `doc` is sealed at rest. */
export interface WorkRow {
  readonly stream: StreamId;
  readonly kind: RecordKind;
  readonly id: string;
  readonly seq: number;
  readonly epoch: string;
  /** The snapshot that last saw it; an older one is swept when the snapshot ends. */
  readonly gen: number;
  readonly doc: RecordOf[RecordKind];
}

/** Where a stream's copy stands. */
export interface CursorRow {
  readonly stream: StreamId;
  readonly epoch: string;
  readonly seq: number;
  readonly gen: number;
  readonly snapAt: number | null;
  /** Not compared with the centre since a repair: removals may be missing. */
  readonly owed?: boolean;
  /** When it was last compared, by the wall clock. */
  readonly checkedMs?: number;
  /** Earlier histories whose buckets were found to hold what this one holds. */
  readonly sameAs?: readonly string[];
}

/** A record that does not have the agreed form: where it was, never what it said. */
export interface AsideRow {
  readonly key: string;
  /** The stream, or the bucket of the pool, whose next good copy clears it. */
  readonly group: string;
}

/** A person who withdrew: that they did, and nothing of them. */
export interface GoneRow {
  readonly id: CandidateId;
  /** When they went, in which history of the pool: an older bucket does not bring them back. */
  readonly seq?: number;
  readonly epoch?: string;
}

/**
 * Where the image of the index lies and what opens it; sealed at rest.
 *
 * It is there only while the image is of the pool as it is: the first change of the pool
 * takes it away, in the same write.
 */
export interface ImageRow {
  readonly key: 'image';
  readonly doc: { readonly name: string; readonly key: string };
}

/** What the whole cache is and how much must be in it. */
export interface MetaRow {
  readonly key: 'meta';
  readonly schemaVersion: number;
  /** Given by main; another one means that this copy is not the one main knows. */
  readonly generation: string;
  readonly bucketCount: number;
  /** When all streams last stood at their heads; null = never. */
  readonly asAt: IsoInstant | null;
  /** Rows per table after the last write: fewer means that some were lost. */
  readonly counts: Readonly<Partial<Record<TableName, number>>>;
}

export interface Tables {
  readonly bucket: { readonly row: BucketRow; readonly key: number };
  readonly poolDelta: { readonly row: DeltaRow; readonly key: string };
  readonly row: { readonly row: WorkRow; readonly key: readonly [string, string, string] };
  readonly cursor: { readonly row: CursorRow; readonly key: string };
  readonly aside: { readonly row: AsideRow; readonly key: string };
  readonly gone: { readonly row: GoneRow; readonly key: string };
  readonly image: { readonly row: ImageRow; readonly key: 'image' };
  readonly meta: { readonly row: MetaRow; readonly key: 'meta' };
}

export type TableName = keyof Tables;

/** One change of the cache. */
export type Op = {
  readonly [Name in TableName]:
    | { readonly table: Name; readonly put: Tables[Name]['row'] }
    | { readonly table: Name; readonly remove: Tables[Name]['key'] };
}[TableName];

/**
 * The cache of what the centre has confirmed, on disk or in memory.
 *
 * It may vanish at any time and costs a resync, never anyone's work (decision S2).
 */
export interface Cache {
  get<Name extends TableName>(
    table: Name,
    key: Tables[Name]['key'],
  ): Promise<Tables[Name]['row'] | undefined>;
  getMany<Name extends TableName>(
    table: Name,
    keys: readonly Tables[Name]['key'][],
  ): Promise<readonly Tables[Name]['row'][]>;
  all<Name extends TableName>(table: Name): Promise<readonly Tables[Name]['row'][]>;
  keys<Name extends TableName>(table: Name): Promise<readonly Tables[Name]['key'][]>;
  /** The keys that a damaged table still gives out; never rejects. */
  keysLeft<Name extends TableName>(table: Name): Promise<readonly Tables[Name]['key'][]>;
  /** All or nothing; of two changes of one row the later wins. */
  write(ops: readonly Op[]): Promise<void>;
  /**
   * Lays everything sealed under the newest keys; what is cut short is done again.
   *
   * Of buckets only their keys are written again: 20 MB stay as they are, and what the disk
   * still has of before opens with no key once the older ones are destroyed.
   */
  reseal(): Promise<void>;
  close(): void;
}

/** Rows went without being removed: the disk lost them while the cache was open. */
export class RowsLost extends Error {
  override readonly name = 'RowsLost';
}

/** Values over this size lie in files that a full disk can turn into a lost database. */
export const MAX_VALUE_BYTES = 32 * 1024;

export const KEY_OF: {
  readonly [Name in TableName]: (row: Tables[Name]['row']) => Tables[Name]['key'];
} = {
  bucket: (row) => row.b,
  poolDelta: (row) => row.id,
  row: (row) => [row.stream, row.kind, row.id],
  cursor: (row) => row.stream,
  aside: (row) => row.key,
  gone: (row) => row.id,
  image: (row) => row.key,
  meta: (row) => row.key,
};

/** What a cache knows of itself before anything has been written. */
export function emptyMeta(generation: string): MetaRow {
  return {
    key: 'meta',
    schemaVersion: CACHE_SCHEMA,
    generation,
    bucketCount: 0,
    asAt: null,
    counts: {},
  };
}

export const TABLE_NAMES = Object.keys(KEY_OF) as readonly TableName[];
