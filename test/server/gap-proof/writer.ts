import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { StreamId } from '#contract/brands.ts';
import { inTransaction, type Sql, sqlState } from '#server/db/database.ts';
import type { Chance } from '../../simulation/chance.ts';
import type { Numbering, Touch } from './numbering.ts';

/** A unit of work that was sent to commit, and the numbers it was given. */
export interface WrittenUnit {
  readonly unit: string;
  readonly numbers: ReadonlyMap<string, number>;
}

/** What all writers share. */
export interface WriterContext {
  readonly database: Sql;
  readonly numbering: Numbering;
  /** The streams, with records that every writer changes now and then. */
  readonly shared: readonly { readonly stream: StreamId; readonly ids: readonly string[] }[];
}

type Wanted = Omit<Touch, 'unit'>;

class RolledBack extends Error {}

const ROLLED_BACK = 0.1;

/** One of many who write at once, with delays, rollbacks and savepoints. */
export class Writer {
  readonly acknowledged: WrittenUnit[] = [];
  /** The connection broke: it may have committed or not. */
  readonly doubtful: WrittenUnit[] = [];
  rolledBack = 0;
  deadlocks = 0;
  readonly #context: WriterContext;
  readonly #chance: Chance;

  constructor(context: WriterContext, chance: Chance) {
    this.#context = context;
    this.#chance = chance;
  }

  async runUntil(isOver: () => boolean): Promise<void> {
    while (!isOver()) await this.make(this.#choose());
  }

  /** One unit of work; a broken connection is no failure, any other error is thrown. */
  async make(wanted: readonly Wanted[]): Promise<void> {
    let written: WrittenUnit | null = null;
    try {
      await inTransaction(this.#context.database, async (transaction) => {
        written = null;
        const unit = aUuid(this.#chance);
        const touches = wanted.map((want) => ({ ...want, unit }));
        try {
          written = { unit, numbers: await this.#work(transaction, unit, touches) };
        } catch (error) {
          if (sqlState(error) === '40P01') this.deadlocks += 1;
          throw error;
        }
        if (this.#chance.may(ROLLED_BACK)) throw new RolledBack();
      });
      if (written) this.acknowledged.push(written);
    } catch (error) {
      if (error instanceof RolledBack) this.rolledBack += 1;
      else if (!isBroken(error)) throw error;
      else if (written) this.doubtful.push(written);
      if (isBroken(error)) await sleep(10 + this.#chance.int(40));
    }
  }

  /** As a push does it: something small is written first, and the numbers come last. */
  async #work(
    transaction: Sql,
    unit: string,
    touches: readonly Touch[],
  ): Promise<ReadonlyMap<string, number>> {
    const { numbering } = this.#context;
    await sql`insert into proof_unit (id) values (${unit}::uuid)`.execute(transaction);
    await this.#pause(6);
    const write = () => numbering.write(transaction, touches);
    const save = (words: string) => sql.raw(words).execute(transaction);
    const way = this.#chance.int(10);
    let numbers: ReadonlyMap<string, number>;
    if (way === 0) {
      // Numbered in a savepoint that is taken back: nothing of it may be there, and the
      // numbers are given again.
      await save('savepoint one');
      await write();
      await this.#pause(3);
      await save('rollback to savepoint one');
      numbers = this.#chance.may(0.3) ? new Map() : await write();
    } else if (way === 1) {
      await save('savepoint one');
      await save('savepoint two');
      numbers = await write();
      await this.#pause(3);
      await save('release savepoint two');
      await save('release savepoint one');
    } else {
      numbers = await write();
    }
    await this.#pause(3);
    return numbers;
  }

  /** One or two streams in random order, new records or ones that others change too. */
  #choose(): readonly Wanted[] {
    const chance = this.#chance;
    const { shared } = this.#context;
    const count = chance.may(0.35) ? 2 : 1;
    const touches = new Map<string, Wanted>();
    while (touches.size < count) {
      const { stream, ids } = pickBusy(shared, chance);
      const isShared = chance.may(0.3);
      const id = isShared ? chance.pick(ids) : aUuid(chance);
      touches.set(stream, { stream, id, isRemoval: isShared && chance.may(0.1) });
    }
    return [...touches.values()];
  }

  /** Mostly a few milliseconds, now and then fifty. */
  async #pause(mostMs: number): Promise<void> {
    const ms = this.#chance.may(0.01) ? 50 : this.#chance.int(mostMs + 1);
    if (ms > 0) await sleep(ms);
  }
}

/** Picks one; the first four are busy, as a few councils are. */
export function pickBusy<Item>(list: readonly Item[], chance: Chance): Item {
  return chance.pick(chance.may(0.3) ? list.slice(0, 4) : list);
}

/** Builds an id from this chance. */
export function aUuid(chance: Chance): string {
  const hex = Buffer.from(chance.bytes(16)).toString('hex');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}

/** A connection that was ended, or a server that is starting again. */
export function isBroken(error: unknown): boolean {
  const code = sqlState(error);
  if (/^(57P0[123]|08...|ECONN|EPIPE|ENOENT)/.test(code)) return true;
  return (
    error instanceof Error && /connection (error|terminated)|not queryable/i.test(error.message)
  );
}
