import type { Clock } from '#core/ports.ts';
import { buildApp } from '#server/app.ts';
import { CannotStart, type Database } from '#server/db/database.ts';
import { migrate } from '#server/db/migrate.ts';
import { endProgramme } from '#server/modules/directives/end-programme.ts';
import { findProgramme } from '#server/modules/programme/repository.ts';
import { forgetOldLedger } from '#server/modules/push/repository.ts';
import { makeGoodRestore } from '#server/modules/restore/restore.ts';
import { forgetOldRemovals } from '#server/modules/streams/repository.ts';
import { tokenChecker } from '#server/plugins/tokens.ts';
import { fillOnFirstRun } from './first-run.ts';
import { stepping } from './listen.ts';
import { openDatabase } from './open-database.ts';
import type { ServeOptions } from './options.ts';
import { setUpSignIn } from './sign-in.ts';

/** What the centre is told by its surroundings, and tells them. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
}

/** A centre that listens. */
export interface RunningCentre {
  readonly url: string;
  readonly issuer: string;
  close(): Promise<void>;
}

/** Removals are told for this long; laptops that stayed away longer read again. */
const REMOVALS_KEPT_DAYS = 90;
/** What became of a change is told for this long (sync.md 3.4). */
const LEDGER_KEPT_DAYS = 90;
/** How often heads and erasures are noted beside the database. */
const NOTE_EVERY_MS = 5_000;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

const clock: Clock = { nowMs: () => Date.now(), monotonicMs: () => performance.now() };

/**
 * Opens the database, fills it on first run, and starts issuer and API on loopback.
 *
 * Throws `CannotStart` for what the operator can cure. What was opened is closed again.
 */
export async function startCentre(
  options: ServeOptions,
  surroundings: Surroundings,
): Promise<RunningCentre> {
  const database = await openDatabase(surroundings.env.DATABASE_URL, options.data);
  try {
    return await startOn(database, options, surroundings);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function startOn(
  database: Database,
  options: ServeOptions,
  { env, say }: Surroundings,
): Promise<RunningCentre> {
  await migrate(database.sql);
  const seeded = await fillOnFirstRun(database, options, say);
  const programme = await findProgramme(database.sql);
  if (!programme) {
    throw new CannotStart(
      'The database that DATABASE_URL names holds no programme yet. Fill it with made-up people by --people 2000, or restore a copy.',
    );
  }
  const { data, issuerPort: port } = options;
  const standing = await makeGoodRestore({
    database,
    file: `${data.replace(/[\\/]+$/, '')}.standing.json`,
    isRestored: options.restored,
    nowMs: clock.nowMs,
    say,
  });
  const signIn = await setUpSignIn({ database, port, data, env, say });
  const app = await buildApp({
    database,
    clock,
    checkToken: tokenChecker(signIn.trusted),
    signIn: { ...signIn.info, programmeName: programme.name },
    log: { level: env.SWT_LOG === 'info' ? 'info' : 'warn' },
    ...(env.SWT_DIRECTIVE_KEY ? { directiveKey: env.SWT_DIRECTIVE_KEY } : {}),
    ...(seeded ? { seeded } : {}),
  });
  const host = '127.0.0.1';
  const url = await stepping(options.port, (port) => app.listen({ port, host }), say);
  const forget = () => {
    forgetOldRemovals(database.sql, REMOVALS_KEPT_DAYS).catch(() => {});
    forgetOldLedger(database.sql, LEDGER_KEPT_DAYS).catch(() => {});
  };
  // At the start as well: a centre that is restarted every night forgets too.
  forget();
  const tidy = setInterval(forget, DAY_MS);
  // A note that fails is written again at the next turn.
  const noting = setInterval(() => void standing.note().catch(() => {}), NOTE_EVERY_MS);
  const end = () => void endProgramme(database, clock.nowMs()).catch(() => {});
  end();
  const ending = setInterval(end, HOUR_MS);
  const close = async () => {
    clearInterval(tidy);
    clearInterval(noting);
    clearInterval(ending);
    await app.close();
    await signIn.close();
    await standing.note().catch(() => {});
    await database.close();
  };
  return { url, issuer: signIn.info.issuer, close };
}
