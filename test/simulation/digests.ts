import { POOL } from '#contract/brands.ts';
import {
  createGroupSums,
  digestRow,
  groupCountFor,
  groupOf,
  type Halves,
} from '#core/codec/digest.ts';
import type { Centre } from './centre.ts';
import type { Item, Stream } from './feed.ts';

/** What each record comes to: records never change. */
const known = new WeakMap<Item, Halves>();

function digestOfItem(stream: Stream, item: Item): Halves {
  const digest = known.get(item) ?? digestRow(stream.name, item);
  known.set(item, digest);
  return digest;
}

/** What the rows of a stream come to; the pool is cut finer here, so that groups are many. */
export function digestOf({ bucketCount }: Centre, stream: Stream) {
  const { name, epoch, head: seq, items } = stream;
  const of = name === POOL ? 2 * bucketCount : groupCountFor(name, items.size);
  const sums = createGroupSums(of);
  const upTo = Array.from({ length: of }, () => 0);
  for (const item of items.values()) {
    const group = groupOf(item.id, of);
    upTo[group] = Math.max(upTo[group] ?? 0, item.seq);
    if (item.op === 'u') sums.toggle(item.id, digestOfItem(stream, item));
  }
  return { stream: name, epoch, seq, of, digests: sums.texts(), upTo };
}

/** The living records of one group. */
export function groupItems({ items }: Stream, of: number, group: number): readonly Item[] {
  return [...items.values()].filter(({ op, id }) => op === 'u' && groupOf(id, of) === group);
}
