import { type CandidateId, POOL } from '#contract/brands.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import type { PageEnvelope } from '#contract/records/check-record.ts';
import { bucketOf } from '#core/codec/bucket.ts';
import type { BucketRow, DeltaRow, Op } from '../cache/cache.ts';
import { inParts } from '../in-parts.ts';
import { openBucket, rewriteBucket } from './buckets.ts';
import { headOf, type Pool } from './pool-replica.ts';
import { asideKey, readItems } from './read-page.ts';
import { FOR_EVER } from './work-page.ts';

/** What a page of the pool did. */
export interface PoolPageDone {
  readonly setAside: number;
  /** People came or changed, and nothing else did: nobody went or came back, no record is bad. */
  readonly isOnlyNews: boolean;
}

/**
 * Applies one page of the pool: rows beside their buckets, cursor in the same transaction.
 *
 * A person who left is taken out of their bucket at once, not by a mark over it: what
 * nobody may see must not lie on the disk. `andErase` names what else goes with them.
 */
export async function applyPoolPage(
  pool: Pool,
  page: PageEnvelope,
  {
    isRepair,
    andErase,
  }: {
    /** It goes on from where the centre serves no cursor any more: removals may be missing. */
    readonly isRepair: boolean;
    readonly andErase: (ids: readonly CandidateId[]) => readonly Op[];
  },
): Promise<PoolPageDone> {
  const { store, sink, deltas } = pool;
  const put = new Map<CandidateId, DeltaRow>();
  const left = new Map<CandidateId, number>();
  const erased = new Set<CandidateId>();
  const ops: Op[] = [];
  let setAside = 0;
  for (const row of await inParts(readItems(page))) {
    if (row.is === 'bad') {
      setAside += 1;
      ops.push({ table: 'aside', put: { key: row.key, group: POOL } });
      continue;
    }
    const { seq, op, doc, id: text } = row.item;
    const id = text as CandidateId;
    if (store.asides.has(asideKey(POOL, row.item))) {
      ops.push({ table: 'aside', remove: asideKey(POOL, row.item) });
    }
    if (op === 'e') erased.add(id);
    if (seq <= (put.get(id)?.seq ?? knownSeq(pool, id, page.epoch)) && op !== 'e') continue;
    if (op === 'u') {
      put.set(id, { id, seq, epoch: page.epoch, doc: doc as Candidate });
      left.delete(id);
    } else {
      put.delete(id);
      left.set(id, op === 'e' ? FOR_EVER : seq);
    }
  }
  const leaving = await leave(pool, left, page.epoch);
  ops.push(
    ...[...put.values()].map((row): Op => ({ table: 'poolDelta', put: row })),
    ...[...put.keys()]
      .filter((id) => store.gone.has(id))
      .map((id): Op => ({ table: 'gone', remove: id })),
    ...leaving.ops,
    ...andErase([...erased]),
    {
      table: 'cursor',
      put: {
        ...store.cursors.get(POOL),
        ...{ stream: POOL, epoch: page.epoch, seq: page.to, snapAt: null },
        gen: store.cursors.get(POOL)?.gen ?? 0,
        ...(isRepair ? { owed: true } : {}),
      },
    },
  );
  const isOnlyNews = ops.every(({ table }) => table === 'poolDelta' || table === 'cursor');
  await store.commit(ops);
  for (const [id, { seq, epoch }] of put) deltas.set(id, { seq, epoch });
  await leaving.done();
  await inParts(sink.take([...put.values()].map(({ doc }) => doc)));
  return { setAside, isOnlyNews };
}

/**
 * Takes people out of the pool: what is to be written, and what memory becomes after it.
 *
 * `left` says at which sequence each went. Their buckets are written anew, so that nothing
 * of them lies on the disk.
 */
export async function leave(
  pool: Pool,
  left: ReadonlyMap<CandidateId, number>,
  epoch: string,
): Promise<{ readonly ops: readonly Op[]; readonly done: () => Promise<void> }> {
  const rewritten = await withoutPeople(pool, left);
  return {
    ops: [
      ...[...left.keys()].map((id): Op => ({ table: 'poolDelta', remove: id })),
      ...[...left].map(([id, seq]): Op => ({ table: 'gone', put: { id, seq, epoch } })),
      ...rewritten.map((row): Op => ({ table: 'bucket', put: row })),
    ],
    async done() {
      for (const row of rewritten) pool.heads.set(row.b, headOf(row));
      for (const id of left.keys()) pool.deltas.delete(id);
      pool.sink.remove([...left.keys()]);
      if (left.size > 0) await pool.image?.sweep();
    },
  };
}

/** The newest sequence of a person that is already here; 0 when there is none to compare. */
function knownSeq({ store, deltas, heads }: Pool, id: CandidateId, epoch: string): number {
  const delta = deltas.get(id);
  const went = store.gone.get(id);
  const head = heads.get(bucketOf(id, Math.max(1, store.bucketCount)));
  const of = (held: { readonly epoch?: string } | undefined, seq = 0) =>
    held?.epoch === epoch ? seq : 0;
  // An older answer does not bring back who went after it.
  return Math.max(of(delta, delta?.seq), of(head, head?.upTo), of(went, went?.seq));
}

async function withoutPeople(
  pool: Pool,
  left: ReadonlyMap<CandidateId, number>,
): Promise<BucketRow[]> {
  const { store, bulk } = pool;
  const numbers = new Set(
    [...left.keys()].map((id) => bucketOf(id, Math.max(1, store.bucketCount))),
  );
  const rewritten: BucketRow[] = [];
  for (const row of await store.cache.getMany('bucket', [...numbers])) {
    const { people } = await openBucket(bulk, row);
    const kept = people.filter((person) => !left.has(person.id));
    if (kept.length < people.length) rewritten.push(await rewriteBucket(bulk, row, kept));
  }
  return rewritten;
}
