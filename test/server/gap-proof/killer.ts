import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Sql } from '#server/db/database.ts';
import type { Chance } from '../../simulation/chance.ts';
import { isBroken } from './writer.ts';

/** Ends connections while they are in use. */
export class Killer {
  killed = 0;
  crashes = 0;
  readonly #database: Sql;
  readonly #chance: Chance;

  constructor(database: Sql, chance: Chance) {
    this.#database = database;
    this.#chance = chance;
  }

  /** One connection every fifth of a second; one by SIGKILL once `crashAtMs` have passed. */
  async runUntil(isOver: () => boolean, crashAtMs: number): Promise<void> {
    const startedAt = performance.now();
    while (!isOver()) {
      await sleep(50 + this.#chance.int(300));
      const isCrash = this.crashes === 0 && performance.now() - startedAt > crashAtMs;
      try {
        if (await this.#killOne(isCrash)) {
          this.killed += 1;
          if (isCrash) this.crashes += 1;
        }
      } catch (error) {
        if (!isBroken(error)) throw error;
      }
    }
  }

  async #killOne(isCrash: boolean): Promise<boolean> {
    const busy = await sql<{ pid: number }>`select pid from pg_stat_activity
      where application_name = 'swt-centre' and pid <> pg_backend_pid()
        and state in ('active', 'idle in transaction')`.execute(this.#database);
    if (busy.rows.length === 0) return false;
    const { pid } = this.#chance.pick(busy.rows);
    // The server answers a backend's SIGKILL by ending all others and recovering.
    if (isCrash) process.kill(pid, 'SIGKILL');
    else await sql`select pg_terminate_backend(${pid})`.execute(this.#database);
    return true;
  }
}
