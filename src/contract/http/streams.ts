import { type Static, Type } from 'typebox';
import { StreamId } from '../brands.ts';
import { RECORD_KIND_NAMES, type RecordKind } from '../records/kinds.ts';

/**
 * One row of a stream at its newest sequence.
 *
 * `u` = here it is, `d` = removed, `e` = erased: the person asked, and every trace of it
 * goes (law first, decision Y5). `doc` is checked by the schema of its kind on the
 * laptop, row by row, so that one bad row never stops the others.
 */
export const StreamItem = Type.Object({
  seq: Type.Integer({ minimum: 1 }),
  kind: Type.Unsafe<RecordKind>(Type.Enum([...RECORD_KIND_NAMES])),
  id: Type.String(),
  op: Type.Enum(['u', 'd', 'e']),
  doc: Type.Optional(Type.Unknown()),
});
export type StreamItem = Static<typeof StreamItem>;

/** `GET /v1/sync/streams/:stream/changes` query. */
export const ChangesQuery = Type.Object({
  epoch: Type.String(),
  after: Type.Integer({ minimum: 0 }),
  /** The head at the first page of a snapshot (sync.md 3.1). */
  snapAt: Type.Optional(Type.Integer({ minimum: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 2000 })),
  /** From protocol 2: reads on below the floor; what was removed there is found by digests. */
  mode: Type.Optional(Type.Literal('repair')),
});
export type ChangesQuery = Static<typeof ChangesQuery>;

/** One page of changes: applies only to a cursor that stands at `after` in `epoch`. */
export const ChangesPage = Type.Object({
  stream: StreamId,
  epoch: Type.String(),
  after: Type.Integer(),
  /** The cursor after this page; may exceed the last item, for rows that moved on. */
  to: Type.Integer(),
  head: Type.Integer(),
  more: Type.Boolean(),
  grantsRev: Type.Integer(),
  items: Type.Array(StreamItem),
});
export type ChangesPage = Static<typeof ChangesPage>;

/** `GET /v1/sync/streams/:stream/digest` query; from protocol 2. */
export const DigestQuery = Type.Object({
  epoch: Type.String(),
  /** Where the caller stands; the answer is of this sequence or later. */
  at: Type.Integer({ minimum: 0 }),
});
export type DigestQuery = Static<typeof DigestQuery>;

/** What the rows of a stream come to, group by group (`core/codec/digest`). */
export const StreamDigest = Type.Object({
  stream: StreamId,
  epoch: Type.String(),
  /** The sequence this was taken at. */
  seq: Type.Integer({ minimum: 0 }),
  /** How many groups: a power of two. */
  of: Type.Integer({ minimum: 1, maximum: 65_536 }),
  digests: Type.Array(Type.String({ pattern: '^[0-9a-f]{16}$' })),
  /** When each group last changed: one that changed later than the caller cannot be compared. */
  upTo: Type.Array(Type.Integer({ minimum: 0 })),
});
export type StreamDigest = Static<typeof StreamDigest>;

/**
 * `GET /v1/sync/streams/:stream/groups/:group` query; the answer is a `ChangesPage` from 0
 * to the sequence it was taken at, with every living row of the group. From protocol 2.
 */
export const GroupQuery = Type.Object({
  epoch: Type.String(),
  at: Type.Integer({ minimum: 0 }),
  of: Type.Integer({ minimum: 1, maximum: 65_536 }),
});
export type GroupQuery = Static<typeof GroupQuery>;

/** `GET /v1/sync/heads`: a hint, never data. */
export const Heads = Type.Object({
  grantsRev: Type.Integer(),
  heads: Type.Record(Type.String(), Type.Object({ epoch: Type.String(), seq: Type.Integer() })),
});
export type Heads = Static<typeof Heads>;

/** `GET /v1/sync/pool/manifest`: what makes up the pool right now. */
export const PoolManifest = Type.Object({
  epoch: Type.String(),
  /** Version of the bucket codec. */
  schema: Type.Integer(),
  /** Power of two; the bucket of a person is `bucketOf(id, bucketCount)`. */
  bucketCount: Type.Integer(),
  buckets: Type.Array(
    Type.Object({
      b: Type.Integer(),
      etag: Type.String(),
      people: Type.Integer(),
      bytes: Type.Integer(),
      /** Every change up to this sequence is in the bucket. */
      upTo: Type.Integer(),
    }),
  ),
});
export type PoolManifest = Static<typeof PoolManifest>;
