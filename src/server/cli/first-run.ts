import { londonDay } from '#core/domain/days.ts';
import type { Database } from '#server/db/database.ts';
import type { PeopleRead } from '#server/modules/pool/repository.ts';
import { fill, readSeedLabel } from '#server/seed.ts';
import type { ServeOptions } from './options.ts';
import { sampleLabel, sampleSeed } from './sample-seed.ts';

const DEFAULT_PEOPLE = 2_000;

/**
 * Fills an empty centre with made-up people; returns them, or null when nothing was done.
 *
 * The embedded database is filled by default. PostgreSQL only when `--people` asks for
 * it: it may be somebody's real one.
 */
export async function fillOnFirstRun(
  database: Database,
  options: Pick<ServeOptions, 'people' | 'seed'>,
  say: (line: string) => void,
): Promise<PeopleRead | null> {
  const asked = options.people;
  const people = asked ?? (database.engine === 'pglite' ? DEFAULT_PEOPLE : null);
  if (people === null) return null;
  const sample = { people, seed: options.seed, today: londonDay(Date.now()) };
  const label = sampleLabel(sample);
  const present = await readSeedLabel(database.sql);
  if (present !== null) {
    if (asked !== null && present !== label) {
      say(`Keeping what is there (${present}). For ${label}, start with an empty folder.`);
    }
    return null;
  }
  say(`First run: making ${label}.`);
  const startedMs = performance.now();
  const seeded = await fill(database.sql, sampleSeed(sample), say);
  say(`Filled in ${((performance.now() - startedMs) / 1000).toFixed(1)} s.`);
  return seeded;
}
