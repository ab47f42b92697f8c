import { sql } from 'kysely';
import type { CandidateId, RecruiterId } from '#contract/brands.ts';
import type { Actor } from '#contract/records/council-work.ts';
import { type Database, inTransaction, type Sql } from '#server/db/database.ts';
import { orderErasure } from '#server/modules/directives/repository.ts';
import { registerErased } from '#server/modules/programme/repository.ts';
import { withdraw } from '#server/modules/programme/withdraw.ts';
import { Refusal } from '#server/plugins/problems.ts';
import { beginNewHistory, isOlder, readStanding } from './history.ts';
import { type Noted, readNoted, writeNoted } from './standing-file.ts';

/** What looking for a restore works with. */
export interface RestoreParts {
  readonly database: Database;
  /** Where heads and erasures are noted, outside the database. */
  readonly file: string;
  /** The operator says so: `serve --restored`. */
  readonly isRestored: boolean;
  readonly nowMs: () => number;
  readonly say: (line: string) => void;
}

/** A note that is kept up to date while the centre runs. */
export interface StandingNote {
  /** Writes what has changed; the last time before the database is closed. */
  note(): Promise<void>;
}

const TEAM: Actor = {
  id: '00000000-0000-4000-8000-000000000000' as RecruiterId,
  name: 'The programme team',
};

/**
 * Puts right what a restore from a backup has taken back, before the API opens.
 *
 * A database older than what was noted beside it, or one whose operator says that it was
 * restored, begins another history; laptops then offer again what it lost. People who were
 * removed after the backup was made are removed again.
 */
export async function makeGoodRestore(parts: RestoreParts): Promise<StandingNote> {
  const { database, file, isRestored, nowMs, say } = parts;
  const found = readNoted(file);
  const { centre } = await readStanding(database.sql);
  const noted = found?.centre === centre ? found : null;
  if (isRestored || (noted !== null && (await isOlder(database.sql, noted)))) {
    await beginNewHistory(database.sql);
    say(
      'This database was restored from a backup: a new history begins, and laptops send again what it has lost.',
    );
  }
  const again = noted === null ? [] : await notErased(database.sql, noted.erased);
  for (const person of again) await eraseAgain(database, person, nowMs());
  if (again.length > 0) {
    say(`${again.length} who asked to be removed after the backup are removed again.`);
  }
  let last = '';
  const standing: StandingNote = {
    async note() {
      const now: Noted = {
        ...(await readStanding(database.sql)),
        erased: await readErased(database.sql),
      };
      const text = JSON.stringify(now);
      if (text === last) return;
      writeNoted(file, now);
      last = text;
    },
  };
  await standing.note();
  return standing;
}

async function readErased(database: Sql): Promise<readonly CandidateId[]> {
  const result = await sql<{ id: CandidateId }>`
    select id::text as id from erased order by at, id`.execute(database);
  return result.rows.map(({ id }) => id);
}

async function notErased(
  database: Sql,
  ids: readonly CandidateId[],
): Promise<readonly CandidateId[]> {
  const known = new Set(await readErased(database));
  return ids.filter((id) => !known.has(id));
}

async function eraseAgain(database: Database, person: CandidateId, nowMs: number): Promise<void> {
  try {
    await inTransaction(database.sql, (transaction) =>
      withdraw(transaction, person, { actor: TEAM, nowMs }),
    );
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'not-found') throw error;
    // The backup is older than the person: the register keeps them out, and laptops are told.
    await inTransaction(database.sql, async (transaction) => {
      await registerErased(transaction, person);
      await orderErasure(transaction, person);
    });
  }
}
