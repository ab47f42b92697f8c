import type { StreamId } from '#contract/brands.ts';
import type { Conflict } from '#contract/conflict.ts';
import type { ProblemCode } from '#contract/http/problem.ts';
import type { RecordKind, RecordOf } from '#contract/records/kinds.ts';
import type { Held, Rows } from '#core/domain/verdict.ts';
import type { Office } from './directives-kept.ts';

/** One record of a stream at its newest sequence. */
export interface Item {
  readonly seq: number;
  readonly kind: RecordKind;
  readonly id: string;
  readonly op: 'u' | 'd' | 'e';
  readonly doc: object | null;
}

/** A stream as the centre keeps it: no history, only where each record stands now. */
export interface Stream {
  readonly name: StreamId;
  epoch: string;
  head: number;
  floor: number;
  /** Up to where earlier histories are the same as this one; a centre of protocol 1 keeps none. */
  past?: readonly { readonly epoch: string; readonly commonSeq: number }[];
  readonly items: Map<string, Item>;
}

/** A record as it becomes. */
export interface Change {
  readonly stream: StreamId;
  readonly kind: RecordKind;
  readonly id: string;
  readonly op: 'u' | 'd' | 'e';
  readonly doc: object | null;
}

/** What became of a change; kept for ever. */
export interface LedgerEntry {
  readonly id: string;
  readonly device: string;
  readonly recruiter: string;
  readonly n: number;
  readonly kind: string;
  readonly entity: string;
  readonly bodyHash: string;
  readonly outcome: 'applied' | 'merged' | 'rejected';
  readonly stream: StreamId;
  readonly seq: number;
  readonly problem: { readonly code: ProblemCode; readonly detail: string } | null;
  readonly conflicts?: readonly Conflict[];
}

/** Everything a backup of the centre holds. */
export interface Memory {
  readonly streams: Map<StreamId, Stream>;
  readonly ledger: Map<string, LedgerEntry>;
  readonly lastN: Map<string, number>;
  /** Councils by recruiter, and the number that moves whenever anybody's do. */
  readonly councils: Map<string, readonly string[]>;
  /** Recruiters who may read and not write. */
  readonly readers: Set<string>;
  grantsRev: number;
  office: Office;
}

export const keyOf = ({ kind, id }: Pick<Item, 'kind' | 'id'>) => `${kind} ${id}`;

/** Takes a copy; documents are never changed in place, so they are shared. */
export function copyMemory(memory: Memory): Memory {
  return {
    streams: new Map(
      [...memory.streams].map(([name, stream]) => [
        name,
        { ...stream, items: new Map(stream.items) },
      ]),
    ),
    ledger: new Map(memory.ledger),
    lastN: new Map(memory.lastN),
    councils: new Map(memory.councils),
    readers: new Set(memory.readers),
    grantsRev: memory.grantsRev,
    office: memory.office,
  };
}

/** Numbers every change of a transaction; the sequence by `stream kind id`. */
export function publish(memory: Memory, changes: readonly Change[]): ReadonlyMap<string, number> {
  const sequences = new Map<string, number>();
  for (const { stream: name, kind, id, op, doc } of changes) {
    const stream = memory.streams.get(name);
    if (!stream) throw new Error(`no stream ${name}`);
    stream.head += 1;
    // A person says which version they are, so that a reader can be caught going back.
    const isPerson = kind === 'candidate' && doc !== null;
    const said = isPerson ? { ...doc, summary: `version ${stream.head}` } : doc;
    stream.items.set(keyOf({ kind, id }), { seq: stream.head, kind, id, op, doc: said });
    sequences.set(`${name} ${kind} ${id}`, stream.head);
  }
  return sequences;
}

/** The living records of a stream as a rule sees them. */
export function rowsOf(stream: Stream | undefined): Rows {
  return {
    get<Kind extends RecordKind>(kind: Kind, id: string): Held<Kind> | null {
      const item = stream?.items.get(keyOf({ kind, id }));
      if (item?.op !== 'u') return null;
      return { seq: item.seq, record: item.doc as RecordOf[Kind] };
    },
  };
}

/** Forgets removals up to a sequence; cursors below are not served any more. */
export function forgetRemovals(stream: Stream, upTo: number): void {
  for (const [key, item] of stream.items) {
    if (item.op === 'u' || item.seq > upTo) continue;
    stream.items.delete(key);
    stream.floor = Math.max(stream.floor, item.seq);
  }
}

/** Which records name a person. */
export function itemsAbout(stream: Stream, person: string): readonly Item[] {
  return [...stream.items.values()].filter((item) => {
    if (item.op !== 'u') return false;
    if (item.kind === 'candidate') return item.id === person;
    return (item.doc as { readonly candidateId?: string } | null)?.candidateId === person;
  });
}
