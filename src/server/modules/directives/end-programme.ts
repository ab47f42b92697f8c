import { londonDay } from '#core/domain/days.ts';
import { type Database, inTransaction } from '#server/db/database.ts';
import { findProgramme } from '#server/modules/programme/repository.ts';
import { endAccessOfAll } from './repository.ts';

/**
 * Ends access for everyone when a closed programme's records are due to go.
 *
 * Run now and then; asking again does nothing. Returns how many recruiters lost access.
 */
export async function endProgramme(database: Database, nowMs: number): Promise<number> {
  return inTransaction(database.sql, async (transaction) => {
    const programme = await findProgramme(transaction);
    if (programme?.status !== 'closed' || programme.retainUntil === undefined) return 0;
    if (londonDay(nowMs) <= programme.retainUntil) return 0;
    return endAccessOfAll(transaction);
  });
}
