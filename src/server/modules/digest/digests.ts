import { setImmediate as breathe } from 'node:timers/promises';
import type { StreamId } from '#contract/brands.ts';
import type { StreamDigest } from '#contract/http/streams.ts';
import {
  createGroupSums,
  digestRow,
  groupCountFor,
  groupOf,
  type Halves,
} from '#core/codec/digest.ts';
import type { Sql } from '#server/db/database.ts';
import { readStretch } from '#server/modules/streams/repository.ts';
import { Refusal } from '#server/plugins/problems.ts';

/** A row as it is remembered; of one that is gone only when it went. */
interface Known {
  readonly seq: number;
  readonly digest: Halves | null;
}

/** One stream as of a sequence. */
interface Held {
  readonly epoch: string;
  readonly seq: number;
  readonly rows: Map<string, Known>;
}

/** Which rows a group has, as of a sequence. */
export interface Members {
  readonly epoch: string;
  readonly seq: number;
  /** `kind id` of each. */
  readonly names: readonly string[];
}

/** Rows read at a time, each digested before the next: about 10 ms. */
const STEP = 1_000;
/** Streams remembered; a council's is read again in a moment. */
const MOST_STREAMS = 32;

/**
 * What the rows of each stream come to, so that a laptop can tell whether it holds the same.
 *
 * Remembered row by row (a hash and a number, no words) and carried on by what has changed
 * since; a pool of 100,000 costs some 25 MB and one read of everybody, at the first question.
 */
export class Digests {
  readonly #sql: Sql;
  readonly #streams = new Map<StreamId, Promise<Held>>();

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Digests a stream at its head. */
  async digest(stream: StreamId): Promise<StreamDigest> {
    const { epoch, seq, rows } = await this.#now(stream);
    const living = [...rows.values()].filter(({ digest }) => digest !== null).length;
    const of = groupCountFor(stream, living);
    const sums = createGroupSums(of);
    const upTo = Array.from({ length: of }, () => 0);
    for (const [name, known] of rows) {
      const id = idIn(name);
      const group = groupOf(id, of);
      upTo[group] = Math.max(upTo[group] ?? 0, known.seq);
      if (known.digest !== null) sums.toggle(id, known.digest);
    }
    return { stream, epoch, seq, of, digests: sums.texts(), upTo };
  }

  /** Names the living rows of one group. */
  async members(stream: StreamId, of: number, group: number): Promise<Members> {
    const { epoch, seq, rows } = await this.#now(stream);
    const names = [...rows]
      .filter(([name, { digest }]) => digest !== null && groupOf(idIn(name), of) === group)
      .map(([name]) => name);
    return { epoch, seq, names };
  }

  /** One at a time for each stream: every question waits for the one before it. */
  #now(stream: StreamId): Promise<Held> {
    const before = this.#streams.get(stream) ?? Promise.resolve(null);
    const now = before.catch(() => null).then((held) => this.#carryOn(stream, held));
    this.#streams.delete(stream);
    this.#streams.set(stream, now);
    const oldest = this.#streams.keys().next();
    if (this.#streams.size > MOST_STREAMS && !oldest.done) this.#streams.delete(oldest.value);
    return now;
  }

  async #carryOn(stream: StreamId, held: Held | null): Promise<Held> {
    const rows = held?.rows ?? new Map<string, Known>();
    let seq = held?.seq ?? 0;
    for (;;) {
      const stretch = await readStretch(this.#sql, stream, seq, STEP, 'all');
      if (!stretch) throw new Refusal('not-found', 'There is no such stream.');
      const { epoch, head } = stretch;
      // Another history: nothing that was remembered counts.
      if (held && (held.epoch !== epoch || seq > head)) return this.#carryOn(stream, null);
      for (const { seq: at, kind, id, op, doc } of stretch.rows) {
        const row = { kind, id, seq: at, doc: doc === null ? null : JSON.parse(doc) };
        const digest = op === 'u' ? digestRow(stream, row) : null;
        rows.set(`${kind} ${id}`, { seq: at, digest });
        seq = at;
      }
      if (stretch.rows.length < STEP) return { epoch, seq: Math.max(seq, head), rows };
      await breathe();
    }
  }
}

const idIn = (name: string) => name.slice(name.indexOf(' ') + 1);
