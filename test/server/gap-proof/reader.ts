import { setTimeout as sleep } from 'node:timers/promises';
import type { StreamId } from '#contract/brands.ts';
import type { Sql } from '#server/db/database.ts';
import type { Chance } from '../../simulation/chance.ts';
import { type Numbering, type Told, touchKey } from './numbering.ts';
import { isBroken, pickBusy } from './writer.ts';

/** Follows every stream by cursor, as a laptop does, and keeps the last it was told. */
export class Reader {
  readonly seen = new Map<string, Told>();
  /** The highest head told, where heads are told at all. */
  readonly heads = new Map<StreamId, number>();
  /** Times something went back, or came that was not asked for. */
  backwards = 0;
  readonly #database: Sql;
  readonly #numbering: Numbering;
  readonly #streams: readonly StreamId[];
  readonly #chance: Chance;
  readonly #cursors = new Map<StreamId, number>();

  constructor(database: Sql, numbering: Numbering, streams: readonly StreamId[], chance: Chance) {
    this.#database = database;
    this.#numbering = numbering;
    this.#streams = streams;
    this.#chance = chance;
  }

  /** Polls one stream after the other in random order until it is over. */
  async runUntil(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      try {
        await this.#poll(pickBusy(this.#streams, this.#chance));
      } catch (error) {
        if (!isBroken(error)) throw error;
        await sleep(20);
      }
    }
  }

  /** Reads every stream to its end. */
  async readAll(): Promise<void> {
    for (const stream of this.#streams) while (await this.#poll(stream));
  }

  /** Reads one page; true when it held something. */
  async #poll(stream: StreamId): Promise<boolean> {
    const after = this.#cursors.get(stream) ?? 0;
    const limit = this.#chance.pick([2, 20, 500]);
    const { head, rows, to } = await this.#numbering.read(this.#database, stream, after, limit);
    let last = after;
    for (const row of rows) {
      const key = touchKey({ stream, id: row.id });
      const isLate = row.seq <= (this.seen.get(key)?.seq ?? 0);
      if (isLate || row.seq <= last || row.seq > (head ?? row.seq)) this.backwards += 1;
      last = row.seq;
      this.seen.set(key, row);
    }
    if (to < last || (head !== null && head < (this.heads.get(stream) ?? 0))) this.backwards += 1;
    if (head !== null) this.heads.set(stream, head);
    this.#cursors.set(stream, to);
    return rows.length > 0;
  }
}
