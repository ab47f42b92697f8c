import type { RecordId, StreamId } from '#contract/brands.ts';
import type { JournalEntry } from '#contract/journal.ts';
import { inOrder } from './journal-rules.ts';

/** One push, as a plan. */
export interface Batch {
  readonly ids: readonly RecordId[];
  /** Order numbers nothing here fills any more: they go out as `noop`. */
  readonly holes: readonly number[];
  readonly holeStream: StreamId;
  readonly first: { readonly n: number; readonly isHole: boolean };
  readonly count: number;
}

/** Counts the bytes a text has in UTF-8. */
function sizeBytes(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/**
 * Plans the next push: waiting entries in device order, holes filled (SY21).
 *
 * `expected` is the order number the centre takes next, null when not known. A single
 * entry larger than `bytesLimit` goes alone. Null when nothing waits.
 */
export function planBatch(
  entries: readonly JournalEntry[],
  expected: number | null,
  limit: { readonly count: number; readonly bytes: number },
): Batch | null {
  const waiting = inOrder(entries.filter(({ state }) => state.is === 'waiting'));
  const oldest = waiting[0];
  if (oldest === undefined) return null;
  const ids: RecordId[] = [];
  const holes: number[] = [];
  let next = expected ?? oldest.n;
  let bytes = 0;
  const count = () => ids.length + holes.length;
  for (const entry of waiting) {
    while (next < entry.n && count() < limit.count) holes.push(next++);
    if (next < entry.n || count() >= limit.count) break;
    bytes += sizeBytes(JSON.stringify(entry.mutation)) + 1;
    if (bytes > limit.bytes && count() > 0) break;
    ids.push(entry.id);
    next = Math.max(next, entry.n + 1);
  }
  const firstHole = holes[0];
  const isHole = firstHole !== undefined && firstHole < oldest.n;
  return {
    ids,
    holes,
    holeStream: oldest.mutation.stream,
    first: { n: isHole ? firstHole : oldest.n, isHole },
    count: count(),
  };
}
