import { type CandidateId, PRESENCE, type StreamId } from '#contract/brands.ts';
import type { PageEnvelope } from '#contract/records/check-record.ts';
import type { RecordKind, RecordOf } from '#contract/records/kinds.ts';
import type { Presence } from '#contract/records/presence.ts';
import { peopleIn, withoutPerson } from '#core/domain/presence.ts';
import type { CursorRow, Op, WorkRow } from '../cache/cache.ts';
import { inParts } from '../in-parts.ts';
import type { ConfirmedRows } from './confirmed-rows.ts';
import { asideKey, readItems } from './read-page.ts';
import type { Store } from './store.ts';

/** How a page belongs to a snapshot of its stream. */
export type SnapshotStep = 'none' | 'first' | 'more';

/**
 * Applies one page of a stream of rows, cursor in the same transaction.
 *
 * A row applies only when newer than the one held, within one epoch. A snapshot marks
 * what it touches and sweeps the rest with its last page: until then the old rows stay
 * on screen (sync.md 3.1). Marks lie on the disk, so a snapshot survives a crash.
 * Returns how many rows were set aside.
 */
export async function applyWorkPage(
  { store, rows }: { readonly store: Store; readonly rows: ConfirmedRows },
  page: PageEnvelope,
  snapshot: SnapshotStep,
): Promise<number> {
  const cursor = cursorAfter(store.cursors.get(page.stream), page, snapshot);
  const fresh = new Map<string, WorkRow | null>();
  const ops: Op[] = [];
  const isErased = (id: string) => store.gone.get(id)?.seq === FOR_EVER;
  let setAside = 0;
  for (const read of await inParts(readItems(page))) {
    if (read.is === 'bad') {
      setAside += 1;
      ops.push({ table: 'aside', put: { key: read.key, group: page.stream } });
      continue;
    }
    const { kind, id, seq, op, doc } = read.item;
    const aside = asideKey(page.stream, read.item);
    if (store.asides.has(aside)) ops.push({ table: 'aside', remove: aside });
    const key = `${kind} ${id}`;
    const held = fresh.has(key) ? fresh.get(key) : rows.row(page.stream, kind, id);
    const isNewer = !held || held.epoch !== page.epoch || seq > held.seq;
    if (isNewer && op !== 'u') fresh.set(key, null);
    else if (isNewer) {
      const record = doc as RecordOf[RecordKind];
      const { stream, epoch } = page;
      const row: WorkRow = { stream, kind, id, seq, epoch, gen: cursor.gen, doc: record };
      fresh.set(key, withoutErased(row, isErased));
    } else if (snapshot !== 'none' && held) fresh.set(key, { ...held, gen: cursor.gen });
  }
  if (snapshot !== 'none' && !page.more) {
    for (const row of rows.all(page.stream)) {
      const key = `${row.kind} ${row.id}`;
      if (row.gen < cursor.gen && !fresh.has(key)) fresh.set(key, null);
    }
  }
  await store.commit([...ops, ...opsOf(fresh, page.stream), { table: 'cursor', put: cursor }]);
  for (const [key, row] of fresh) {
    if (row) rows.put(row);
    else rows.remove({ stream: page.stream, ...splitKey(key) });
  }
  return setAside;
}

/** Where somebody stands who was erased: an older answer never brings them back. */
export const FOR_EVER = Number.MAX_SAFE_INTEGER;

/** A row of an answer that may be older than an erasure; null = it says nothing else. */
function withoutErased(row: WorkRow, isErased: (id: string) => boolean): WorkRow | null {
  if (row.kind === 'presence') {
    const before = row.doc as Presence;
    const doc = peopleIn(before)
      .filter(isErased)
      .reduce((held, id) => withoutPerson(held, id) ?? held, before);
    return doc === before ? row : { ...row, doc };
  }
  return isAbout(row, isErased) ? null : row;
}

function isAbout({ kind, doc }: WorkRow, isMeant: (id: string) => boolean): boolean {
  const { candidateId, stage } = doc as { readonly candidateId?: string; readonly stage?: string };
  // The centre's own last word on a list, "withdrawn", names nobody and stays.
  if (kind === 'shortlist-entry' && stage === 'withdrawn') return false;
  return candidateId !== undefined && isMeant(candidateId);
}

/** Finds every row about these people, in whatever stream it lies (decision Y5). */
export function rowsAbout(rows: ConfirmedRows, people: readonly CandidateId[]): readonly WorkRow[] {
  const gone = new Set<string>(people);
  return rows.all().filter((row) => isAbout(row, (id) => gone.has(id)));
}

/** The rows of contacts between councils that name these people, without them. */
export function presenceWithout(
  rows: ConfirmedRows,
  people: readonly CandidateId[],
): readonly WorkRow[] {
  return rows.all(PRESENCE).flatMap((row) => {
    const before = row.doc as Presence;
    const doc = people.reduce((held, id) => withoutPerson(held, id) ?? held, before);
    return doc === before ? [] : [{ ...row, doc }];
  });
}

/** What takes rows off the disk. */
export function removeOps(rows: readonly WorkRow[]): readonly Op[] {
  return rows.map((row) => ({ table: 'row', remove: [row.stream, row.kind, row.id] }));
}

function cursorAfter(
  before: CursorRow | undefined,
  page: PageEnvelope,
  snapshot: SnapshotStep,
): CursorRow {
  const gen = before?.gen ?? 0;
  const isPaging = snapshot !== 'none' && page.more;
  const { checkedMs } = before ?? {};
  return {
    stream: page.stream,
    epoch: page.epoch,
    seq: page.to,
    ...(checkedMs === undefined ? {} : { checkedMs }),
    gen: snapshot === 'first' ? gen + 1 : gen,
    snapAt: isPaging ? (snapshot === 'first' ? page.head : (before?.snapAt ?? page.head)) : null,
  };
}

function opsOf(fresh: ReadonlyMap<string, WorkRow | null>, stream: StreamId): readonly Op[] {
  return [...fresh].map(([key, row]): Op => {
    if (row) return { table: 'row', put: row };
    const { kind, id } = splitKey(key);
    return { table: 'row', remove: [stream, kind, id] };
  });
}

function splitKey(key: string): Pick<WorkRow, 'kind' | 'id'> {
  const space = key.indexOf(' ');
  return { kind: key.slice(0, space) as RecordKind, id: key.slice(space + 1) };
}
