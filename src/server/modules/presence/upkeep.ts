import { addDays, londonDay } from '#core/domain/days.ts';
import { presenceDays } from '#core/domain/presence.ts';
import type { Clock } from '#core/ports.ts';
import { type Database, inTransaction } from '#server/db/database.ts';
import { findProgramme } from '#server/modules/programme/repository.ts';
import { publish } from '#server/modules/streams/feed.ts';
import { lockPast } from './repository.ts';

/** A new day is noticed within this time, also while nobody reads. */
const LOOK_EVERY_MS = 15 * 60_000;

/**
 * Keeps what councils let each other know no longer than the programme's policy says.
 *
 * Once a day, and before anybody reads on a new day; all of it where sharing is switched
 * off or the programme has closed. Rule DM16.
 */
export class PresenceUpkeep {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #moved: () => Promise<void>;
  /** For which day and how many days this was last done. */
  #done = '';
  #timer: NodeJS.Timeout | null = null;

  constructor(database: Database, clock: Clock, moved: () => Promise<void>) {
    this.#database = database;
    this.#clock = clock;
    this.#moved = moved;
  }

  start(): void {
    // What fails now is done by the next look, or by the next reader.
    const look = () => void this.tidy().catch(() => {});
    look();
    this.#timer = setInterval(look, LOOK_EVERY_MS);
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  /** Removes what is past; answers at once when that was done today. */
  async tidy(): Promise<void> {
    const programme = await findProgramme(this.#database.sql);
    if (!programme) return;
    const days = presenceDays(programme);
    const today = londonDay(this.#clock.nowMs());
    const due = `${today} ${days}`;
    if (this.#done === due) return;
    const removed = await inTransaction(this.#database.sql, async (transaction) => {
      const past = await lockPast(transaction, days === 0 ? null : addDays(today, 1 - days));
      await publish(transaction, past);
      return past.length;
    });
    this.#done = due;
    if (removed > 0) await this.#moved();
  }
}
