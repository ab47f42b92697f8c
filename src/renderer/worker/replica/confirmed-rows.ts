import type { StreamId } from '#contract/brands.ts';
import type { RecordKind, RecordOf } from '#contract/records/kinds.ts';
import type { Held, Rows } from '#core/domain/verdict.ts';
import type { WorkRow } from '../cache/cache.ts';

/** The confirmed rows beside the pool, in memory: few enough, and every screen reads them. */
export interface ConfirmedRows extends Rows {
  put(row: WorkRow): void;
  remove(row: Pick<WorkRow, 'stream' | 'kind' | 'id'>): void;
  row(stream: StreamId, kind: RecordKind, id: string): WorkRow | undefined;
  /** The rows of a kind that the screens show. */
  ofKind<Kind extends RecordKind>(kind: Kind): readonly Held<Kind>[];
  /** Every row held, or those of one stream. */
  all(stream?: StreamId): readonly WorkRow[];
}

/**
 * Makes an empty set of rows.
 *
 * `shown` names the streams that screens see, the one that wins first: a story lies in
 * its council's stream and, once published, in the programme's.
 */
export function createConfirmedRows(shown: readonly StreamId[]): ConfirmedRows {
  const streams = new Map<StreamId, Map<string, WorkRow>>();
  const keyOf = (kind: RecordKind, id: string) => `${kind} ${id}`;
  const held = ({ seq, doc }: WorkRow) => ({ seq, record: doc as never });

  return {
    get<Kind extends RecordKind>(kind: Kind, id: string): Held<Kind> | null {
      for (const stream of shown) {
        const row = streams.get(stream)?.get(keyOf(kind, id));
        if (row) return held(row);
      }
      return null;
    },
    put(row) {
      const rows = streams.get(row.stream) ?? new Map<string, WorkRow>();
      streams.set(row.stream, rows.set(keyOf(row.kind, row.id), row));
    },
    remove({ stream, kind, id }) {
      streams.get(stream)?.delete(keyOf(kind, id));
    },
    row: (stream, kind, id) => streams.get(stream)?.get(keyOf(kind, id)),
    ofKind<Kind extends RecordKind>(kind: Kind): readonly Held<Kind>[] {
      const found = new Map<string, Held<Kind>>();
      for (const stream of shown) {
        for (const row of streams.get(stream)?.values() ?? []) {
          if (row.kind !== kind || found.has(row.id)) continue;
          found.set(row.id, { seq: row.seq, record: row.doc as RecordOf[Kind] });
        }
      }
      return [...found.values()];
    },
    all: (stream) =>
      [...streams]
        .filter(([name]) => stream === undefined || name === stream)
        .flatMap(([, rows]) => [...rows.values()]),
  };
}
